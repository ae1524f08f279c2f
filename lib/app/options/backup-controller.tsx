/** The Backup section: makes backups, shows the age of the last, and restores one. */
import { DEFAULT_SETTINGS, type Settings } from '../../core/settings/settings.ts';
import { planRestore, type RestoreMode } from '../../core/backup/restore-plan.ts';
import { faultText } from '../../core/i18n/import-error-text.ts';
import { errorMessageOf } from '../../core/i18n/error-text.ts';
import type { Problem } from '../../core/base/result.ts';
import type { ExportedFile } from '../../core/exchange/import-export.ts';
import type { Strings } from '../../core/i18n/strings.ts';
import type { BackupPreview, BackupService } from '../../platform/backup/backup-service.ts';
import type { Stored } from '../../platform/storage/local-settings.ts';
import { BackupState } from '../../ui/options/BackupState.tsx';
import { FileImport } from '../../ui/options/FileImport.tsx';
import { RestorePreview } from '../../ui/options/RestorePreview.tsx';
import { createFileImporter } from './file-importer.ts';
import { createFileSaver } from './file-saver.ts';

export interface BackupParts {
  service: BackupService;
  settings: Stored<Settings> & { set(changes: Partial<Settings>): Promise<void> };
  watchLastBackup(onMade: () => void): void;
  saveFile(file: ExportedFile): void;
  guardUnload(isWorking: () => boolean): void;
  nowMs(): number;
  strings: Strings;
  onChanged(): void;
}

export interface BackupController {
  start(): void;
  view(): preact.ComponentChildren;
}

/** Faults of a file that are listed; a damaged one may have thousands. */
const MAX_REASONS = 10;

export function createBackupController(parts: BackupParts): BackupController {
  const { service, settings, guardUnload, nowMs, strings, onChanged } = parts;
  const { t, count } = strings;
  let last: string | null | undefined;
  let reminder = DEFAULT_SETTINGS.backupReminder;
  let wroteSettings = false;

  const saver = createFileSaver({
    async make() {
      const { name, text } = await service.make();
      return { file: { name, text, type: 'application/json' }, text: t('backupSaved', { name }) };
    },
    failureText: (error) => t('backupFailed', { problem: errorMessageOf(error, strings) }),
    saveFile: parts.saveFile,
    onChanged,
  });

  const importer = createFileImporter<BackupPreview>({
    strings,
    async preview(text) {
      const found = await service.preview(text);
      return found.ok ? { preview: found.value } : { reasons: reasonsOf(found.problems, strings) };
    },
    guardUnload,
    onChanged,
  });

  function restore(mode: RestoreMode, unbins: boolean): void {
    const flow = importer.flow();
    if (flow.step !== 'preview') return;
    const { preview } = flow;
    const { notes } = planRestore(preview.comparison, mode, new Date(nowMs()).toISOString(), unbins);
    importer.write(notes.length, async (onProgress) => {
      const restored = await service.restore(preview, mode, { unbins, onProgress });
      wroteSettings = restored.wroteSettings;
      return restored;
    });
  }

  function load(): void {
    Promise.all([service.last(), settings.get()]).then(
      ([lastBackup, { backupReminder }]) => {
        last = lastBackup;
        reminder = backupReminder;
        onChanged();
      },
      // Keep showing the last value that could be read.
      () => undefined,
    );
  }

  return {
    start() {
      settings.watch(load);
      parts.watchLastBackup(load);
      load();
    },
    view: () => (
      <>
        <BackupState
          {...{ last, reminder, strings }}
          status={saver.status()}
          nowMs={nowMs()}
          onBackUp={() => saver.save()}
          onRemind={(backupReminder) => void settings.set({ backupReminder }).catch(load)}
        />
        <FileImport
          id="restore"
          flow={importer.flow()}
          strings={strings}
          accept=".json,application/json"
          title={t('restoreTitle')}
          lead={t('restoreLead')}
          chooseLabel={t('restoreChoose')}
          refusedTitle={(name) => t('restoreRefused', { name })}
          doneTitle={(name) => t('restoreDone', { name })}
          summarize={({ written }) => [
            count('fileWritten', written),
            ...(wroteSettings ? [t('fileSettings')] : []),
          ]}
          preview={({ backup, comparison }, name) => (
            <RestorePreview
              {...{ name, backup, comparison, strings }}
              nowMs={nowMs()}
              onRestore={restore}
              onClose={() => importer.close()}
            />
          )}
          onChoose={(file) => importer.choose(file)}
          onUndo={() => importer.undo()}
          onClose={() => importer.close()}
        />
      </>
    ),
  };
}

/** A fault of the file as a whole has its own sentence; faults inside it are listed with their paths. */
function reasonsOf(problems: readonly Problem[], strings: Strings): string[] {
  const kind = problems[0]?.path[0] ?? 'json';
  if (kind === 'json' || kind === 'format' || kind === 'version' || kind === 'checksum') {
    return [strings.t(`refusedBackup_${kind}`)];
  }
  const faults = problems.slice(0, MAX_REASONS).map(({ path, message, fault }) => {
    const reason = fault ? faultText(fault, strings) : message;
    return `${path.join(' › ')}: ${reason}`;
  });
  return [strings.t('refusedBackup_content'), ...faults];
}
