import type { Translation } from '../translation.ts';
import type { en } from './en.ts';

export const de: Translation<typeof en> = {
  statusOn_one: '{count} Begriff auf dieser Seite',
  statusOn_other: '{count} Begriffe auf dieser Seite',
  statusReading: 'Die Seite wird gelesen …',
  statusNothing_one: 'Nichts gefunden in {count} Wort',
  statusNothing_other: 'Nichts gefunden in {count} Wörtern',
  statusOff: 'Auf dieser Website ausgeschaltet',
  statusPaused_one: 'Hier noch {count} Minute angehalten',
  statusPaused_other: 'Hier noch {count} Minuten angehalten',
  statusRunaway: 'Diese Seite ändert sich ohne Ende; das Lesen ist angehalten',
  goOn: 'Weiter',
  statusLarge: 'Sehr große Seite, zum Teil gelesen',
  statusNoAccess: 'Noch kein Zugriff auf diese Website',
  allow: 'Erlauben',
  statusBrowser: 'Auf diese Seite lässt der Browser keine Erweiterung. Die Suche geht auch hier.',
  statusStore: 'In ihre Stores lassen Browser keine Erweiterung. Die Suche geht auch hier.',
  statusPdf: 'In die PDF-Anzeige des Browsers kommt keine Erweiterung. Die Suche geht auch hier.',
  statusFile: 'Dateien bleiben verschlossen, bis Sie es in den Details der Erweiterung erlauben.',
  statusSilent: 'Läuft in diesem Tab noch nicht',
  reload: 'Neu laden',
  statusProblem: 'Hier ging etwas schief: {problem}',
  siteSwitch: 'Begriffe auf {host} markieren',
  pauseHour: 'Eine Stunde Pause',
  resume: 'Fortsetzen',
};
