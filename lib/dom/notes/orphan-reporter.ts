/** Tells where a page's notes have their passages, once that has settled, and again only when it is something else. */
import type { PassageLocator, Pinned } from './passage-locator.ts';

export interface SeenOnPage {
  page: string;
  lost: string[];
  found: string[];
}

export interface OrphanReporter {
  /** Places may have changed. */
  changed(): void;
}

export interface OrphanReporterOptions {
  signal: AbortSignal;
  /** The page's address and notes as they are now; null where it has none. */
  look(): { page: string; notes: readonly Pinned[]; places: Pick<PassageLocator, 'stateOf'> } | null;
  /** All text that is here was read. */
  isRead(): boolean;
  tell(seen: SeenOnPage): Promise<unknown>;
}

/**
 * Much comes a moment after the load event; a passage is called lost only when it had that time. Not much longer: a page
 * that is left can tell nothing any more, while a passage that comes later is told as found.
 */
const QUIET_MS = 1000;

export function createOrphanReporter({ signal, look, isRead, tell }: OrphanReporterOptions): OrphanReporter {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let told = '';

  function later(): void {
    clearTimeout(timer);
    if (!signal.aborted) timer = setTimeout(settle, QUIET_MS);
  }

  function settle(): void {
    const here = look();
    if (!here) return;
    const seen: SeenOnPage = { page: here.page, lost: [], found: [] };
    for (const { _id: id } of here.notes) {
      const state = here.places.stateOf(id);
      if (state === 'looking') return later();
      if (state === 'orphan') seen.lost.push(id);
      if (state === 'placed') seen.found.push(id);
    }
    if (seen.lost.length + seen.found.length === 0) return;
    if (!isRead()) return later();
    const now = JSON.stringify(seen);
    if (now === told) return;
    told = now;
    tell(seen).catch(() => {
      // Nobody answered: the next change, or the next visit, tells it.
      told = '';
    });
  }

  signal.addEventListener('abort', () => clearTimeout(timer));
  return { changed: later };
}
