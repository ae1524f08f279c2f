import { firstIndex } from './binary-search.ts';

/**
 * A text as passages are compared in: every run of white space is one blank, what nobody sees is left out, and
 * typographic quotes and dashes are plain. A page's tags, line ends and editors change these without a word being
 * written anew.
 */
export interface NormalizedText {
  plain: string;
  /** Offset in `plain` of an offset in the text. */
  toPlain(offset: number): number;
  /** Offset in the text where the unit of `plain` at this offset begins; its end for the end. */
  toText(offset: number): number;
}

/** All that is changed; a single blank is not. */
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

const plainOf = (found: string): string => {
  const seen = found.replace(INVISIBLE, '');
  if (seen === '') return '';
  return /\s/.test(seen) ? ' ' : (QUOTES[seen] ?? '-');
};

export const normalizeText = (text: string): string => text.replace(CHANGED, plainOf);

/** At once. */
export function createNormalizedText(text: string): NormalizedText {
  const reader = createNormalizedTextReader(text, Infinity);
  while (reader.step());
  return reader.result();
}

export interface NormalizedTextReader {
  /** Reads on, about so many units at a time, and says whether there is more to read. */
  step(): boolean;
  /** What was read so far. */
  result(): NormalizedText;
}

export function createNormalizedTextReader(text: string, unitsAStep: number): NormalizedTextReader {
  // Where the two run apart: from here on, the text is so much longer than the plain one.
  const ats: number[] = [0];
  const lags: number[] = [0];
  const changes = text.matchAll(CHANGED);
  let plain = '';
  let last = 0;
  let lag = 0;
  let isRead = false;
  return {
    step() {
      const until = last + unitsAStep;
      while (!isRead && last < until) {
        const { value } = changes.next();
        if (!value) {
          plain += text.slice(last);
          isRead = true;
          break;
        }
        const { 0: found, index } = value;
        const becomes = plainOf(found);
        plain += text.slice(last, index) + becomes;
        last = index + found.length;
        if (found.length !== becomes.length) {
          lag += found.length - becomes.length;
          ats.push(plain.length);
          lags.push(lag);
        }
      }
      return !isRead;
    },
    result: () => plainTextOf(text, plain, ats, lags),
  };
}

/** @param ats,lags where the two run apart, and by how much from there on. */
function plainTextOf(
  text: string,
  plain: string,
  ats: readonly number[],
  lags: readonly number[],
): NormalizedText {
  /** The last place where they run apart that does not lie behind. */
  const lastAt = (isPast: (i: number) => boolean): number =>
    Math.max(0, firstIndex(0, ats.length, isPast) - 1);

  return {
    plain,
    toPlain(offset) {
      const i = lastAt((at) => ats[at]! + lags[at]! > offset);
      const next = ats[i + 1] ?? Infinity;
      return Math.min(offset - lags[i]!, next, plain.length);
    },
    toText(offset) {
      const i = lastAt((at) => ats[at]! > offset);
      return Math.min(offset + lags[i]!, text.length);
    },
  };
}
