import { backupAgeDays, isBackupDue } from '../../core/backup/backup-age.ts';
import { readLastBackup } from './settings-backup.ts';
import { createSettings } from '../storage/local-settings.ts';
import type { ReaderStorage } from '../storage/storage-item.ts';

/** Null if no reminder is due; else the age of the last backup in days, null if none was ever made. */
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
