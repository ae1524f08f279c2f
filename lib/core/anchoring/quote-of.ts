import type { Selector } from './selector.ts';

/** The words that a note is pinned to; empty without a passage. */
export const quoteOf = (selectors: readonly Selector[]): string =>
  selectors.map((selector) => (selector.type === 'TextQuoteSelector' ? selector.exact : '')).join('');
