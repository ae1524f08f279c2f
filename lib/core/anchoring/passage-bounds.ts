/** Where the place of a passage whose words changed ends. */
import type { Pair } from './align-words.ts';
import type { Word } from './page-words.ts';

/**
 * Position in `near` of the first word of the place. `pair` is the first word of the quote that is still there; one
 * word that opens its sentence took the place of one, of more nobody knows whether they belong to it.
 * @param first the quote's first word.
 */
export function firstWord(
  [i, j]: Pair,
  first: number,
  near: readonly Word[],
  endsBetween: (from: number, to: number) => boolean,
): number {
  const before = near[j - 1];
  if (i - first !== 1 || !before || endsBetween(before.end, near[j]!.start)) return j;
  const further = near[j - 2];
  return !further || endsBetween(further.end, before.start) ? j - 1 : j;
}

/**
 * Position in `near` of the last word of the place. `pair` is the last word of the quote that is still there; what
 * stands behind it, up to where the old surroundings go on or the sentence ends, took the place of what is lost.
 * @param last one past the quote's last word.
 */
export function lastWord(
  pairs: readonly Pair[],
  [i, j]: Pair,
  last: number,
  near: readonly Word[],
  endsBetween: (from: number, to: number) => boolean,
): number {
  const lost = last - 1 - i;
  if (lost === 0) return j;
  const after = pairs.find(([old]) => old >= last);
  const end = Math.min(near.length, after?.[1] ?? near.length) - 1;
  // To the end of the sentence, if about as much stands there as did.
  for (let at = j; at <= Math.min(end, j + lost); at++) {
    const next = near[at + 1];
    if (!next || endsBetween(near[at]!.end, next.start)) return at;
  }
  // Or to where the old surroundings go on. Else nobody knows what belongs to it.
  return after?.[0] === last && end - j <= 2 * lost + 2 ? end : j;
}

const SENTENCE_ENDED = /[.!?。！？…]["'”’)\]]*$/;

/**
 * Position in `near` of the word where the sentence ends that the place is in, if the quote went to the end of one: the
 * sentence has got a longer ending since. Not further than the old surroundings, nor than the passage was long.
 */
export function sentenceEnd(
  quote: string,
  pairs: readonly Pair[],
  j: number,
  { first, last }: { first: number; last: number },
  near: readonly Word[],
  endsBetween: (from: number, to: number) => boolean,
): number {
  if (!SENTENCE_ENDED.test(quote)) return j;
  const old = pairs.find(([i, at]) => i === last && at > j)?.[1] ?? near.length;
  for (let at = j; at < Math.min(old, j + last - first, near.length - 1); at++) {
    if (endsBetween(near[at]!.end, near[at + 1]!.start)) return at;
  }
  return j;
}

/** Words put in between two of a passage's own count so much against their belonging together. */
const GAP_COST = 0.08;
const FREE_GAP = 3;

/** The pairs, of those of a passage, that stand together: a word of it that is met further on is another's. */
export function together(pairs: readonly Pair[], worth: (i: number, j: number) => number): readonly Pair[] {
  let best = { from: 0, to: 0, sum: -Infinity };
  let from = 0;
  let sum = 0;
  pairs.forEach(([i, j], at) => {
    const before = pairs[at - 1];
    if (before) {
      const putIn = j - before[1] - (i - before[0]) - FREE_GAP;
      sum -= GAP_COST * Math.max(0, putIn);
    }
    if (sum < 0) {
      sum = 0;
      from = at;
    }
    sum += worth(i, j);
    if (sum > best.sum) best = { from, to: at + 1, sum };
  });
  return pairs.slice(best.from, best.to);
}

/** The marks around the quote's words belong to it where they are still there. */
export function widened(quote: string, plain: string, start: number, end: number): [number, number] {
  const lead = /^[^\p{L}\p{N}\s]*/u.exec(quote)![0];
  const trail = /[^\p{L}\p{N}\s]*$/u.exec(quote)![0];
  return [
    lead !== '' && plain.slice(0, start).endsWith(lead) ? start - lead.length : start,
    trail !== '' && plain.startsWith(trail, end) ? end + trail.length : end,
  ];
}
