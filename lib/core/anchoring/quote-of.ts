import type { Selector } from './selector.ts';

/** The words that a note is pinned to; '' if it is pinned to none. */
export const quoteOf = (selectors: readonly Selector[]): string =>
  selectors.map((selector) => (selector.type === 'TextQuoteSelector' ? selector.exact : '')).join('');
