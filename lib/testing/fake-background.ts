/** The real background for notes, in Node: its store over a database in memory, its answers, its guards. */
import 'fake-indexeddb/auto';
import { createDraftHandlers } from '../app/background/draft-handlers.ts';
import { createNoteHandlers } from '../app/background/note-handlers.ts';
import { createNotedPagesSync } from '../app/background/noted-pages-sync.ts';
import { createPageServiceHandlers } from '../app/background/page-service-handlers.ts';
import { backgroundMessages } from '../core/protocol/background-messages.ts';
import type { BackgroundMessages } from '../core/protocol/messages.ts';
import { createDraftStore } from '../platform/drafts/draft-store.ts';
import { createSender, handle } from '../platform/messaging/message-bus.ts';
import { openNoteDatabase, type NoteDatabase } from '../platform/notes/note-database.ts';
import { createNoteStore } from '../platform/notes/note-store.ts';
import { createNotedPages } from '../platform/storage/local-settings.ts';
import { createOrphanStore } from '../platform/storage/orphan-store.ts';
import { createFakeRuntime, createFakeStorage } from './fake-runtime.ts';
import { createReaderStorageHandlers } from '../app/background/reader-storage-handlers.ts';
import { createPageMirrorWriter } from '../platform/storage/page-mirror-writer.ts';

let databases = 0;

/** @param around what stands between the store and its database: faults, delays. */
export function createFakeBackground(around: (database: NoteDatabase) => NoteDatabase = (real) => real) {
  const storage = createFakeStorage();
  const runtime = createFakeRuntime();
  const name = `background-${++databases}`;
  const store = createNoteStore(() => around(openNoteDatabase(name)));
  const drafts = createDraftStore(`drafts-${databases}`);
  const notedPages = createNotedPagesSync(store, createNotedPages(storage), drafts);
  handle<BackgroundMessages>(runtime, backgroundMessages, {
    ...createPageServiceHandlers({
      entries: [],
      runScript: async () => undefined,
      showIcon: async () => undefined,
    }),
    ...createNoteHandlers({
      store,
      notedPages,
      drafts,
      notify: () => undefined,
      orphans: createOrphanStore(storage),
      orphansIn: async (_tab, ids) => [...ids],
      nowIso: () => '2026-11-28T00:00:00.000Z',
    }),
    ...createReaderStorageHandlers({
      reader: storage,
      mirror: createPageMirrorWriter({ reader: storage, shared: createFakeStorage() }),
    }),
    ...createDraftHandlers({
      drafts,
      store,
      notify: () => undefined,
      onPagesChanged: () => notedPages.sync(),
    }),
  });
  return { store, storage, runtime, drafts, sender: createSender(runtime) };
}
