/** What is done with notes, one or many: written, told, and taken back. */
import {
  binNotes,
  toPageNotes,
  moveNotes,
  planUndo,
  tagNotes,
  unbinNotes,
  type TagChange,
  type Target,
  type BulkEditOutcome,
} from '../../core/library/bulk-edit.ts';
import { failureOf } from '../../core/i18n/error-text.ts';
import type { BulkAction, Toast } from '../../core/library/library-state.ts';
import type { Note } from '../../core/notes/note.ts';
import type { LibraryClient } from '../../platform/notes/library-client.ts';

type Ids = readonly string[];

export interface BulkActions {
  tag(ids: Ids, change: TagChange): void;
  move(ids: Ids, target: Target): void;
  keepOnPage(ids: Ids): void;
  bin(ids: Ids): void;
  restore(ids: Ids): void;
  purge(ids: Ids): void;
  /** Takes back the last one, once. */
  undo(): void;
}

export function createBulkActions(library: LibraryClient, say: (said: Toast) => void): BulkActions {
  let last: BulkEditOutcome | null = null;
  const nowIso = (): string => new Date().toISOString();
  const of = (ids: Ids, notes: readonly Note[]): Note[] => notes.filter(({ _id }) => ids.includes(_id));

  const failed = (error: unknown): void => say({ kind: 'problem', problem: failureOf(error) });

  async function write(deed: BulkAction, notes: readonly Note[]): Promise<void> {
    const { written, problem } = await library.write(notes);
    last = deed === 'undone' || written.after.length === 0 ? null : written;
    if (problem !== null) say({ kind: 'problem', problem });
    else say({ kind: 'done', deed, count: written.after.length, written: last });
  }
  const begin = (deed: BulkAction, notes: readonly Note[]): void => void write(deed, notes).catch(failed);

  return {
    tag: (ids, change) => begin('tagged', tagNotes(of(ids, library.notes), change, nowIso())),
    move: (ids, target) => begin('moved', moveNotes(of(ids, library.notes), target, nowIso())),
    keepOnPage: (ids) => begin('kept', toPageNotes(of(ids, library.notes), nowIso())),
    bin: (ids) => begin('binned', binNotes(of(ids, library.notes), nowIso())),
    restore: (ids) => begin('restored', unbinNotes(of(ids, library.bin), nowIso())),
    purge(ids) {
      last = null;
      library.purge(ids).then((count) => say({ kind: 'done', deed: 'purged', count, written: null }), failed);
    },
    undo() {
      if (!last) return;
      const taken = last;
      last = null;
      begin('undone', planUndo(taken, [...library.notes, ...library.bin], nowIso()));
    },
  };
}
