import type { Translation } from '../../translation.ts';
import type { en } from './en.ts';

export const de: Translation<typeof en> = {
  reminderNever: 'Ihre Notizen wurden noch nie gesichert.',
  reminderOld_one: 'Die letzte Sicherung ist {count} Tag alt.',
  reminderOld_other: 'Die letzte Sicherung ist {count} Tage alt.',
  reminderGo: 'Sichern',
};
