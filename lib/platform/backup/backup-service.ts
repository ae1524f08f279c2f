/** Backup and restore for the extension's pages. */
import { backupName, writeBackup, type Backup, type BackupContent } from '../../core/backup/backup-file.ts';
import {
  compareBackup,
  planRestore,
  type Comparison,
  type RestoreMode,
} from '../../core/backup/restore-plan.ts';
import { parseBackup } from '../../core/backup/parse-backup.ts';
import { ok, type Result } from '../../core/base/result.ts';
import {
  readSettingsBackup,
  readLastBackup,
  sectionReaders,
  writeSettingsBackup,
  writeLastBackup,
} from './settings-backup.ts';
import type { Sender } from '../messaging/message-bus.ts';
import {
  writeNotes,
  readAllNotes,
  undoBulkWrite,
  type BulkWriteOutcome,
} from '../notes/bulk-write-client.ts';
import type { ReaderStorage } from '../storage/storage-item.ts';
import { sha256 } from '../browser/sha256.ts';

export interface BackupPreview {
  backup: Backup;
  comparison: Comparison;
}

export interface Restored extends Omit<BulkWriteOutcome, 'undo'> {
  wroteSettings: boolean;
  /** Undoes the whole restore, settings included. */
  undo(): Promise<void>;
}

export interface BackupService {
  /** Returns a file to save, and records the time of the last backup. @throws MessageError if notes cannot be read. */
  make(): Promise<{ name: string; text: string }>;
  /** Writes nothing; fails with the reasons if the file cannot be used. @throws MessageError if notes cannot be read. */
  preview(text: string): Promise<Result<BackupPreview>>;
  /** @param options.unbins also restores notes of the backup that are in the bin here; for a merge only. */
  restore(
    preview: BackupPreview,
    mode: RestoreMode,
    options?: { unbins?: boolean; onProgress?(done: number, total: number): void },
  ): Promise<Restored>;
  /** ISO 8601 in UTC; null if no backup was ever made. */
  last(): Promise<string | null>;
}

export interface BackupServiceParts {
  sender: Sender;
  storage: ReaderStorage;
  /** "Manicule 0.1.0" */
  by: string;
  nowMs?: () => number;
}

export function createBackupService({
  sender,
  storage,
  by,
  nowMs = Date.now,
}: BackupServiceParts): BackupService {
  const nowIso = (): string => new Date(nowMs()).toISOString();

  async function readPresent(): Promise<BackupContent> {
    const [notes, settings] = await Promise.all([readAllNotes(sender), readSettingsBackup(storage)]);
    return { settings, notes };
  }

  return {
    async make() {
      const madeIso = nowIso();
      const text = await writeBackup(await readPresent(), { madeIso, by }, sha256);
      await writeLastBackup(storage, madeIso);
      return { name: backupName(madeIso), text };
    },
    async preview(text) {
      const parsed = await parseBackup(text, sha256, sectionReaders);
      if (!parsed.ok) return parsed;
      const backup = parsed.value;
      return ok({ backup, comparison: compareBackup(backup.content, await readPresent()) });
    },
    async restore({ comparison }, mode, { unbins = false, onProgress } = {}) {
      const { present } = comparison;
      const plan = planRestore(comparison, mode, nowIso(), unbins);
      const { undo, ...outcome } = await writeNotes(sender, plan.notes, {
        present: present.notes,
        over: plan.over,
        ...(onProgress && { onProgress }),
      });
      // Settings come after notes, so that they do not change if the notes stopped half-way.
      const wroteSettings = plan.settings !== null && outcome.problem === null;
      if (wroteSettings) await writeSettingsBackup(storage, plan.settings!);
      return {
        ...outcome,
        wroteSettings,
        async undo() {
          await undoBulkWrite(sender, undo, nowIso());
          if (wroteSettings) await writeSettingsBackup(storage, present.settings);
        },
      };
    },
    last: () => readLastBackup(storage),
  };
}
