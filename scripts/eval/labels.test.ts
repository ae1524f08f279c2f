import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readText } from '../spot/read-file.ts';
import { createTemporaryFolder, type TemporaryFolder } from '../../lib/testing/temporary-folder.ts';
import { readLabels } from './labels.ts';

let folder: TemporaryFolder;
beforeEach(() => {
  folder = createTemporaryFolder();
});
afterEach(() => folder.remove());

const lines = (...rows: unknown[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('');
const label = { term: 'mint', label: 'same', start: 4, end: 8, surface: 'mint' };
const occurrence = { id: 'a1', ...label, evidence: 'link', text: 'The mint.', article: 'Money' };
const IDS = '{"mint": ["mint"], "purse": []}';

const whole = {
  'senses/concept-ids.json': IDS,
  'senses/occurrences.jsonl': lines(occurrence, { ...occurrence, id: 'a2', label: 'instance' }),
  'senses/documents.jsonl': lines({
    file: 'wiki/x.html.gz',
    title: 'X',
    labels: [{ ...label, target: 'Mint (facility)' }],
  }),
  'senses/cjk-occurrences.jsonl': lines({
    id: 'c1',
    term: 'mint',
    label: 'other',
    evidence: 'read',
    text: '铸币厂',
    start: 0,
    end: 2,
    surface: '铸币',
    page: 'saved/y.html.gz',
  }),
  'pages/wiki/x.html.gz': gzipSync('<title>X</title><div id="mw-content-text">The mint.</div>'),
};

function read(files: Readonly<Record<string, string | Uint8Array>>): ReturnType<typeof readLabels> {
  folder.write(files);
  return readLabels(join(folder.path, 'senses'));
}

describe('readLabels', () => {
  test('reads a whole folder: texts, pages beside it, Chinese, and what terms stand for', () => {
    const { texts, conceptsOf } = read(whole);
    expect([...conceptsOf]).toEqual([
      ['mint', ['mint']],
      ['purse', []],
    ]);
    const words = texts.flatMap(({ words: own }) => own);
    expect(words.map(({ part, name, label: said, evidence }) => [part, name, said, evidence])).toEqual([
      ['occurrences', 'a1', 'same', 'link'],
      ['occurrences', 'a2', 'instance', 'link'],
      ['cjk', 'c1', 'other', 'read'],
      ['documents', 'wiki/x.html.gz', 'same', 'document'],
    ]);
    expect(words[0]).toMatchObject({ term: 'mint', start: 4, end: 8, surface: 'mint' });
    expect(texts[0]).toMatchObject({ text: 'The mint.', page: null });
    const { page, text } = texts[3]!;
    expect(text).toBeNull();
    expect(page!.root).toBe('#mw-content-text');
    expect(readText(page!.file)).toContain('The mint.');
  });

  test('folds go by the article, else the page, else the place', () => {
    const bare = { ...occurrence, article: undefined };
    const { texts } = read({
      ...whole,
      'senses/occurrences.jsonl': lines(occurrence, bare, { ...bare, page: 'p.html' }),
    });
    expect(texts.map(({ words }) => words[0]!.article)).toEqual([
      'Money',
      'occurrences.jsonl:2',
      'p.html',
      'saved/y.html.gz',
      'wiki/x.html.gz',
    ]);
  });

  test.each(['occurrences.jsonl', 'documents.jsonl', 'cjk-occurrences.jsonl'])('%s alone will do', (file) => {
    const { texts } = read({
      'senses/concept-ids.json': IDS,
      [`senses/${file}`]: whole[`senses/${file}` as keyof typeof whole],
    });
    expect(texts.length).toBeGreaterThan(0);
  });

  test('blank lines and a missing last line break do not matter', () => {
    const { texts } = read({
      'senses/concept-ids.json': IDS,
      'senses/occurrences.jsonl': `\n${JSON.stringify(occurrence)}\n  \n\n${JSON.stringify(occurrence)}`,
    });
    expect(texts).toHaveLength(2);
  });
});

const noTerm = { ...occurrence, term: undefined };
const needs = 'a label needs term, label (same, other, instance), start, end, surface.';

describe('a broken folder says what is wrong, and where', () => {
  test.each<[string, Record<string, string>, string]>([
    [
      'no map of terms',
      { 'senses/occurrences.jsonl': lines(occurrence) },
      'senses/concept-ids.json is missing: it says which concepts a term stands for.',
    ],
    ['no labels', { 'senses/concept-ids.json': IDS }, 'senses has no labels: neither occurrences.jsonl'],
    [
      'empty files',
      { 'senses/concept-ids.json': IDS, 'senses/occurrences.jsonl': '\n' },
      'senses has no labels: neither occurrences.jsonl, documents.jsonl nor cjk-occurrences.jsonl.',
    ],
    [
      'a line that is no JSON',
      { 'senses/concept-ids.json': IDS, 'senses/occurrences.jsonl': `${lines(occurrence)}{"id": ` },
      'senses/occurrences.jsonl:2 is no JSON',
    ],
    [
      'no JSON behind a blank line',
      { 'senses/concept-ids.json': IDS, 'senses/cjk-occurrences.jsonl': `${lines(occurrence)}\n\nmint` },
      'senses/cjk-occurrences.jsonl:4 is no JSON',
    ],
    [
      'a label without its term',
      { 'senses/concept-ids.json': IDS, 'senses/occurrences.jsonl': lines(occurrence, noTerm) },
      `senses/occurrences.jsonl:2: ${needs}`,
    ],
    ...(['label', 'start', 'end', 'surface'] as const).map(
      (key): [string, Record<string, string>, string] => [
        `a ${key} of the wrong kind`,
        {
          'senses/concept-ids.json': IDS,
          'senses/occurrences.jsonl': lines({ ...occurrence, [key]: key === 'start' ? '4' : null }),
        },
        `senses/occurrences.jsonl:1: ${needs}`,
      ],
    ),
    [
      'a label that nobody knows',
      {
        'senses/concept-ids.json': IDS,
        'senses/cjk-occurrences.jsonl': lines({ ...occurrence, label: 'maybe' }),
      },
      `senses/cjk-occurrences.jsonl:1: ${needs}`,
    ],
    [
      'a broken label of a document',
      {
        'senses/concept-ids.json': IDS,
        'senses/documents.jsonl': lines(
          { file: 'a.html', labels: [] },
          { file: 'b.html', labels: [label, { term: 'mint' }] },
        ),
      },
      `senses/documents.jsonl:2: ${needs}`,
    ],
  ])('%s', (_name, files, message) => {
    expect(() => read(files)).toThrow(join(folder.path, message));
  });
});
