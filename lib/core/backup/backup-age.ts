const DAY_MS = 86_400_000;

/** How often the reader wants to be reminded; never by default. */
export type BackupReminder = 'never' | 'week' | 'month';
export const BACKUP_REMINDERS: readonly BackupReminder[] = ['never', 'week', 'month'];

const DAYS: Record<BackupReminder, number> = { never: Infinity, week: 7, month: 30 };

/** Whole days since the last backup (ISO 8601); null if none was ever made. */
export function backupAgeDays(last: string | null, nowMs: number): number | null {
  const ms = last === null ? NaN : Date.parse(last);
  return Number.isNaN(ms) ? null : Math.max(0, Math.floor((nowMs - ms) / DAY_MS));
}

/** True if there are notes and the last backup is older than the reader's interval. */
export function isBackupDue(
  reminder: BackupReminder,
  { last, nowMs, notes }: { last: string | null; nowMs: number; notes: number },
): boolean {
  return reminder !== 'never' && notes > 0 && (backupAgeDays(last, nowMs) ?? Infinity) >= DAYS[reminder];
}
