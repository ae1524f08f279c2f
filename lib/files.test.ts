/** Files: how long they may be, and that each name says what it holds and occurs once. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exportedNames, readSources, ROOT } from './testing/house/import-graph.ts';

const sources = readSources();
const linesOf = (text: string): number => text.split('\n').length - 1;

describe('lengths', () => {
  test('no file is longer than 350 lines, and most are short', () => {
    const lengths = sources.map(({ path, text }) => ({ path, lines: linesOf(text) }));
    expect(lengths.filter(({ lines }) => lines > 350)).toEqual([]);
    const sorted = lengths.map(({ lines }) => lines).sort((a, b) => a - b);
    expect(sorted[sorted.length >> 1]).toBeLessThan(90);
  });

  test('no sheet is longer than 350 lines', () => {
    const sheets = readdirSync(join(ROOT, 'lib/ui'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.css'))
      .map((name) => ({ name, lines: linesOf(readFileSync(join(ROOT, 'lib/ui', name), 'utf8')) }));
    expect(sheets.length).toBeGreaterThan(8);
    expect(sheets.filter(({ lines }) => lines > 350)).toEqual([]);
  });
});

/** Words that said too little, or said two things; see CONTRIBUTING.md for what each is called now. */
const RETIRED = new Set(
  (
    'desk keeper keep keeps keeping kept teller tell tells told beside deed deeds own asked lost near shelf shelves ' +
    'brake braked look looks place places placed said bring brings allowance wish anew kin mine whole ' +
    'tooltip hovercard keyword match utils helpers manager most least'
  ).split(' '),
);

/** A place is a place on earth in the glossary. */
const ALLOWED = ['Place', 'readPlace', 'placeSchema'];

const wordsOf = (name: string): string[] =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/);
const retiredIn = (name: string): string[] => wordsOf(name).filter((word) => RETIRED.has(word));

describe('names', () => {
  const basename = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace(/\.d?\.?\w+$/, '');

  test('no file has a retired word in its name', () => {
    const offenders = sources.filter(({ path }) => retiredIn(basename(path)).length > 0);
    expect(offenders.map(({ path }) => path)).toEqual([]);
  });

  test('no exported name has a retired word in it', () => {
    const offenders = sources.flatMap((source) =>
      exportedNames(source)
        .filter((name) => !ALLOWED.includes(name) && retiredIn(name).length > 0)
        .map((name) => `${source.path}: ${name}`),
    );
    expect(offenders).toEqual([]);
  });

  test('a basename occurs once', () => {
    // Mains of entries, tables of strings and types beside a script are called alike on purpose.
    const names = sources
      .filter(
        ({ path }) => !/\.(test|e2e)\.tsx?$|\/(index|main)\.tsx?$|\/i18n\/tables\/|\.d\.m?ts$/.test(path),
      )
      .map(({ path }) => basename(path));
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });
});

describe('comments', () => {
  const commentsOf = (text: string): string[] =>
    Array.from(text.matchAll(/\/\*\*?([\s\S]*?)\*\/|(?:^|\s)\/\/(.*)$/gm), ([, block, line]) =>
      (block ?? line!).replace(/\n\s*\*/g, ' ').trim(),
    );

  test.each([
    ['begins with what, who, where or of', /^(What|Who|Whoever|Whatever|Where|Of)\b/],
    [
      'has an idiom that English does not',
      /\b(of ours|so many|as it were|goes for good|runs wild|comes by too)\b/,
    ],
  ])('none %s', (_, pattern) => {
    const offenders = sources.flatMap(({ path, text }) =>
      commentsOf(text)
        .filter((comment) => pattern.test(comment))
        .map((comment) => `${path}: ${comment.slice(0, 80)}`),
    );
    expect(offenders).toEqual([]);
  });
});

describe('decisions', () => {
  const folder = join(ROOT, 'lib/decisions');
  const topics = readdirSync(folder).map((name) => ({
    name,
    text: readFileSync(join(folder, name), 'utf8'),
  }));
  const ids = topics.flatMap(({ text }) =>
    Array.from(text.matchAll(/^## ([A-Z0-9]+-\d\d) /gm), ([, id]) => id!),
  );

  test('each has an id of its own, a date and a status', () => {
    expect(ids.length).toBeGreaterThan(100);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const heads = topics.flatMap(({ text }) => text.split(/^## /m).slice(1));
    const odd = heads.filter(
      (head) =>
        !/^[A-Z0-9]+-\d\d .+\n\n\d{4}-\d\d-\d\d · (accepted|superseded by [A-Z0-9]+-\d\d)\n/.test(head),
    );
    expect(odd.map((head) => head.slice(0, 60))).toEqual([]);
  });

  test('each takes at most eight lines', () => {
    const long = topics.flatMap(({ text }) =>
      text
        .split(/^## /m)
        .slice(1)
        .filter((decision) => decision.trim().split('\n').length - 4 > 8),
    );
    expect(long.map((decision) => decision.slice(0, 60))).toEqual([]);
  });

  test('what they govern is there', () => {
    const missing = topics.flatMap(({ name, text }) =>
      Array.from(
        text.matchAll(/`((?:lib|entrypoints|scripts|public|glossary)\/[\w./-]+)`/g),
        ([, path]) => path!,
      )
        .filter((path) => !path.includes('*') && !existsSync(join(ROOT, path)))
        .map((path) => `${name}: ${path}`),
    );
    expect(missing.filter((line) => !line.includes('version-N'))).toEqual([]);
  });

  test('what code cites is there', () => {
    const cited = sources.flatMap(({ path, text }) =>
      Array.from(
        text.matchAll(/\/\/.*\b([A-Z]{3,}[0-9]*-\d\d)\b|\*.*\b([A-Z]{3,}[0-9]*-\d\d)\b/g),
        ([, a, b]) => ({
          path,
          id: (a ?? b)!,
        }),
      ),
    );
    expect(cited.filter(({ id }) => !ids.includes(id) && !/^(UTF|ISO|SHA|BCP|WCAG|RFC)-/.test(id))).toEqual(
      [],
    );
  });
});

test('SECURITY.md names a test for each promise, and each is there', () => {
  const text = readFileSync(join(ROOT, 'SECURITY.md'), 'utf8');
  const promises = text.split('\n').filter((line) => /^\| (?!against|-)/.test(line));
  expect(promises.length).toBeGreaterThan(5);
  const tests = promises.map((line) =>
    Array.from(line.matchAll(/`([^`]+\.(?:test|e2e)\.ts)`/g), ([, path]) => path!),
  );
  expect(tests.filter((paths) => paths.length === 0)).toEqual([]);
  expect(tests.flat().filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});
