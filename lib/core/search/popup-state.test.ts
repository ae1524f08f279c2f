import { expect, test } from 'vitest';
import type { Concept } from '../glossary/concept.ts';
import { POPUP_START, reducePopup, rowsFor, type PopupEvent } from './popup-state.ts';
import type { TabState } from '../sites/tab-state.ts';
import { createNote } from '../notes/note.ts';
import { createConceptSearch } from './concept-search.ts';

const CADRE: Concept = {
  id: 'cadre',
  subject: 'china',
  kind: 'concept',
  term: { en: 'cadre' },
  script: null,
  dates: null,
  place: null,
  forms: [],
  never: [],
  context: [],
  against: [],
  definition: { en: [{ text: 'An official.', sources: [] }] },
  essay: null,
  contested: [],
  related: [],
  sources: [],
};

const play = (...events: PopupEvent[]) => events.reduce(reducePopup, POPUP_START);

test.each<[string, PopupEvent[], object]>([
  [
    'typing starts at the top',
    [
      { type: 'moved', by: 1, rows: 3 },
      { type: 'typed', query: 'h' },
    ],
    { query: 'h', cursor: 0 },
  ],
  ['down and up go round', [{ type: 'moved', by: -1, rows: 3 }], { cursor: 2 }],
  [
    'down past the end',
    [
      { type: 'jumped', to: 'last', rows: 3 },
      { type: 'moved', by: 1, rows: 3 },
    ],
    { cursor: 0 },
  ],
  ['nothing to move in', [{ type: 'moved', by: 1, rows: 0 }], { cursor: 0 }],
])('%s', (_, events, expected) => expect(play(...events)).toMatchObject(expected));

test('an empty query lists the notes and terms of the page and its frames, then the other notes', () => {
  const note = (id: string, page: string | null) =>
    createNote({ id, nowIso: '2026-01-01T00:00:00.000Z', page, text: id });
  const status = {
    state: 'on' as const,
    textLength: 9,
    notes: 1,
    problem: null,
    terms: [
      { concept: 'gone', surface: 'x', count: 1 },
      { concept: 'cadre', surface: 'cadres', count: 2 },
    ],
  };
  const tab: TabState = { kind: 'page', status };
  const rows = rowsFor('', {
    search: createConceptSearch([]),
    conceptOf: (id) => (id === 'cadre' ? CADRE : undefined),
    notes: [
      note('far', 'https://b.org/'),
      note('framed', 'https://frame.org/'),
      note('here', 'https://a.org/'),
    ],
    pages: ['https://a.org/', 'https://frame.org/'],
    tab,
  });
  expect(rows.map(({ id, group }) => [id, group])).toEqual([
    ['note-framed', 'notesHere'],
    ['note-here', 'notesHere'],
    ['term-cadre', 'termsHere'],
    ['note-far', 'otherNotes'],
  ]);
});

test('of thousands of other notes the last ones are listed, and a query finds any', () => {
  const notes = Array.from({ length: 2000 }, (_, at) =>
    createNote({ id: `n${at}`, nowIso: '2026-01-01T00:00:00.000Z', text: `word${at}` }),
  );
  const source = {
    search: createConceptSearch([]),
    conceptOf: () => undefined,
    notes,
    pages: [],
    tab: { kind: 'asking' } as const,
  };
  expect(rowsFor('', source).map(({ id }) => id)).toEqual(notes.slice(0, 40).map(({ _id }) => `note-${_id}`));
  expect(rowsFor('word1999', source)[0]?.id).toBe('note-n1999');
});

test('a query lists terms, then notes, wherever they are from', () => {
  const rows = rowsFor('cadr', {
    search: createConceptSearch([CADRE]),
    conceptOf: () => undefined,
    notes: [
      createNote({ id: 'n', nowIso: '2026-01-01T00:00:00.000Z', text: 'Who were the cadres?' }),
      createNote({ id: 'o', nowIso: '2026-01-01T00:00:00.000Z', text: 'Something else.' }),
    ],
    pages: [],
    tab: { kind: 'blocked', why: 'browser' },
  });
  expect(rows.map(({ id, group }) => [id, group])).toEqual([
    ['term-cadre', null],
    ['note-n', null],
  ]);
  expect(rows[1]).toMatchObject({ found: { text: 'Who were the cadres?' } });
});
