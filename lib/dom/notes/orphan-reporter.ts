/** Reports which notes of a page have their passages and which are orphaned, once that has settled and when it changes. */
import type { NoteAnchor, PassageLocator } from './passage-locator.ts';

export interface PassageReport {
  page: string;
  /** Ids of notes whose passage is gone. */
  lost: string[];
  /** Ids of notes whose passage was found. */
  found: string[];
}

export interface OrphanReporter {
  /** To be called when notes or their passages may have changed. */
  changed(): void;
}

export interface OrphanReporterOptions {
  signal: AbortSignal;
  /** The page's address and notes now; null if it has no address or they are not loaded. */
  pageNotes(): {
    page: string;
    notes: readonly NoteAnchor[];
    locator: Pick<PassageLocator, 'stateOf'>;
  } | null;
  /** Whether all text of the page was read. */
  isRead(): boolean;
  report(report: PassageReport): Promise<unknown>;
}

/** Short, as a page that the reader leaves cannot report any more; a passage that comes later is reported as found. */
const SETTLE_MS = 1000;

export function createOrphanReporter({
  signal,
  pageNotes,
  isRead,
  report,
}: OrphanReporterOptions): OrphanReporter {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastReport = '';

  function schedule(): void {
    clearTimeout(timer);
    if (!signal.aborted) timer = setTimeout(settle, SETTLE_MS);
  }

  function settle(): void {
    const current = pageNotes();
    if (!current) return;
    const { page, notes, locator } = current;
    const next: PassageReport = { page, lost: [], found: [] };
    for (const { _id: id } of notes) {
      const state = locator.stateOf(id);
      if (state === 'looking') return schedule();
      if (state === 'orphan') next.lost.push(id);
      if (state === 'placed') next.found.push(id);
    }
    if (next.lost.length + next.found.length === 0) return;
    if (!isRead()) return schedule();
    const serialized = JSON.stringify(next);
    if (serialized === lastReport) return;
    lastReport = serialized;
    report(next).catch(() => {
      // The report was not received, so send it again at the next change or visit.
      lastReport = '';
    });
  }

  signal.addEventListener('abort', () => clearTimeout(timer));
  return { changed: schedule };
}
