import { describe, expect, test } from 'vitest';
import { ALLOWED, createRereadBudget, UNITS_A_CHANGE } from './reread-budget.ts';

/** Whether a page may be followed for an hour that makes so many changes, of so many units each, a second. */
function lasts(changes: number, units: number): boolean {
  const allowance = createRereadBudget();
  for (let second = 0; second < 3600; second++) {
    if (!allowance.spend(changes * (units + UNITS_A_CHANGE), second * 1000)) return false;
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
    ['a game of ten thousand cells at 60 frames a second', 600_000, 1, false],
  ])('%s', (_, changes, units, isFollowed) => {
    expect(lasts(changes, units)).toBe(isFollowed);
  });
});

test('what was spent comes back with time, and at once when the reader says so', () => {
  const allowance = createRereadBudget(100, 10);
  expect(allowance.spend(90, 0)).toBe(true);
  expect(allowance.spend(20, 0)).toBe(false);
  expect(allowance.spend(15, 3000)).toBe(true);
  allowance.refill();
  expect(allowance.spend(100, 3000)).toBe(true);
  expect(createRereadBudget().spend(ALLOWED, 0)).toBe(true);
});
