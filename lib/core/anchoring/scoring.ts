/** What makes a place on a changed page the passage that was pinned. */
import type { Similarity } from './similarity.ts';
import type { ExpectedPosition } from './expected-position.ts';

/** What is left of the quote decides, by words and by letters; the rest supports it. */
export const WEIGHTS = {
  /** Words of the quote still there, rare ones above all. */
  kept: 0.4,
  /** Letters of the quote still there: words were inflected, names and numbers changed. */
  letters: 0.6,
  /** A place that holds much else is another. */
  own: 0.1,
  /** Surroundings: of a sentence that was struck out they stay, so they cannot decide. */
  around: 0.15,
  /** The further from where it is to be expected, the less likely; the whole page is 1. */
  far: -0.15,
  /** Before or behind another passage that it was not before or behind. */
  outOfOrder: -0.1,
} as const;

/** From this score on a place is shown. Below, the note is an orphan: no place is better than a wrong one. */
export const MIN_SCORE = 0.6;

/** @param length of the page, in UTF-16 units. */
export function scoreOf(likeness: Similarity, expected: ExpectedPosition, length: number): number {
  const { kept, own, letters, before, after, start } = likeness;
  const isInOrder = start >= expected.after && start <= expected.before;
  return (
    WEIGHTS.kept * kept +
    WEIGHTS.letters * letters +
    WEIGHTS.own * own +
    (WEIGHTS.around * (before + after)) / 2 +
    (WEIGHTS.far * Math.min(Math.abs(start - expected.start), length)) / Math.max(1, length) +
    (isInOrder ? 0 : WEIGHTS.outOfOrder)
  );
}
