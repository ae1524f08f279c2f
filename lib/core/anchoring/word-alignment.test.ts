import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alignWords } from './word-alignment.ts';

const aligned = (old: string, now: string): string => {
  const [a, b] = [old.split(' '), now.split(' ')];
  return alignWords(a.length, b.length, (i, j) => (a[i] === b[j] ? 1 : 0))
    .map(([i, j]) => `${a[i]}${i}-${j}`)
    .join(' ');
};

test.each([
  ['a b c', 'a b c', 'a0-0 b1-1 c2-2'],
  ['a b c', 'x a y b c', 'a0-1 b1-3 c2-4'],
  ['a b c', 'a c', 'a0-0 c2-1'],
  ['a b c', 'x y', ''],
  // A run is worth more than the same words strewn about.
  ['a b c', 'a x b x c x x a b c', 'a0-7 b1-8 c2-9'],
])('%s in %s', (old, now, pairs) => {
  expect(aligned(old, now)).toBe(pairs);
});

test('pairs rise on both sides and hold only what may be paired', () => {
  const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(words, words, (a, b) => {
      const pairs = alignWords(a.length, b.length, (i, j) => (a[i] === b[j] ? 1 : 0));
      pairs.forEach(([i, j], at) => {
        expect(a[i]).toBe(b[j]);
        const before = pairs[at - 1];
        if (before) expect(before[0] < i && before[1] < j).toBe(true);
      });
      if (a.some((word) => b.includes(word))) expect(pairs.length).toBeGreaterThan(0);
    }),
  );
});
