/** Puts the background together: handlers of messages, listeners of events, and what runs at a start. */
import type { Browser } from 'webextension-polyfill';
import type { Concept } from '../../core/glossary/concept.ts';
import type { Note } from '../../core/notes/note.ts';
import { backgroundMessages } from '../../core/protocol/background-messages.ts';
import type { BackgroundMessages } from '../../core/protocol/messages.ts';
import type { DraftStore } from '../../platform/drafts/draft-store.ts';
import { handle } from '../../platform/messaging/message-bus.ts';
import type { Channel } from '../../platform/messaging/channel.ts';
import { createBinPurger } from '../../platform/notes/bin-purger.ts';
import type { NoteStore } from '../../platform/notes/note-store.ts';
import type { NotesChannel } from '../../platform/notes/notes-channel.ts';
import { createNotedPages, createSiteRules } from '../../platform/storage/local-settings.ts';
import { createPageMirrorWriter } from '../../platform/storage/page-mirror-writer.ts';
import { announceChanges } from '../../platform/storage/remote-reader-storage.ts';
import type { ReaderStorage } from '../../platform/storage/storage-item.ts';
import { createOrphanStore } from '../../platform/storage/orphan-store.ts';
import { listenForPages } from '../../platform/sync/page-presence.ts';
import type { SyncService } from '../../platform/sync/sync-service.ts';
import { focusedFrame, orphansInTab } from '../../platform/tabs/frames.ts';
import { commandGiven, createMenu, listenToUserInput, menuClicked } from './commands-and-menus.ts';
import { createDraftHandlers } from './draft-handlers.ts';
import { welcome } from './first-run.ts';
import { createFrameCardHandlers } from './frame-card-handlers.ts';
import { injectIntoOpenTabs } from './inject-into-open-tabs.ts';
import { createNoteHandlers } from './note-handlers.ts';
import { createNotedPagesSync } from './noted-pages-sync.ts';
import { createNotesNotifier, createTabNotifier, type FrameOfTab } from './notify-tabs.ts';
import { createPageServiceHandlers } from './page-service-handlers.ts';
import { createReaderStorageHandlers } from './reader-storage-handlers.ts';
import { createSiteStates } from './site-state-sync.ts';
import { createSyncHandlers } from './sync-handlers.ts';

/** Phones have neither `contextMenus` nor `commands`, whatever the types say. */
export type BackgroundApis = Pick<
  Browser,
  'action' | 'alarms' | 'i18n' | 'permissions' | 'runtime' | 'scripting' | 'storage' | 'tabs'
> &
  Partial<Pick<Browser, 'contextMenus' | 'commands'>>;

export interface BackgroundParts {
  apis: BackgroundApis;
  /** Settings, site rules and decisions. */
  reader: ReaderStorage;
  entries: readonly Concept[];
  store: NoteStore;
  drafts: DraftStore;
  notesChannel: Pick<NotesChannel, 'notify'>;
  draftsChannel: Pick<Channel<null>, 'notify'>;
  /** `onNotes`: notes came from the server. */
  createSync(onNotes: (notes: readonly Note[]) => void): SyncService;
  /** Settings that travel with the browser's account. */
  browserSync: { run(): void };
  /** The event `online` is dispatched on it. */
  network: Pick<EventTarget, 'addEventListener'>;
  /** Firefox runs content scripts in open tabs by itself after an install or update; Chromium does not. */
  reinjectsItself: boolean;
  nowMs(): number;
}

/** Adds every listener before it returns: a browser that wakes the background for an event looks for them then. */
export function startBackground(parts: BackgroundParts): void {
  const { apis, reader, entries, store, drafts, notesChannel, draftsChannel, network, nowMs } = parts;
  const { action, alarms, commands, contextMenus, i18n, permissions, runtime, scripting, storage, tabs } =
    apis;

  const mirror = createPageMirrorWriter({ reader, shared: storage });
  mirror.start();
  announceChanges(reader, storage.session);
  const notedPages = createNotedPagesSync(store, createNotedPages(reader), drafts);
  const rules = createSiteRules(reader);
  const states = createSiteStates({ rules, tabs, alarms, action, i18n, nowMs });
  const notifyAll = createNotesNotifier(createTabNotifier(tabs, scripting), notesChannel);
  const sync = parts.createSync((notes) => {
    notifyAll(notes);
    attempt(notedPages.sync());
  });
  const notify = (notes: readonly Note[], changedBy: FrameOfTab | null = null): void => {
    notifyAll(notes, changedBy);
    sync.notesChanged();
  };
  const bin = createBinPurger({ store, alarms, onPurged: notify, nowMs });

  handle<BackgroundMessages>(runtime, backgroundMessages, {
    ...createPageServiceHandlers({
      entries,
      runScript: (tabId, frameId, file) =>
        scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: [file] }),
      showIcon: (id, state) => states.showIcon(id, state),
    }),
    ...createNoteHandlers({
      store,
      notedPages,
      drafts,
      notify,
      orphans: createOrphanStore(reader),
      orphansIn: (tabId, ids) => orphansInTab({ tabs, scripting }, tabId, ids),
      nowIso: () => new Date(nowMs()).toISOString(),
    }),
    ...createDraftHandlers({
      drafts,
      store,
      notify: () => draftsChannel.notify(null),
      onPagesChanged: () => notedPages.sync(),
    }),
    ...createSyncHandlers({ sync, store, notify }),
    ...createReaderStorageHandlers({ reader, mirror }),
    ...createFrameCardHandlers({ tabs, entries }),
  } satisfies Required<Parameters<typeof handle<BackgroundMessages>>[2]>);

  parts.browserSync.run();
  listenForPages(runtime, () => sync.addPage());
  network.addEventListener('online', () => attempt(sync.syncNow()));
  listenToUserInput(
    { contextMenus, commands },
    {
      menu: (info, tab) => attempt(menuClicked(tabs, runtime.getURL(''), info, tab)),
      command: (command, tab) =>
        attempt(
          commandGiven(tabs, command, tab, states.toggle, (id) => focusedFrame({ tabs, scripting }, id)),
        ),
    },
  );
  alarms.onAlarm.addListener(({ name }) => {
    attempt(states.alarmRang(name));
    attempt(bin.alarmRang(name));
    attempt(sync.handleAlarm(name));
  });
  // Pages that are notified read the mirror again.
  rules.watch((now, before) => attempt(mirror.write().then(() => states.rulesChanged(now, before))));

  const readOpenTabs = (): void =>
    attempt(injectIntoOpenTabs({ tabs, scripting, manifest: runtime.getManifest() }));
  // Access that was withheld or taken back is given: open tabs are read without a reload.
  permissions.onAdded.addListener(({ origins = [] }) => {
    if (origins.length > 0) readOpenTabs();
  });

  const prepare = (): void => {
    attempt(createMenu(contextMenus, i18n));
    attempt(mirror.write());
    attempt(states.schedule());
    attempt(notedPages.sync());
    attempt(bin.start());
    attempt(sync.start());
  };
  runtime.onStartup.addListener(prepare);
  runtime.onInstalled.addListener(({ reason }) => {
    prepare();
    attempt(welcome({ storage, tabs, runtime }, reason));
    const isNew = reason === 'install' || reason === 'update';
    if (isNew && !parts.reinjectsItself) readOpenTabs();
  });
}

/** A tab that closes, a browser that refuses: an event has no caller to report to, and the next one works again. */
function attempt(work: Promise<unknown>): void {
  work.catch(() => undefined);
}
