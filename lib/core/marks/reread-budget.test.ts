import { describe, expect, test } from 'vitest';
import { MAX_UNITS_AT_ONCE, createRereadBudget, UNITS_A_CHANGE, UNITS_A_REPAINT } from './reread-budget.ts';

/** Whether a page that makes `changes` a second, of `units` each, is followed for an hour. */
function lasts(changes: number, units: number): boolean {
  const budget = createRereadBudget();
  for (let second = 0; second < 3600; second++) {
    if (!budget.spend(changes * (units + UNITS_A_CHANGE), second * 1000)) return false;
  }
  return true;
}

describe('pages that change without end', () => {
  test.each<[what: string, changes: number, units: number, isFollowed: boolean]>([
    ['a clock', 1, 8, true],
    ['a stopwatch of 60 frames a second', 60, 8, true],
    ['a ticker of a hundred prices', 100, 40, true],
    ['a log of 200 lines a second', 200, 120, true],
    ['a chat that streams a long answer, word by word', 30, 4000, true],
    ['a page of a megabyte drawn anew each second', 1, 1_000_000, false],
    ['a page that fades its background, with a hundred marks painted', 8, 100 * UNITS_A_REPAINT, true],
    ['… with a thousand', 8, 1000 * UNITS_A_REPAINT, false],
    ['a game of ten thousand cells at 60 frames a second', 600_000, 1, false],
  ])('%s', (_, changes, units, isFollowed) => {
    expect(lasts(changes, units)).toBe(isFollowed);
  });
});

test('what was spent comes back with time, and at once when the reader says so', () => {
  const budget = createRereadBudget(100, 10);
  expect(budget.spend(90, 0)).toBe(true);
  expect(budget.spend(20, 0)).toBe(false);
  expect(budget.spend(15, 3000)).toBe(true);
  budget.refill();
  expect(budget.spend(100, 3000)).toBe(true);
  expect(createRereadBudget().spend(MAX_UNITS_AT_ONCE, 0)).toBe(true);
});
