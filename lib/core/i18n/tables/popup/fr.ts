import type { Translation } from '../../translation.ts';
import type { en } from './en.ts';

export const fr: Translation<typeof en> = {
  choicesHere: 'Vos décisions pour ce site',
  choiceNotHere: '{term} n’est pas marqué',
  choiceWrong: '« {surface} » n’est pas {term}',
  choiceSense: '« {surface} » veut dire {term}',
  searchLabel: 'Chercher dans le glossaire',
  searchHint: 'Chercher des termes et des notes',
  results: 'Résultats',
  found_one: '{count} résultat',
  found_other: '{count} résultats',
  nothingFound: 'Rien trouvé pour « {query} ».',
  termsHere: 'Dans cette page',
  notesHere: 'Vos notes sur cette page',
  otherNotes: 'Vos autres notes',
  invitation_one: 'Tapez pour chercher dans le glossaire ({count} fiche).',
  invitation_other:
    'Tapez pour chercher parmi les {count} fiches du glossaire, par chacun de leurs noms, en lettres latines ou en chinois. Les fautes de frappe sont permises.',
  times: '{count} ×',
  yourNote: 'votre note',
  keysChoose: 'choisir',
  keysOpen: 'ouvrir',
  keysPin: 'épingler',
  pinnedOn: 'sur {title}',
  openPanel: 'Panneau latéral',
  onlyWhenAsked: 'Lire à la demande',
  onlyWhenAskedHint: 'Les pages de ce site ne sont alors lues que si vous le demandez',
  openOptions: 'Options',
  news_0_1_0:
    'Nouveau : les notes retrouvent leur passage dans les pages modifiées, et le panneau les énumère.',
  newsClose: 'Compris',
  reportProblem: 'Signaler un problème',
  reportTitle: 'Signaler un problème',
  reportLead:
    'Le rapport ne dit rien de plus. Rien n’est envoyé : copiez-le et écrivez ce qui n’a pas marché.',
  reportText: 'Le rapport',
  reportAddress: 'avec l’adresse de cette page',
  reportCopy: 'Copier',
  reportCopied: 'Copié.',
  reportBack: 'Retour',
};
