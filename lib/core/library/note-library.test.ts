import { describe, expect, test } from 'vitest';
import { binNote } from '../notes/bin.ts';
import { createNote, editNote, type NewNote, type Note } from '../notes/note.ts';
import { binNotes, toPageNotes, moveNotes, planUndo, tagNotes, tagsOn, unbinNotes } from './bulk-edit.ts';
import { countOf, firstOf, listNotes, notesOf, type Grouping } from './note-list.ts';
import { forgetGone, rememberSeen } from './orphaned-notes.ts';
import { isIn, parseFilter, filterHash, type OrphanedNotes, type LibraryFilter } from './note-filter.ts';
import { facetsOf } from './note-facets.ts';

const LATER = '2026-12-01T12:00:00.000Z';
const A = 'https://a.example/one';
const B = 'https://www.b.example/two/';
const quote = (exact: string, start: number): Note['selectors'] => [
  { type: 'TextQuoteSelector', exact, prefix: '', suffix: '' },
  { type: 'TextPositionSelector', start, end: start + exact.length },
];
const note = (id: string, more: Partial<NewNote> = {}): Note =>
  createNote({ id, nowIso: '2026-11-15T12:00:00.000Z', text: id, ...more });

const LATE = note('late', { page: A, title: 'One', selectors: quote('the end', 90), tags: ['Soviet'] });
const EARLY = note('early', {
  page: A,
  selectors: quote('the strike begins', 4),
  tags: ['soviet', 'land reform'],
  nowIso: '2026-10-15T12:00:00.000Z',
});
const WHOLE = note('whole', { page: B, concept: 'hukou', nowIso: '2026-11-20T12:00:00.000Z' });
const FREE = note('free', { concept: 'cadre', nowIso: '2026-09-15T12:00:00.000Z' });
const NOTES = [WHOLE, LATE, EARLY, FREE];
const BIN = [binNote(note('gone', { page: A, tags: ['soviet'] }), LATER)];
const ORPHANS: OrphanedNotes = new Map([
  ['late', LATER],
  ['whole', LATER],
]);
const ids = (notes: readonly Note[]): string[] => notes.map(({ _id }) => _id);

describe('filters', () => {
  test.each<[string, LibraryFilter]>([
    ['#notes', { kind: 'all' }],
    ['#notes/lost', { kind: 'lost' }],
    ['#notes/bin', { kind: 'bin' }],
    ['#notes/page/https%3A%2F%2Fa.example%2Fone', { kind: 'page', page: A }],
    ['#notes/page', { kind: 'page', page: null }],
    ['#notes/concept/hukou', { kind: 'concept', concept: 'hukou' }],
    ['#notes/concept', { kind: 'concept', concept: null }],
    ['#notes/tag/land%20reform', { kind: 'tag', tag: 'land reform' }],
    ['#notes/month/2026-11', { kind: 'month', month: '2026-11' }],
  ])('%s there and back', (hash, filter) => {
    expect(filterHash(filter)).toBe(hash);
    expect(parseFilter(hash)).toEqual(filter);
  });

  test.each(['', '#', '#other', '#notes/nowhere', '#notes/month/soon', '#notes/tag', '#notes/tag/%E0%A4%A'])(
    '“%s” leads to all notes',
    (hash) => expect(parseFilter(hash)).toEqual({ kind: 'all' }),
  );

  test('a slash that was not encoded belongs to the address', () =>
    expect(parseFilter(`#notes/page/${A}`)).toEqual({ kind: 'page', page: A }));

  test.each<[LibraryFilter, string[]]>([
    [{ kind: 'all' }, ['whole', 'late', 'early', 'free']],
    [{ kind: 'page', page: A }, ['late', 'early']],
    [{ kind: 'page', page: null }, ['free']],
    [{ kind: 'concept', concept: null }, ['late', 'early']],
    [{ kind: 'tag', tag: 'soviet' }, ['late', 'early']],
    [{ kind: 'month', month: '2026-11' }, ['whole', 'late']],
    // A note without a passage has none to lose.
    [{ kind: 'lost' }, ['late']],
    [{ kind: 'bin' }, ['gone']],
  ])('%o holds %j', (filter, expected) =>
    expect(ids([...NOTES, ...BIN].filter((each) => isIn(filter, each, ORPHANS)))).toEqual(expected),
  );
});

test('facets count what there is', () => {
  expect(facetsOf(NOTES, BIN, ORPHANS)).toEqual({
    all: 4,
    orphans: 1,
    bin: 1,
    pages: [
      { page: B, title: 'b.example/two', count: 1 },
      { page: A, title: 'One', count: 2 },
      { page: null, title: '', count: 1 },
    ],
    concepts: [
      { concept: 'cadre', count: 1 },
      { concept: 'hukou', count: 1 },
    ],
    tags: [
      { tag: 'soviet', name: 'Soviet', count: 2 },
      { tag: 'land reform', name: 'land reform', count: 1 },
    ],
    months: [
      { month: '2026-11', count: 2 },
      { month: '2026-10', count: 1 },
      { month: '2026-09', count: 1 },
    ],
  });
});

