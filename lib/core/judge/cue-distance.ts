/** The words of a flow, folded, and how far a word or phrase is from a span of it. */
import { firstIndex } from '../base/binary-search.ts';
import { foldWord } from '../base/folding.ts';
import { isUnspaced, isWordUnit } from '../base/letters.ts';
import { lazily } from '../base/memo.ts';

/** A word or phrase of the glossary that speaks for or against a sense. */
export interface Cue {
  /** As the glossary writes it. */
  text: string;
  /** Folded words in order; empty for scripts without spaces. */
  words: readonly string[];
}

/** Spans, distances and `reach` are in UTF-16 units. */
export interface Words {
  /** Between the span and the nearest occurrence of the cue wholly outside it; Infinity if none is within `reach`. */
  distance(cue: Cue, start: number, end: number, reach: number): number;
  /** Whether the cue stands anywhere. */
  has(cue: Cue): boolean;
  /** Years (1500 to 2099) outside the span, at most `reach` away from it. */
  years(start: number, end: number, reach: number): number[];
  /** How many of the words are in the set. */
  count(among: ReadonlySet<string>): number;
}

/** If a word occurs more often, only the occurrences around the span are measured. */
const MAX_MEASURED = 8;
const YEAR = /^(1[5-9]|20)\d\d$/;

function wordSpans(text: string): [start: number, end: number][] {
  const spans: [number, number][] = [];
  for (let start = 0; start < text.length; start++) {
    if (!isWordUnit(text.charCodeAt(start))) continue;
    let end = start + 1;
    while (end < text.length && isWordUnit(text.charCodeAt(end))) end++;
    spans.push([start, end]);
    start = end;
  }
  return spans;
}

const cues = new Map<string, Cue>();

export function cueOf(text: string): Cue {
  let cue = cues.get(text);
  if (!cue) {
    const spans = isUnspaced(text) ? [] : wordSpans(text);
    const words = spans.map(([start, end]) => foldWord(text.slice(start, end)));
    cues.set(text, (cue = { text, words }));
  }
  return cue;
}

export function createWords(text: string): Words {
  const starts: number[] = [];
  const ends: number[] = [];
  const folded: string[] = [];
  /** Indices of each folded word in the three lists, ascending. */
  const indicesOf = new Map<string, number[]>();
  for (const [start, end] of wordSpans(text)) {
    const word = foldWord(text.slice(start, end));
    const indices = indicesOf.get(word);
    if (indices) indices.push(starts.length);
    else indicesOf.set(word, [starts.length]);
    starts.push(start);
    ends.push(end);
    folded.push(word);
  }
  /** Negative where the two spans overlap. */
  const gap = (from: number, to: number, start: number, end: number): number =>
    to <= start ? start - to : from >= end ? from - end : -1;

  const isPhraseAt = (index: number, words: readonly string[]): boolean =>
    words.every((word, i) => folded[index + i] === word);

  /** Searches only within reach, since a flow without spaces may be the whole of a long page. */
  function unspacedDistance(wanted: string, start: number, end: number, reach: number): number {
    const from = Math.max(0, start - reach - wanted.length);
    const before = text.slice(from, start).lastIndexOf(wanted);
    const after = text.slice(end, end + reach + wanted.length).indexOf(wanted);
    return Math.min(
      before < 0 ? Infinity : start - (from + before + wanted.length),
      after < 0 ? Infinity : after,
    );
  }

  function wordDistance(words: readonly string[], start: number, end: number): number {
    const indices = indicesOf.get(words[0]!);
    if (!indices) return Infinity;
    let from = 0;
    let to = indices.length;
    if (to > MAX_MEASURED && words.length === 1) {
      // Two before the span and two after would do; the span itself may hold some.
      from = Math.max(0, firstIndex(0, to, (i) => starts[indices[i]!]! >= start) - 2);
      to = Math.min(to, from + 6);
    }
    let nearest = Infinity;
    for (let i = from; i < to; i++) {
      const index = indices[i]!;
      if (words.length > 1 && !isPhraseAt(index, words)) continue;
      const distance = gap(starts[index]!, ends[index + words.length - 1]!, start, end);
      if (distance >= 0 && distance < nearest) nearest = distance;
    }
    return nearest;
  }

  const yearIndices = lazily(() => folded.flatMap((word, i) => (YEAR.test(word) ? [i] : [])));

  return {
    distance({ text: wanted, words }, start, end, reach) {
      if (wanted === '') return Infinity;
      const distance =
        words.length === 0 ? unspacedDistance(wanted, start, end, reach) : wordDistance(words, start, end);
      return distance <= reach ? distance : Infinity;
    },
    has({ text: wanted, words }) {
      const [first] = words;
      if (first === undefined) return wanted !== '' && text.includes(wanted);
      const indices = indicesOf.get(first);
      return (
        indices !== undefined && (words.length === 1 || indices.some((index) => isPhraseAt(index, words)))
      );
    },
    years: (start, end, reach) =>
      yearIndices().flatMap((i) => {
        const distance = gap(starts[i]!, ends[i]!, start, end);
        return distance >= 0 && distance <= reach ? [Number(folded[i])] : [];
      }),
    count: (among) => folded.reduce((sum, word) => sum + (among.has(word) ? 1 : 0), 0),
  };
}
