import { expect, test } from 'vitest';
import { isPulledAway } from './swipe-to-close.ts';

test.each([
  ['a third of a low sheet, slowly', 100, 300, 0, true],
  ['less than a third of it', 99, 300, 0.1, false],
  ['far down a high sheet', 140, 700, 0, true],
  ['not so far', 139, 700, 0.4, false],
  ['a flick', 30, 700, 0.5, true],
  ['a flick that is a tremble', 29, 700, 2, false],
  ['down and quickly up again', 60, 700, -1, false],
])('%s', (_, distance, height, speed, expected) =>
  expect(isPulledAway(distance, height, speed)).toBe(expected),
);
