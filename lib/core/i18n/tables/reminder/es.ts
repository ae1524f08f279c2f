import type { Translation } from '../../translation.ts';
import type { en } from './en.ts';

export const es: Translation<typeof en> = {
  reminderNever: 'Nunca se ha hecho copia de tus notas.',
  reminderOld_one: 'La última copia tiene {count} día.',
  reminderOld_other: 'La última copia tiene {count} días.',
  reminderGo: 'Hacer copia',
};
