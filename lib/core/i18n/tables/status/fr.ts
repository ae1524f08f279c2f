import type { Translation } from '../../translation.ts';
import type { en } from './en.ts';

export const fr: Translation<typeof en> = {
  openLibrary: 'Bibliothèque',
  statusOn_one: '{count} terme dans cette page',
  statusOn_other: '{count} termes dans cette page',
  statusReading: 'Lecture de la page…',
  statusNothing_one: 'Aucun terme trouvé ({count} caractère lu)',
  statusNothing_other: 'Aucun terme trouvé ({count} caractères lus)',
  statusAsked: 'Lu seulement à votre demande',
  readNow: 'Lire cette page',
  statusOff: 'Désactivé sur ce site',
  statusPaused_one: 'En pause ici pour {count} minute',
  statusPaused_other: 'En pause ici pour {count} minutes',
  statusRunaway: 'Cette page change sans cesse : lecture en pause',
  goOn: 'Continuer',
  statusLarge: 'Très grande page, lue en partie',
  readAll: 'Tout lire',
  statusNoAccess: 'Pas encore d’accès à ce site',
  statusHereOnly: 'Seule cette page est lue. Pas encore d’accès aux autres.',
  allow: 'Autoriser',
  statusBrowser: 'Le navigateur ferme cette page aux extensions. La recherche marche aussi ici.',
  statusStore: 'Les navigateurs ferment leurs boutiques aux extensions. La recherche marche aussi ici.',
  statusPdf: 'Le lecteur PDF du navigateur est fermé aux extensions. La recherche marche aussi ici.',
  statusFile:
    'Les fichiers sont fermés aux extensions tant que vous ne l’autorisez pas dans les détails de l’extension.',
  statusMaybeFile:
    'Cette page est fermée aux extensions. Si c’est un fichier de cet ordinateur, vous pouvez autoriser les fichiers dans les détails de l’extension.',
  statusFileByHand:
    'Les fichiers sont fermés aux extensions. Pour les ouvrir : gestionnaire de modules, Manicule, Permissions, fichiers locaux.',
  statusSilent: 'Pas encore actif dans cet onglet',
  reload: 'Recharger',
  openDetails: 'Ouvrir les détails',
  statusNoStorage: 'Les réglages ne sont pas lisibles ici ; la page est lue comme d’habitude',
  tryAgain: 'Réessayer',
  statusProblem: 'Un problème est survenu ici : {problem}',
  siteSwitch: 'Marquer les termes sur {host}',
  pauseHour: 'Pause d’une heure',
  resume: 'Reprendre',
};
