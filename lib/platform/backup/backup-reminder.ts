/** Whether it is time to remind of a backup, for a page of ours that shows notes. */
import { backupAgeDays, isBackupDue } from '../../core/backup/backup-age.ts';
import { readLastBackup } from './settings-backup.ts';
import { createSettings } from '../storage/local-settings.ts';
import type { ReaderStorage } from '../storage/storage-item.ts';

/** Null: not wished, nothing to lose, or young enough. Else the age of the last backup in days; null: never made. */
export async function readBackupDue(
  storage: ReaderStorage,
  notes: number,
  nowMs: number,
): Promise<{ days: number | null } | null> {
  const [{ backupReminder }, last] = await Promise.all([
    createSettings(storage).get(),
    readLastBackup(storage),
  ]);
  if (!isBackupDue(backupReminder, { last, nowMs, notes })) return null;
  return { days: backupAgeDays(last, nowMs) };
}
