import type { Translation } from '../../translation.ts';
import type { en } from './en.ts';

export const es: Translation<typeof en> = {
  welcomeName: 'Te damos la bienvenida a Manicule',
  welcomeTitle: 'Señala una palabra.',
  welcomeHover: 'Señalar',
  welcomeHoverText: 'Señala una palabra punteada, o tócala, y una ficha te la explica.',
  welcomeSearch: 'Buscar',
  welcomeSearchText: 'Cualquier término del glosario, aun mal escrito.',
  welcomeSearchOpen: 'Abrir la búsqueda',
  welcomeSearchByHand: 'Pulsa Manicule en la barra del navegador.',
  welcomePin: 'Fijar',
  welcomePinText: 'Guarda un pasaje, con una nota tuya.',
  welcomePinTry: 'Fijar una frase',
  welcomeReach: 'Dónde lee',
  welcomeAccessYes: 'En todos los sitios. Desactívalo en un sitio, o por una hora, con su botón.',
  welcomeAccessNo:
    'En ninguno todavía: tu navegador no lo ha permitido. Mientras tanto, solo funciona la búsqueda.',
  welcomeAllow: 'Permitir en todos los sitios',
  welcomeSees: 'Qué ve',
  welcomeSeesText:
    'El texto de las páginas que abres, para buscar en él los términos de su glosario. Guarda lo que fijas: el pasaje, la dirección de la página y tus palabras.',
  welcomeStays: 'Qué sale de este equipo',
  welcomeStaysText:
    'Nada, salvo que actives la sincronización con un servidor que tú nombres. No hay cuenta, y nadie cuenta lo que lees.',
  welcomeKeys: 'Con el teclado',
  welcomeKeySearch: 'buscar',
  welcomeKeyNext: 'término siguiente',
  welcomeKeyPrevious: 'término anterior',
  welcomeKeyOpen: 'abrir su ficha',
  welcomeKeyNone: 'aún sin tecla',
  welcomeKeysText: 'En una ficha, Tab avanza y Esc la cierra.',
  welcomeMore: 'Nada que configurar',
  welcomeMoreText: 'Todo funciona tal como está. Si quieres más:',
  welcomeOptions: 'Opciones',
  welcomeRestore: '¿Vienes de otro equipo? Restaura una copia de seguridad',
};
