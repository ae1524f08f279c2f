import { editDistance } from '../base/edit-distance.ts';

/** The candidate that a mistyped word was probably meant to be; null where none is near. */
export function nearestWord(word: string, candidates: Iterable<string>): string | null {
  if (word.length > 60) return null;
  const typed = word.toLowerCase();
  let best: string | null = null;
  let least = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of candidates) {
    const distance = editDistance(typed, candidate.toLowerCase(), least - 1);
    if (distance === Infinity) continue;
    least = distance;
    best = candidate;
  }
  return best;
}

/** A hint to close a sentence with: ` Did you mean “forms”?`, or nothing. */
export function didYouMean(word: string, candidates: Iterable<string>): string {
  const near = nearestWord(word, candidates);
  return near === null ? '' : ` Did you mean “${near}”?`;
}
