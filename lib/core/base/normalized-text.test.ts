import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createNormalizedTextReader, normalizeText, type NormalizedText } from './normalized-text.ts';

function createNormalizedText(text: string): NormalizedText {
  const reader = createNormalizedTextReader(text, Infinity);
  while (reader.step());
  return reader.result();
}

test.each([
  ['one  two\n\tthree', 'one two three'],
  ['so\u00adviet \u200bhukou', 'soviet hukou'],
  ['“one” – ‘two’s', '"one" - \'two\'s'],
  ['non\u00a0breaking', 'non breaking'],
  ['a \u00ad b', 'a b'],
  ['', ''],
])('%j is %j', (text, plain) => {
  expect(normalizeText(text)).toBe(plain);
  expect(createNormalizedText(text).plain).toBe(plain);
});

const texts = fc
  .array(fc.constantFrom('a', 'b', ' ', '\n', '\u00ad', '–', '\u00a0', '😀', '中'), { maxLength: 40 })
  .map((list) => list.join(''));

test('every unit of the plain text leads to one that is the same, in order', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const { plain, toText, toPlain: back } = createNormalizedText(text);
      let last = -1;
      for (let at = 0; at < plain.length; at++) {
        const offset = toText(at);
        expect(offset).toBeGreaterThan(last);
        last = offset;
        const unit = text[offset]!;
        if (/[^\s–\u00ad]/.test(unit)) {
          expect(unit).toBe(plain[at]);
          expect(back(offset)).toBe(at);
        }
      }
      expect(back(text.length)).toBe(plain.length);
    }),
  );
});

test('read in parts it is the same', () => {
  const text = 'One  two\n\nthree — “four”\u00adfive. '.repeat(20) + 'An end without any of it';
  const reader = createNormalizedTextReader(text, 16);
  let parts = 1;
  while (reader.step()) parts++;
  expect(parts).toBeGreaterThan(20);
  const [read, whole] = [reader.result(), createNormalizedText(text)];
  expect(read.plain).toBe(whole.plain);
  for (let at = 0; at <= whole.plain.length; at++) expect(read.toText(at)).toBe(whole.toText(at));
});
