import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCharacters } from './characters.ts';
import { foldForm, foldQuery, foldSurface, foldWord } from './folding.ts';

const form = (text: string, exact = false): string =>
  String.fromCharCode(...foldForm(text, exact, createCharacters()));

describe('one text, folded for each part', () => {
  test.each([
    // text, form, surface, query, word
    ['Councils', 'councils', 'councils', 'councils', 'council'],
    ['Dānwèi', 'danwei', 'danwei', 'danwei', 'danwei'],
    ['Da\u0304nwe\u0300i', 'danwei', 'danwei', 'danwei', 'danwei'],
    ['Straße', 'strasse', 'strasse', 'strasse', 'straße'],
    ['ＣＣＰ', 'ccp', 'ccp', 'ccp', 'ｃｃｐ'],
    ['work\u00a0 unit', 'work unit', 'work unit', 'work unit', 'work\u00a0 unit'],
    ['so\u00adviet', 'soviet', 'so\u00adviet', 'soviet', 'so\u00adviet'],
    ['self–rule', 'self-rule', 'self-rule', 'self-rule', 'self–rule'],
    ['workers’', "workers'", "workers'", "workers'", 'workers’'],
    ['单位', '单位', '单位', '单位', '单位'],
  ])('%s', (text, ...expected) => {
    expect([form(text), foldSurface(text), foldQuery(text).text, foldWord(text)]).toEqual(expected);
  });

  test('an exact form keeps case and accents, but not width and white space', () => {
    expect(form(' Ｅtienne  Dānwèi ', true)).toBe('Etienne Dānwèi');
  });
});

test.each([
  ['Soviets', 'soviets'],
  ['Dānwèi', 'danwei'],
  ['work\n  unit', 'work unit'],
  ['ＰＬＡ', 'pla'],
  ['戶口', '戶口'],
])('%s is the form %s', (surface, form) => {
  expect(foldSurface(surface)).toBe(form);
});

test.each([
  ['factories', 'factory'],
  ['class', 'class'],
  ['is', 'is'],
  ['1960s', '1960'],
])('the word %s folds to %s', (word, folded) => expect(foldWord(word)).toBe(folded));

test('what is folded stays what it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (text) => {
      const surface = foldSurface(text);
      expect(foldSurface(surface)).toBe(surface);
      const query = foldQuery(text).text;
      expect(foldQuery(query).text).toBe(query);
    }),
  );
});

test('a span of the folded text leads back to the whole of its source', () => {
  const source = 'Die Stra\u00dfe  nach Dan\u0300wei\u00ad!';
  const { text, sourceOf } = foldQuery(source);
  const back = (part: string): string => {
    const start = text.indexOf(part);
    return source.slice(...sourceOf([start, start + part.length]));
  };
  expect(back('strasse')).toBe('Stra\u00dfe');
  expect(back('dan')).toBe('Dan\u0300');
  expect(back('e n')).toBe('\u00dfe  n'.slice(1));
  expect(sourceOf([text.length, text.length + 1])).toEqual([source.length, source.length]);
});
