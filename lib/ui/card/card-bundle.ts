import type { mountCard } from './mount-card.tsx';

/** All that draws a card on a page. It comes when the first marks are painted: pages without any need none of it. */
export interface CardSurface {
  css: string;
  mount: typeof mountCard;
}
