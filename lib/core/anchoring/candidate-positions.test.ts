import { expect, test } from 'vitest';
import { expectedPosition } from './candidate-positions.ts';

test.each([
  ['nothing known', 50, [], { start: 50, after: -Infinity, before: Infinity }],
  ['one above', 50, [{ was: 10, is: 30 }], { start: 70, after: 30, before: Infinity }],
  ['one below', 50, [{ was: 90, is: 80 }], { start: 40, after: -Infinity, before: 80 }],
  [
    'between two, by distance',
    50,
    [
      { was: 0, is: 0 },
      { was: 100, is: 140 },
    ],
    { start: 70, after: 0, before: 140 },
  ],
  [
    'the nearest count',
    50,
    [
      { was: 0, is: 900 },
      { was: 40, is: 45 },
      { was: 60, is: 65 },
      { was: 99, is: 0 },
    ],
    { start: 55, after: 45, before: 65 },
  ],
  [
    'moved across each other: neither counts',
    50,
    [
      { was: 40, is: 500 },
      { was: 60, is: 10 },
    ],
    { start: 50, after: -Infinity, before: Infinity },
  ],
])('%s', (_name, was, found, expected) => {
  expect(expectedPosition(was, found)).toEqual(expected);
});
