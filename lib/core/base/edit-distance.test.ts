import { expect, test } from 'vitest';
import { editDistance } from './edit-distance.ts';

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
])('from “%s” to “%s”: %s', (typed, word, errors) => expect(editDistance(typed, word, 2)).toBe(errors));

test.each([
  ['tianm', 'tiananmen', 1],
  ['janu', 'january', 0],
  ['janur', 'january', 1],
  ['jnauar', 'january', 1],
])('“%s” as the beginning of “%s”: %s', (typed, word, errors) =>
  expect(editDistance(typed, word, 2, true)).toBe(errors),
);
