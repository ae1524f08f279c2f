import entries from 'virtual:manicule/entries';
import { defineBackground } from 'wxt/utils/define-background';
import { createAccept } from '../lib/core/protocol/sender-policy.ts';
import { createNoteHandlers, createNotePages } from '../lib/app/background/note-handlers.ts';
import { createBinPurger } from '../lib/platform/notes/bin-purger.ts';
import { welcome } from '../lib/app/background/first-run.ts';
import {
  commandGiven,
  createMenu,
  listenToUserInput,
  menuClicked,
} from '../lib/app/background/commands-and-menus.ts';
import { injectIntoOpenTabs } from '../lib/app/background/inject-into-open-tabs.ts';
import { createFrameCardHandlers } from '../lib/app/background/frame-card-handlers.ts';
import { createSyncHandlers } from '../lib/app/background/sync-handlers.ts';
import { createSiteStates } from '../lib/app/background/site-state-sync.ts';
import { createTabNotifier, createNotesChanged } from '../lib/app/background/notify-tabs.ts';
import { backgroundGuards } from '../lib/core/protocol/background-guards.ts';
import { createDraftHandlers } from '../lib/app/background/draft-handlers.ts';
import { createDraftStore } from '../lib/platform/drafts/draft-store.ts';
import { createDraftsChannel } from '../lib/platform/drafts/drafts-channel.ts';
import { extension } from '../lib/platform/browser/extension-api.ts';
import { focusedFrame, orphansInTab } from '../lib/platform/tabs/frames.ts';
import { readLastBackup } from '../lib/platform/backup/settings-backup.ts';
import { createOrphanStore } from '../lib/platform/storage/orphan-store.ts';
import { handle } from '../lib/platform/messaging/message-bus.ts';
import type { BackgroundMessages } from '../lib/core/protocol/messages.ts';
import { openNoteDatabase } from '../lib/platform/notes/note-database.ts';
import { createNoteStore } from '../lib/platform/notes/note-store.ts';
import { createNotesChannel } from '../lib/platform/notes/notes-channel.ts';
import { createNotedPages, createSiteRules } from '../lib/platform/storage/local-settings.ts';
import { createBrowserSync } from '../lib/platform/sync/browser-settings-sync.ts';
import { openLocal } from '../lib/platform/sync/replicas.ts';
import { createSyncRecordStore } from '../lib/platform/sync/sync-record-store.ts';
import { createSyncService } from '../lib/platform/sync/sync-service.ts';
import { listenForPages } from '../lib/platform/sync/page-presence.ts';
import { createSyncChannel } from '../lib/platform/sync/sync-channel.ts';

/** Every listener is there before the first turn ends: a browser that woke us for an event looks then. */
export default defineBackground(() => {
  const { action, alarms, contextMenus, i18n, permissions, runtime, scripting, storage, tabs } = extension;

  const store = createNoteStore(() => openNoteDatabase());
  const notedPages = createNotedPages(storage);
  const drafts = createDraftStore();
  const draftsSignal = createDraftsChannel();
  const notePages = createNotePages(store, notedPages, drafts);
  const rules = createSiteRules(storage);
  const states = createSiteStates({ rules, tabs, alarms, action, i18n, nowMs: Date.now });
  const tellAll = createNotesChanged(createTabNotifier(tabs, scripting), createNotesChannel());
  const syncSignal = createSyncChannel();
  const sync = createSyncService({
    store,
    openLocal: () => openLocal(),
    records: createSyncRecordStore(),
    alarms,
    onReport: (report) => syncSignal.notify(report),
    onNotes: (notes) => {
      tellAll(notes);
      attempt(notePages.sync());
    },
    stayAwake: () => attempt(runtime.getPlatformInfo()),
    nowMs: Date.now,
  });
  const told: typeof tellAll = (notes) => {
    tellAll(notes);
    sync.notesChanged();
  };
  const bin = createBinPurger({ store, alarms, told, nowMs: Date.now });

  handle<BackgroundMessages>(
    runtime,
    {
      ...createNoteHandlers({
        store,
        notedPages,
        drafts,
        entries,
        told,
        lostPlaces: createOrphanStore(storage),
        lostIn: (tabId, ids) => orphansInTab({ tabs, scripting }, tabId, ids),
        lastBackup: () => readLastBackup(storage),
        nowIso: () => new Date().toISOString(),
        runScript: (tabId, frameId, file) =>
          scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: [file] }),
        showIcon: (id, state) => states.showIcon(id, state),
      }),
      ...createFrameCardHandlers({ tabs, entries }),
      ...createSyncHandlers({ sync, store, told }),
      ...createDraftHandlers({
        drafts,
        store,
        told: () => draftsSignal.notify(null),
        pagesChanged: () => notePages.sync(),
      }),
    },
    { guards: backgroundGuards, accept: createAccept(runtime.getURL('')) },
  );

  createBrowserSync(storage).run();
  listenForPages(runtime, () => sync.addPage());
  addEventListener('online', () => attempt(sync.syncNow()));
  listenToUserInput(extension, {
    menu: (info, tab) => attempt(menuClicked(tabs, runtime.getURL(''), info, tab)),
    command: (command, tab) =>
      attempt(commandGiven(tabs, command, tab, states.toggle, (id) => focusedFrame({ tabs, scripting }, id))),
  });
  alarms.onAlarm.addListener(({ name }) => {
    attempt(states.alarmRang(name));
    attempt(bin.alarmRang(name));
    attempt(sync.handleAlarm(name));
  });
  rules.watch((now, before) => attempt(states.rulesChanged(now, before)));

  const readOpenTabs = (): void =>
    attempt(injectIntoOpenTabs({ tabs, scripting, manifest: runtime.getManifest() }));
  // Access that was withheld or taken back is given: tabs that are open are read without a reload.
  permissions.onAdded.addListener(({ origins = [] }) => {
    if (origins.length > 0) readOpenTabs();
  });

  const prepare = (): void => {
    attempt(createMenu(contextMenus, i18n));
    attempt(states.schedule());
    attempt(notePages.sync());
    attempt(bin.start());
    attempt(sync.start());
  };
  runtime.onStartup.addListener(prepare);
  runtime.onInstalled.addListener(({ reason }) => {
    prepare();
    attempt(welcome({ storage, tabs, runtime }, reason));
    if (import.meta.env.FIREFOX || (reason !== 'install' && reason !== 'update')) return;
    readOpenTabs();
  });
});

/** A tab that closes, a browser that refuses: events have nobody to tell, and the next one finds us unharmed. */
function attempt(work: Promise<unknown>): void {
  work.catch(() => undefined);
}
