import { editDistance } from '../../base/edit-distance.ts';

/** The candidate that a mistyped word probably means; null if none is close. */
export function nearestWord(word: string, candidates: Iterable<string>): string | null {
  if (word.length > 60) return null;
  const typed = word.toLowerCase();
  let best: string | null = null;
  let limit = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of candidates) {
    const distance = editDistance(typed, candidate.toLowerCase(), limit - 1);
    if (distance === Infinity) continue;
    limit = distance;
    best = candidate;
  }
  return best;
}

/** A hint to append to a sentence: ` Did you mean “forms”?`, or ''. */
export function didYouMean(word: string, candidates: Iterable<string>): string {
  const near = nearestWord(word, candidates);
  return near === null ? '' : ` Did you mean “${near}”?`;
}
