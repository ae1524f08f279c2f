/** Finds lines of text by what a reader types: whole, from the start, word by word, or nearly. */
import { foldQuery, type FoldedText } from '../base/folding.ts';
import { lazily } from '../base/memo.ts';
import { editDistance } from '../base/edit-distance.ts';
import { isUnspaced } from '../base/letters.ts';
import { compact, errorsFor, wordsOf, type Word } from './query-words.ts';
import { firstIndex } from '../base/binary-search.ts';

export type Range = readonly [start: number, end: number];

/** What a line is to its owner: its name, another name, or something said about it. */
export type Level = 'name' | 'alias' | 'body';

export interface Line<Owner> {
  owner: Owner;
  level: Level;
  text: string;
}

export interface Found<L> {
  line: L;
  /** Parts of the text to emphasise, in UTF-16 units. */
  ranges: Range[];
  /** Lower is better; see `RANK`. */
  rank: number;
}

export interface LineSearch<L> {
  /** The best line of each owner, the best owner first; equal ones in the order they came. */
  search(query: string): Found<L>[];
}

/** Words among these that are near a word that was typed: candidates only, they are verified here. */
export type SimilarWords = (typed: string) => readonly string[];

/**
 * Aliases come half a step after names. Typing errors count on top of the last three; a name with one error (a plural,
 * mostly) still comes before what is only said about something.
 */
const RANK = {
  exact: 0,
  start: 1,
  wordStart: 2,
  words: 3,
  inside: 4,
  slip: 5,
  body: 7,
  near: 10,
  nearBody: 15,
};

/** A line, read once. */
export interface Prepared<L> {
  line: L;
  folded: FoldedText;
  words: Map<string, Word>;
  /** Of names alone: what is said about something is not looked at in one go. */
  bare(): ReturnType<typeof compact>;
  alias: number;
}

/** A word that was typed, with every word of the vocabulary that it may stand for, and at what cost. */
type Meant = Map<string, number>;

/** So many words that were typed are remembered with what they may stand for. */
const REMEMBERED = 60;

export function prepareLine<L extends Line<unknown>>(line: L): Prepared<L> {
  const folded = foldQuery(line.text);
  const words = new Map<string, Word>();
  // The first place of a word is the one to show.
  for (const word of wordsOf(folded.text)) if (!words.has(word.text)) words.set(word.text, word);
  const bare = lazily(() => compact(folded.text));
  return { line, folded, words, bare, alias: line.level === 'alias' ? 0.5 : 0 };
}

export function createLineSearch<Owner, L extends Line<Owner>>(
  prepared: readonly Prepared<L>[],
  makeNear: (vocabulary: readonly string[]) => SimilarWords,
): LineSearch<L> {
  /** By word, the lines that have it. */
  const linesOf = new Map<string, number[]>();
  prepared.forEach(({ words }, at) => {
    for (const word of words.keys()) {
      const lines = linesOf.get(word);
      if (lines) lines.push(at);
      else linesOf.set(word, [at]);
    }
  });
  const vocabulary = [...linesOf.keys()].sort();
  const near = makeNear(vocabulary);
  /** With every letter only the last word becomes another. */
  const known = new Map<string, Meant>();

  function meant(typed: string, isLast: boolean): Meant {
    const key = isLast ? `${typed} …` : typed;
    const before = known.get(key);
    if (before) return before;
    if (known.size >= REMEMBERED) known.clear();
    const now = lookUp(typed, isLast);
    known.set(key, now);
    return now;
  }

  function lookUp(typed: string, isLast: boolean): Meant {
    const all: Meant = new Map();
    const most = errorsFor(typed.length);
    if (most > 0) {
      for (const word of near(typed)) {
        const errors = Math.min(
          editDistance(typed, word, most),
          // The last word may still be on its way.
          isLast ? editDistance(typed, word, most - 1, true) + 0.5 : Infinity,
        );
        if (errors < Infinity && errors > 0) all.set(word, errors);
      }
    }
    const first = firstIndex(0, vocabulary.length, (i) => vocabulary[i]! >= typed);
    for (let i = first; vocabulary[i]?.startsWith(typed); i++) {
      all.set(vocabulary[i]!, 0);
    }
    return all;
  }

  /** 1 for each line that has a word that the rarest of those typed may stand for: no other has all of them. */
  function likelyLines(meanings: readonly Meant[]): Uint8Array {
    const rarest = meanings
      .map((meaning) => [...meaning.keys()].map((word) => linesOf.get(word)!))
      .map((lines) => ({ lines, count: lines.reduce((sum, { length }) => sum + length, 0) }))
      .reduce((least, each) => (each.count < least.count ? each : least));
    const likely = new Uint8Array(prepared.length);
    for (const lines of rarest.lines) for (const at of lines) likely[at] = 1;
    return likely;
  }

  return {
    search(input) {
      const query = foldQuery(input).text.trim();
      const bare = compact(query).text;
      if (bare === '') return [];
      const typed = wordsOf(query);
      const meanings = typed.map(({ text }, i) => meant(text, i === typed.length - 1));
      const isWithoutSpaces = isUnspaced(query);
      const best = new Map<Owner, Found<L>>();
      const offer = (each: Prepared<L>, found: { rank: number; ranges: Range[] } | null): void => {
        const known = best.get(each.line.owner);
        if (!found || (known && known.rank <= found.rank)) return;
        const ranges = found.ranges.map((range) => each.folded.sourceOf(range));
        best.set(each.line.owner, { line: each.line, rank: found.rank, ranges });
      };
      const likely = likelyLines(meanings);
      prepared.forEach((each, at) => {
        const isLikely = likely[at] === 1;
        // Names are found by their middle too; of what is said, only words count, but in scripts without blanks.
        if (!isLikely && each.line.level === 'body' && !isWithoutSpaces) return;
        const whole = inOneGo(each, query, bare, isWithoutSpaces);
        offer(each, whole ?? (isLikely ? wordByWord(each, meanings, query.length) : null));
      });
      if (best.size === 0) {
        for (const each of prepared) offer(each, runTogether(each, bare));
      }
      // Sorting is stable, and a map keeps the order of insertion.
      return [...best.values()].sort((a, b) => a.rank - b.rank);
    },
  };
}

