/**
 * The least number of letters added, left out, mistaken or swapped with their neighbour that turn `typed` into `word`;
 * Infinity above `max`. With `isPrefix`, into any beginning of `word`.
 */
export function editDistance(typed: string, word: string, max: number, isPrefix = false): number {
  if (typed.length - word.length > max || (!isPrefix && word.length - typed.length > max)) return Infinity;
  let twoAbove: number[] = [];
  let above = Array.from({ length: word.length + 1 }, (_, j) => j);
  for (let i = 1; i <= typed.length; i++) {
    const row = [i];
    for (let j = 1; j <= word.length; j++) {
      let least = Math.min(
        above[j]! + 1,
        row[j - 1]! + 1,
        above[j - 1]! + (typed[i - 1] === word[j - 1] ? 0 : 1),
      );
      const isSwap = i > 1 && j > 1 && typed[i - 1] === word[j - 2] && typed[i - 2] === word[j - 1];
      if (isSwap) least = Math.min(least, twoAbove[j - 2]! + 1);
      row.push(least);
    }
    twoAbove = above;
    above = row;
  }
  const errors = isPrefix ? Math.min(...above) : above[word.length]!;
  return errors > max ? Infinity : errors;
}
