import type { Translation } from '../../translation.ts';
import type { en } from './en.ts';

export const fr: Translation<typeof en> = {
  welcomeName: 'Bienvenue dans Manicule',
  welcomeTitle: 'Pointez un mot.',
  welcomeHover: 'Survoler',
  welcomeHoverText: 'Pointez un mot souligné de points, ou touchez-le : une fiche vous l’explique.',
  welcomeSearch: 'Chercher',
  welcomeSearchText: 'Tout terme du glossaire, même mal écrit.',
  welcomeSearchOpen: 'Ouvrir la recherche',
  welcomeSearchByHand: 'Cliquez sur Manicule dans la barre d’outils du navigateur.',
  welcomePin: 'Épingler',
  welcomePinText: 'Gardez un passage, avec une note de vous.',
  welcomePinTry: 'Épingler une phrase',
  welcomeReach: 'Où il lit',
  welcomeAccessYes: 'Sur tous les sites. Désactivez-le pour un site, ou pour une heure, par son bouton.',
  welcomeAccessNo:
    'Nulle part encore : votre navigateur ne l’a pas autorisé. En attendant, seule la recherche fonctionne.',
  welcomeAllow: 'Autoriser sur tous les sites',
  welcomeSees: 'Ce qu’il voit',
  welcomeSeesText:
    'Le texte des pages que vous ouvrez, pour y chercher les termes de son glossaire. Il garde ce que vous épinglez : le passage, l’adresse de la page et vos mots.',
  welcomeStays: 'Ce qui quitte cet ordinateur',
  welcomeStaysText:
    'Rien, sauf si vous activez la synchronisation avec un serveur que vous nommez. Il n’y a pas de compte, et personne ne compte ce que vous lisez.',
  welcomeKeys: 'Au clavier',
  welcomeKeySearch: 'chercher',
  welcomeKeyNext: 'terme suivant',
  welcomeKeyPrevious: 'terme précédent',
  welcomeKeyOpen: 'ouvrir sa fiche',
  welcomeKeyNone: 'pas encore de touche',
  welcomeKeysText: 'Dans une fiche, Tab avance et Échap ferme.',
  welcomeMore: 'Rien à régler',
  welcomeMoreText: 'Tout fonctionne tel quel. Si vous voulez plus :',
  welcomeOptions: 'Options',
  welcomeRestore: 'Vous venez d’un autre ordinateur ? Restaurez une sauvegarde',
};
