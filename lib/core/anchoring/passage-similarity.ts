/** How similar a passage and its context are to a part of a changed page, and which span there is the passage. */
import search from 'approx-string-match';
import {
  alignWords,
  densestPairs,
  firstWordOf,
  lastWordOf,
  sentenceEndOf,
  withOuterMarks,
  type AlignedPage,
  type Pair,
} from './word-alignment.ts';
import type { ExpectedPosition } from './candidate-positions.ts';
import type { PageWords, Word } from './page-words.ts';

/** A passage as it was pinned, normalized. */
export interface PinnedPassage {
  /** Words of prefix, quote and suffix. */
  words: readonly Word[];
  /** The quote's own words are [first, last) of them. */
  first: number;
  last: number;
  quote: string;
}

/** A page as it is now. */
export interface CurrentPage {
  /** Normalized; all offsets are in it. */
  text: string;
  words: PageWords;
  endsBetween: AlignedPage['endsBetween'];
}

/** The shares are 0 to 1; of words, the rare ones count more. */
export interface Similarity {
  /** Span of the passage in the page's text. */
  start: number;
  end: number;
  /** Share of the quote's words that are still there. */
  recall: number;
  /** Share of the words there that are the quote's. */
  precision: number;
  /** Share of the quote's letters that are still there. */
  letters: number;
  /** Share of the words just before, and just after, that are still there. */
  before: number;
  after: number;
}

/** Added to a word's rarity, so that common words count too. The eval is as good with 0 and 0.4. */
const BASE_WORTH = 0.15;
/** Numbers are brought up to date in sentences that stay what they were. `edited` falls from 80 to 77 with 0.1, to 79 with 1. */
const NUMBER_SHARE = 0.4;
/** Words that begin alike, by length and share, are inflections (install, installed). With 0 `hypothesis` loses 3 of 24. */
const INFLECTION_WORTH = 0.5;
const MIN_STEM = 4;
const MIN_STEM_SHARE = 0.6;
/** Cost of each word away from the candidate position; decides only between pairs that are worth the same. */
const TIE_BREAK = 0.001;
/** Words compared on each side beyond the passage's own number, in case words were inserted. */
const MIN_MARGIN = 14;

/** The passage near the word at index `candidate` of the page; null if none of the quote's words is there. */
export function similarityAt(
  { words, first, last, quote }: PinnedPassage,
  page: CurrentPage,
  candidate: number,
): Similarity | null {
  const margin = Math.max(MIN_MARGIN, last - first);
  const offset = Math.max(0, candidate - margin);
  const near = page.words.words.slice(offset, candidate + words.length + 2 * margin);
  const worthOf = ({ folded }: Word): number =>
    (BASE_WORTH + page.words.rarity(folded)) * (/^\d+$/.test(folded) ? NUMBER_SHARE : 1);
  const worths = words.map(worthOf);
  const pairWorth = (old: number, now: number): number =>
    worths[old]! * wordSimilarity(words[old]!.folded, near[now]!.folded);
  const pairs = alignWords(words.length, near.length, (old, now) => {
    const worth = pairWorth(old, now);
    return worth === 0 ? 0 : worth - TIE_BREAK * Math.min(margin, Math.abs(offset + now - candidate - old));
  });
  const quoted = densestPairs(
    pairs.filter(([old]) => old >= first && old < last),
    pairWorth,
  );
  if (quoted.length === 0) return null;

  const aligned: AlignedPage = { pairs, first, last, words: near, endsBetween: page.endsBetween };
  const begin = firstWordOf(quoted[0]!, aligned);
  const finish = lastWordOf(quoted.at(-1)!, aligned);
  const [start, end] = withOuterMarks(quote, page.text, near[begin]!.start, near[finish]!.end);
  // A longer ending is part of the span but does not speak for or against it. ANCHOR-04
  const sentenceEnd = sentenceEndOf(finish, quote, aligned);

  const sumOf = (some: readonly Pair[]): number => sum(some.map(([old, now]) => pairWorth(old, now)));
  const shareOf = (some: readonly Pair[], all: readonly number[]): number =>
    all.length === 0 ? 0 : sumOf(some) / sum(all);
  return {
    start,
    end: sentenceEnd === finish ? end : withOuterMarks(quote, page.text, start, near[sentenceEnd]!.end)[1],
    recall: sumOf(quoted) / sum(worths.slice(first, last)),
    precision: Math.min(1, sumOf(quoted) / sum(near.slice(begin, finish + 1).map(worthOf))),
    letters: letterShare(quote, page.text.slice(start, end)),
    before: shareOf(
      pairs.filter(([old, now]) => old < first && begin - now <= first + MIN_MARGIN),
      worths.slice(0, first),
    ),
    after: shareOf(
      pairs.filter(([old, now]) => old >= last && now - finish <= words.length - last + MIN_MARGIN),
      worths.slice(last),
    ),
  };
}

const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0);

function wordSimilarity(a: string, b: string): number {
  if (a === b) return 1;
  let stem = 0;
  while (stem < a.length && stem < b.length && a.charCodeAt(stem) === b.charCodeAt(stem)) stem++;
  return stem >= MIN_STEM && stem >= MIN_STEM_SHARE * Math.max(a.length, b.length) ? INFLECTION_WORTH : 0;
}

/** Letters of the quote that are compared, at most: the time grows with the square. */
const MAX_LETTERS = 400;

/** Share of the quote's letters that stand in the text in order, 0 to 1; case aside. */
function letterShare(quote: string, text: string): number {
  const pattern = quote.slice(0, MAX_LETTERS).toLowerCase();
  const searched = text.slice(0, 2 * MAX_LETTERS).toLowerCase();
  const errors = search(searched, pattern, pattern.length).map((found) => found.errors);
  return 1 - Math.min(pattern.length, ...errors) / pattern.length;
}

/**
 * The quote's remaining words and letters decide; the rest supports them. Set by hand; ANCHOR-07 has the rows of the
 * eval for each.
 */
const WEIGHTS = {
  recall: 0.4,
  /** Catches inflected words, and changed names and numbers, that recall does not. */
  letters: 0.6,
  /** A span that holds much else is another sentence. */
  precision: 0.1,
  /** Low: the context of a sentence that was struck out stays. */
  context: 0.15,
  /** Penalty for a distance of the whole page from the expected position. */
  distance: -0.15,
  /** Before or after another passage that it was not before or after. */
  outOfOrder: -0.1,
} as const;

/** Below this score a note is an orphan: no passage is better than a wrong one. ANCHOR-07 */
export const MIN_SCORE = 0.6;

/** @param pageLength in UTF-16 units. */
export function scoreOf(similarity: Similarity, expected: ExpectedPosition, pageLength: number): number {
  const { recall, precision, letters, before, after, start } = similarity;
  const isInOrder = start >= expected.after && start <= expected.before;
  return (
    WEIGHTS.recall * recall +
    WEIGHTS.letters * letters +
    WEIGHTS.precision * precision +
    (WEIGHTS.context * (before + after)) / 2 +
    (WEIGHTS.distance * Math.min(Math.abs(start - expected.start), pageLength)) / Math.max(1, pageLength) +
    (isInOrder ? 0 : WEIGHTS.outOfOrder)
  );
}
