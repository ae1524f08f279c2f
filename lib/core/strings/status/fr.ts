import type { Translation } from '../translation.ts';
import type { en } from './en.ts';

export const fr: Translation<typeof en> = {
  statusOn_one: '{count} terme dans cette page',
  statusOn_other: '{count} termes dans cette page',
  statusReading: 'Lecture de la page…',
  statusNothing_one: 'Rien trouvé en {count} mot',
  statusNothing_other: 'Rien trouvé en {count} mots',
  statusOff: 'Désactivé sur ce site',
  statusPaused_one: 'En pause ici pour {count} minute',
  statusPaused_other: 'En pause ici pour {count} minutes',
  statusRunaway: 'Cette page change sans cesse : lecture en pause',
  goOn: 'Continuer',
  statusLarge: 'Très grande page, lue en partie',
  statusNoAccess: 'Pas encore d’accès à ce site',
  allow: 'Autoriser',
  statusBrowser: 'Le navigateur ferme cette page aux extensions. La recherche marche aussi ici.',
  statusStore: 'Les navigateurs ferment leurs boutiques aux extensions. La recherche marche aussi ici.',
  statusPdf: 'Le lecteur PDF du navigateur est fermé aux extensions. La recherche marche aussi ici.',
  statusFile:
    'Les fichiers sont fermés aux extensions tant que vous ne l’autorisez pas dans les détails de l’extension.',
  statusSilent: 'Pas encore actif dans cet onglet',
  reload: 'Recharger',
  statusProblem: 'Un problème est survenu ici : {problem}',
  siteSwitch: 'Marquer les termes sur {host}',
  pauseHour: 'Pause d’une heure',
  resume: 'Reprendre',
};
