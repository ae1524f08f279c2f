/** Actions on one note or many: written, reported in a toast, and the last one undone. */
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
  /** Turns notes on a passage into notes on their page, with the passage quoted. */
  detach(ids: Ids): void;
  bin(ids: Ids): void;
  restore(ids: Ids): void;
  purge(ids: Ids): void;
  /** Undoes the last action, once; a purge cannot be undone. */
  undo(): void;
}

export interface BulkActionsParts {
  library: Pick<LibraryClient, 'notes' | 'bin' | 'write' | 'purge'>;
  nowIso(): string;
  toast(toast: Toast): void;
}

export function createBulkActions({ library, nowIso, toast }: BulkActionsParts): BulkActions {
  let undoable: BulkEditOutcome | null = null;
  const notesOf = (ids: Ids): Note[] => library.notes.filter(({ _id }) => ids.includes(_id));
  const report = (error: unknown): void => toast({ kind: 'problem', problem: failureOf(error) });

  async function write(action: BulkAction, notes: readonly Note[]): Promise<void> {
    const { written, problem } = await library.write(notes);
    undoable = action === 'undone' || written.after.length === 0 ? null : written;
    if (problem !== null) toast({ kind: 'problem', problem });
    else toast({ kind: 'done', action, count: written.after.length, written: undoable });
  }
  const begin = (action: BulkAction, notes: readonly Note[]): void => void write(action, notes).catch(report);

  return {
    tag: (ids, change) => begin('tagged', tagNotes(notesOf(ids), change, nowIso())),
    move: (ids, target) => begin('moved', moveNotes(notesOf(ids), target, nowIso())),
    detach: (ids) => begin('detached', toPageNotes(notesOf(ids), nowIso())),
    bin: (ids) => begin('binned', binNotes(notesOf(ids), nowIso())),
    restore(ids) {
      const binned = library.bin.filter(({ _id }) => ids.includes(_id));
      begin('restored', unbinNotes(binned, nowIso()));
    },
    purge(ids) {
      undoable = null;
      library
        .purge(ids)
        .then((count) => toast({ kind: 'done', action: 'purged', count, written: null }), report);
    },
    undo() {
      if (!undoable) return;
      const outcome = undoable;
      undoable = null;
      begin('undone', planUndo(outcome, [...library.notes, ...library.bin], nowIso()));
    },
  };
}
