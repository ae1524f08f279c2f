/** Pairs the words of an old passage with those of a changed page, and finds the passage's ends from the pairs. */
import type { Word } from './page-words.ts';

/** Indices of two words that are taken for the same, in the old list and in the present one. */
export type Pair = readonly [old: number, now: number];

/** A pair that continues a run is worth this much more of itself, since edits leave runs. The eval is as good with 0 and 0.7. */
const RUN_BONUS = 0.35;
/**
 * Cost of each word skipped on either side; low, since whole sentences get inserted. With 0.1 `edited` falls from 80 to
 * 77.
 */
const SKIP_COST = 0.02;

/**
 * The pairs, ascending on both sides, that are worth most together.
 * @param worth of taking the two words for the same; 0 if they cannot be. Called for all of oldCount × nowCount.
 */
export function alignWords(
  oldCount: number,
  nowCount: number,
  worth: (old: number, now: number) => number,
): Pair[] {
  const width = nowCount + 1;
  // For each cell (i words of the old, j of the new): the best that ends with this pair, and the best up to it.
  const paired = new Float32Array((oldCount + 1) * width);
  const best = new Float32Array((oldCount + 1) * width);
  const isRun = new Uint8Array((oldCount + 1) * width);
  let topCell = 0;
  let topScore = 0;
  for (let i = 1; i <= oldCount; i++) {
    for (let j = 1; j <= nowCount; j++) {
      const cell = i * width + j;
      const pairWorth = worth(i - 1, j - 1);
      let here = 0;
      if (pairWorth > 0) {
        const diagonal = cell - width - 1;
        const run = paired[diagonal]! > 0 ? paired[diagonal]! + RUN_BONUS * pairWorth : 0;
        isRun[cell] = run >= best[diagonal]! && run > 0 ? 1 : 0;
        paired[cell] = here = pairWorth + Math.max(run, best[diagonal]!);
      }
      best[cell] = Math.max(here, best[cell - 1]! - SKIP_COST, best[cell - width]! - SKIP_COST);
      if (best[cell] > topScore) {
        topScore = best[cell]!;
        topCell = cell;
      }
    }
  }
  const pairs: Pair[] = [];
  let mustPair = false;
  for (let cell = topCell; cell > width && best[cell]! > 0;) {
    const [i, j] = [Math.floor(cell / width), cell % width];
    if (j === 0) break;
    if (paired[cell]! > 0 && (mustPair || paired[cell]! >= best[cell]!)) {
      pairs.push([i - 1, j - 1]);
      mustPair = isRun[cell] === 1;
      cell -= width + 1;
    } else if (best[cell - 1]! >= best[cell - width]!) cell--;
    else cell -= width;
  }
  return pairs.reverse();
}

/**
 * Cost of each word inserted between two of a passage's words, beyond the free ones. Without it `edited` falls by 1.
 */
const GAP_COST = 0.08;
const FREE_GAP = 3;

/** The stretch of pairs that is worth most: a word of the passage that stands further off belongs to another sentence. */
export function densestPairs(
  pairs: readonly Pair[],
  worth: (old: number, now: number) => number,
): readonly Pair[] {
  let best = { from: 0, to: 0, sum: -Infinity };
  let from = 0;
  let sum = 0;
  pairs.forEach(([old, now], index) => {
    const previous = pairs[index - 1];
    if (previous) {
      const putIn = now - previous[1] - (old - previous[0]) - FREE_GAP;
      sum -= GAP_COST * Math.max(0, putIn);
    }
    if (sum < 0) {
      sum = 0;
      from = index;
    }
    sum += worth(old, now);
    if (sum > best.sum) best = { from, to: index + 1, sum };
  });
  return pairs.slice(best.from, best.to);
}

/** Part of the page in which a passage was aligned, and the passage's own words [first, last) among the old ones. */
export interface AlignedPage {
  pairs: readonly Pair[];
  first: number;
  last: number;
  words: readonly Word[];
  /** Whether a sentence or a block ends between two offsets of the page. */
  endsBetween(from: number, to: number): boolean;
}

/**
 * Index in `words` of the passage's first word. If the quote's first word alone is gone, the one word that opens the
 * sentence there has replaced it; of several nobody knows which belong to the passage.
 * @param pair the first pair of the passage.
 */
export function firstWordOf([old, now]: Pair, { first, words, endsBetween }: AlignedPage): number {
  const previous = words[now - 1];
  if (old - first !== 1 || !previous || endsBetween(previous.end, words[now]!.start)) return now;
  const further = words[now - 2];
  return !further || endsBetween(further.end, previous.start) ? now - 1 : now;
}

/**
 * Index in `words` of the passage's last word. The words after its last pair, up to the end of the sentence or to the
 * old context, have replaced what is gone.
 * @param pair the last pair of the passage.
 */
export function lastWordOf([old, now]: Pair, { pairs, last, words, endsBetween }: AlignedPage): number {
  const gone = last - 1 - old;
  if (gone === 0) return now;
  const context = pairs.find(([index]) => index >= last);
  const end = Math.min(words.length, context?.[1] ?? words.length) - 1;
  for (let index = now; index <= Math.min(end, now + gone); index++) {
    const next = words[index + 1];
    if (!next || endsBetween(words[index]!.end, next.start)) return index;
  }
  // No sentence ends there: what stands before the old context belongs to the passage if it is of about its length.
  return context?.[0] === last && end - now <= 2 * gone + 2 ? end : now;
}

const SENTENCE_END = /[.!?。！？…]["'”’)\]]*$/;

/**
 * Index in `words` where the sentence of the word at `index` ends, if the quote ran to the end of one: it may have got a
 * longer ending (ANCHOR-04). Not further than the old context, nor than the passage was long.
 */
export function sentenceEndOf(
  index: number,
  quote: string,
  { pairs, first, last, words, endsBetween }: AlignedPage,
): number {
  if (!SENTENCE_END.test(quote)) return index;
  const context = pairs.find(([old, now]) => old === last && now > index)?.[1] ?? words.length;
  for (let i = index; i < Math.min(context, index + last - first, words.length - 1); i++) {
    if (endsBetween(words[i]!.end, words[i + 1]!.start)) return i;
  }
  return index;
}

/** The span, widened by the marks around the quote's words (brackets, quotation marks) that are still there. */
export function withOuterMarks(quote: string, text: string, start: number, end: number): [number, number] {
  const leading = /^[^\p{L}\p{N}\s]*/u.exec(quote)![0];
  const trailing = /[^\p{L}\p{N}\s]*$/u.exec(quote)![0];
  return [
    leading !== '' && text.slice(0, start).endsWith(leading) ? start - leading.length : start,
    trailing !== '' && text.startsWith(trailing, end) ? end + trailing.length : end,
  ];
}
