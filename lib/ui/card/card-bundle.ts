import type { mountCard } from './mount-card.tsx';

/** Everything that draws a card on a page. Loaded once the first marks are painted: pages without any need none. */
export interface CardSurface {
  css: string;
  mount: typeof mountCard;
}
