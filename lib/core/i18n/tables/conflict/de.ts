import type { Translation } from '../../translation.ts';
import type { en } from './en.ts';

export const de: Translation<typeof en> = {
  conflictShown: 'Jetzt gezeigt',
  conflictOther: 'Die andere Fassung',
  conflictBinned: 'im Papierkorb',
  conflictEmpty: '(kein Text)',
  conflictKeepShown: 'Diese behalten',
  conflictKeepOther: 'Diese nehmen',
  conflictKeepBoth: 'Beide als zwei Notizen behalten',
  conflictChanged: 'geändert {when}',
};
