import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editDistance } from '../base/edit-distance.ts';
import { compact, lettersOf, missingLetters, wordsOf } from './query-words.ts';

test('words and what parts them', () => {
  expect(wordsOf("workers' self-management, 1968").map(({ text }) => text)).toEqual([
    'workers',
    'self',
    'management',
    '1968',
  ]);
  expect(compact("hu kou's")).toEqual({ text: 'hukous', sourceIndices: [0, 1, 3, 4, 5, 7] });
});

test.each([
  ['council', 'councils', 0],
  ['councils', 'council', 1],
  ['strom', 'storm', 0],
  ['walder', 'lenin', 4],
  // All beyond a to z share six bits.
  ['工会', 'union', 2],
])('letters of “%s” that “%s” lacks: %s', (typed, word, lacks) =>
  expect(missingLetters(lettersOf(typed), lettersOf(word))).toBe(lacks),
);

test('never more letters are missing than there are typing errors, wherever the word goes on', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abcdexyz1é工'), maxLength: 9 });
  fc.assert(
    fc.property(word, word, (typed, other) => {
      const lacks = missingLetters(lettersOf(typed), lettersOf(other));
      expect(lacks).toBeLessThanOrEqual(editDistance(typed, other, 99, true));
    }),
  );
});
