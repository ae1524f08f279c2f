import { describe, expect, it } from 'vitest';
import { createNote, type Note } from '../notes/note.ts';
import { exportNotes, importNotes } from './import-export.ts';

const NOW = '2026-03-01T10:00:00.000Z';
const PAGE = 'https://example.org/essay';
let made = 0;
const context = { nowIso: NOW, termOf: (id: string) => id.toUpperCase(), newId: () => `made-${++made}` };
const quote = { type: 'TextQuoteSelector' as const, exact: 'the first soviet', prefix: '', suffix: ' met' };
const note: Note = {
  ...createNote({
    id: 'n1',
    nowIso: NOW,
    page: PAGE,
    title: 'Essay',
    concept: 'soviet',
    text: 'read *again*',
  }),
  selectors: [quote, { type: 'TextPositionSelector', start: 40, end: 56 }],
  tags: ['councils', 'land reform'],
};
const alone = createNote({ id: 'n2', nowIso: NOW, concept: 'hukou', text: 'On a concept.' });
const early: Note = {
  ...note,
  _id: 'n3',
  concept: null,
  text: '',
  tags: [],
  selectors: [
    { ...quote, exact: '1. a *star*\n# no heading', suffix: '' },
    { type: 'TextPositionSelector', start: 3, end: 9 },
  ],
};

describe('Markdown', () => {
  it('goes by page and by place, with quote, link and tags, and lets no page write markup', () => {
    expect(exportNotes('markdown', [alone, note, early], context).text).toBe(`# Notes, 2026-03-01

## Without a page

On a concept.

**HUKOU** · 2026-03-01

## [Essay](https://example.org/essay)

> 1\\. a \\*star\\*
> \\# no heading

[↗](https://example.org/essay#:~:text=1.%20a%20*star*,%23%20no%20heading) · 2026-03-01

---

> the first soviet

read *again*

**SOVIET** · #councils · #land-reform · [↗](https://example.org/essay#:~:text=the%20first%20soviet,-met) · 2026-03-01
`);
  });
});

describe('Anki', () => {
  it('writes cards with a front, a back, the source and tags without blanks', () => {
    const odd = { ...alone, _id: '#n4', concept: null, title: '', text: 'say "hi"\tthere' };
    expect(exportNotes('anki', [note, alone, odd], context).text.split('\n').slice(4)).toEqual([
      '#columns:Id\tFront\tBack\tSource\tTags',
      '"n1"\t"the first soviet"\t"SOVIET',
      '',
      'read *again*"\t"Essay',
      'https://example.org/essay#:~:text=the%20first%20soviet,-met"\t"councils land_reform"',
      '"n2"\t"HUKOU"\t"On a concept."\t""\t""',
      '"#n4"\t"say ""hi""\tthere"\t"say ""hi""\tthere"\t""\t""',
      '',
    ]);
  });
});

describe('a table', () => {
  const table = (...lines: string[]) => importNotes(lines.join('\r\n'), context);

  it('begins with a byte-order mark, and shows formulas instead of running them', () => {
    const { text } = exportNotes('csv', [{ ...note, text: '=HYPERLINK("x")', title: "'+1" }], context);
    expect(text.startsWith('\uFEFF"id","page","title"')).toBe(true);
    expect(text).toContain(`"'=HYPERLINK(""x"")"`);
    expect(text).toContain(`"''+1"`);
  });

  it('comes back after a spreadsheet saved it in its own way', () => {
    const { notes, problems } = table(
      'text;Page;tags;quote',
      'mine;http://Example.org/a?utm_source=x#y;"a, b";said',
      ';;;',
      '"two\nlines";;;',
    );
    expect(problems).toEqual([]);
    expect(notes).toMatchObject([
      {
        _id: expect.stringContaining('made-') as string,
        text: 'mine',
        page: 'http://example.org/a',
        tags: ['a', 'b'],
        created: NOW,
        changed: NOW,
      },
      { text: 'two\nlines', page: null },
    ]);
  });

  it('names what is wrong by the row that the spreadsheet shows', () => {
    const { notes, problems } = table(
      'id,page,text,created',
      'a,https://a.org/,fine,2026-01-01T00:00:00Z',
      'b,javascript:alert(1),bad,',
      'c,,bad too,yesterday',
      '_d,,bad id,',
    );
    expect(notes.map(({ _id }) => _id)).toEqual(['a']);
    expect(problems.map(({ row }) => row)).toEqual([3, 4, 4, 5]);
    expect(problems[0]!.fault).toMatchObject({ code: 'page', field: 'page' });
  });

  it('tells a row whose quotation mark never ends', () => {
    const { problems } = table('id,text', 'a,fine', 'b,"open');
    expect(problems).toMatchObject([{ row: 3, fault: { code: 'quotes' } }]);
  });

  it('takes the first of rows with one id, and says so', () => {
    const { notes, twice } = table('id,text', 'a,one', 'a,two', 'a,three');
    expect(notes.map(({ text }) => text)).toEqual(['one']);
    expect(twice).toBe(2);
  });
});

