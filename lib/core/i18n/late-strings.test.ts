import { expect, test } from 'vitest';
import { createLateStrings, type StringTable } from './strings.ts';
import { de } from './tables/card/de.ts';
import { en } from './tables/card/en.ts';

test('strings are in English once its table is loaded, and in another language from its table on', () => {
  let english: StringTable | null = null;
  const { strings, become } = createLateStrings(() => english);
  expect([strings.lang, strings.dir]).toEqual(['en', 'ltr']);
  english = en;
  expect([strings.lang, strings.t('showOnPage')]).toEqual(['en', en.showOnPage]);
  become('de', de);
  expect([strings.lang, strings.t('showOnPage')]).toEqual(['de', de.showOnPage]);
});

test('a table that comes before the English one is used, and its gaps are filled later', () => {
  let english: StringTable | null = null;
  const { strings, become } = createLateStrings(() => english);
  become('de', { showOnPage: 'x' });
  expect([strings.lang, strings.t('showOnPage')]).toEqual(['de', 'x']);
  english = en;
  expect([strings.lang, strings.t('showOnPage'), strings.t('next')]).toEqual(['de', 'x', en.next]);
});

test('the direction of a language that is written from right to left comes with its table', () => {
  const { strings, become } = createLateStrings(() => en);
  become('ar', { showOnPage: 'x' });
  expect(strings.dir).toBe('rtl');
});
