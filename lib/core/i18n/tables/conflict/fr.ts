import type { Translation } from '../../translation.ts';
import type { en } from './en.ts';

export const fr: Translation<typeof en> = {
  conflictShown: 'Version affichée',
  conflictOther: 'L’autre version',
  conflictBinned: 'dans la corbeille',
  conflictEmpty: '(sans texte)',
  conflictKeepShown: 'Garder celle-ci',
  conflictKeepOther: 'Prendre celle-ci',
  conflictKeepBoth: 'Garder les deux comme deux notes',
  conflictChanged: 'modifiée {when}',
};
