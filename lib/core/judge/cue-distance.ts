/** The words of a flow, folded, and how far each stands from a place in it. */
import { lazily } from '../base/memo.ts';
import { isUnspaced, isWordUnit } from '../base/letters.ts';
import { firstIndex } from '../base/binary-search.ts';
import { foldWord } from '../base/folding.ts';

/** A word or phrase of the glossary that speaks for or against a sense. */
export interface Cue {
  /** As the glossary writes it. */
  text: string;
  /** Folded words in order; empty for scripts without blanks. */
  words: readonly string[];
}

export interface Words {
  /** Units between the span and the nearest whole place of the cue outside it; Infinity if none is within `reach`. */
  distance(cue: Cue, start: number, end: number, reach: number): number;
  /** Whether the cue stands anywhere. */
  has(cue: Cue): boolean;
  /** Four-digit years with their distance to the span, at most `reach` units away. */
  years(start: number, end: number, reach: number): number[];
  /** How many of the words are among these. */
  count(among: ReadonlySet<string>): number;
}

const MANY = 8;
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

const known = new Map<string, Cue>();

export function cueOf(text: string): Cue {
  let cue = known.get(text);
  if (!cue) {
    const spans = isUnspaced(text) ? [] : wordSpans(text);
    const words = spans.map(([start, end]) => foldWord(text.slice(start, end)));
    known.set(text, (cue = { text, words }));
  }
  return cue;
}

export function createWords(text: string): Words {
  const starts: number[] = [];
  const ends: number[] = [];
  const folded: string[] = [];
  const places = new Map<string, number[]>();
  for (const [start, end] of wordSpans(text)) {
    const own = foldWord(text.slice(start, end));
    const same = places.get(own);
    if (same) same.push(starts.length);
    else places.set(own, [starts.length]);
    starts.push(start);
    ends.push(end);
    folded.push(own);
  }
  const gap = (from: number, to: number, start: number, end: number): number =>
    to <= start ? start - to : from >= end ? from - end : -1;

  const isPhraseAt = (at: number, words: readonly string[]): boolean =>
    words.every((word, i) => folded[at + i] === word);

  /** The first of the places, in order, that does not begin before the offset. */
  function firstFrom(all: readonly number[], offset: number): number {
    return firstIndex(0, all.length, (i) => starts[all[i]!]! >= offset);
  }

  /** Only what is in reach is looked through: such a flow may be the whole of a long page. */
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
    const all = places.get(words[0]!);
    if (!all) return Infinity;
    let nearest = Infinity;
    // A word that stands everywhere need not be measured everywhere.
    const from = all.length > MANY && words.length === 1 ? Math.max(0, firstFrom(all, start) - 2) : 0;
    const to =
      from > 0 || (all.length > MANY && words.length === 1) ? Math.min(all.length, from + 6) : all.length;
    for (let i = from; i < to; i++) {
      const at = all[i]!;
      if (words.length > 1 && !isPhraseAt(at, words)) continue;
      const distance = gap(starts[at]!, ends[at + words.length - 1]!, start, end);
      if (distance >= 0 && distance < nearest) nearest = distance;
    }
    return nearest;
  }

  const yearPlaces = lazily(() => folded.flatMap((word, i) => (YEAR.test(word) ? [i] : [])));

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
      const all = places.get(first);
      return all !== undefined && (words.length === 1 || all.some((at) => isPhraseAt(at, words)));
    },
    years(start, end, reach) {
      return yearPlaces().flatMap((i) => {
        const distance = gap(starts[i]!, ends[i]!, start, end);
        return distance >= 0 && distance <= reach ? [Number(folded[i])] : [];
      });
    },
    count: (among) => folded.reduce((sum, word) => sum + (among.has(word) ? 1 : 0), 0),
  };
}
