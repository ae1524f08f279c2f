import type { Translation } from '../translation.ts';
import type { en } from './en.ts';

export const es: Translation<typeof en> = {
  options: 'Opciones',
  optionsLead: 'Todo funciona tal como está. Nada sale de este equipo mientras no lo actives aquí.',
  optionsSections: 'Secciones',
  optionsBackup: 'Copia de seguridad',
  optionsBackupLead:
    'Un solo archivo con todas tus notas, la papelera y tus ajustes, para guardarlo en lugar seguro.',
  optionsSync: 'Sincronización',
  optionsSyncLead:
    'Las mismas notas en varios equipos, mediante una base CouchDB tuya. Manicule no tiene servidor: tú nombras uno de tu confianza.',
  conflicts: 'Notas con dos versiones',
  conflictsLead: 'Se cambiaron en dos equipos a la vez. Ambas versiones se conservan hasta que elijas.',
  optionsBrowser: 'Con la cuenta de tu navegador',
  optionsBrowserLead:
    'La sincronización del propio navegador, si has iniciado sesión en él. Es pequeña: caben ajustes, no notas.',
  browserSyncLook: 'El aspecto de Manicule y la densidad de sus marcas',
  browserSyncSites: 'Los sitios desactivados o en pausa',
  browserSyncSitesHint: 'Son direcciones de sitios que lees. Van al fabricante de tu navegador.',
  browserSyncFull: 'Hay demasiados sitios para la sincronización del navegador; se quedan en este equipo.',
  browserSyncFailed: 'La sincronización del navegador no lo acepta ahora: {problem}',
};
