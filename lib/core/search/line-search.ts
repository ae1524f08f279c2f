/** Finds lines of text by a typed query: as an exact line, by its start, word by word, or with typing errors. */
import { firstIndex } from '../base/binary-search.ts';
import { editDistance } from '../base/edit-distance.ts';
import { foldQuery, type FoldedText } from '../base/folding.ts';
import { isUnspaced } from '../base/letters.ts';
import { lazily } from '../base/memo.ts';
import { compact, maxErrorsFor, wordsOf, type CompactText, type Word } from './query-words.ts';
import type { SimilarWords } from './similar-words.ts';

/** [start, end) in UTF-16 units. */
export type Range = readonly [start: number, end: number];

export interface Line<Owner> {
  owner: Owner;
  /** The line is the owner's name, another name of it, or text about it. */
  level: 'name' | 'alias' | 'body';
  text: string;
}

interface FoundLine<L> {
  line: L;
  /** Parts of the text to emphasise. */
  ranges: Range[];
  /** Lower is better; see `RANK`. */
  rank: number;
}

export interface LineSearch<L> {
  /** The best line of each owner, the best owner first; equal ones in the order they came. */
  search(query: string): FoundLine<L>[];
}

/**
 * Aliases rank half a step after names. Typing errors add to the last four; a name with one error (mostly a plural) still
 * ranks before what is only said about something.
 */
const RANK = {
  exact: 0,
  start: 1,
  wordStart: 2,
  words: 3,
  inside: 4,
  oneError: 5,
  body: 7,
  errors: 10,
  bodyErrors: 15,
};
const ALIAS_STEP = 0.5;

/** A line with what every search of it needs. */
export interface PreparedLine<L> {
  line: L;
  folded: FoldedText;
  words: Map<string, Word>;
  /** Made when first needed, since lines of level `body` are never searched across their words. */
  compacted(): CompactText;
  step: number;
}

/** Words of the vocabulary that a typed word may stand for, with the cost of each. */
type Meanings = Map<string, number>;

/** In folded text. */
interface FoldedMatch {
  rank: number;
  ranges: Range[];
}

/** Typed words whose meanings are cached. */
const MAX_CACHED = 60;

export function prepareLine<L extends Line<unknown>>(line: L): PreparedLine<L> {
  const folded = foldQuery(line.text);
  const words = new Map<string, Word>();
  // The first occurrence of a word is the one to emphasise.
  for (const word of wordsOf(folded.text)) if (!words.has(word.text)) words.set(word.text, word);
  const compacted = lazily(() => compact(folded.text));
  return { line, folded, words, compacted, step: line.level === 'alias' ? ALIAS_STEP : 0 };
}

export function createLineSearch<Owner, L extends Line<Owner>>(
  prepared: readonly PreparedLine<L>[],
  createSimilarWords: (vocabulary: readonly string[]) => SimilarWords,
): LineSearch<L> {
  /** By word, the indices of the lines that have it. */
  const linesOf = new Map<string, number[]>();
  prepared.forEach(({ words }, index) => {
    for (const word of words.keys()) {
      const lines = linesOf.get(word);
      if (lines) lines.push(index);
      else linesOf.set(word, [index]);
    }
  });
  const vocabulary = [...linesOf.keys()].sort();
  const similarWords = createSimilarWords(vocabulary);
  const cache = new Map<string, Meanings>();

  function meaningsOf(typed: string, isLast: boolean): Meanings {
    const key = isLast ? `${typed} …` : typed;
    const cached = cache.get(key);
    if (cached) return cached;
    if (cache.size >= MAX_CACHED) cache.clear();
    const meanings = lookUp(typed, isLast);
    cache.set(key, meanings);
    return meanings;
  }

  function lookUp(typed: string, isLast: boolean): Meanings {
    const meanings: Meanings = new Map();
    const maxErrors = maxErrorsFor(typed.length);
    if (maxErrors > 0) {
      for (const word of similarWords(typed)) {
        const errors = Math.min(
          editDistance(typed, word, maxErrors),
          // The last word may not be finished.
          isLast ? editDistance(typed, word, maxErrors - 1, true) + 0.5 : Infinity,
        );
        if (errors < Infinity && errors > 0) meanings.set(word, errors);
      }
    }
    const first = firstIndex(0, vocabulary.length, (i) => vocabulary[i]! >= typed);
    for (let i = first; vocabulary[i]?.startsWith(typed); i++) meanings.set(vocabulary[i]!, 0);
    return meanings;
  }

  /** 1 for each line with a meaning of the rarest word typed: no other line can have all words. */
  function likelyLines(typed: readonly Meanings[]): Uint8Array {
    const rarest = typed
      .map((meanings) => [...meanings.keys()].map((word) => linesOf.get(word)!))
      .map((lines) => ({ lines, count: lines.reduce((sum, { length }) => sum + length, 0) }))
      .reduce((least, each) => (each.count < least.count ? each : least));
    const isLikely = new Uint8Array(prepared.length);
    for (const lines of rarest.lines) for (const index of lines) isLikely[index] = 1;
    return isLikely;
  }

  return {
    search(input) {
      const query = foldQuery(input).text.trim();
      const compactQuery = compact(query).text;
      if (compactQuery === '') return [];
      const words = wordsOf(query);
      const typed = words.map(({ text }, i) => meaningsOf(text, i === words.length - 1));
      const isWithoutSpaces = isUnspaced(query);
      const best = new Map<Owner, FoundLine<L>>();
      const offer = (each: PreparedLine<L>, match: FoldedMatch | null): void => {
        const known = best.get(each.line.owner);
        if (!match || (known && known.rank <= match.rank)) return;
        const ranges = match.ranges.map((range) => each.folded.sourceOf(range));
        best.set(each.line.owner, { line: each.line, rank: match.rank, ranges });
      };
      const isLikely = likelyLines(typed);
      prepared.forEach((each, index) => {
        // Names are found by their middle too, bodies only by words, except in scripts without spaces.
        if (isLikely[index] === 0 && each.line.level === 'body' && !isWithoutSpaces) return;
        const match = matchAsTyped(each, query, compactQuery, isWithoutSpaces);
        offer(each, match ?? (isLikely[index] === 1 ? matchByWords(each, typed, query.length) : null));
      });
      if (best.size === 0) {
        for (const each of prepared) offer(each, matchRunTogether(each, compactQuery));
      }
      // Sorting is stable, and a map keeps the order of insertion.
      return [...best.values()].sort((a, b) => a.rank - b.rank);
    },
  };
}

