import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createStrings, withStrings } from '../i18n/strings.ts';
import { backup } from '../i18n/tables/backup/index.ts';
import { noteArbitrary } from '../../testing/note-arbitrary.ts';
import { faultText } from '../i18n/import-error-text.ts';
import { createNote, type Note } from '../notes/note.ts';
import { exportNotes, importNotes, type ExportFormat } from './import-export.ts';

const NOW = '2026-03-01T10:00:00.000Z';
const context = { nowIso: NOW, termOf: (id: string) => `Term ${id}`, newId: () => 'made' };
const note: Note = {
  ...createNote({
    id: 'n1',
    nowIso: NOW,
    page: 'https://example.org/essay',
    title: 'Essay',
    concept: 'soviet',
  }),
  selectors: [
    { type: 'TextQuoteSelector', exact: 'soviet', prefix: 'the ', suffix: ' met' },
    { type: 'TextPositionSelector', start: 4, end: 10 },
  ],
  text: 'read *again*',
  tags: ['councils', 'land reform'],
};
const file = (format: ExportFormat, notes: Note[]): string => exportNotes(format, notes, context).text;
/** The text after it was written to a disk as UTF-8 and read again. */
const onDisk = (text: string): string => new TextDecoder('utf-8').decode(new TextEncoder().encode(text));

const inUse = noteArbitrary.map((each): Note => ({ ...each, binned: null }));
const several = (each: fc.Arbitrary<Note>) =>
  fc.uniqueArray(each, { selector: ({ _id }) => _id, maxLength: 8 });

describe('export and import', () => {
  it('gives back the same notes through a table, whatever is in them', () => {
    fc.assert(
      fc.property(several(inUse), (notes) => {
        const expected = { format: 'csv', refused: null, notes, twice: 0, problems: [] };
        expect(importNotes(onDisk(file('csv', notes)), context)).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  it('gives back the same notes through JSON-LD', () => {
    fc.assert(
      fc.property(several(inUse), (notes) => {
        const expected = { format: 'jsonld', refused: null, notes, twice: 0, problems: [] };
        expect(importNotes(onDisk(file('jsonld', notes)), context)).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  it('leaves the bin to the backup', () => {
    for (const format of ['csv', 'jsonld', 'markdown', 'anki'] as const) {
      expect(file(format, [{ ...note, binned: NOW }])).toBe(file(format, []));
    }
  });

  it('names the file by format and day', () => {
    expect(exportNotes('csv', [], context)).toMatchObject({
      name: 'manicule-notes-2026-03-01.csv',
      type: 'text/csv;charset=utf-8',
    });
  });

  it('never throws, whatever it is given, and gives only sound notes', () => {
    const almost = fc
      .tuple(
        fc.constantFrom('csv' as const, 'jsonld' as const),
        several(inUse),
        fc.nat(),
        fc.string({ maxLength: 5 }),
      )
      .map(([format, notes, at, noise]) => {
        const text = file(format, notes);
        return text.slice(0, at % text.length) + noise + text.slice((at % text.length) + noise.length);
      });
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), almost), (text) => {
        const { notes, problems } = importNotes(text, { ...context, newId: () => 'made' });
        expect(new Set(notes.map(({ _id }) => _id)).size).toBe(notes.length);
        for (const { fault, row } of problems) {
          expect(faultText(fault, createStrings(['en'], withStrings(backup)))).toMatch(/^\S.*\.$/);
          expect(row).toBeGreaterThan(0);
        }
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['nothing', '', 'unknown'],
    ['prose', 'Dear diary, today', 'unknown'],
    ['another table', 'name,age\nx,1', 'unknown'],
    ['another JSON', '{"a":1}', 'unknown'],
    ['half a JSON', '{"rows":[', 'damaged'],
    ['a backup', '{"format":"manicule-backup","version":1}', 'backup'],
  ])('refuses %s, and says why', (_name, text, refused) => {
    expect(importNotes(text, context)).toEqual({ format: null, refused, notes: [], twice: 0, problems: [] });
  });
});

const HOSTILE = new URL('../../../../shared/corpus/hostile/', import.meta.url);

/** Our own, for a clone without the corpus. */
const OWN = [
  ...[
    '',
    ' ',
    '\t\n',
    '"',
    '""',
    "'",
    "'=1",
    '=1+1',
    '+1',
    '-1',
    '@x',
    '\uFEFFx',
    'a,b;c\td',
    'a\r\nb',
    '\\',
    '\\"',
  ],
  ...[
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '&lt;b&gt;',
    '--><!--',
    ']]>',
    'javascript:alert(1)',
  ],
  ...[
    '{"a":1}',
    '[',
    '# h',
    '> q',
    '- l',
    '```',
    '| a | b |',
    '\u202Eabc',
    '\u0000',
    '\u200B',
    '\u2028',
    'e\u0301',
    '户口',
  ],
  ...['constructor', '__proto__', 'null', 'undefined', 'NaN', '1e999', 'x'.repeat(5000)],
];

function corpus(): string[] {
  if (!existsSync(HOSTILE)) return [];
  const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, HOSTILE), 'utf8'));
  return [
    ...(read('naughty-strings.json') as string[]),
    ...Object.values((read('injection-strings.json') as { lists: Record<string, string[]> }).lists).flat(),
    ...(read('sanitizer-payloads.json') as { cases: { payload: string }[] }).cases.map(
      ({ payload }) => payload,
    ),
  ];
}

describe('strings that broke others', () => {
  const strings = [...OWN, ...corpus()];
  const notes = strings
    .filter((text) => typeof text === 'string')
    .map((text, at): Note => {
      const plain = text.replace(/[\uD800-\uDFFF]/gu, '\uFFFD');
      const exact = plain === '' ? 'x' : plain;
      return {
        ...createNote({
          id: `n${at}`,
          nowIso: NOW,
          page: 'https://a.org/',
          title: plain,
          text: plain,
          tags: [plain],
        }),
        selectors: [{ type: 'TextQuoteSelector', exact, prefix: plain, suffix: plain }],
      };
    });

  it.each(['csv', 'jsonld'] as const)('come back from %s as they were', (format) => {
    expect(notes.length).toBeGreaterThan(existsSync(HOSTILE) ? 500 : 40);
    expect(importNotes(onDisk(file(format, notes)), context)).toMatchObject({
      format,
      notes,
      twice: 0,
      problems: [],
    });
  });

  it('start no formula in a table', () => {
    const cells = file('csv', notes).split(/","|"\r\n"/);
    expect(cells.filter((cell) => /^[\s"]*[=+\-@]/.test(cell.replace(/""/g, '')))).toEqual([]);
  });
});

it('a page read over http is exported so, comes back so, and is one page with the same one over https', () => {
  const over = (scheme: string, id: string) =>
    createNote({
      id,
      nowIso: '2026-03-01T10:00:00.000Z',
      page: `${scheme}://archive.example/1905`,
      text: id,
    });
  const notes = [over('http', 'a'), over('https', 'b')];
  const exported = { nowIso: '2026-03-01T10:00:00.000Z', termOf: (id: string) => id };
  for (const format of ['csv', 'jsonld'] as const) {
    const { text } = exportNotes(format, notes, exported);
    const back = importNotes(text, { nowIso: exported.nowIso, newId: () => 'new' });
    expect(back.notes.map(({ page }) => page)).toEqual(notes.map(({ page }) => page));
  }
  const { text } = exportNotes('markdown', notes, exported);
  expect(text.match(/^## .*/gm)).toEqual(['## [http://archive.example/1905](http://archive.example/1905)']);
});
