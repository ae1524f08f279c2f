import type { Strings } from '../../core/i18n/strings.ts';

/** What a page of ours is told when it is time for a backup. */
export interface BackupDue {
  /** Age of the last backup; null: none was ever made. */
  days: number | null;
}

export interface BackupReminderProps {
  /** Null: nothing to remind of. */
  due: BackupDue | null;
  /** Where backups are made. */
  href: string;
  strings: Strings;
}

/** One quiet line, for readers who want to be reminded. */
export function BackupReminder({ due, href, strings: { t, count } }: BackupReminderProps) {
  if (!due) return null;
  return (
    <p class="backup-line">
      {due.days === null ? t('reminderNever') : count('reminderOld', due.days)}{' '}
      <a href={href} target="_blank" rel="noreferrer">
        {t('reminderGo')}
      </a>
    </p>
  );
}
