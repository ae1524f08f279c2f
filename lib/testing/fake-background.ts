/** The real background for notes, in Node: its store over a database in memory, its answers, its guards. */
import 'fake-indexeddb/auto';
import { createAccept } from '../core/protocol/sender-policy.ts';
import { createNoteHandlers, createNotePages } from '../app/background/note-handlers.ts';
import { createDraftHandlers } from '../app/background/draft-handlers.ts';
import { createDraftStore } from '../platform/drafts/draft-store.ts';
import { backgroundGuards } from '../core/protocol/background-guards.ts';
import { readLastBackup } from '../platform/backup/settings-backup.ts';
import { createOrphanStore } from '../platform/storage/orphan-store.ts';
import { createSender, handle } from '../platform/messaging/message-bus.ts';
import type { BackgroundMessages } from '../core/protocol/messages.ts';
import { openNoteDatabase, type NoteDatabase } from '../platform/notes/note-database.ts';
import { createNoteStore } from '../platform/notes/note-store.ts';
import { createNotedPages } from '../platform/storage/local-settings.ts';
import { createFakeRuntime, createFakeStorage, FAKE_BASE } from './fake-runtime.ts';

let databases = 0;

/** @param around what stands between the store and its database: faults, delays. */
export function createFakeBackground(around: (database: NoteDatabase) => NoteDatabase = (real) => real) {
  const storage = createFakeStorage();
  const runtime = createFakeRuntime();
  const name = `background-${++databases}`;
  const store = createNoteStore(() => around(openNoteDatabase(name)));
  const notedPages = createNotedPages(storage);
  const drafts = createDraftStore(`drafts-${databases}`);
  const answers = createNoteHandlers({
    store,
    notedPages,
    drafts,
    entries: [],
    told: () => undefined,
    lostPlaces: createOrphanStore(storage),
    lostIn: async (_tab, ids) => [...ids],
    lastBackup: () => readLastBackup(storage),
    nowIso: () => '2026-11-28T00:00:00.000Z',
    runScript: async () => undefined,
    showIcon: async () => undefined,
  });
  const draftAnswers = createDraftHandlers({
    drafts,
    store,
    told: () => undefined,
    pagesChanged: () => createNotePages(store, notedPages, drafts).sync(),
  });
  handle<BackgroundMessages>(
    runtime,
    { ...answers, ...draftAnswers },
    {
      guards: backgroundGuards,
      accept: createAccept(FAKE_BASE),
    },
  );
  return { store, storage, runtime, drafts, sender: createSender(runtime) };
}