/** The query as it was typed, apart from spaces and hyphens. */
function matchAsTyped<L extends Line<unknown>>(
  { line, folded, compacted, step }: PreparedLine<L>,
  query: string,
  compactQuery: string,
  isWithoutSpaces: boolean,
): FoldedMatch | null {
  if (line.level === 'body' && !isWithoutSpaces) return null;
  const inside = folded.text.indexOf(query);
  const ranges: Range[] = [[inside, inside + query.length]];
  if (line.level === 'body') return inside >= 0 ? { rank: RANK.body, ranges } : null;
  const { text, sourceIndices } = compacted();
  for (let index = text.indexOf(compactQuery); index >= 0; index = text.indexOf(compactQuery, index + 1)) {
    const start = sourceIndices[index]!;
    if (!isWithoutSpaces && /[\p{L}\p{N}]/u.test(folded.text[start - 1] ?? ' ')) continue;
    const rank = index > 0 ? RANK.wordStart : text === compactQuery ? RANK.exact : RANK.start;
    const end = sourceIndices[index + compactQuery.length - 1]! + 1;
    return { rank: rank + step, ranges: [[start, end]] };
  }
  return inside >= 0 && query.length > 2 ? { rank: RANK.inside + step, ranges } : null;
}

/** Every typed word, in any order, as the start of a word or nearly one. */
function matchByWords<L extends Line<unknown>>(
  { line, words, step }: PreparedLine<L>,
  typed: readonly Meanings[],
  queryLength: number,
): FoldedMatch | null {
  const isBody = line.level === 'body';
  if (isBody && queryLength < 3) return null;
  let errors = 0;
  const ranges: Range[] = [];
  for (const meanings of typed) {
    const cheapest = cheapestOf(words, meanings);
    if (!cheapest) return null;
    errors += cheapest.cost;
    ranges.push([cheapest.word.start, cheapest.word.end]);
  }
  const nameRank = errors === 0 ? RANK.words : errors <= 1 ? RANK.oneError : RANK.errors;
  const bodyRank = errors === 0 ? RANK.body : RANK.bodyErrors;
  return { rank: (isBody ? bodyRank : nameRank) + errors + step, ranges };
}

/** The word of a line with the least cost; of equal ones the first. Iterates over the smaller of the two. */
function cheapestOf(
  words: ReadonlyMap<string, Word>,
  meanings: Meanings,
): { word: Word; cost: number } | null {
  let cheapest: { word: Word; cost: number } | null = null;
  const offer = (word: Word | undefined, cost: number | undefined): void => {
    if (!word || cost === undefined) return;
    const isBetter =
      !cheapest || cost < cheapest.cost || (cost === cheapest.cost && word.start < cheapest.word.start);
    if (isBetter) cheapest = { word, cost };
  };
  if (meanings.size < words.size) for (const [text, cost] of meanings) offer(words.get(text), cost);
  else for (const word of words.values()) offer(word, meanings.get(word.text));
  return cheapest;
}

/** Nearly a name from one of its words on, with spaces ignored: “tian an men squre”. Only if nothing else was found. */
function matchRunTogether<L extends Line<unknown>>(
  { line, words, compacted, step }: PreparedLine<L>,
  compactQuery: string,
): FoldedMatch | null {
  if (line.level === 'body') return null;
  const { text: name, sourceIndices } = compacted();
  const maxErrors = Math.min(2, maxErrorsFor(compactQuery.length));
  for (const { text, start } of words.values()) {
    // The first letter is rarely wrong, and this excludes most lines.
    if (text[0] !== compactQuery[0]) continue;
    const from = sourceIndices.indexOf(start);
    const errors = editDistance(compactQuery, name.slice(from), maxErrors, true);
    if (errors === Infinity) continue;
    const last = Math.min(from + compactQuery.length, sourceIndices.length) - 1;
    return { rank: RANK.errors + errors + step, ranges: [[start, sourceIndices[last]! + 1]] };
  }
  return null;
}
