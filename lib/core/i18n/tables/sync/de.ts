import type { Translation } from '../../translation.ts';
import type { en } from './en.ts';

export const de: Translation<typeof en> = {
  syncAddress: 'Adresse der Datenbank',
  syncAddressHint: 'https://example.org/notes',
  syncUser: 'Benutzername',
  syncPassword: 'Passwort',
  syncPasswordHint:
    'Das Passwort bleibt in der eigenen Datenbank der Erweiterung auf diesem Computer und geht nur an diesen Server.',
  syncConnect: 'Verbinden …',
  syncConfirmTitle: 'Ihre Notizen an {origin} senden?',
  syncConfirmSent:
    'Gesendet werden: alle Ihre Notizen und was im Papierkorb liegt, mit Adressen, Titeln und zitierten Stellen der Seiten, jetzt und bei jeder Änderung.',
  syncConfirmNot:
    'Nicht gesendet werden: die Seiten, die Sie lesen, Suchen, Einstellungen, Regeln für Websites.',
  syncConfirmTaken: 'Was in der Datenbank „{database}“ liegt, kommt auch auf diesen Computer.',
  syncConfirmYes: 'Senden und verbinden',
  syncConfirmNo: 'Zurück',
  syncConnecting: 'Anfrage an {origin} …',
  syncNotAllowed: 'Nicht verbunden: Ohne diese Erlaubnis darf nichts gesendet werden.',
  syncUnreachable: 'Dort antwortet niemand. Prüfen Sie die Adresse und ob der Server läuft.',
  syncNow: 'Jetzt abgleichen',
  syncStop: 'Beenden und alle Notizen hier behalten',
  syncStopHint:
    'Vergisst Adresse und Passwort. Ihre Notizen bleiben auf diesem Computer, und auf dem Server bleibt, was dort ist.',
  syncWith: 'Verbunden mit {address}',
  syncAs: 'als {user}',
  syncOff: 'Aus. Ihre Notizen sind nur auf diesem Computer.',
  syncNever: 'Verbunden, aber noch nicht abgeglichen.',
  syncLooking: 'Die Notizen werden mit dem Server verglichen …',
  syncMoving: 'Abgleich: {done} von {total} Notizen',
  syncCurrent: 'Auf dem neuesten Stand, {when}',
  syncOffline: 'Offline: Der Server ist nicht zu erreichen.',
  syncLast: 'Zuletzt abgeglichen {when}.',
  syncLastNever: 'Noch nicht abgeglichen.',
  syncAgain: 'Der nächste Versuch kommt von selbst.',
  refused_password:
    'Abgelehnt: Der Server nimmt diesen Benutzernamen und dieses Passwort nicht an. Beenden Sie, und verbinden Sie neu.',
  refused_forbidden:
    'Abgelehnt: Dieser Benutzer darf die Datenbank nicht lesen und schreiben. Fragen Sie, wer den Server betreibt.',
  refused_missing:
    'Abgelehnt: Der Server hat diese Datenbank nicht mehr. Beenden Sie, und verbinden Sie neu, um sie anzulegen.',
  refused_nothing:
    'Abgelehnt: Was unter dieser Adresse antwortet, ist keine CouchDB. Prüfen Sie die Adresse noch einmal.',
  refused_foreign:
    'Abgelehnt: Diese Datenbank enthält anderes als Notizen. Wählen Sie für Ihre einen anderen Namen.',
  refused_full: 'Abgelehnt: Der Server hat keinen Platz mehr, oder eine Notiz ist ihm zu groß.',
  refused_moved:
    'Abgelehnt: Der Server verweist auf eine andere Adresse. Verbinden Sie mit ihr, wenn Sie ihr vertrauen.',
  refused_server: 'Abgelehnt: Der Server hat selbst Schwierigkeiten. Ihre Notizen sind hier sicher.',
  refused_here:
    'In die Notizdatenbank dieses Computers konnte nicht geschrieben werden. Was gespeichert war, ist noch da.',
  lossGuardTitle: 'Angehalten, bevor etwas weggenommen wurde',
  lossGuardAsk: 'Haben Sie diese Notizen auf einem anderen Computer gelöscht?',
  lossGuardText:
    'Von Ihren {of} Notizen würden {deleted} endgültig gelöscht, und {binned} kämen in den Papierkorb. Noch ist nichts geschehen.',
  lossGuardTake: 'Ja, hier ebenso',
  lossGuardKeep: 'Nein, meine Notizen behalten, auch dort',
  fault_noAddress: 'Geben Sie die Adresse der Datenbank ein, etwa https://example.org/notes.',
  fault_address: 'Das ist keine Webadresse. Sie muss aussehen wie https://example.org/notes.',
  fault_scheme: '„{field}:“ taugt nicht zum Abgleich; die Adresse muss mit https:// beginnen.',
  fault_noHttps:
    'Ohne https könnte jeder auf dem Weg Ihre Notizen und Ihr Passwort lesen. Nehmen Sie https://.',
  fault_server: 'Der Name des Servers stimmt nicht. Die Adresse muss aussehen wie https://example.org/notes.',
  fault_noDatabase: 'Am Ende fehlt der Name der Datenbank, wie in https://example.org/notes.',
  fault_database:
    'Eine Datenbank kann nicht „{field}“ heißen: nur kleine Buchstaben, Ziffern und _ $ ( ) + -, am Anfang ein Buchstabe.',
  fault_noUser: 'Zum Passwort gehört ein Benutzername.',
  fault_colon: 'Ein Benutzername darf keinen Doppelpunkt enthalten.',
};
