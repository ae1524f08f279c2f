/**
 * The first position in `[from, to)` at which the condition holds, `to` where it holds nowhere.
 * The condition must stay true from the first position at which it holds.
 */
export function firstIndex(from: number, to: number, holds: (index: number) => boolean): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
