import { laterThan, type Note } from '../../core/notes/note.ts';
import type { LossQuestion } from '../../core/sync/sync-record.ts';
import type { NoteStore } from '../notes/note-store.ts';

export interface LocalWinsParts {
  store: Pick<NoteStore, 'list' | 'putAll' | 'conflicts' | 'settle'>;
  onNotes: (notes: readonly Note[]) => void;
  nowMs: () => number;
}

/** The reader has refused incoming deletions: these notes stay as they are here, on the server too. */
export function createLocalWins({ store, onNotes, nowMs }: LocalWinsParts) {
  return {
    /** Writes a version of each note that is newer than the server's. To be called before a round. */
    async writeNewer(deletions: LossQuestion['deletions']): Promise<void> {
      const nowIso = new Date(nowMs()).toISOString();
      const notes = new Map((await store.list()).map((note) => [note._id, note]));
      const newer = deletions.flatMap(({ id, changed }) => {
        const note = notes.get(id);
        if (!note) return [];
        // The clock of the other computer may be ahead.
        const newest = changed > note.changed ? { ...note, changed } : note;
        return [{ ...note, changed: laterThan(newest, nowIso) }];
      });
      onNotes((await store.putAll(newer, true)).saved);
    },

    /** Drops the server's versions of these notes. To be called after a round; true: another one has to follow. */
    async settle(deletions: LossQuestion['deletions']): Promise<boolean> {
      const ids = new Set(deletions.map(({ id }) => id));
      const conflicts = (await store.conflicts()).filter(({ shown }) => ids.has(shown._id));
      for (const { shown, others } of conflicts) {
        for (const { rev } of others) {
          onNotes(await store.settle(shown._id, rev, 'shown', crypto.randomUUID()));
        }
      }
      return conflicts.length > 0;
    },
  };
}
