/**
 * W3C Web Annotation selectors, with the standard's field names (https://www.w3.org/TR/annotation-model/#selectors).
 * Offsets are UTF-16 units of the page's flow text: its flows joined by line feeds, white space as it was read.
 */
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

/** Minimum context on each side, in UTF-16 units; a short quote needs more to be distinguishable. */
const MIN_CONTEXT = 32;
const MIN_CONTEXT_OF_SHORT = 64;
const SHORT_QUOTE = 24;
/** Text that is still ambiguous with this much context repeats itself; only the position can tell then. */
const MAX_CONTEXT = 1024;
/** UTF-16 units by which a context may grow to begin and end at a word. */
const MAX_WORD_REST = 16;

/**
 * Selectors for `text[start, end)`: the quote, with enough context to be the only one, and the position.
 * Throws a RangeError for an empty span or one outside the text.
 */
export function describe(text: string, start: number, end: number): Selector[] {
  if (!(start >= 0 && start < end && end <= text.length)) {
    throw new RangeError(`No passage at [${start}, ${end}) of a text of ${text.length}.`);
  }
  let context = end - start < SHORT_QUOTE ? MIN_CONTEXT_OF_SHORT : MIN_CONTEXT;
  let quote = quoteWith(context, text, start, end);
  while (context < MAX_CONTEXT && !isUnique(text, quote)) {
    context *= 2;
    quote = quoteWith(context, text, start, end);
  }
  return [quote, { type: 'TextPositionSelector', start, end }];
}

function isUnique(text: string, { exact, prefix, suffix }: TextQuoteSelector): boolean {
  const quoteInContext = prefix + exact + suffix;
  const first = text.indexOf(quoteInContext);
  return text.indexOf(quoteInContext, first + 1) === -1;
}

function quoteWith(context: number, text: string, start: number, end: number): TextQuoteSelector {
  return {
    type: 'TextQuoteSelector',
    exact: text.slice(start, end),
    prefix: text.slice(edgeBefore(text, start - context), start),
    suffix: text.slice(end, edgeAfter(text, end + context)),
  };
}

/** The offset, moved to the beginning of the word it cuts if that is near; never inside a surrogate pair. */
function edgeBefore(text: string, offset: number): number {
  if (offset <= 0) return 0;
  for (let edge = offset; edge >= Math.max(0, offset - MAX_WORD_REST); edge--) {
    if (edge === 0 || isSpace(text, edge - 1)) return edge;
  }
  return isLowSurrogate(text, offset) ? offset - 1 : offset;
}

function edgeAfter(text: string, offset: number): number {
  if (offset >= text.length) return text.length;
  for (let edge = offset; edge <= Math.min(text.length, offset + MAX_WORD_REST); edge++) {
    if (edge === text.length || isSpace(text, edge)) return edge;
  }
  return isLowSurrogate(text, offset) ? offset + 1 : offset;
}

const isSpace = (text: string, index: number): boolean => /\s/.test(text.charAt(index));

function isLowSurrogate(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  return unit >= 0xdc00 && unit <= 0xdfff;
}
