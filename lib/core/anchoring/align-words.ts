/** Which words of an old text are which words of a new one: the pairs, in order on both sides, that are worth most. */

/** Positions in the old and in the new list. */
export type Pair = readonly [old: number, now: number];

/** A neighbour kept is worth more than its word: runs are what an edit leaves standing. */
const RUN = 0.35;
/** For each word skipped on either side; little, since whole sentences may be put in between. */
const SKIP = 0.02;

/**
 * @param worth what it counts for when these two words are taken for the same; 0 if they cannot be.
 * Time and memory grow with the product of the two lengths.
 */
export function alignWords(old: number, now: number, worth: (old: number, now: number) => number): Pair[] {
  const width = now + 1;
  // The best that ends with a pair here, and the best that ends anywhere up to here.
  const paired = new Float32Array((old + 1) * width);
  const best = new Float32Array((old + 1) * width);
  const isRun = new Uint8Array((old + 1) * width);
  let top = 0;
  let score = 0;
  for (let i = 1; i <= old; i++) {
    for (let j = 1; j <= now; j++) {
      const at = i * width + j;
      const own = worth(i - 1, j - 1);
      let here = 0;
      if (own > 0) {
        const before = at - width - 1;
        const run = paired[before]! > 0 ? paired[before]! + RUN * own : 0;
        isRun[at] = run >= best[before]! && run > 0 ? 1 : 0;
        paired[at] = here = own + Math.max(run, best[before]!);
      }
      best[at] = Math.max(here, best[at - 1]! - SKIP, best[at - width]! - SKIP);
      if (best[at] > score) {
        score = best[at]!;
        top = at;
      }
    }
  }
  const pairs: Pair[] = [];
  let mustPair = false;
  for (let at = top; at > width && best[at]! > 0;) {
    const [i, j] = [Math.floor(at / width), at % width];
    if (j === 0) break;
    if (paired[at]! > 0 && (mustPair || paired[at]! >= best[at]!)) {
      pairs.push([i - 1, j - 1]);
      mustPair = isRun[at] === 1;
      at -= width + 1;
    } else if (best[at - 1]! >= best[at - width]!) at--;
    else at -= width;
  }
  return pairs.reverse();
}
