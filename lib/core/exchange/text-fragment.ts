/**
 * Links that scroll to a passage in any browser, without the extension: `#:~:text=prefix-,start,end,-suffix`
 * (https://wicg.github.io/scroll-to-text-fragment/).
 */
import type { Selector } from '../anchoring/selector.ts';
import { isUnspaced } from '../base/letters.ts';

/** In characters; longer quotes are given by their first and last words. */
const MAX_WHOLE = 80;
/** In characters; shorter quotes may occur more than once, so their context is given too. */
const MIN_ALONE = 40;
const EDGE_WORDS = 5;
const CONTEXT_WORDS = 3;

/** The page alone for a note without a quote. */
export function textFragmentLink(page: string, selectors: readonly Selector[]): string {
  const directive = textDirective(selectors);
  return directive === null ? page : `${page}#:~:${directive}`;
}

/** `text=…`; null without a quote. */
export function textDirective(selectors: readonly Selector[]): string | null {
  const quote = selectors.find((selector) => selector.type === 'TextQuoteSelector');
  if (!quote) return null;
  // Browsers match whole words only, so a word cut by the passage is completed from the context.
  const exact = (tailOf(quote.prefix) + quote.exact + headOf(quote.suffix)).replace(/[ \t]+/g, ' ').trim();
  const lines = exact.split(/\s*\n\s*/).filter((line) => line !== '');
  const [first, last] = [lines[0], lines.at(-1)];
  if (first === undefined || last === undefined) return null;
  if (lines.length === 1 && exact.length <= MAX_WHOLE) {
    if (exact.length >= MIN_ALONE) return `text=${encode(exact)}`;
    // Context stays within the line: beyond a block's edge the page may have hidden text that Manicule does not see.
    const before = lastWords(quote.prefix.slice(0, quote.prefix.length - tailOf(quote.prefix).length));
    const after = firstWords(quote.suffix.slice(headOf(quote.suffix).length), CONTEXT_WORDS);
    return `text=${before && `${encode(before)}-,`}${encode(exact)}${after && `,-${encode(after)}`}`;
  }
  const start = firstWords(first, EDGE_WORDS);
  const end = lastWords(last, EDGE_WORDS);
  // With few words both ends would overlap, and a browser looks for the end after the start.
  if (lines.length === 1 && start.length + end.length >= exact.length) return `text=${encode(exact)}`;
  return `text=${encode(start)},${encode(end)}`;
}

const WORD = /[\p{L}\p{N}\p{M}_]/u;
/** False in scripts without spaces, where a neighbouring character need not belong to the same word. */
const joins = (character: string): boolean => WORD.test(character) && !isUnspaced(character);

/** The part of a word at the end of the prefix that continues in the quote. */
function tailOf(prefix: string): string {
  const characters = [...prefix];
  let at = characters.length;
  while (at > 0 && joins(characters[at - 1]!)) at--;
  // The stored context may begin in the middle of this word.
  return at === 0 ? '' : characters.slice(at).join('');
}

function headOf(suffix: string): string {
  const characters = [...suffix];
  let at = 0;
  while (at < characters.length && joins(characters[at]!)) at++;
  return at === characters.length ? '' : characters.slice(0, at).join('');
}

/** At most `count` words of the first line; in scripts without spaces, four characters for a word. */
function firstWords(text: string, count: number): string {
  const line = text.split('\n')[0]!.trim();
  const words = line.split(/\s+/).slice(0, count).join(' ');
  return isUnspaced(words) ? [...words].slice(0, count * 4).join('') : words;
}

function lastWords(text: string, count = CONTEXT_WORDS): string {
  const line = text.split('\n').at(-1)!.trim();
  const words = line.split(/\s+/).slice(-count).join(' ');
  return isUnspaced(words) ? [...words].slice(-count * 4).join('') : words;
}

/** Dashes, commas and ampersands are syntax in the directive; `encodeURIComponent` escapes all but the dash. */
const encode = (text: string): string =>
  encodeURIComponent(text.replace(/[\uD800-\uDFFF]/gu, '\uFFFD')).replace(/-/g, '%2D');
