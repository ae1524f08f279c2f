/** The tables of strings against each other, and against the code that asks for them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { StringTable, SurfaceTables } from './strings.ts';
import { DEFAULT_LANGUAGE, LANGUAGES } from './languages.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const TABLES = join(ROOT, 'lib/core/i18n/tables');

const surfaces = new Map<string, SurfaceTables>();
for (const { name } of readdirSync(TABLES, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
  const module = (await import(join(TABLES, name, 'index.ts'))) as Record<string, SurfaceTables>;
  surfaces.set(name, module[name]!);
}

/** Keys that are put together where they are used. */
const COMPOSED = /^(kind|refused|refusedBackup|refusedImport|backupRemind|export|importFound|failure|fault)_/;
const asked = (key: string): string => `'${key.replace(/_(one|other)$/, '')}'`;

describe('tables of strings', () => {
  test('every string is used somewhere', () => {
    const code = ['lib/core', 'lib/ui', 'lib/app', 'entrypoints'].map(readAll).join('\n');
    const unused = [...surfaces.values()]
      .flatMap((tables) => Object.keys(tables['en']!))
      .filter((key) => !COMPOSED.test(key))
      .filter((key) => !code.includes(asked(key)));
    expect(unused).toEqual([]);
  });

  test('no key stands in two surfaces', () => {
    const keys = [...surfaces.values()].flatMap((tables) => Object.keys(tables['en']!));
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  const others = LANGUAGES.filter((lang) => lang !== DEFAULT_LANGUAGE);

  test.each(others)('%s has no string that English lacks, and the same parameters', (lang) => {
    const wrong = [...surfaces].flatMap(([name, tables]) =>
      Object.entries(tables[lang] ?? {}).flatMap(([key, text]) => {
        const wanted = englishOf(tables['en']!, key, lang);
        if (wanted === undefined) return `${name}: ${key} is no string`;
        const [here, there] = [namesIn(text), namesIn(wanted)];
        return here === there ? [] : `${name}: ${key} has ${here || 'nothing'} for ${there || 'nothing'}`;
      }),
    );
    expect(wrong).toEqual([]);
  });

  test.each(others)('%s is whole', (lang) => {
    const missing = [...surfaces].flatMap(([name, tables]) =>
      Object.keys(tables['en']!)
        .flatMap((key) => keysOf(key, tables['en']!, lang))
        .filter((key) => !Object.hasOwn(tables[lang] ?? {}, key))
        .map((key) => `${name}: ${key}`),
    );
    expect(missing).toEqual([]);
  });

  test('manifest, menu and commands say the same in every language', () => {
    const read = (folder: string): Record<string, { message: string }> =>
      JSON.parse(readFileSync(join(ROOT, 'public/_locales', folder, 'messages.json'), 'utf8')) as Record<
        string,
        { message: string }
      >;
    const english = Object.keys(read('en'));
    const folders = readdirSync(join(ROOT, 'public/_locales'));
    expect(folders.sort()).toEqual(['de', 'en', 'es', 'fr', 'zh_CN', 'zh_TW']);
    for (const folder of folders) {
      expect(Object.keys(read(folder)).sort(), folder).toEqual([...english].sort());
      // The store takes no more.
      expect(read(folder)['extensionDescription']!.message.length).toBeLessThanOrEqual(132);
    }
  });

  const pages = readdirSync(join(ROOT, 'entrypoints'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ['main.tsx', 'index.ts'].map((file) => join(ROOT, 'entrypoints', name, file)))
    .map((files) => files.find((file) => existsSync(file))!);

  test.each(pages.map((file) => [file.slice(ROOT.length), file]))(
    '%s carries the tables of the strings it asks for',
    (_, file) => {
      const parts = [...closure(file)];
      const carried = new Set(parts.flatMap((part) => surfaceOf(part) ?? []));
      // The content script asks the background for the card's table once it has something to show.
      if (parts.some((part) => part.endsWith('page/card-language.ts'))) carried.add('card');
      const code = parts
        .filter((part) => !part.startsWith(TABLES))
        .map((part) => readFileSync(part, 'utf8'))
        .join('\n');
      const missing = [...surfaces]
        .filter(([name]) => !carried.has(name))
        .flatMap(([name, tables]) => Object.keys(tables['en']!).map((key) => [name, key] as const))
        .filter(([, key]) => new RegExp(`\\b(t|count)\\(\\s*${asked(key)}`).test(code))
        .map(([name, key]) => `${name}: ${key}`);
      expect(missing).toEqual([]);
    },
  );
});

/** Forms of a language for its own counted strings; those for millions alone may be the usual one. */
const formsOf = (lang: string): string[] =>
  new Intl.PluralRules(lang)
    .resolvedOptions()
    .pluralCategories.filter((form) => form !== 'many' || !['es', 'fr'].includes(lang));

/** The keys that a language needs for an English one. */
function keysOf(key: string, english: StringTable, lang: string): string[] {
  const [, base, form] = /^(.*)_(one|other)$/.exec(key) ?? [];
  if (base === undefined || english[`${base}_other`] === undefined) return [key];
  return form === 'other' ? formsOf(lang).map((each) => `${base}_${each}`) : [];
}

/** The English text that a text in another language stands for, plural forms included. */
function englishOf(english: StringTable, key: string, lang: string): string | undefined {
  const [, base, form] = /^(.*)_(zero|one|two|few|many|other)$/.exec(key) ?? [];
  const other = english[`${base}_other`];
  if (other === undefined) return english[key];
  return formsOf(lang).includes(form!) || form === 'many' ? other : undefined;
}

const namesIn = (text: string): string =>
  [...new Set(Array.from(text.matchAll(/\{(\w+)\}/g), ([, name]) => name!))].sort().join(', ');

const surfaceOf = (file: string): string | undefined =>
  file.startsWith(TABLES) && file.endsWith('index.ts') ? dirname(file).slice(TABLES.length + 1) : undefined;

/** A file and all that it imports to run. */
function closure(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file) || !existsSync(file)) return found;
  found.add(file);
  for (const [, path] of readFileSync(file, 'utf8').matchAll(
    /(?:^|\n)(?:import|export) (?!type)[^'"`;]*?from '(\.[^']+)'/g,
  )) {
    closure(resolve(dirname(file), path!), found);
  }
  return found;
}

function readAll(folder: string): string {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test\.ts$/.test(entry.name))
    .filter((entry) => !join(entry.parentPath, entry.name).startsWith(TABLES))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');
}
