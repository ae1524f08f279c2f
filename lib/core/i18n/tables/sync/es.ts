import type { Translation } from '../../translation.ts';
import type { en } from './en.ts';

export const es: Translation<typeof en> = {
  syncAddress: 'Dirección de la base de datos',
  syncAddressHint: 'https://example.org/notes',
  syncUser: 'Usuario',
  syncPassword: 'Contraseña',
  syncPasswordHint:
    'La contraseña se queda en la base de la extensión, en este equipo, y solo se envía a ese servidor.',
  syncConnect: 'Conectar…',
  syncConfirmTitle: '¿Enviar tus notas a {origin}?',
  syncConfirmSent:
    'Se envían: todas tus notas y lo que hay en la papelera, con las direcciones, los títulos y los pasajes citados de las páginas, ahora y cuando cambien.',
  syncConfirmNot: 'No se envían: las páginas que lees, las búsquedas, los ajustes, las reglas de sitios.',
  syncConfirmTaken: 'Lo que hay en la base «{database}» viene también a este equipo.',
  syncConfirmYes: 'Enviar y conectar',
  syncConfirmNo: 'Volver',
  syncConnecting: 'Preguntando a {origin}…',
  syncNotAllowed: 'Sin conexión: sin ese permiso no se puede enviar nada.',
  syncUnreachable: 'Nadie responde ahí. Revisa la dirección y si el servidor funciona.',
  syncNow: 'Sincronizar ahora',
  syncStop: 'Parar y conservar aquí todas las notas',
  syncStopHint:
    'Olvida la dirección y la contraseña. Tus notas se quedan en este equipo, y en el servidor lo que haya.',
  syncWith: 'Conectado con {address}',
  syncAs: 'como {user}',
  syncOff: 'Desactivada. Tus notas están solo en este equipo.',
  syncNever: 'Conectado, pero aún sin sincronizar.',
  syncLooking: 'Comparando las notas con el servidor…',
  syncMoving: 'Sincronizando: {done} de {total} notas',
  syncCurrent: 'Al día, {when}',
  syncOffline: 'Sin conexión: no se llega al servidor.',
  syncLast: 'Última sincronización: {when}.',
  syncLastNever: 'Aún sin sincronizar.',
  syncAgain: 'El próximo intento vendrá solo.',
  refused_password: 'Rechazado: el servidor no acepta este usuario y contraseña. Para y conecta de nuevo.',
  refused_forbidden:
    'Rechazado: este usuario no puede leer y escribir esa base. Pregunta a quien lleva el servidor.',
  refused_missing: 'Rechazado: el servidor ya no tiene esa base. Para y conecta de nuevo para crearla.',
  refused_nothing: 'Rechazado: lo que responde en esa dirección no es una CouchDB. Revisa la dirección.',
  refused_foreign: 'Rechazado: esa base contiene algo más que notas. Elige otro nombre para la tuya.',
  refused_full: 'Rechazado: el servidor no tiene más espacio, o una nota es demasiado grande para él.',
  refused_moved: 'Rechazado: el servidor nos envía a otra dirección. Conecta con ella si confías en ella.',
  refused_server: 'Rechazado: el servidor tiene problemas propios. Tus notas están a salvo aquí.',
  refused_here: 'No se pudo escribir en la base de notas de este equipo. Lo guardado sigue ahí.',
  lossGuardTitle: 'Detenido antes de quitar nada',
  lossGuardAsk: '¿Eliminaste estas notas en otro equipo?',
  lossGuardText:
    'De tus {of} notas, {deleted} se eliminarían del todo y {binned} irían a la papelera. Aún no se ha hecho nada.',
  lossGuardTake: 'Sí, hacer lo mismo aquí',
  lossGuardKeep: 'No, conservar mis notas, también allí',
  fault_noAddress: 'Escribe la dirección de la base de datos, como https://example.org/notes.',
  fault_address: 'Esto no es una dirección web. Debe ser como https://example.org/notes.',
  fault_scheme: '«{field}:» no sirve para sincronizar; la dirección debe empezar por https://.',
  fault_noHttps: 'Sin https, cualquiera en el camino podría leer tus notas y tu contraseña. Usa https://.',
  fault_server:
    'El nombre del servidor no es correcto. La dirección debe ser como https://example.org/notes.',
  fault_noDatabase: 'Falta al final el nombre de la base de datos, como en https://example.org/notes.',
  fault_database:
    'Una base de datos no puede llamarse «{field}»: solo minúsculas, cifras y _ $ ( ) + -, y una letra al principio.',
  fault_noUser: 'Una contraseña necesita un usuario.',
  fault_colon: 'El usuario no puede contener dos puntos.',
};
