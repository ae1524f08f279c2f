/**
 * W3C Web Annotation selectors, fields named as in the standard. Offsets are in UTF-16 units of the page's flow
 * text: its flows joined by line feeds, white space as the page reading gives it.
 */
import { createPassageFinder } from './passage-finder.ts';

export interface TextQuoteSelector {
  type: 'TextQuoteSelector';
  exact: string;
  prefix: string;
  suffix: string;
}

export interface TextPositionSelector {
  type: 'TextPositionSelector';
  start: number;
  end: number;
}

export type Selector = TextQuoteSelector | TextPositionSelector;

/** Where a passage lies now, and what told us. */
export interface PassageMatch {
  start: number;
  end: number;
  /** `position`: still where it was. `quote`: the same words elsewhere. `likeness`: words that took their place. */
  how: 'position' | 'quote' | 'likeness';
  /** 1 for the very words; how like they are otherwise. */
  score: number;
}

/** Context kept at least, each side, in UTF-16 units; short quotes need more to be told apart. */
const CONTEXT = 32;
const CONTEXT_OF_SHORT = 64;
const SHORT_QUOTE = 24;
/** Past this the surroundings repeat like the quote itself, and only the position can tell. */
const MAX_CONTEXT = 1024;
/** How far a context may grow so that it begins and ends with a whole word. */
const WORD_EDGE = 16;

/** Selectors for `text[start, end)`: the quote with enough context to be the only one, and the position. */
export function describe(text: string, start: number, end: number): Selector[] {
  if (!(start >= 0 && start < end && end <= text.length)) {
    throw new RangeError(`No passage at [${start}, ${end}) of a text of ${text.length}.`);
  }
  const exact = text.slice(start, end);
  let size = exact.length < SHORT_QUOTE ? CONTEXT_OF_SHORT : CONTEXT;
  let quote = quoteAt(text, start, end, size);
  while (size < MAX_CONTEXT && !isUnique(text, quote)) {
    size *= 2;
    quote = quoteAt(text, start, end, size);
  }
  return [quote, { type: 'TextPositionSelector', start, end }];
}

/** The passage in a text that may have changed; null: an orphan. For more than one passage make a `Finder` once. */
export function find(text: string, selectors: readonly Selector[]): PassageMatch | null {
  return createPassageFinder(text).find(selectors);
}

function isUnique(text: string, { exact, prefix, suffix }: TextQuoteSelector): boolean {
  const whole = prefix + exact + suffix;
  const first = text.indexOf(whole);
  return text.indexOf(whole, first + 1) === -1;
}

function quoteAt(text: string, start: number, end: number, size: number): TextQuoteSelector {
  return {
    type: 'TextQuoteSelector',
    exact: text.slice(start, end),
    prefix: text.slice(edgeBefore(text, start - size), start),
    suffix: text.slice(end, edgeAfter(text, end + size)),
  };
}

/** `at`, or the beginning of the word it cuts, if that is near; never inside a surrogate pair. */
function edgeBefore(text: string, at: number): number {
  if (at <= 0) return 0;
  for (let edge = at; edge >= Math.max(0, at - WORD_EDGE); edge--) {
    if (edge === 0 || isSpace(text, edge - 1)) return edge;
  }
  return isLowSurrogate(text, at) ? at - 1 : at;
}

function edgeAfter(text: string, at: number): number {
  if (at >= text.length) return text.length;
  for (let edge = at; edge <= Math.min(text.length, at + WORD_EDGE); edge++) {
    if (edge === text.length || isSpace(text, edge)) return edge;
  }
  return isLowSurrogate(text, at) ? at + 1 : at;
}

const isSpace = (text: string, at: number): boolean => /\s/.test(text.charAt(at));

function isLowSurrogate(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff;
}
