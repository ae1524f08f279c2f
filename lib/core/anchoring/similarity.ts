/** How like a passage and its surroundings are to a place on a changed page, and where exactly that place ends. */
import { alignWords, type Pair } from './align-words.ts';
import { letterSimilarity } from './letter-similarity.ts';
import type { PageWords, Word } from './page-words.ts';
import { firstWord, lastWord, sentenceEnd, together, widened } from './passage-bounds.ts';

/** A passage as it was: its words with those around it. */
export interface RememberedPassage {
  /** Prefix, quote and suffix. */
  words: readonly Word[];
  /** The quote's own, [first, last), among `words`. */
  first: number;
  last: number;
  /** The quote itself, plain. */
  quote: string;
}

/** A page as it is. */
export interface PageNow {
  plain: string;
  words: PageWords;
  /** Whether a sentence or a block ends between two offsets of `plain`. */
  endsBetween(from: number, to: number): boolean;
}

export interface Similarity {
  /** Span in the plain text of the page. */
  start: number;
  end: number;
  /** Words of the quote that are still there, by rarity: 0 to 1. */
  kept: number;
  /** Words of the place that are the quote's, by rarity: 0 to 1. */
  own: number;
  /** Letters of the quote that are still there, 0 to 1. */
  letters: number;
  /** Words just before and just after that are still there, by rarity: 0 to 1. */
  before: number;
  after: number;
}

/** Every word counts for a little; rare ones tell places apart. */
const MIN_WORTH = 0.15;
/** Numbers are brought up to date in sentences that stay what they were. */
const NUMBER_SHARE = 0.4;
/** Two words that only begin alike are half the same: install, installed. */
const HALF = 0.5;
const ALIKE_UNITS = 4;
const ALIKE_SHARE = 0.6;
/** Of two places alike, the one where it is looked for. */
const NEARER = 0.001;
/** Words put in are looked over as far as this beyond the passage's own length. */
const ROOM = 14;

/** The place near `from` (a position in the page's words) that is most like the passage; null if none of its words is there. */
export function similarityAt(
  { words, first, last, quote }: RememberedPassage,
  { plain, words: page, endsBetween }: PageNow,
  from: number,
): Similarity | null {
  const room = Math.max(ROOM, last - first);
  const low = Math.max(0, from - room);
  const near = page.words.slice(low, from + words.length + 2 * room);
  const worthOf = ({ folded }: Word): number =>
    (MIN_WORTH + page.rarity(folded)) * (/^\d+$/.test(folded) ? NUMBER_SHARE : 1);
  const worths = words.map(worthOf);
  const worth = (i: number, j: number): number => worths[i]! * sameness(words[i]!.folded, near[j]!.folded);
  const pairs = alignWords(words.length, near.length, (i, j) => {
    const own = worth(i, j);
    return own === 0 ? 0 : own - NEARER * Math.min(room, Math.abs(low + j - from - i));
  });
  const quoted = together(
    pairs.filter(([i]) => i >= first && i < last),
    worth,
  );
  if (quoted.length === 0) return null;

  const begin = firstWord(quoted[0]!, first, near, endsBetween);
  const finish = lastWord(pairs, quoted.at(-1)!, last, near, endsBetween);
  const [start, end] = widened(quote, plain, near[begin]!.start, near[finish]!.end);
  // Where it ends does not speak for or against the place.
  const whole = sentenceEnd(quote, pairs, finish, { first, last }, near, endsBetween);

  const met = (some: readonly Pair[]): number => sum(some.map(([i, j]) => worth(i, j)));
  const side = (some: readonly Pair[], all: readonly number[]): number =>
    all.length === 0 ? 0 : met(some) / sum(all);
  return {
    start,
    end: whole === finish ? end : widened(quote, plain, start, near[whole]!.end)[1],
    kept: met(quoted) / sum(worths.slice(first, last)),
    own: Math.min(1, met(quoted) / sum(near.slice(begin, finish + 1).map(worthOf))),
    letters: letterSimilarity(quote, plain.slice(start, end)),
    before: side(
      pairs.filter(([i, j]) => i < first && begin - j <= first + ROOM),
      worths.slice(0, first),
    ),
    after: side(
      pairs.filter(([i, j]) => i >= last && j - finish <= words.length - last + ROOM),
      worths.slice(last),
    ),
  };
}

const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0);

function sameness(a: string, b: string): number {
  if (a === b) return 1;
  let alike = 0;
  while (alike < a.length && alike < b.length && a.charCodeAt(alike) === b.charCodeAt(alike)) alike++;
  return alike >= ALIKE_UNITS && alike >= ALIKE_SHARE * Math.max(a.length, b.length) ? HALF : 0;
}