/** The query as it stands, blanks and hyphens aside. */
function inOneGo<L extends Line<unknown>>(
  { line, folded, bare: bareOf, alias }: Prepared<L>,
  query: string,
  bare: string,
  isWithoutSpaces: boolean,
): { rank: number; ranges: Range[] } | null {
  if (line.level === 'body' && !isWithoutSpaces) return null;
  const inside = folded.text.indexOf(query);
  const ranges: Range[] = [[inside, inside + query.length]];
  if (line.level === 'body') return inside >= 0 ? { rank: RANK.body, ranges } : null;
  const own = bareOf();
  for (let at = own.text.indexOf(bare); at >= 0; at = own.text.indexOf(bare, at + 1)) {
    const start = own.at[at]!;
    if (!isWithoutSpaces && /[\p{L}\p{N}]/u.test(folded.text[start - 1] ?? ' ')) continue;
    const rank = at > 0 ? RANK.wordStart : own.text === bare ? RANK.exact : RANK.start;
    return { rank: rank + alias, ranges: [[start, own.at[at + bare.length - 1]! + 1]] };
  }
  return inside >= 0 && query.length > 2 ? { rank: RANK.inside + alias, ranges } : null;
}

/** Every word that was typed, in any order, as the start of a word or nearly one. */
function wordByWord<L extends Line<unknown>>(
  { line, words, alias }: Prepared<L>,
  meanings: readonly Meant[],
  length: number,
): { rank: number; ranges: Range[] } | null {
  const isBody = line.level === 'body';
  if (isBody && length < 3) return null;
  let errors = 0;
  const ranges: Range[] = [];
  for (const meaning of meanings) {
    const nearest = nearestOf(words, meaning);
    if (!nearest) return null;
    errors += nearest.cost;
    ranges.push([nearest.word.start, nearest.word.end]);
  }
  const step = errors === 0 ? 'words' : errors <= 1 ? 'slip' : 'near';
  const rank = isBody ? (errors === 0 ? RANK.body : RANK.nearBody) : RANK[step];
  return { rank: rank + errors + alias, ranges };
}

/** The word of a line that costs least; of equal ones the first. Goes through whichever there are fewer of. */
function nearestOf(words: ReadonlyMap<string, Word>, meaning: Meant): { word: Word; cost: number } | null {
  let nearest: { word: Word; cost: number } | null = null;
  const offer = (word: Word | undefined, cost: number | undefined): void => {
    if (!word || cost === undefined) return;
    const isNearer =
      !nearest || cost < nearest.cost || (cost === nearest.cost && word.start < nearest.word.start);
    if (isNearer) nearest = { word, cost };
  };
  if (meaning.size < words.size) for (const [text, cost] of meaning) offer(words.get(text), cost);
  else for (const word of words.values()) offer(word, meaning.get(word.text));
  return nearest;
}

/** A name from one of its words on, without blanks, nearly: “tian an men squre”. Only where nothing else was found. */
function runTogether<L extends Line<unknown>>(
  { line, words, bare: bareOf, alias }: Prepared<L>,
  bare: string,
): { rank: number; ranges: Range[] } | null {
  if (line.level === 'body') return null;
  const own = bareOf();
  const most = Math.min(2, errorsFor(bare.length));
  for (const { text, start } of words.values()) {
    // Whoever errs rarely errs in the first letter; most lines are out here.
    if (text[0] !== bare[0]) continue;
    const from = own.at.indexOf(start);
    const errors = editDistance(bare, own.text.slice(from), most, true);
    if (errors === Infinity) continue;
    const end = own.at[Math.min(from + bare.length, own.at.length) - 1]! + 1;
    return { rank: RANK.near + errors + alias, ranges: [[start, end]] };
  }
  return null;
}
