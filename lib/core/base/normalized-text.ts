import { firstIndex } from './binary-search.ts';

/**
 * Texts as passages are compared: runs of white space are one space, invisible characters are dropped, typographic quotes
 * and dashes are plain. Tags, line ends and editors change these while the words stay.
 */
export interface NormalizedText {
  plain: string;
  /** Offset in `plain` of an offset in the text. */
  toPlain(offset: number): number;
  /** Offset in the text of the unit at this offset of `plain`; the end for the end. */
  toText(offset: number): number;
}

/** Everything that normalizing changes; a single space is not among it. */
const CHANGED = /[\s\u00ad\u200b-\u200d\u2060]{2,}|[^\S ]|[\u00ad\u200b-\u200d\u2060]|[‘’‚‛“”„‟«»‐‑‒–—―−]/g;
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;
const QUOTES: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '‚': "'",
  '‛': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '‟': '"',
  '«': '"',
  '»': '"',
};

const replacementOf = (found: string): string => {
  const visible = found.replace(INVISIBLE, '');
  if (visible === '') return '';
  return /\s/.test(visible) ? ' ' : (QUOTES[visible] ?? '-');
};

export const normalizeText = (text: string): string => text.replace(CHANGED, replacementOf);

export interface NormalizedTextReader {
  /** Reads the next part, of about `unitsPerStep` units, and says whether there is more to read. */
  step(): boolean;
  /** The part read so far. */
  result(): NormalizedText;
}

export function createNormalizedTextReader(text: string, unitsPerStep: number): NormalizedTextReader {
  // From each of these offsets in `plain` on, the text is ahead by the lag of the same index.
  const offsets: number[] = [0];
  const lags: number[] = [0];
  const changes = text.matchAll(CHANGED);
  let plain = '';
  let last = 0;
  let lag = 0;
  let isRead = false;
  return {
    step() {
      const until = last + unitsPerStep;
      while (!isRead && last < until) {
        const { value } = changes.next();
        if (!value) {
          plain += text.slice(last);
          isRead = true;
          break;
        }
        const { 0: found, index } = value;
        const replacement = replacementOf(found);
        plain += text.slice(last, index) + replacement;
        last = index + found.length;
        if (found.length !== replacement.length) {
          lag += found.length - replacement.length;
          offsets.push(plain.length);
          lags.push(lag);
        }
      }
      return !isRead;
    },
    result: () => normalizedTextOf(text, plain, offsets, lags),
  };
}

function normalizedTextOf(
  text: string,
  plain: string,
  offsets: readonly number[],
  lags: readonly number[],
): NormalizedText {
  const lastBefore = (isPast: (i: number) => boolean): number =>
    Math.max(0, firstIndex(0, offsets.length, isPast) - 1);

  return {
    plain,
    toPlain(offset) {
      const i = lastBefore((each) => offsets[each]! + lags[each]! > offset);
      const next = offsets[i + 1] ?? Infinity;
      return Math.min(offset - lags[i]!, next, plain.length);
    },
    toText(offset) {
      const i = lastBefore((each) => offsets[each]! > offset);
      return Math.min(offset + lags[i]!, text.length);
    },
  };
}
