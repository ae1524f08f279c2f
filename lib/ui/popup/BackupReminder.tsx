import type { Strings } from '../../core/i18n/strings.ts';

/** Set when it is time for a backup. */
export interface BackupDue {
  /** Age of the last backup; null if there is none. */
  days: number | null;
}

export interface BackupReminderProps {
  due: BackupDue | null;
  /** Address of the page where backups are made. */
  href: string;
  strings: Strings;
}

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
