import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstIndex } from './binary-search.ts';

test.each([
  ['nothing to search', [], 3, 0],
  ['before all', [4, 5, 6], 3, 0],
  ['the first of equals', [1, 3, 3, 3, 4], 3, 1],
  ['between two', [1, 2, 4], 3, 2],
  ['after all', [1, 2], 3, 2],
])('%s', (_name, sorted, wanted, index) => {
  expect(firstIndex(0, sorted.length, (i) => sorted[i]! >= wanted)).toBe(index);
});

test('agrees with a walk from the start, in any part of a list', () => {
  const lists = fc.array(fc.nat(20), { maxLength: 40 }).map((list) => list.sort((a, b) => a - b));
  fc.assert(
    fc.property(lists, fc.nat(20), fc.nat(40), (sorted, wanted, start) => {
      const from = Math.min(start, sorted.length);
      const walked = sorted.findIndex((value, i) => i >= from && value >= wanted);
      const found = firstIndex(from, sorted.length, (i) => sorted[i]! >= wanted);
      expect(found).toBe(walked < 0 ? sorted.length : walked);
    }),
  );
});
