import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { idlePhrases, sharedForms, unconnected, untidyFiles } from './audit.ts';
import { readGlossary } from './read-glossary.ts';
import type { FileProblem } from './read-yaml.ts';
import { templateOf } from './template.ts';

const SUBJECTS = '- id: china\n  name:\n    en: China\n';
const yaml = (id: string, more = '', form = id): string => `id: ${id}
kind: concept
term:
  en: ${id}
forms:
  - text: ${form}
${more}definition:
  en:
    - text: A sentence.
      sources: [a-1]
sources:
  - key: a-1
    title: A book
`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'glossary-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function read(files: Record<string, string>): ReturnType<typeof readGlossary> {
  for (const [name, text] of Object.entries({ 'subjects.yaml': SUBJECTS, ...files })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return readGlossary(folder);
}
const shown = (problems: readonly FileProblem[]): string[] =>
  problems.map(
    ({ file, line, message }) => `${relative(folder, file).replaceAll('\\', '/')}:${line}: ${message}`,
  );

describe('readGlossary', () => {
  test('gives the concepts in the order of their ids, with the folder as subject', () => {
    const { concepts, problems, subjects, looked } = read({
      'china/b.yaml': yaml('b', 'related: [a]\n'),
      'china/a.yaml': yaml('a'),
      'README.md': 'How to',
      'china/.swp': '',
    });
    expect(problems).toEqual([]);
    expect(subjects.map(({ id }) => id)).toEqual(['china']);
    expect(concepts.map(({ id, subject }) => `${subject}/${id}`)).toEqual(['china/a', 'china/b']);
    expect(looked).toHaveLength(3);
  });

  test.each<[string, Record<string, string>, string]>([
    [
      'a wrong value',
      { 'china/a.yaml': yaml('a', 'dates:\n  start: 58\n  end: null\n') },
      'china/a.yaml:8: “start” has',
    ],
    [
      'a missing field',
      { 'china/a.yaml': yaml('a', 'place:\n  lat: 3\n  lon: 3\n') },
      'china/a.yaml:7: “name” is',
    ],
    ['an unknown field', { 'china/a.yaml': yaml('a', 'nver: [x]\n') }, 'china/a.yaml:7: “nver” is no'],
    ['a list item', { 'china/a.yaml': yaml('a', 'never:\n  - x\n  - "-"\n') }, 'china/a.yaml:9: “-” needs'],
    [
      'a syntax error',
      { 'china/a.yaml': yaml('a', 'never: [x\n') },
      'china/a.yaml:8: This line is moved in too far or too little, or a bracket',
    ],
    [
      'a colon in a text',
      { 'china/a.yaml': yaml('a', 'essay: a: b\n') },
      'china/a.yaml:7: A text with a colon',
    ],
    ['a field twice', { 'china/a.yaml': yaml('a', 'kind: event\n') }, 'china/a.yaml:7: The same field'],
    ['a tag', { 'china/a.yaml': yaml('a', 'place: !x {}\n') }, 'china/a.yaml:7: '],
    ['an empty file', { 'china/a.yaml': '' }, 'china/a.yaml:1: '],
    ['an id unlike the name', { 'china/a.yaml': yaml('b') }, 'china/a.yaml:1: The id is “b”, so the file'],
    [
      'a folder of no subject',
      { 'chna/a.yaml': yaml('a') },
      'chna/a.yaml:1: The folder “chna” is no subject',
    ],
    ['a stray file', { 'a.yaml': yaml('a') }, 'a.yaml:1: Entries lie in the folder of their subject'],
    ['another ending', { 'china/a.yml': yaml('a') }, 'china/a.yml:1: Only entries lie here'],
    ['an id that is nowhere', { 'china/a.yaml': yaml('a', 'related: [b]\n') }, 'china/a.yaml:7: There is no'],
    ['bad subjects', { 'subjects.yaml': '- id: China\n  name: {en: C}\n' }, 'subjects.yaml:1: “China” has'],
  ])('%s is told with file and line', (_, files, expected) => {
    const told = shown(read(files).problems);
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(expected);
  });

  test('an id that is taken', () => {
    const subjects = `${SUBJECTS}- id: other\n  name:\n    en: Other\n`;
    const { problems } = read({
      'subjects.yaml': subjects,
      'china/a.yaml': yaml('a'),
      'other/a.yaml': yaml('a'),
    });
    expect(shown(problems)[0]).toContain('The id “a” is taken already, by ');
  });

  test('an entry that cannot be read may still be named by others', () => {
    const told = shown(
      read({ 'china/a.yaml': yaml('a', 'related: [b]\n'), 'china/b.yaml': 'id: b' }).problems,
    );
    expect(told.filter((line) => line.startsWith('china/a'))).toEqual([]);
  });

  test('aliases without end are no entry, and no harm', () => {
    const bomb = Array.from({ length: 9 }, (_, i) => {
      const inner = Array.from({ length: 9 }, () => `*a${i - 1}`).join();
      return `a${i}: &a${i} [${i === 0 ? 'x' : inner}]`;
    }).join('\n');
    expect(read({ 'china/a.yaml': bomb }).problems.length).toBeGreaterThan(0);
  });

  test('what stands after # is known, so that it is not lost unseen', () => {
    const { files } = read({ 'china/a.yaml': `# Above\n${yaml('a', 'never: [a b] # beside\n')}# below\n` });
    expect(files[0]?.comments).toEqual(['Above', 'beside', 'below']);
  });

  test('no field of the template passes unfilled', () => {
    const template = templateOf('a', 'concept');
    const lines = new Set(
      shown(read({ 'china/a.yaml': template }).problems).map((l) => Number(l.split(':')[1])),
    );
    const open = template
      .split('\n')
      .flatMap((line, i) => (/^[^#]*…/.test(line) ? [i + 1] : []))
      // “related” and “sources” of sentences: told where the ids are looked up, once the rest is right.
      .filter((line) => !lines.has(line));
    expect(open).toEqual([]);
  });
});

describe('the audit', () => {
  test('a form of two entries needs “context” in all but one', () => {
    const { files } = read({
      'china/a.yaml': yaml('a', '', 'Commune\n    context: Also others.'),
      'china/b.yaml': yaml('b', '', 'commune'),
      'china/c.yaml': yaml('c', '', 'soviet'),
      'china/d.yaml': yaml('d', '', 'Soviet'),
    });
    expect(shown(sharedForms(files))).toEqual([
      expect.stringMatching(/^china\/c.yaml:6: “soviet” is also .* d:/),
      expect.stringMatching(/^china\/d.yaml:6: “Soviet” is also .* c:/),
    ]);
  });

  test('abbreviations that differ in case are two', () => {
    const { files } = read({
      'china/a.yaml': yaml('a', '', 'PLA\n    case: exact'),
      'china/b.yaml': yaml('b', '', 'Pla\n    case: exact'),
    });
    expect(sharedForms(files)).toEqual([]);
  });

  test('a never-phrase without a form blocks nothing', () => {
    const { files } = read({
      'china/a.yaml': yaml('a', 'never: [Hukou falls, hukou, waterfall]\n', 'hùkǒu'),
    });
    expect(shown(idlePhrases(files)).map((line) => line.split('“')[1]?.split('”')[0])).toEqual([
      'hukou',
      'waterfall',
    ]);
  });

  test('entries that nothing joins to the rest', () => {
    const { files } = read({
      'china/a.yaml': yaml('a'),
      'china/b.yaml': yaml('b', 'related: [a]\n'),
      'china/c.yaml': yaml('c', 'related: [d]\n'),
      'china/d.yaml': yaml('d'),
    });
    expect(unconnected(files).map(({ file }) => relative(folder, file).slice(-6))).toEqual([
      'c.yaml',
      'd.yaml',
    ]);
  });

  test('a file in another layout, from the first line that differs', () => {
    const { files } = read({
      'china/a.yaml': yaml('a'),
      'china/b.yaml': yaml('b').replace('  - text: b', '- text: b'),
    });
    expect(shown(untidyFiles(files))).toEqual([expect.stringContaining('china/b.yaml:6: From here on')]);
  });
});