describe('JSON-LD', () => {
  it('writes annotations as the standard has them', () => {
    const { items, ...page } = JSON.parse(exportNotes('jsonld', [note], context).text) as { items: object[] };
    expect(page).toMatchObject({ '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'AnnotationPage' });
    expect(items[0]).toMatchObject({
      type: 'Annotation',
      motivation: 'commenting',
      created: NOW,
      body: [
        { type: 'TextualBody', purpose: 'commenting', format: 'text/markdown', value: 'read *again*' },
        { type: 'TextualBody', purpose: 'tagging', value: 'councils' },
        { type: 'TextualBody', purpose: 'tagging', value: 'land reform' },
        { type: 'SpecificResource', purpose: 'identifying', source: 'urn:manicule:concept:soviet' },
      ],
      target: { source: { id: PAGE }, selector: note.selectors },
    });
  });

  it('reads those of others: the quote, not positions in a text that is not ours', () => {
    const others = {
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      type: ['Annotation'],
      id: 'https://notes.example/1',
      bodyValue: 'plain words',
      target: {
        source: 'http://example.org/essay#part',
        selector: [
          { type: 'XPathSelector', value: '/p', refinedBy: { type: 'TextQuoteSelector', exact: 'soviet' } },
          { type: 'TextPositionSelector', start: 1, end: 7 },
        ],
      },
    };
    expect(importNotes(JSON.stringify(others), context)).toMatchObject({
      format: 'jsonld',
      problems: [],
      notes: [
        {
          _id: 'annotation:https://notes.example/1',
          page: 'http://example.org/essay',
          text: 'plain words',
          selectors: [{ type: 'TextQuoteSelector', exact: 'soviet', prefix: '', suffix: '' }],
        },
      ],
    });
  });

  it('names the annotation that is wrong', () => {
    const items = [{ type: 'Annotation', target: 'https://a.org/', created: 'once' }, 5];
    const { problems } = importNotes(JSON.stringify({ type: 'AnnotationPage', items }), context);
    expect(problems.map(({ row }) => row)).toEqual([1, 1, 2]);
  });
});

describe('Hypothesis', () => {
  const annotation = {
    id: 'abc',
    created: '2024-05-01T10:00:00.123456+00:00',
    updated: '2024-05-02T10:00:00.000000+00:00',
    user: 'acct:someone@hypothes.is',
    uri: 'http://example.org/essay#part',
    text: 'What I *think*',
    tags: ['councils', 'a, b'],
    document: { title: ['Essay'] },
    target: [
      {
        source: 'http://example.org/essay',
        selector: [
          {
            type: 'RangeSelector',
            startContainer: '/p[1]',
            startOffset: 4,
            endContainer: '/p[1]',
            endOffset: 10,
          },
          { type: 'TextPositionSelector', start: 104, end: 110 },
          { type: 'TextQuoteSelector', exact: 'soviet', prefix: 'the ', suffix: ' met' },
        ],
      },
    ],
  };
  const pageNote = { ...annotation, id: 'def', target: [{ source: PAGE }], tags: [], document: {} };
  const pdf = { ...annotation, id: 'ghi', uri: 'urn:x-pdf:0123' };

  it.each([
    [
      'what its client saves',
      { export_date: NOW, client_version: '1', annotations: [annotation, pageNote, pdf] },
    ],
    ['what its interface answers', { total: 3, rows: [annotation, pageNote, pdf] }],
    ['a bare list', [annotation, pageNote, pdf]],
  ])('%s', (_name, json) => {
    const { format, notes, problems } = importNotes(JSON.stringify(json), context);
    expect([format, problems]).toEqual(['hypothesis', []]);
    expect(notes[0]).toEqual({
      _id: 'hypothesis:abc',
      v: 1,
      page: 'http://example.org/essay',
      title: 'Essay',
      selectors: [{ type: 'TextQuoteSelector', exact: 'soviet', prefix: 'the ', suffix: ' met' }],
      concept: null,
      text: 'What I *think*',
      tags: ['councils', 'a', 'b'],
      created: '2024-05-01T10:00:00.123Z',
      changed: '2024-05-02T10:00:00.000Z',
      binned: null,
    });
    expect(notes[1]).toMatchObject({ page: 'http://example.org/essay', title: '', selectors: [] });
    expect(notes[2]).toMatchObject({ page: null, selectors: [{ exact: 'soviet' }] });
  });

  it('names the annotation that is wrong, and takes the others', () => {
    const rows = [annotation, { ...annotation, id: 'x', created: 'once' }, null];
    const { notes, problems } = importNotes(JSON.stringify({ rows }), context);
    expect(notes.map(({ _id }) => _id)).toEqual(['hypothesis:abc']);
    expect(problems).toMatchObject([{ row: 2 }, { row: 3 }]);
  });
});
