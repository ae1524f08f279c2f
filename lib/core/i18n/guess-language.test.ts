import { expect, test } from 'vitest';
import { guessLanguage } from './guess-language.ts';

test.each([
  ['Red Petrograd: Revolution in the Factories, 1917–1918', 'en'],
  ['1965 Algerian coup d’état', 'en'],
  ['Danwei (Dānwèi 单位)', 'en'],
  ['Confederazione Generale del Lavoro', 'it'],
  ['北京工人自治联合会', 'zh'],
  ['2020年中国农民工总量28560万人', 'zh'],
  ['规则的悖论 (bookseller record)', 'zh'],
  ['トロツキー', 'ja'],
  ['Очередные задачи Советской власти', 'ru'],
  ['Die Geschichte der Arbeiterräte Deutschösterreichs', 'de'],
  ["L'insubordination ouvrière dans les années 68", 'fr'],
  ['19 y 20: zona Fábricas Recuperadas', 'es'],
  ['O magicznej mocy urzędu pocztowego', 'pl'],
  ['Liten korrigering om ryska posten', 'sv'],
  ['', 'en'],
])('%s: %s', (text, lang) => {
  expect(guessLanguage(text)).toBe(lang);
});
