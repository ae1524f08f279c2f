import type { Translation } from '../translation.ts';
import type { en } from './en.ts';

export const de: Translation<typeof en> = {
  options: 'Einstellungen',
  optionsLead:
    'Alles geht, wie es ist. Nichts verlässt diesen Computer, solange Sie es hier nicht einschalten.',
  optionsLibrary: 'Bibliothek öffnen',
  optionsSections: 'Abschnitte',
  optionsFind: 'Eine Einstellung suchen',
  optionsFound_one: '{count} Abschnitt gefunden',
  optionsFound_other: '{count} Abschnitte gefunden',
  optionsNotFound: 'Keine Einstellung handelt von „{query}“.',
  optionsProblem: 'Das ließ sich nicht behalten: {problem}',
  optionsReading: 'Lesen',
  optionsReadingLead:
    'Wie die Karte eines Begriffs aufgeht. Ein Klick oder Tippen auf den Begriff öffnet sie immer.',
  opens: 'Die Karte öffnen',
  opensReason: 'Nie, während Sie scrollen, auswählen oder tippen, und nie unter einem ruhenden Zeiger.',
  opensHover: 'Beim Zeigen',
  opensWithKey: 'Beim Zeigen mit Taste',
  opensClick: 'Beim Klicken',
  heldKey: 'Taste zum Halten',
  heldKeyReason: 'Wählen Sie eine, die Sie sonst nicht brauchen. Die Karte öffnet dann sofort.',
  openDelay: 'Ruhe, bevor sie aufgeht',
  openDelayReason: 'Länger, wenn Karten im Weg sind; kürzer, wenn Sie auf sie warten.',
  leaveDelay: 'Zeit, bevor sie geht',
  leaveDelayReason: 'Wie lange sie bleibt, wenn der Zeiger weg ist. Länger, wenn sie Ihnen entwischt.',
  seconds: '{seconds} s',
  optionsMarks: 'Markierungen',
  optionsMarksLead:
    'Welche Stellen eines Begriffs unterstrichen werden, und wie. Programmcode wird nie markiert.',
  density: 'Einen Begriff markieren',
  densityReason: 'Die erste Stelle in jedem Abschnitt fällt auf und ermüdet nicht.',
  densitySection: 'Zuerst in jedem Abschnitt',
  densityAll: 'Überall',
  densityPage: 'Einmal je Seite',
  markStyle: 'Art der Markierung',
  markStyleReason: 'Alle sind auf hellen und dunklen Seiten zu sehen.',
  styleDotted: 'Gepunktete Linie',
  styleSolid: 'Durchgezogene Linie',
  styleWavy: 'Wellenlinie',
  styleTint: 'Getönt',
  previewLight: 'Auf einer hellen Seite, zum Beispiel:',
  previewDark: 'Auf einer dunklen Seite, zum Beispiel:',
  // With places to break it: narrow windows are narrower than this word.
  previewTerm: 'Haus\u00adhalts\u00adregistrierung',
  previewDefinition:
    'Sie weist jeden Menschen einem Ort zu und bindet Schule, Gesundheit und Fürsorge daran.',
  markHeadings: 'In Überschriften',
  markHeadingsReason:
    'Aus, wenn Markierungen Überschriften stören. Dann wird die nächste Stelle im Text markiert.',
  markLinks: 'Auf Links',
  markLinksReason: 'Aus, wenn Links nur wie Links aussehen sollen.',
  optionsCard: 'Karte',
  optionsCardLead: 'Wie die Karte auf einer Seite aussieht. Mit dem Zoom der Seite wächst sie von selbst.',
  textSize: 'Größe ihres Textes',
  textSizeReason: 'Größer, wenn Karten schwer zu lesen sind, Seiten aber nicht.',
  percent: '{percent} %',
  optionsSubjects: 'Fächer',
  optionsSubjectsLead:
    'Begriffe eines ausgeschalteten Fachs werden nicht markiert. Suchen lassen sie sich weiterhin.',
  concepts_one: '{count} Begriff',
  concepts_other: '{count} Begriffe',
  optionsSites: 'Websites',
  optionsSitesLead:
    'Wo Seiten gelesen werden, wo nicht, und wo nur auf Ihren Wunsch im Popup. Eine Regel gilt auch für alles unterhalb ihrer Website.',
  sitesOwn: 'Ihre Regeln',
  sitesNone:
    'Sie haben noch keine eigenen Regeln. Der Schalter im Popup macht eine für die Website, auf der Sie sind.',
  siteAdd: 'Website hinzufügen',
  siteAddNow: 'Hinzufügen',
  siteWrong: 'Das ist keine Website. Sie muss aussehen wie example.org.',
  siteRule: 'Regel für {domain}',
  siteOn: 'Lesen',
  siteAsked: 'Nur auf Wunsch lesen',
  siteOff: 'Aus',
  sitePaused: 'Angehalten',
  starterList: 'Websites, die zu Beginn nur auf Wunsch gelesen werden',
  starterHint:
    'Auf ihnen schreibt oder zahlt man, darum wird dort nichts gelesen, bevor Sie es wünschen. Die Liste ist kurz und kennt nicht jede Bank: Fügen Sie Ihre oben hinzu, und ändern Sie hier, was nicht passt.',
  starterMail: 'Post und Nachrichten',
  starterMoney: 'Banken und Geld',
  starterEditors: 'Texteditoren',
  accessPages: 'Zugriff auf Seiten',
  accessPagesReason:
    'Er wurde nicht gegeben oder zurückgenommen, darum wird keine Seite gelesen. Offene Tabs werden sofort gelesen, wenn Sie ihn erlauben.',
  accessAllow: 'Erlauben',
  accessPrivate: 'Private Fenster',
  accessPrivateReason:
    'Dort läuft Manicule nicht. Sie können es auf der Seite Ihres Browsers zu dieser Erweiterung erlauben.',
  accessPrivateByHand:
    'Dort läuft Manicule nicht. Um es zu erlauben: Öffnen Sie die Add-ons-Verwaltung, wählen Sie Manicule, und schalten Sie „In privaten Fenstern ausführen“ ein.',
  accessFiles: 'Dateien auf diesem Computer',
  accessFilesReason:
    'Sie bleiben Erweiterungen verschlossen, bis Sie es auf der Seite Ihres Browsers zu dieser Erweiterung erlauben.',
  accessFilesByHand:
    'Sie sind Erweiterungen verschlossen. Um sie zu öffnen: Öffnen Sie die Add-ons-Verwaltung, wählen Sie Manicule, dann Berechtigungen, und schalten Sie den Zugriff auf lokale Dateien ein.',
  accessDetails: 'Diese Seite öffnen',
  optionsChoices: 'Was Sie gewählt haben',
  optionsChoicesLead: 'Was Sie auf Karten entschieden haben. Hier machen Sie es jederzeit rückgängig.',
  choicesNone: 'Noch nichts. Auf einer Karte: „Kenne ich“, „Nicht hier“ und „Anders gemeint“.',
  choicesKnown: 'Diese kennen Sie; sie werden nirgends markiert',
  saidNotHere: '{term} wird nicht markiert',
  saidWrong: '„{surface}“ ist nicht {term}',
  saidSense: '„{surface}“ meint {term}',
  undoOf: 'Rückgängig: {what}',
  optionsBackup: 'Sicherung',
  optionsBackupLead:
    'Eine Datei mit all Ihren Notizen, dem Papierkorb und Ihren Einstellungen, zum sicheren Aufbewahren.',
  optionsSync: 'Abgleich',
  optionsSyncLead:
    'Dieselben Notizen auf mehreren Computern, über eine eigene CouchDB-Datenbank. Manicule hat keinen Server: Sie nennen einen, dem Sie vertrauen.',
  conflicts: 'Notizen in zwei Fassungen',
  conflictsLead: 'Sie wurden auf zwei Computern zugleich geändert. Beide Fassungen bleiben, bis Sie wählen.',
  optionsBrowser: 'Über Ihr Browser-Konto',
  optionsBrowserLead:
    'Der Abgleich des Browsers selbst, wenn Sie dort angemeldet sind. Er ist klein: Einstellungen passen hinein, Notizen nicht.',
  browserSyncLook: 'Wie Manicule aussieht, was es markiert und wann es Karten öffnet',
  browserSyncSites: 'Websites, die ausgeschaltet oder angehalten sind',
  browserSyncSitesHint:
    'Das sind Adressen von Websites, die Sie lesen. Sie gehen an den Hersteller Ihres Browsers.',
  browserSyncFull:
    'Für den Abgleich des Browsers sind es zu viele Websites; sie bleiben auf diesem Computer.',
  browserSyncFailed: 'Der Abgleich des Browsers nimmt es jetzt nicht an: {problem}',
  keys: 'Tasten',
  keysLead: 'Alles geht ohne Maus. Die Tasten ändern Sie auf der Seite des Browsers dafür.',
  keysCommand: 'Befehl',
  keysKey: 'Taste',
  keysOnPage:
    'Auf einem Begriff öffnet Enter die Karte, Tab geht durch sie, und Esc schließt sie und führt Sie zurück.',
  keysChange: 'Tasten ändern …',
  keysByHand:
    'Zum Ändern öffnen Sie about:addons, drücken das Zahnrad und wählen „Tastenkombinationen von Erweiterungen verwalten“.',
  keysUnknown: 'Hier gibt es keine Tasten für Erweiterungen.',
  keyNone: 'keine Taste',
  keyLost: 'Keine Taste: {keys} war gewünscht, aber vielleicht hat sie etwas anderes.',
  keyTwice: 'Zwei Befehle haben diese Taste.',
};
