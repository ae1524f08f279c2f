/** Where in a page a passage may stand now: where its rare words, and those around it, are found together. */
import type { PageWords, Word } from './page-words.ts';

/** A word on the page more often than this says too little for the time it takes. */
const COMMON = 96;
/** So many rare words of a passage say where it is. */
const ASKED = 40;
/** Candidates compared in detail. */
const MAX_CANDIDATES = 6;

/**
 * Positions in the page's words where the first of `words` may stand, the likeliest first; never negative.
 * @param expected where it would stand if nothing had changed.
 */
export function candidatesFor(words: readonly Word[], page: PageWords, expected: number): number[] {
  const asked = words
    .map(({ folded }, at) => ({ at, places: page.placesOf(folded), rarity: page.rarity(folded) }))
    .filter(({ places }) => places.length > 0 && places.length <= COMMON)
    .sort((a, b) => a.places.length - b.places.length)
    .slice(0, ASKED);
  const votes = asked
    .flatMap(({ at, places, rarity }) =>
      places.map((place) => ({ start: place - at, worth: rarity ** 2, word: at })),
    )
    .sort((a, b) => a.start - b.start);

  // Words put in or taken out shift the rest; votes so close speak for the same place.
  const slack = Math.max(6, words.length >> 1);
  const found: { start: number; worth: number }[] = [];
  for (let from = 0, to = 0; from < votes.length; from++) {
    while (to < votes.length && votes[to]!.start <= votes[from]!.start + slack) to++;
    const seen = new Set<number>();
    let worth = 0;
    for (const vote of votes.slice(from, to)) {
      if (seen.has(vote.word)) continue;
      seen.add(vote.word);
      worth += vote.worth;
    }
    found.push({ start: votes[from]!.start, worth });
  }
  found.sort((a, b) => b.worth - a.worth || Math.abs(a.start - expected) - Math.abs(b.start - expected));
  const starts = [Math.max(0, expected)];
  for (const { start } of found) {
    if (starts.length > MAX_CANDIDATES) break;
    if (starts.every((other, i) => i === 0 || Math.abs(other - start) > slack)) {
      starts.push(Math.max(0, start));
    }
  }
  return starts;
}
