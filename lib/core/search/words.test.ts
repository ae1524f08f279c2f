import { expect, test } from 'vitest';
import { compact, typingErrors, wordsOf } from './words.ts';

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
