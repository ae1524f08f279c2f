/**
 * Finds where on a changed page to search for a passage: where its neighbours moved, and where its rare words cluster.
 */
import type { PageWords, Word } from './page-words.ts';

/** The start of another passage of the page, formerly and now, in UTF-16 units. */
export interface MovedPassage {
  was: number;
  is: number;
}

/** The expected position of a passage, in UTF-16 units. */
export interface ExpectedPosition {
  start: number;
  /** Present starts of the passages found that stood next before and after it. */
  after: number;
  before: number;
}

/** The expectation if no other passage of the page was found. */
export const expectedAnywhere = (start: number): ExpectedPosition => ({
  start,
  after: -Infinity,
  before: Infinity,
});

/** Interpolates between the passages found that stood next before and after. @param found in any order. */
export function expectedPosition(was: number, found: readonly MovedPassage[]): ExpectedPosition {
  let previous: MovedPassage | null = null;
  let next: MovedPassage | null = null;
  for (const moved of found) {
    if (moved.was <= was && (!previous || moved.was > previous.was)) previous = moved;
    if (moved.was > was && (!next || moved.was < next.was)) next = moved;
  }
  // The two have changed places, so neither can be relied upon.
  if (previous && next && previous.is > next.is) return expectedAnywhere(was);
  const shiftBefore = previous ? previous.is - previous.was : 0;
  const shiftAfter = next ? next.is - next.was : previous ? shiftBefore : 0;
  const share = previous && next ? (was - previous.was) / (next.was - previous.was) : previous ? 0 : 1;
  return {
    start: was + shiftBefore * (1 - share) + shiftAfter * share,
    after: previous?.is ?? -Infinity,
    before: next?.is ?? Infinity,
  };
}

/** A word with more occurrences on the page has no vote: comparing them costs more than it tells. */
const MAX_OCCURRENCES = 96;
/** Rarest words of a passage that vote; bounds the time for a long one. */
const MAX_VOTERS = 40;
/** Positions compared in detail besides the expected one. */
const MAX_CANDIDATES = 6;

/**
 * Indices in the page's words, never negative, where the first of `words` may be: the expected one, then the likeliest.
 * @param expected index where it would be if nothing had changed.
 */
export function candidatePositions(words: readonly Word[], page: PageWords, expected: number): number[] {
  const voters = words
    .map(({ folded }, index) => ({ index, found: page.indicesOf(folded), rarity: page.rarity(folded) }))
    .filter(({ found }) => found.length > 0 && found.length <= MAX_OCCURRENCES)
    .sort((a, b) => a.found.length - b.found.length)
    .slice(0, MAX_VOTERS);
  const votes = voters
    .flatMap(({ index, found, rarity }) =>
      found.map((foundAt) => ({ start: foundAt - index, worth: rarity ** 2, voter: index })),
    )
    .sort((a, b) => a.start - b.start);

  // Inserted or removed words shift the votes of one passage against each other, by this much at most.
  const slack = Math.max(6, words.length >> 1);
  const candidates: { start: number; worth: number }[] = [];
  for (let from = 0, to = 0; from < votes.length; from++) {
    const { start } = votes[from]!;
    while (to < votes.length && votes[to]!.start <= start + slack) to++;
    const counted = new Set<number>();
    let worth = 0;
    for (const vote of votes.slice(from, to)) {
      if (counted.has(vote.voter)) continue;
      counted.add(vote.voter);
      worth += vote.worth;
    }
    candidates.push({ start, worth });
  }
  const distance = ({ start }: { start: number }): number => Math.abs(start - expected);
  candidates.sort((a, b) => b.worth - a.worth || distance(a) - distance(b));
  const positions = [Math.max(0, expected)];
  for (const { start } of candidates) {
    if (positions.length > MAX_CANDIDATES) break;
    // The expected position is compared beside one that is near it: it may be less exact.
    if (positions.every((other, i) => i === 0 || Math.abs(other - start) > slack)) {
      positions.push(Math.max(0, start));
    }
  }
  return positions;
}
