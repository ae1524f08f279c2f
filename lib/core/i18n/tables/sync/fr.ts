import type { Translation } from '../../translation.ts';
import type { en } from './en.ts';

export const fr: Translation<typeof en> = {
  syncAddress: 'Adresse de la base de données',
  syncAddressHint: 'https://example.org/notes',
  syncUser: 'Nom d’utilisateur',
  syncPassword: 'Mot de passe',
  syncPasswordHint:
    'Le mot de passe reste dans la base de l’extension, sur cet ordinateur, et n’est envoyé qu’à ce serveur.',
  syncConnect: 'Se connecter…',
  syncConfirmTitle: 'Envoyer vos notes à {origin} ?',
  syncConfirmSent:
    'Envoyés : toutes vos notes et le contenu de la corbeille, avec les adresses, les titres et les passages cités des pages, maintenant et à chaque modification.',
  syncConfirmNot:
    'Non envoyés : les pages que vous lisez, les recherches, les réglages, les règles par site.',
  syncConfirmTaken: 'Le contenu de la base « {database} » vient aussi sur cet ordinateur.',
  syncConfirmYes: 'Envoyer et se connecter',
  syncConfirmNo: 'Retour',
  syncConnecting: 'Demande à {origin}…',
  syncNotAllowed: 'Non connecté : sans cette autorisation, rien ne peut être envoyé.',
  syncUnreachable: 'Personne ne répond. Vérifiez l’adresse, et si le serveur fonctionne.',
  syncNow: 'Synchroniser',
  syncStop: 'Arrêter et garder toutes les notes ici',
  syncStopHint:
    'Oublie l’adresse et le mot de passe. Vos notes restent sur cet ordinateur, et sur le serveur ce qui s’y trouve.',
  syncWith: 'Connecté à {address}',
  syncAs: 'comme {user}',
  syncOff: 'Désactivée. Vos notes ne sont que sur cet ordinateur.',
  syncNever: 'Connecté, mais pas encore synchronisé.',
  syncLooking: 'Comparaison des notes avec le serveur…',
  syncMoving: 'Synchronisation : {done} notes sur {total}',
  syncCurrent: 'À jour, {when}',
  syncOffline: 'Hors ligne : le serveur est injoignable.',
  syncLast: 'Dernière synchronisation : {when}.',
  syncLastNever: 'Pas encore synchronisé.',
  syncAgain: 'La prochaine tentative viendra d’elle-même.',
  refused_password:
    'Refusé : le serveur n’accepte pas ce nom et ce mot de passe. Arrêtez, puis connectez-vous de nouveau.',
  refused_forbidden:
    'Refusé : cet utilisateur ne peut pas lire et écrire cette base. Demandez à qui tient le serveur.',
  refused_missing:
    'Refusé : le serveur n’a plus cette base. Arrêtez, puis connectez-vous de nouveau pour la créer.',
  refused_nothing: 'Refusé : ce qui répond à cette adresse n’est pas une CouchDB. Vérifiez l’adresse.',
  refused_foreign:
    'Refusé : cette base contient autre chose que des notes. Choisissez un autre nom pour la vôtre.',
  refused_full: 'Refusé : le serveur n’a plus de place, ou une note est trop grande pour lui.',
  refused_moved:
    'Refusé : le serveur renvoie à une autre adresse. Connectez-vous à celle-ci si elle a votre confiance.',
  refused_server: 'Refusé : le serveur a lui-même un problème. Vos notes sont en sûreté ici.',
  refused_here:
    'La base de notes de cet ordinateur n’a pas pu être écrite. Ce qui était enregistré y est encore.',
  lossGuardTitle: 'Arrêté avant que rien ne soit retiré',
  lossGuardAsk: 'Avez-vous supprimé ces notes sur un autre ordinateur ?',
  lossGuardText:
    'De vos {of} notes, {deleted} seraient supprimées pour de bon et {binned} iraient à la corbeille. Rien n’a encore été fait.',
  lossGuardTake: 'Oui, faire de même ici',
  lossGuardKeep: 'Non, garder mes notes, là-bas aussi',
  fault_noAddress: 'Saisissez l’adresse de la base de données, comme https://example.org/notes.',
  fault_address: 'Ce n’est pas une adresse web. Elle doit ressembler à https://example.org/notes.',
  fault_scheme: '« {field}: » ne convient pas à la synchronisation ; l’adresse doit commencer par https://.',
  fault_noHttps:
    'Sans https, n’importe qui sur le chemin pourrait lire vos notes et votre mot de passe. Utilisez https://.',
  fault_server: 'Le nom du serveur n’est pas juste. L’adresse doit ressembler à https://example.org/notes.',
  fault_noDatabase: 'Il manque à la fin le nom de la base, comme dans https://example.org/notes.',
  fault_database:
    'Une base ne peut pas s’appeler « {field} » : seulement des minuscules, des chiffres et _ $ ( ) + -, et une lettre au début.',
  fault_noUser: 'Un mot de passe demande un nom d’utilisateur.',
  fault_colon: 'Un nom d’utilisateur ne peut pas contenir de deux-points.',
};
