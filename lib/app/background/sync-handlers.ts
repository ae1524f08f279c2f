import type { Note } from '../../core/notes/note.ts';
import type { Handlers } from '../../platform/messaging/message-bus.ts';
import type { MessagesBy } from '../../core/protocol/messages.ts';
import type { NoteStore } from '../../platform/notes/note-store.ts';
import type { SyncService } from '../../platform/sync/sync-service.ts';

export interface SyncHandlersParts {
  sync: SyncService;
  store: Pick<NoteStore, 'conflicts' | 'settle'>;
  /** Notes changed on this machine. */
  notify(notes: readonly Note[]): void;
}

/** Answers messages about sync and about notes with two versions. */
export function createSyncHandlers({ sync, store, notify }: SyncHandlersParts): Handlers<MessagesBy<'sync'>> {
  return {
    'notes.conflicts': async ({ page }) =>
      (await store.conflicts()).filter(({ shown }) => page === null || shown.page === page),
    'notes.settle': async ({ id, rev, choice, newId }) => {
      const saved = await store.settle(id, rev, choice, newId);
      if (saved.length > 0) notify(saved);
      return { saved };
    },
    'sync.report': () => sync.report(),
    'sync.connect': (given) => sync.connect(given),
    'sync.now': () => {
      void sync.syncNow();
      return sync.report();
    },
    'sync.stop': async () => {
      await sync.stop();
      return sync.report();
    },
    'sync.answerLossGuard': ({ choice }) => {
      void sync.answerLossGuard(choice);
      return sync.report();
    },
  };
}
