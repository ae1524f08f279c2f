import type { Translation } from '../../translation.ts';
import type { en } from './en.ts';

export const de: Translation<typeof en> = {
  choicesHere: 'Ihre Entscheidungen für diese Website',
  choiceNotHere: '{term} wird nicht markiert',
  choiceWrong: '„{surface}“ ist nicht {term}',
  choiceSense: '„{surface}“ meint {term}',
  searchLabel: 'Im Glossar suchen',
  searchHint: 'Begriffe und Notizen suchen',
  results: 'Ergebnisse',
  found_one: '{count} Ergebnis',
  found_other: '{count} Ergebnisse',
  nothingFound: 'Nichts gefunden für „{query}“.',
  termsHere: 'Auf dieser Seite',
  notesHere: 'Ihre Notizen auf dieser Seite',
  otherNotes: 'Ihre anderen Notizen',
  invitation_one: 'Tippen Sie, um den {count} Eintrag des Glossars zu durchsuchen.',
  invitation_other:
    'Tippen Sie, um die {count} Einträge des Glossars zu durchsuchen: unter jedem ihrer Namen, lateinisch oder chinesisch. Tippfehler schaden nicht.',
  times: '{count} ×',
  yourNote: 'Ihre Notiz',
  keysChoose: 'wählen',
  keysOpen: 'öffnen',
  keysPin: 'anheften',
  pinnedOn: 'auf {title}',
  openPanel: 'Seitenleiste',
  onlyWhenAsked: 'Nur auf Wunsch lesen',
  onlyWhenAskedHint: 'Seiten dieser Website werden dann nur gelesen, wenn Sie es verlangen',
  openOptions: 'Einstellungen',
  news_0_1_0:
    'Neu: Notizen finden ihre Stelle auch auf geänderten Seiten wieder, und die Seitenleiste zeigt sie.',
  newsClose: 'Verstanden',
  reportProblem: 'Problem melden',
  reportTitle: 'Problem melden',
  reportLead:
    'Mehr steht nicht in der Meldung. Nichts wird gesendet: Kopieren Sie sie, und schreiben Sie dazu, was schiefging.',
  reportText: 'Die Meldung',
  reportAddress: 'mit der Adresse dieser Seite',
  reportCopy: 'Kopieren',
  reportCopied: 'Kopiert.',
  reportBack: 'Zurück',
};
