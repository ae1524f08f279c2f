import { expect, test } from 'vitest';
import {
  classOf,
  COMBINING,
  createCharacters,
  EXPANDS,
  foldUnit,
  IDEOGRAPH,
  IGNORABLE,
  KIND,
  SPECIAL,
  UNIT,
} from './characters.ts';

const characters = createCharacters();
const kindOf = (unit: number): number => {
  const known = classOf(characters, unit);
  return known & SPECIAL ? known & KIND : 0;
};
const all = Array.from({ length: 0x10000 }, (_, unit) => unit);
const counting = all.filter((unit) => ![IGNORABLE, COMBINING].includes(kindOf(unit)));
const named = (units: readonly number[]): string[] => units.map((unit) => unit.toString(16));

// Said once more, by Unicode's own words and without a way round them.
const WITHOUT_SPACES =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}ー〆々〇]/u;
const isIdeograph = (unit: number): boolean =>
  (unit >= 0xd800 && unit <= 0xdfff) || WITHOUT_SPACES.test(String.fromCharCode(unit));

test('each unit of a script without spaces is a token, and no other', () =>
  expect(named(counting.filter((unit) => isIdeograph(unit) !== (kindOf(unit) === IDEOGRAPH)))).toEqual([]));

test('a unit belongs to a word where what it folds to does', () => {
  const plain = counting.filter((unit) => kindOf(unit) === 0);
  const isWord = (unit: number): boolean => /[\p{L}\p{M}\p{Nd}\p{Nl}_]/u.test(foldUnit(unit));
  const wrong = plain.filter((unit) => isWord(unit) !== classOf(characters, unit) < 0);
  expect(named(wrong)).toEqual([]);
});

test('a unit carries the first unit that it folds to', () => {
  const carrying = counting.filter((unit) => kindOf(unit) !== EXPANDS && (unit < 0xd800 || unit > 0xdfff));
  const wrong = carrying.filter(
    (unit) => (classOf(characters, unit) & UNIT) !== foldUnit(unit).charCodeAt(0),
  );
  expect(named(wrong)).toEqual([]);
});

test('what a unit folds to folds to itself', () => {
  const foldText = (text: string): string =>
    Array.from({ length: text.length }, (_, index) => foldUnit(text.charCodeAt(index))).join('');
  expect(named(all.filter((unit) => foldText(foldUnit(unit)) !== foldUnit(unit)))).toEqual([]);
});
