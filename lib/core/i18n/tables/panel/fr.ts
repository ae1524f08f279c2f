import type { Translation } from '../../translation.ts';
import type { en } from './en.ts';

export const fr: Translation<typeof en> = {
  panelTitle: 'Manicule : cette page',
  panelTerms: 'Termes',
  panelNoTerms: 'Aucun terme du glossaire n’a été trouvé ici.',
  panelNotes: 'Notes',
  panelPlaced: 'Dans l’ordre de la page',
  panelWrite: 'Écrire une note sur la page entière',
  panelNoNotes:
    'Rien n’est encore épinglé ici. Sélectionnez un passage, puis choisissez « Épingler une note ici » dans le menu contextuel.',
  panelWhole: 'Sur la page entière',
  panelInFrame: 'Intégré dans la page : {name}',
  panelOrphans: 'Passages introuvables',
  panelOrphansLead:
    'La page a changé, et ces passages n’ont pas été retrouvés. Les notes sont conservées. Pour en rattacher une, sélectionnez son passage dans la page et attachez-la.',
  panelAttach: 'Attacher à la sélection',
  panelAttached: 'La note est de nouveau attachée.',
  panelNothingSelected: 'Rien n’est sélectionné dans la page. Sélectionnez d’abord le passage.',
  panelNoAddress:
    'La sélection se trouve dans un document intégré sans adresse propre, où aucune note ne la retrouverait. Sélectionnez le passage ailleurs dans la page.',
  panelLike: 'Le texte a changé depuis',
  panelLooking: 'Recherche du passage…',
  panelGoTo: 'Aller à {term}',
  panelNext: 'Occurrence suivante de {term}',
  panelPrevious: 'Occurrence précédente de {term}',
  panelCount: '{count} ×',
  panelTimes_one: '{count} fois',
  panelTimes_other: '{count} fois',
};
