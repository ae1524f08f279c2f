import type { Translation } from '../../translation.ts';
import type { en } from './en.ts';

export const de: Translation<typeof en> = {
  welcomeName: 'Willkommen bei Manicule',
  welcomeTitle: 'Zeigen Sie auf ein Wort.',
  welcomeHover: 'Zeigen',
  welcomeHoverText: 'Zeigen Sie auf ein gepunktetes Wort, oder tippen Sie es an, und eine Karte erklärt es.',
  welcomeSearch: 'Suchen',
  welcomeSearchText: 'Jeden Begriff des Glossars, auch mit Tippfehlern.',
  welcomeSearchOpen: 'Suche öffnen',
  welcomeSearchByHand: 'Drücken Sie in der Symbolleiste des Browsers auf Manicule.',
  welcomePin: 'Anheften',
  welcomePinText: 'Behalten Sie eine Stelle, mit Ihrer Notiz.',
  welcomePinTry: 'Satz anheften',
  welcomeReach: 'Wo es liest',
  welcomeAccessYes:
    'Auf jeder Website. Für eine Website oder eine Stunde schalten Sie es über seine Schaltfläche aus.',
  welcomeAccessNo: 'Noch nirgends: Ihr Browser hat es nicht erlaubt. Bis dahin funktioniert nur die Suche.',
  welcomeAllow: 'Auf allen Websites erlauben',
  welcomeSees: 'Was es sieht',
  welcomeSeesText:
    'Den Text der Seiten, die Sie öffnen, um darin Begriffe des Glossars zu finden. Es speichert, was Sie anheften: die Stelle, die Adresse der Seite und Ihre Worte.',
  welcomeStays: 'Was diesen Computer verlässt',
  welcomeStaysText:
    'Nichts, solange Sie nicht den Abgleich mit einem Server einschalten, den Sie nennen. Es gibt kein Konto, und niemand zählt, was Sie lesen.',
  welcomeKeys: 'Mit der Tastatur',
  welcomeKeySearch: 'suchen',
  welcomeKeyNext: 'nächster Begriff',
  welcomeKeyPrevious: 'voriger Begriff',
  welcomeKeyOpen: 'seine Karte öffnen',
  welcomeKeyNone: 'noch keine Taste',
  welcomeKeysText: 'In einer Karte geht Tab weiter, und Esc schließt sie.',
  welcomeMore: 'Nichts einzurichten',
  welcomeMoreText: 'Alles funktioniert sofort. Wenn Sie mehr wollen:',
  welcomeOptions: 'Einstellungen',
  welcomeRestore: 'Sie kommen von einem anderen Computer? Eine Sicherung einspielen',
};
