import { expect, test } from 'vitest';
import { isInLatinLetters, languageOf } from './detect-language.ts';
import { createWords } from './cue-distance.ts';

test.each([
  ['The cadre of the party was sent to the village.', 'en'],
  ['A village cadre and a clerk came in.', 'en'],
  ['des revues dépouillées dans le cadre de cette note', 'fr'],
  ['Der Rat ist nicht von dieser Welt und auch nicht von jener.', 'de'],
  ['Errei lá atrás, não faria com o presidente antes da Copa e nem agora', 'pt'],
  ['la commune de la ciudad es de los que viven por aquí', 'es'],
  ['il consiglio di fabbrica e la gestione della città', 'it'],
  ['Hukou Waterfall', null],
  ['单位', null],
])('%s', (text, lang) => {
  expect(languageOf(createWords(text))).toBe(lang);
});

test.each([
  ['fr', true],
  ['de-CH', true],
  ['ar', false],
  ['fa-IR', false],
  ['ru', false],
  ['zh-Hant', false],
  ['ja', false],
  ['uz', true],
  ['uz-Cyrl', false],
  ['sr', true],
  ['sr-Cyrl', false],
  ['xx', true],
  ['no language', true],
])('%s in Latin letters: %s', (lang, expected) => {
  expect(isInLatinLetters(lang)).toBe(expected);
});

test('what is known of languages without asking is what the browser would say', () => {
  const tags = 'en de fr es it pt nl sv da fi pl cs hu ro tr vi id zh ja ko ru uk ar he fa el'.split(' ');
  for (const lang of tags.flatMap((tag) => [tag, `${tag}-DE`, `${tag}-CN`])) {
    expect(isInLatinLetters(lang), lang).toBe(new Intl.Locale(lang).maximize().script === 'Latn');
  }
});
