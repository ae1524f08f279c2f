import type { Translation } from '../../translation.ts';
import type { en } from './en.ts';

export const es: Translation<typeof en> = {
  conflictShown: 'La que se muestra',
  conflictOther: 'La otra versión',
  conflictBinned: 'en la papelera',
  conflictEmpty: '(sin texto)',
  conflictKeepShown: 'Conservar esta',
  conflictKeepOther: 'Tomar esta',
  conflictKeepBoth: 'Conservar ambas como dos notas',
  conflictChanged: 'cambiada {when}',
};
