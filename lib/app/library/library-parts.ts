/** The parts of the library page in a real browser. */
import type { Browser } from 'webextension-polyfill';
import type { Strings } from '../../core/i18n/strings.ts';
import { yieldToInput, runWhenIdle } from '../../dom/reading/idle-slices.ts';
import { createBackupService } from '../../platform/backup/backup-service.ts';
import { watchLastBackup } from '../../platform/backup/settings-backup.ts';
import { openPanel } from '../../platform/browser/open-panel.ts';
import { persist } from '../../platform/browser/persist-storage.ts';
import { saveFile } from '../../platform/browser/save-file.ts';
import { createDraftsClient } from '../../platform/drafts/drafts-client.ts';
import { createSender } from '../../platform/messaging/message-bus.ts';
import { createNotesChannel } from '../../platform/notes/notes-channel.ts';
import { createSettings, createSiteRules } from '../../platform/storage/local-settings.ts';
import { createOrphanStore } from '../../platform/storage/orphan-store.ts';
import { createPanelRequest } from '../../platform/storage/panel-request.ts';
import { openAtPassage } from '../../platform/tabs/open-at-passage.ts';
import type { LibraryParts } from './library-controller.ts';
import { openReaderStorage } from '../../platform/storage/remote-reader-storage.ts';

export interface LibraryContext {
  strings: Strings;
  termOf(concept: string): string;
  onChanged(): void;
}

/**
 * Firefox for Android has no `windows`, whatever the polyfill's types say:
 * https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/windows#browser_compatibility
 */
type Extension = Omit<Browser, 'windows'> & { windows?: Browser['windows'] | undefined };

export function createLibraryParts(extension: Extension, context: LibraryContext): LibraryParts {
  const { tabs, windows, permissions, scripting, runtime, storage } = extension;
  const sender = createSender(runtime);
  const reader = openReaderStorage(extension);
  const rules = createSiteRules(reader);
  const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
  const opening = { tabs, windows, permissions, scripting, rules, pause, nowMs: Date.now };
  const by = `Manicule ${runtime.getManifest().version}`;
  return {
    ...context,
    sender,
    createDrafts: (onChanged) => createDraftsClient(sender, onChanged),
    notesChannel: createNotesChannel(),
    orphans: createOrphanStore(reader),
    settings: createSettings(reader),
    backup: createBackupService({ sender, storage: reader, by }),
    watchLastBackup: (onMade) => watchLastBackup(reader, onMade),
    panelRequest: createPanelRequest(storage.session, storage.onChanged),
    windowId: async () => (await windows?.getCurrent())?.id,
    openPanel,
    openAtPassage: (note) => openAtPassage(opening, note),
    copyText: (text) => navigator.clipboard.writeText(text),
    saveFile,
    persist: () => persist(),
    idle: runWhenIdle,
    soon: yieldToInput,
    newId: () => crypto.randomUUID(),
    nowMs: Date.now,
  };
}
