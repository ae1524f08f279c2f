import { expect, test } from 'vitest';
import { localized } from './localized.ts';

test.each([
  ['its own language', ['en', 'fr'], 'fr', 'fr'],
  ['its language without the region', ['en', 'fr'], 'fr-CA', 'fr'],
  ['a region of its own', ['en', 'pt', 'pt-BR'], 'pt-BR', 'pt-BR'],
  ['Chinese by script', ['en', 'zh-Hans', 'zh-Hant'], 'zh-Hant', 'zh-Hant'],
  ['Chinese by the region that implies a script', ['en', 'zh-Hans', 'zh-Hant'], 'zh-HK', 'zh-Hant'],
  ['the other Chinese script', ['en', 'zh-Hans'], 'zh-TW', 'zh-Hans'],
  ['the other Chinese script, the other way round', ['en', 'zh-Hant'], 'zh', 'zh-Hant'],
  ['English where nothing else is there', ['en', 'zh-Hans'], 'de', 'en'],
  ['English for a tag that is no language', ['en'], 'constructor', 'en'],
])('%s', (_name, tags, lang, expected) => {
  const all = Object.assign({ en: 'en' }, Object.fromEntries(tags.map((tag) => [tag, tag])));
  expect(localized(all, lang)).toEqual({ value: expected, lang: expected });
});
