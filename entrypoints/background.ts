import entries from 'virtual:manicule/entries';
import { defineBackground } from 'wxt/utils/define-background';
import { startBackground } from '../lib/app/background/start-background.ts';
import { extension } from '../lib/platform/browser/extension-api.ts';
import { createDraftStore } from '../lib/platform/drafts/draft-store.ts';
import { createDraftsChannel } from '../lib/platform/drafts/drafts-channel.ts';
import { openNoteDatabase } from '../lib/platform/notes/note-database.ts';
import { createNoteStore } from '../lib/platform/notes/note-store.ts';
import { createNotesChannel } from '../lib/platform/notes/notes-channel.ts';
import { createReaderDatabase } from '../lib/platform/storage/reader-database.ts';
import { createBrowserSync, joinBrowserSync } from '../lib/platform/sync/browser-settings-sync.ts';
import { openLocal } from '../lib/platform/sync/replicas.ts';
import { createSyncChannel } from '../lib/platform/sync/sync-channel.ts';
import { createSyncRecordStore } from '../lib/platform/sync/sync-record-store.ts';
import { createSyncService } from '../lib/platform/sync/sync-service.ts';

export default defineBackground(() => {
  const store = createNoteStore(() => openNoteDatabase());
  const syncChannel = createSyncChannel();
  const { storage } = extension;
  const reader = createReaderDatabase({ legacy: storage.local });
  startBackground({
    apis: extension,
    reader,
    entries,
    store,
    drafts: createDraftStore(),
    notesChannel: createNotesChannel(),
    draftsChannel: createDraftsChannel(),
    createSync: (onNotes) =>
      createSyncService({
        store,
        openLocal: () => openLocal(),
        records: createSyncRecordStore(),
        alarms: extension.alarms,
        onReport: (report) => syncChannel.notify(report),
        onNotes,
        // A call of the extension's API puts off the end of the background.
        stayAwake: () => void extension.runtime.getPlatformInfo().catch(() => undefined),
        nowMs: Date.now,
      }),
    browserSync: createBrowserSync(joinBrowserSync(reader, storage)),
    network: globalThis,
    reinjectsItself: import.meta.env.FIREFOX,
    nowMs: Date.now,
  });
});