describe('the list', () => {
  const list = (grouping: Grouping, query = '', filter: LibraryFilter = { kind: 'all' }) =>
    listNotes({ notes: NOTES, bin: BIN, orphans: ORPHANS, filter, query, grouping });
  const shape = (...args: Parameters<typeof list>) =>
    list(...args).map(({ key, notes }) => [key, ...notes.map((each) => each.note._id)]);

  test.each<[string, Parameters<typeof list>, unknown[]]>([
    [
      'by month',
      ['month'],
      [
        ['2026-11', 'whole', 'late'],
        ['2026-10', 'early'],
        ['2026-09', 'free'],
      ],
    ],
    [
      'by page, in the order of the page, without a page last',
      ['page'],
      [
        [B, 'whole'],
        [A, 'early', 'late'],
        ['', 'free'],
      ],
    ],
    [
      'by concept',
      ['concept'],
      [
        ['hukou', 'whole'],
        ['cadre', 'free'],
        ['', 'late', 'early'],
      ],
    ],
    ['of one page: no headings', ['month', '', { kind: 'page', page: A }], [[null, 'early', 'late']]],
    ['of one month', ['month', '', { kind: 'month', month: '2026-11' }], [[null, 'whole', 'late']]],
    ['of the bin', ['page', '', { kind: 'bin' }], [[null, 'gone']]],
    ['found in a quote, misspelt', ['month', 'strikke'], [[null, 'early']]],
    ['found by a tag', ['month', 'land reform'], [[null, 'early']]],
    ['found by text, in this place alone', ['month', 'whole', { kind: 'tag', tag: 'soviet' }], []],
    ['found in the bin', ['month', 'gone', { kind: 'bin' }], [[null, 'gone']]],
  ])('%s', (_, args, expected) => expect(shape(...args)).toEqual(expected));

  test('says where it was found', () => {
    const [group] = list('month', 'strike');
    expect(group!.notes[0]!.found).toMatchObject({ text: 'the strike begins', ranges: [[4, 10]] });
  });

  test('its start', () => {
    const groups = list('month');
    expect(countOf(groups)).toBe(4);
    expect(ids(notesOf(firstOf(groups, 3)))).toEqual(['whole', 'late', 'early']);
    expect(firstOf(groups, 1)).toHaveLength(1);
    expect(firstOf(groups, 99)).toEqual(groups);
  });
});

describe('many at once', () => {
  test('tags are added and taken off; a note that stays the same is left out', () => {
    const tagged = tagNotes([LATE, EARLY], { add: '#land reform, x', remove: ['soviet'] }, LATER);
    expect(tagged.map(({ tags }) => tags)).toEqual([
      ['land reform', 'x'],
      ['land reform', 'x'],
    ]);
    expect(tagNotes([EARLY], { add: 'Soviet', remove: [] }, LATER)).toEqual([]);
    expect(tagsOn([LATE, EARLY])).toEqual([
      { tag: 'soviet', name: 'Soviet', count: 2 },
      { tag: 'land reform', name: 'land reform', count: 1 },
    ]);
  });

  test('moved to a concept or a page, everything else goes along', () => {
    const [moved] = moveNotes([LATE, WHOLE], { concept: 'hukou' }, LATER);
    expect(moved).toEqual({ ...LATE, concept: 'hukou', changed: LATER });
    expect(moveNotes([LATE], { page: B, title: 'Two' }, LATER)).toEqual([
      { ...LATE, page: B, title: 'Two', changed: LATER },
    ]);
  });

  test('kept as notes on the page, with the passage quoted', () => {
    const two = note('two', { page: A, selectors: quote('one\n\ntwo', 3), text: 'Mine.' });
    expect(toPageNotes([two, WHOLE], LATER)).toEqual([
      { ...two, text: '> one\n>\n> two\n\nMine.', selectors: [], changed: LATER },
    ]);
  });

  test('into the bin and out again', () => {
    const binned = binNotes([LATE], LATER);
    expect(binned).toEqual([{ ...LATE, changed: LATER, binned: LATER }]);
    expect(binNotes(binned, LATER)).toEqual([]);
    expect(unbinNotes(binned, LATER)[0]).toMatchObject({ binned: null });
  });

  test('undo brings back what nobody changed since, as the newest', () => {
    const before = [LATE, EARLY, WHOLE];
    const after = binNotes(before, LATER);
    const present = [after[0]!, editNote(after[1]!, { text: 'Edited elsewhere.' }, LATER)];
    const [back, ...others] = planUndo({ before, after }, present, LATER);
    expect(others).toEqual([]);
    expect(back).toEqual({ ...LATE, changed: back!.changed });
    expect(back!.changed > after[0]!.changed).toBe(true);
  });
});

describe('orphans', () => {
  const known: OrphanedNotes = new Map([['a', '2026-11-01T00:00:00.000Z']]);
  test('keep the time of the first sight, and go when found', () => {
    expect(rememberSeen(known, { lost: ['a'], found: ['b'] }, LATER)).toBe(known);
    expect([...rememberSeen(known, { lost: ['a', 'b'], found: [] }, LATER)]).toEqual([
      ['a', '2026-11-01T00:00:00.000Z'],
      ['b', LATER],
    ]);
    expect(rememberSeen(known, { lost: [], found: ['a'] }, LATER).size).toBe(0);
  });
  test('of notes that are gone are forgotten', () => {
    expect(forgetGone(known, new Set(['a']))).toBe(known);
    expect(forgetGone(known, new Set()).size).toBe(0);
  });
});
