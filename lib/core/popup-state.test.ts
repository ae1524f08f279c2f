import { expect, test } from 'vitest';
import { POPUP_START, reducePopup, rowsFor, type PopupEvent, type TabState } from './popup-state.ts';
import { createNote } from './note.ts';
import { createQuickSearch } from './quick-search.ts';

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
  [
    'a trail of cards',
    [
      { type: 'opened', concept: 'a' },
      { type: 'opened', concept: 'b' },
    ],
    { trail: ['a', 'b'] },
  ],
  [
    'back keeps the query',
    [{ type: 'typed', query: 'h' }, { type: 'opened', concept: 'a' }, { type: 'back' }],
    { query: 'h', trail: [] },
  ],
])('%s', (_, events, expected) => expect(play(...events)).toMatchObject(expected));

test('an empty query lists the notes and terms of the page, then the other notes', () => {
  const note = (id: string, page: string | null) =>
    createNote({ id, nowIso: '2026-01-01T00:00:00.000Z', page, text: id });
  const status = {
    state: 'on' as const,
    textLength: 9,
    notes: 1,
    problem: null,
    terms: [{ concept: 'gone', surface: 'x', count: 1 }],
  };
  const tab: TabState = { kind: 'page', status };
  const rows = rowsFor('', {
    search: createQuickSearch([]),
    conceptOf: () => undefined,
    notes: [note('far', 'https://b.org/'), note('here', 'https://a.org/')],
    page: 'https://a.org/',
    tab,
  });
  expect(rows.map(({ id }) => id)).toEqual(['note-here', 'note-far']);
});
