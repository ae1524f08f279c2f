import { expect, test } from 'vitest';
import { isUnspaced } from './letters.ts';
import { cuttingWord } from './whole-word.ts';

/** The same is asserted of the browsers' own dictionaries, end to end. */
export const CUT: [text: string, word: string, cutBy: string | null][] = [
  ['施工会影响交通', '工会', '施工'],
  ['产品差异化经营', '异化', '差异'],
  ['中华全国总工会', '工会', null],
  ['领导干部们开会', '干部', null],
  ['无产阶级文化大革命中', '文化大革命', null],
  ['办理户口登记', '户口', null],
];

test.each(CUT)('%s: %s is cut by %s', (text, word, cutBy) => {
  const start = text.indexOf(word);
  expect(cuttingWord(text, start, start + word.length)).toBe(cutBy);
});

test('only writing without blanks is asked about', () => {
  expect(isUnspaced('工会')).toBe(true);
  expect(isUnspaced('union')).toBe(false);
  expect(isUnspaced('노동조합')).toBe(false);
});
