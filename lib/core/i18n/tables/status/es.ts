import type { Translation } from '../../translation.ts';
import type { en } from './en.ts';

export const es: Translation<typeof en> = {
  openLibrary: 'Biblioteca',
  statusOn_one: '{count} término en esta página',
  statusOn_other: '{count} términos en esta página',
  statusReading: 'Leyendo la página…',
  statusNothing_one: 'Ningún término encontrado ({count} carácter leído)',
  statusNothing_other: 'Ningún término encontrado ({count} caracteres leídos)',
  statusAsked: 'Solo se lee cuando lo pides',
  readNow: 'Leer esta página',
  statusOff: 'Desactivado en este sitio',
  statusPaused_one: 'En pausa aquí por {count} minuto',
  statusPaused_other: 'En pausa aquí por {count} minutos',
  statusRunaway: 'Esta página no deja de cambiar: lectura en pausa',
  goOn: 'Continuar',
  statusLarge: 'Página muy grande, leída en parte',
  readAll: 'Leer todo',
  statusNoAccess: 'Aún sin acceso a este sitio',
  statusHereOnly: 'Solo se lee esta página. Aún sin acceso a las demás.',
  allow: 'Permitir',
  statusBrowser: 'El navegador no deja entrar extensiones en esta página. La búsqueda funciona también aquí.',
  statusStore:
    'Los navegadores no dejan entrar extensiones en sus tiendas. La búsqueda funciona también aquí.',
  statusPdf: 'El visor de PDF del navegador no admite extensiones. La búsqueda funciona también aquí.',
  statusFile:
    'Los archivos están cerrados a las extensiones hasta que lo permitas en los detalles de la extensión.',
  statusMaybeFile:
    'Las extensiones no pueden entrar en esta página. Si es un archivo de este equipo, puedes permitir los archivos en los detalles de la extensión.',
  statusFileByHand:
    'Los archivos están cerrados a las extensiones. Para abrirlos: administrador de complementos, Manicule, Permisos, archivos locales.',
  statusSilent: 'Aún no funciona en esta pestaña',
  reload: 'Recargar',
  openDetails: 'Abrir detalles',
  statusNoStorage: 'Aquí no se pueden leer los ajustes; la página se lee como siempre',
  tryAgain: 'Reintentar',
  statusProblem: 'Algo falló aquí: {problem}',
  siteSwitch: 'Marcar términos en {host}',
  pauseHour: 'Pausa de una hora',
  resume: 'Reanudar',
};
