/** The Backup section: makes the file, remembers when, and restores one. */
import type { RestoreMode } from '../../core/backup/restore-plan.ts';
import { planRestore } from '../../core/backup/restore-plan.ts';
import { faultText } from '../../core/i18n/import-error-text.ts';
import { errorMessageOf } from '../../core/i18n/error-text.ts';
import type { Problem } from '../../core/base/result.ts';
import type { Strings } from '../../core/i18n/strings.ts';
import { createBackupService, type BackupPreview } from '../../platform/backup/backup-service.ts';
import { extension } from '../../platform/browser/extension-api.ts';
import { watchLastBackup } from '../../platform/backup/settings-backup.ts';
import type { Sender } from '../../platform/messaging/message-bus.ts';
import { createSettings, DEFAULT_SETTINGS } from '../../platform/storage/local-settings.ts';
import { BackupState } from '../../ui/options/BackupState.tsx';
import { FileImport } from '../../ui/options/FileImport.tsx';
import { RestorePreview } from '../../ui/options/RestorePreview.tsx';
import { createFileImporter } from './file-import.ts';
import { saveFile } from '../../platform/browser/save-file.ts';

export interface BackupController {
  start(): void;
  view(): preact.ComponentChildren;
}

export function createBackupController(sender: Sender, strings: Strings, draw: () => void): BackupController {
  const { t, count } = strings;
  const { name, version } = extension.runtime.getManifest();
  const keeper = createBackupService({ sender, storage: extension.storage, by: `${name} ${version}` });
  const settings = createSettings(extension.storage);
  let last: string | null | undefined;
  let reminder = DEFAULT_SETTINGS.backupReminder;
  let said = { text: '', isWrong: false };
  let isBusy = false;
  let wroteSettings = false;

  const file = createFileImporter<BackupPreview>(
    strings,
    async (text) => {
      const found = await keeper.look(text);
      return found.ok ? { looked: found.value } : { reasons: reasonsOf(found.problems) };
    },
    draw,
  );

  /** What is wrong with the file as a whole is said in the reader's words; what is wrong in it, with its place. */
  function reasonsOf(problems: readonly Problem[]): string[] {
    const kind = problems[0]?.path[0] ?? 'json';
    if (kind === 'json' || kind === 'format' || kind === 'version' || kind === 'checksum') {
      return [t(`refusedBackup_${kind}`)];
    }
    const places = problems.slice(0, 10).map(({ path, message, fault }) => {
      const said = fault ? faultText(fault, strings) : message;
      return `${path.join(' › ')}: ${said}`;
    });
    return [t('refusedBackup_content'), ...places];
  }

  async function backUp(): Promise<void> {
    isBusy = true;
    draw();
    try {
      const made = await keeper.make();
      saveFile({ ...made, type: 'application/json' });
      said = { text: t('backupSaved', { name: made.name }), isWrong: false };
    } catch (error) {
      const problem = errorMessageOf(error, strings);
      said = { text: t('backupFailed', { problem }), isWrong: true };
    }
    isBusy = false;
    draw();
  }

  function restore(mode: RestoreMode): void {
    const flow = file.flow();
    if (flow.step !== 'preview') return;
    const { looked } = flow;
    const { notes } = planRestore(looked.comparison, mode, new Date().toISOString());
    file.write(notes.length, async (onProgress) => {
      const done = await keeper.restore(looked, mode, onProgress);
      wroteSettings = done.wroteSettings;
      return done;
    });
  }

  async function load(): Promise<void> {
    [last, { backupReminder: reminder }] = await Promise.all([keeper.last(), settings.get()]);
    draw();
  }

  return {
    start() {
      settings.watch(() => void load());
      watchLastBackup(extension.storage, () => void load());
      void load();
    },
    view: () => (
      <>
        <BackupState
          {...{ last, reminder, said, isBusy, strings }}
          nowMs={Date.now()}
          onBackUp={() => void backUp()}
          onRemind={(backupReminder) => void settings.set({ backupReminder })}
        />
        <FileImport
          id="restore"
          flow={file.flow()}
          strings={strings}
          accept=".json,application/json"
          title={t('restoreTitle')}
          lead={t('restoreLead')}
          choose={t('restoreChoose')}
          refused={(name) => t('restoreRefused', { name })}
          done={(name) => t('restoreDone', { name })}
          said={({ written }) => [
            count('fileWritten', written),
            ...(wroteSettings ? [t('fileSettings')] : []),
          ]}
          preview={({ backup, comparison }, name) => (
            <RestorePreview
              {...{ name, backup, comparison, strings }}
              nowMs={Date.now()}
              onRestore={restore}
              onClose={() => file.close()}
            />
          )}
          onChoose={(chosen) => file.choose(chosen)}
          onUndo={() => file.undo()}
          onClose={() => file.close()}
        />
      </>
    ),
  };
}
