import search from 'approx-string-match';

/** Compared at most, of the quote: the time grows with the square. */
const MAX_LETTERS = 400;

/** Share of the quote's letters that stand in the place in order, 0 to 1; case aside. */
export function letterSimilarity(quote: string, place: string): number {
  const pattern = quote.slice(0, MAX_LETTERS).toLowerCase();
  const text = place.slice(0, 2 * MAX_LETTERS).toLowerCase();
  const errors = search(text, pattern, pattern.length).reduce(
    (least, found) => Math.min(least, found.errors),
    pattern.length,
  );
  return 1 - errors / pattern.length;
}
