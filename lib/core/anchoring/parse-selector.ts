import type { Selector } from './selector.ts';
import type { ObjectReader } from '../base/object-reader.ts';

const MAX_SELECTORS = 10;
const MAX_QUOTE = 1_000_000;

/** The selectors in `field` of an untrusted object; problems are told to its shape. */
export function parseSelectors(shape: ObjectReader, field: string): Selector[] {
  const list = shape.get(field);
  if (!Array.isArray(list) || list.length > MAX_SELECTORS) {
    const message = `“${field}” has to be a list of at most ${MAX_SELECTORS} selectors.`;
    shape.wrong(field, 'selectors', message, { most: MAX_SELECTORS });
    return [];
  }
  return list.flatMap((input: unknown, at) => {
    const selector = parseSelector(input);
    if (selector) return [selector];
    shape.wrong(field, 'selector', 'This is neither a TextQuoteSelector nor a TextPositionSelector.', { at });
    return [];
  });
}

function parseSelector(input: unknown): Selector | null {
  if (typeof input !== 'object' || input === null) return null;
  const { type, exact, prefix, suffix, start, end } = input as Record<string, unknown>;
  if (type === 'TextQuoteSelector') {
    return isQuoteText(exact) && exact !== '' && isQuoteText(prefix) && isQuoteText(suffix)
      ? { type, exact, prefix, suffix }
      : null;
  }
  if (type === 'TextPositionSelector') {
    return isOffset(start) && isOffset(end) && start < end ? { type, start, end } : null;
  }
  return null;
}

const isQuoteText = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= MAX_QUOTE;
const isOffset = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
