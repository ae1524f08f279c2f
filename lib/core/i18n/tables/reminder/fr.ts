import type { Translation } from '../../translation.ts';
import type { en } from './en.ts';

export const fr: Translation<typeof en> = {
  reminderNever: 'Vos notes n’ont jamais été sauvegardées.',
  reminderOld_one: 'La dernière sauvegarde a {count} jour.',
  reminderOld_other: 'La dernière sauvegarde a {count} jours.',
  reminderGo: 'Sauvegarder',
};
