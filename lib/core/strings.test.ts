import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { createStrings, type StringTable } from './strings.ts';

const { t, count } = createStrings(['en-GB']);

describe('strings', () => {
  test('parameters are filled in, and asked for by the types', () => {
    expect(t('back', { term: 'hukou' })).toBe('Back to hukou');
    expect(t('position', { index: 1, total: 3 })).toBe('1 of 3 on this page');
    expect(t('save')).toBe('Save');
    expectTypeOf(t<'back'>).parameters.toEqualTypeOf<['back', { term: string | number }]>();
    expectTypeOf(t<'save'>).parameters.toEqualTypeOf<['save']>();
    expectTypeOf(count<'sources'>).parameters.toEqualTypeOf<['sources', number]>();
  });

  test('braces in what is filled in stay as they are', () =>
    expect(t('nothingFound', { query: '{term}' })).toBe('Nothing found for “{term}”.'));

  test.each([
    [0, '0 sources'],
    [1, '1 source'],
    [2, '2 sources'],
    [1234, '1,234 sources'],
  ])('%s as %s', (number, text) => expect(count('sources', number)).toBe(text));

  test('the first language with a table, else English; its own plural forms and direction', () => {
    const english = Object.fromEntries(readTable()) as StringTable;
    const polish: StringTable = {
      ...english,
      sources_few: '{count} źródła',
      sources_other: '{count} źródeł',
    };
    const strings = createStrings(['sv', 'pl-PL', 'en'], { en: english, pl: polish });
    expect(strings.lang).toBe('pl');
    expect(strings.count('sources', 3)).toBe('3 źródła');
    expect(strings.count('sources', 5)).toBe('5 źródeł');
    expect(createStrings(['sv'], { en: english }).lang).toBe('en');
    expect(createStrings(['constructor']).lang).toBe('en');
    expect(createStrings(['he'], { en: english, he: english }).dir).toBe('rtl');
    expect(strings.dir).toBe('ltr');
  });

  test('every string is used somewhere', () => {
    const code = ['../core', '../ui', '../../entrypoints'].map((folder) => readAll(folder)).join('\n');
    const unused = readTable()
      .map(([key]) => key)
      .filter((key) => !key.startsWith('kind_'))
      .filter((key) => !new RegExp(`'${key.replace(/_(one|other)$/, '')}'`).test(code));
    expect(unused).toEqual([]);
  });
});

/** The English table as it stands in the file. */
function readTable(): [string, string][] {
  const file = readFileSync(fileURLToPath(new URL('strings.ts', import.meta.url)), 'utf8');
  const table = file.slice(file.indexOf('const en'), file.indexOf('} as const'));
  return Array.from(table.matchAll(/^ {2}(\w+):\s+'(.*)',$/gm), ([, key, text]) => [key!, text!]);
}

function readAll(folder: string): string {
  const path = fileURLToPath(new URL(folder, import.meta.url));
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/strings/.test(entry.name))
    .map((entry) => readFileSync(`${entry.parentPath}/${entry.name}`, 'utf8'))
    .join('\n');
}
