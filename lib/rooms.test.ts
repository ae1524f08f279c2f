/** Executes the table of rooms in lib/README.md over every import of the repository. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Room → rooms it may import from, and packages. Tests may import anything. */
const TABLE: Record<string, { rooms: string[]; packages: RegExp }> = {
  'lib/core': { rooms: ['lib/core'], packages: /^valibot$/ },
  'lib/dom': { rooms: ['lib/dom', 'lib/core'], packages: /^$/ },
  'lib/ui': { rooms: ['lib/ui', 'lib/core'], packages: /^preact(\/|$)/ },
  'lib/platform': {
    rooms: ['lib/platform', 'lib/core'],
    packages: /^(wxt\/browser|webextension-polyfill|idb|valibot|pouchdb-[\w-]+)$/,
  },
  'lib/app': {
    rooms: ['lib/app', 'lib/core', 'lib/dom', 'lib/ui', 'lib/platform'],
    packages: /^(wxt(\/|$)|webextension-polyfill$|preact(\/|$)|virtual:manicule\/)/,
  },
  entrypoints: {
    rooms: ['entrypoints', 'lib/app', 'lib/core', 'lib/dom', 'lib/ui', 'lib/platform'],
    packages: /^(wxt(\/|$)|preact(\/|$)|virtual:manicule\/)/,
  },
  glossary: { rooms: ['glossary'], packages: /^$/ },
  scripts: {
    rooms: [
      'scripts',
      'lib/core',
      'lib/dom',
      'lib/ui',
      'lib/platform',
      'lib/testing',
      'lib/app',
      'entrypoints',
    ],
    packages: /./,
  },
  'lib/testing': {
    rooms: [
      'lib/testing',
      'lib/core',
      'lib/dom',
      'lib/ui',
      'lib/platform',
      'scripts',
      'lib/app',
      'entrypoints',
    ],
    packages: /./,
  },
};

/** Packages that one file alone may import, whatever its room. */
const ALONE: Record<string, string> = {
  'lib/core/search/quick-search.ts': 'fuse.js',
  'lib/core/exchange/csv.ts': 'papaparse',
  'lib/core/anchoring/letter-similarity.ts': 'approx-string-match',
  'lib/core/notes/parse-markdown.ts': 'mdast-util-from-markdown',
};

const TOP_LEVEL = ['entrypoints', 'glossary', 'lib', 'public', 'scripts', '.ci'];
const CODE = /\.(ts|tsx|mjs)$/;
const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s[^'"`;]*?from\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g;

const files = ['entrypoints', 'lib', 'scripts', 'glossary'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && CODE.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll('\\', '/')),
);
const shipping = files.filter((file) => !/\.(test|e2e)\.tsx?$/.test(file));

const roomOf = (path: string): string | undefined =>
  Object.keys(TABLE)
    .filter((room) => path.startsWith(`${room}/`))
    .sort((a, b) => b.length - a.length)[0];

function breaches(file: string): string[] {
  const room = roomOf(file);
  if (!room) return [`${file} lies in no room of the table`];
  const { rooms, packages } = TABLE[room]!;
  const text = readFileSync(join(ROOT, file), 'utf8');
  return [...text.matchAll(IMPORT)].flatMap((found) => {
    const target = (found[1] ?? found[2] ?? found[3])!;
    if (!target.startsWith('.')) {
      return packages.test(target) || ALONE[file] === target ? [] : [`${file} imports the package ${target}`];
    }
    const path = relative(ROOT, resolve(ROOT, dirname(file), target)).replaceAll('\\', '/');
    const other = roomOf(path);
    return other !== undefined && rooms.includes(other) ? [] : [`${file} imports ${path}`];
  });
}

describe('rooms', () => {
  test('imports follow the table', () => {
    expect(shipping.flatMap(breaches)).toEqual([]);
  });

  test('core says neither document, browser, clock nor timer', () => {
    const forbidden =
      /\b(document|window|browser|chrome|Date\.now|new Date\(\)|setTimeout|setInterval|performance)\b(?=[.(\s])/;
    const offenders = shipping
      // Of the interface's words, some are these.
      .filter((file) => file.startsWith('lib/core/') && !file.startsWith('lib/core/i18n/tables/'))
      .filter((file) => forbidden.test(withoutComments(readFileSync(join(ROOT, file), 'utf8'))));
    expect(offenders).toEqual([]);
  });

  test('nothing shipped builds HTML from strings or prints', () => {
    const shipped = shipping.filter((file) => /^(entrypoints|lib\/(app|core|dom|ui|platform))\//.test(file));
    const offenders = shipped.filter((file) =>
      /\b(innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write|console\.)/.test(
        withoutComments(readFileSync(join(ROOT, file), 'utf8')),
      ),
    );
    expect(offenders).toEqual([]);
  });

  test('no file is longer than 350 lines, and most are short', () => {
    const lengths = files.map((file) => ({
      file,
      lines: readFileSync(join(ROOT, file), 'utf8').split('\n').length - 1,
    }));
    expect(lengths.filter(({ lines }) => lines > 350)).toEqual([]);
    const sorted = lengths.map(({ lines }) => lines).sort((a, b) => a - b);
    expect(sorted[sorted.length >> 1]).toBeLessThan(90);
  });

  test('the top level holds what the README names', () => {
    const folders = readdirSync(ROOT, { withFileTypes: true })
      .filter(
        (entry) =>
          entry.isDirectory() && !['node_modules', '.git', '.output', '.wxt', '.cache'].includes(entry.name),
      )
      .map((entry) => entry.name);
    expect(folders.filter((folder) => !TOP_LEVEL.includes(folder))).toEqual([]);
  });
});

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
}
