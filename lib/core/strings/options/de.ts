import type { Translation } from '../translation.ts';
import type { en } from './en.ts';

export const de: Translation<typeof en> = {
  options: 'Einstellungen',
  optionsLead:
    'Alles geht, wie es ist. Nichts verlässt diesen Computer, solange Sie es hier nicht einschalten.',
  optionsSections: 'Abschnitte',
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
  browserSyncLook: 'Wie Manicule aussieht und wie dicht es markiert',
  browserSyncSites: 'Websites, die ausgeschaltet oder angehalten sind',
  browserSyncSitesHint:
    'Das sind Adressen von Websites, die Sie lesen. Sie gehen an den Hersteller Ihres Browsers.',
  browserSyncFull:
    'Für den Abgleich des Browsers sind es zu viele Websites; sie bleiben auf diesem Computer.',
  browserSyncFailed: 'Der Abgleich des Browsers nimmt es jetzt nicht an: {problem}',
};
