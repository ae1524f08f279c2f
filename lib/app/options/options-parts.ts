/** The parts of the options page in a real browser. */
import type { Browser } from 'webextension-polyfill';
import type { Strings } from '../../core/i18n/strings.ts';
import { createBackupService } from '../../platform/backup/backup-service.ts';
import { createImportExportService } from '../../platform/backup/import-export-service.ts';
import { watchLastBackup } from '../../platform/backup/settings-backup.ts';
import { mayReadFiles } from '../../platform/browser/file-access.ts';
import { persist } from '../../platform/browser/persist-storage.ts';
import { createShortcutReader } from '../../platform/browser/read-shortcuts.ts';
import { saveFile } from '../../platform/browser/save-file.ts';
import { createSender } from '../../platform/messaging/message-bus.ts';
import { createNotesChannel } from '../../platform/notes/notes-channel.ts';
import {
  createSettings,
  createSiteDecisions,
  createSiteRules,
} from '../../platform/storage/local-settings.ts';
import { openReaderStorage } from '../../platform/storage/remote-reader-storage.ts';
import { createBrowserSync, joinBrowserSync } from '../../platform/sync/browser-settings-sync.ts';
import { createBackupController } from './backup-controller.tsx';
import { createImportExportController } from './import-export-controller.tsx';
import type { OptionsParts } from './options-controller.tsx';
import { createRulesController } from './rules-controller.ts';
import { createShortcutsController } from './shortcuts-controller.tsx';

export interface OptionsContext {
  strings: Strings;
  isFirefox: boolean;
  subjects: OptionsParts['subjects'];
  onChanged(): void;
}

const guardUnload = (isWorking: () => boolean): void =>
  addEventListener('beforeunload', (event) => {
    if (isWorking()) event.preventDefault();
  });

export function createOptionsParts(
  extension: Browser,
  { strings, isFirefox, subjects, onChanged }: OptionsContext,
): Omit<OptionsParts, 'sync'> {
  const { storage, permissions, runtime, tabs, commands } = extension;
  const { name, version, ...manifest } = runtime.getManifest();
  const sender = createSender(runtime);
  const reader = openReaderStorage(extension);
  const settings = createSettings(reader);
  const shared = { strings, onChanged };
  const files = { saveFile, guardUnload };
  return {
    ...shared,
    sender,
    subjects,
    rules: createRulesController({
      ...shared,
      sender,
      settings,
      rules: createSiteRules(reader),
      decisions: createSiteDecisions(reader),
      permissions,
      mayReadFiles: () => mayReadFiles(extension),
      mayReadPrivateWindows: () => extension.extension.isAllowedIncognitoAccess(),
      onReturn: (listener) => document.addEventListener('visibilitychange', listener),
      nowMs: Date.now,
    }),
    shortcuts: createShortcutsController({
      ...shared,
      reader: createShortcutReader({ commands, manifest, tabs, isFirefox }),
      onReturn: (listener) => addEventListener('focus', listener),
    }),
    backup: createBackupController({
      ...shared,
      ...files,
      settings,
      service: createBackupService({ sender, storage: reader, by: `${name} ${version}` }),
      watchLastBackup: (onMade) => watchLastBackup(reader, onMade),
      nowMs: Date.now,
    }),
    importExport: createImportExportController({
      ...shared,
      ...files,
      service: createImportExportService({ sender, lang: strings.lang }),
    }),
    browserSync: createBrowserSync(joinBrowserSync(reader, storage)),
    notesChannel: createNotesChannel(),
    openDetails: isFirefox ? null : () => void tabs.create({ url: `chrome://extensions/?id=${runtime.id}` }),
    persist: () => persist(),
  };
}
