import { expect, test } from 'vitest';
import { paragraphsOf } from './spot-plain-text.ts';

test.each([
  ['one', ['one']],
  ['one\ntwo', ['one\ntwo']],
  ['one\n\ntwo', ['one', 'two']],
  ['one\r\n \t\r\n\r\ntwo\r\nthree\n', ['one', 'two\r\nthree\n']],
  ['\n\none', ['one']],
  ['', []],
])('%j', (text, expected) => {
  expect(paragraphsOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
});
