import { describe, expect, test } from 'vitest';
import { ENTRY_LANGUAGES, LANGUAGES } from './languages.ts';
import { pickLanguage } from './pick-language.ts';

describe('the language of the interface: the first of the reader that has a table', () => {
  test.each([
    [['zh'], 'zh-Hans'],
    [['zh-CN'], 'zh-Hans'],
    [['zh-SG'], 'zh-Hans'],
    [['zh-Hans-HK'], 'zh-Hans'],
    [['zh-Hant'], 'zh-Hant'],
    [['zh-TW'], 'zh-Hant'],
    [['zh-HK'], 'zh-Hant'],
    [['zh-MO'], 'zh-Hant'],
    [['zh-hant-CN'], 'zh-Hant'],
    [['de-AT', 'fr'], 'de'],
    [['sv', 'es-419', 'en'], 'es'],
    [['EN-us', 'de'], 'en'],
    [['sv'], 'en'],
    [[], 'en'],
  ])('%s in %s', (languages, picked) => expect(pickLanguage(null, languages, LANGUAGES)).toBe(picked));
});

describe('the language of an entry', () => {
  test.each([
    // Chinese is understood, but English comes first.
    ['en', ['en-US', 'en', 'zh-CN'], 'en'],
    [null, ['en-US', 'en', 'zh-CN'], 'en'],
    ['en', ['zh-CN', 'en'], 'zh-Hans'],
    ['en', ['de', 'zh-TW', 'en'], 'zh-Hant'],
    ['de', ['de'], 'en'],
    ['de', ['zh-HK', 'de'], 'zh-Hant'],
    // A reader of a Chinese page reads Chinese, in the script of the page.
    ['zh-CN', ['en-US'], 'zh-Hans'],
    ['zh-Hant-TW', ['zh-CN', 'en'], 'zh-Hant'],
    ['zh', ['zh-TW'], 'zh-Hans'],
    ['', ['zh-TW'], 'zh-Hant'],
    ['', [], 'en'],
  ])('on a page in %j for a reader of %s is %s', (page, languages, picked) =>
    expect(pickLanguage(page, languages, ENTRY_LANGUAGES)).toBe(picked),
  );
});
