import type { Translation } from '../../translation.ts';
import type { en } from './en.ts';

export const de: Translation<typeof en> = {
  panelTitle: 'Manicule: diese Seite',
  panelTerms: 'Begriffe',
  panelNoTerms: 'Hier wurde kein Begriff des Glossars gefunden.',
  panelNotes: 'Notizen',
  panelPlaced: 'In der Reihenfolge der Seite',
  panelWrite: 'Notiz zur ganzen Seite schreiben',
  panelNoNotes:
    'Hier ist noch nichts angeheftet. Wählen Sie eine Stelle aus und dann im Kontextmenü „Hier eine Notiz anheften“.',
  panelWhole: 'Zur ganzen Seite',
  panelInFrame: 'In die Seite eingebettet: {name}',
  panelOrphans: 'Nicht gefundene Stellen',
  panelOrphansLead:
    'Die Seite hat sich geändert, und diese Stellen wurden nicht wiedergefunden. Die Notizen sind noch da. Um eine neu anzuheften, wählen Sie ihre Stelle auf der Seite aus und heften sie daran.',
  panelAttach: 'An die Auswahl heften',
  panelAttached: 'Die Notiz ist wieder angeheftet.',
  panelNothingSelected: 'Auf der Seite ist nichts ausgewählt. Wählen Sie zuerst die Stelle aus.',
  panelNoAddress:
    'Die Auswahl steht in einem eingebetteten Dokument ohne eigene Adresse; keine Notiz fände sie wieder. Wählen Sie die Stelle anderswo auf der Seite aus.',
  panelLike: 'Der Wortlaut hat sich seit dem Anheften geändert',
  panelLooking: 'Die Stelle wird gesucht …',
  panelGoTo: 'Zu {term}',
  panelNext: 'Nächste Stelle von {term}',
  panelPrevious: 'Vorige Stelle von {term}',
  panelCount: '{count} ×',
  panelTimes_one: '{count}-mal',
  panelTimes_other: '{count}-mal',
};
