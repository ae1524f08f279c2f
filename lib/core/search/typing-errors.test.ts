import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compact, lettersOf, missing, typingErrors, wordsOf } from './typing-errors.ts';

test.each([
  ['strom', 'storm', 1],
  ['janury', 'january', 1],
  ['comune', 'commune', 1],
  ['councils', 'council', 1],
  ['strike', 'strike', 0],
  ['', 'ab', 2],
  ['abc', 'cab', 2],
  ['walder', 'lenin', Infinity],
  ['a', 'abcdef', Infinity],
])('from “%s” to “%s”: %s', (typed, word, errors) => expect(typingErrors(typed, word, 2)).toBe(errors));

test.each([
  ['tianm', 'tiananmen', 1],
  ['janu', 'january', 0],
  ['janur', 'january', 1],
  ['jnauar', 'january', 1],
])('“%s” as the beginning of “%s”: %s', (typed, word, errors) =>
  expect(typingErrors(typed, word, 2, true)).toBe(errors),
);

test('words and what parts them', () => {
  expect(wordsOf("workers' self-management, 1968").map(({ text }) => text)).toEqual([
    'workers',
    'self',
    'management',
    '1968',
  ]);
  expect(compact("hu kou's")).toEqual({ text: 'hukous', at: [0, 1, 3, 4, 5, 7] });
});

test.each([
  ['council', 'councils', 0],
  ['councils', 'council', 1],
  ['strom', 'storm', 0],
  ['walder', 'lenin', 4],
  // All beyond a to z share six bits.
  ['工会', 'union', 2],
])('letters of “%s” that “%s” lacks: %s', (typed, word, lacks) =>
  expect(missing(lettersOf(typed), lettersOf(word))).toBe(lacks),
);

test('never more letters are missing than there are typing errors, wherever the word goes on', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abcdexyz1é工'), maxLength: 9 });
  fc.assert(
    fc.property(word, word, (typed, other) => {
      const lacks = missing(lettersOf(typed), lettersOf(other));
      expect(lacks).toBeLessThanOrEqual(typingErrors(typed, other, 99, true));
    }),
  );
});
