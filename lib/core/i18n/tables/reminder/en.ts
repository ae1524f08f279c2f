/** The quiet line about backups, where notes are listed and searched. */
export const en = {
  reminderNever: 'Your notes were never backed up.',
  reminderOld_one: 'The last backup is {count} day old.',
  reminderOld_other: 'The last backup is {count} days old.',
  reminderGo: 'Back up',
} as const;
