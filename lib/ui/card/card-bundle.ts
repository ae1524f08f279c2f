import type { StringTable } from '../../core/i18n/strings.ts';
import type { mountCard } from './mount-card.tsx';

/** Everything that draws a card on a page. Loaded after the first marks are painted, so pages without marks never load it. */
export interface CardSurface {
  css: string;
  mount: typeof mountCard;
  /** The strings of the card. */
  english: StringTable;
}
