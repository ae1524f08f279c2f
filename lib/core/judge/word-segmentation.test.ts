import { expect, test } from 'vitest';
import { CUT } from '../../testing/cut-words.ts';
import { isUnspaced } from '../base/letters.ts';
import { cuttingWord } from './word-segmentation.ts';

// The same is asserted of the browsers' own dictionaries, end to end.
test.each(CUT)('%s: %s is cut by %s', (text, word, cutBy) => {
  const start = text.indexOf(word);
  expect(cuttingWord(text, start, start + word.length)).toBe(cutBy);
});

test('only writing without blanks is asked about', () => {
  expect(isUnspaced('工会')).toBe(true);
  expect(isUnspaced('union')).toBe(false);
  expect(isUnspaced('노동조합')).toBe(false);
});
