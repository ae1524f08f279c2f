import type { Translation } from '../translation.ts';
import type { en } from './en.ts';

export const fr: Translation<typeof en> = {
  options: 'Options',
  optionsLead: 'Tout marche tel quel. Rien ne quitte cet ordinateur tant que vous ne l’activez pas ici.',
  optionsSections: 'Sections',
  optionsBackup: 'Sauvegarde',
  optionsBackupLead:
    'Un seul fichier avec toutes vos notes, la corbeille et vos réglages, à garder en lieu sûr.',
  optionsSync: 'Synchronisation',
  optionsSyncLead:
    'Les mêmes notes sur plusieurs ordinateurs, par une base CouchDB à vous. Manicule n’a pas de serveur : vous en nommez un qui a votre confiance.',
  conflicts: 'Notes en deux versions',
  conflictsLead:
    'Elles ont été modifiées sur deux ordinateurs à la fois. Les deux versions sont gardées jusqu’à votre choix.',
  optionsBrowser: 'Par le compte de votre navigateur',
  optionsBrowserLead:
    'La synchronisation du navigateur lui-même, si vous y êtes connecté. Elle est petite : les réglages y tiennent, pas les notes.',
  browserSyncLook: 'L’aspect de Manicule et la densité de ses marques',
  browserSyncSites: 'Les sites désactivés ou en pause',
  browserSyncSitesHint:
    'Ce sont des adresses de sites que vous lisez. Elles vont à l’éditeur de votre navigateur.',
  browserSyncFull:
    'Il y a trop de sites pour la synchronisation du navigateur ; ils restent sur cet ordinateur.',
  browserSyncFailed: 'La synchronisation du navigateur n’accepte pas cela pour l’instant : {problem}',
};
