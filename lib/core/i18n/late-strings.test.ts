import { expect, test } from 'vitest';
import { createLateStrings } from './strings.ts';
import { de } from './tables/card/de.ts';
import { en } from './tables/card/en.ts';

test('strings are English until a table comes, and whoever holds them then speaks its language', () => {
  const { strings, become } = createLateStrings();
  expect([strings.lang, strings.dir, strings.t('showOnPage')]).toEqual(['en', 'ltr', en.showOnPage]);
  become('de', de);
  expect([strings.lang, strings.t('showOnPage')]).toEqual(['de', de.showOnPage]);
});

test('the direction of a language that is written from right to left comes with its table', () => {
  const { strings, become } = createLateStrings();
  become('ar', { showOnPage: 'x' });
  expect(strings.dir).toBe('rtl');
  // English fills the gaps.
  expect([strings.t('showOnPage'), strings.t('next')]).toEqual(['x', en.next]);
});
