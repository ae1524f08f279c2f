import { beforeEach, describe, expect, test } from 'vitest';
import { hasText, type Draft, type DraftClient } from './draft.ts';
import { createNote, type Note } from './note.ts';
import { createNoteEditorController, type NoteEditorController } from './note-editor-controller.ts';
import type { Selector } from '../anchoring/selector.ts';
import { createStrings, withStrings } from '../i18n/strings.ts';
import { card } from '../i18n/tables/card/index.ts';

const passage = (exact: string): Selector[] => [{ type: 'TextQuoteSelector', exact, prefix: '', suffix: '' }];
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** The store of drafts, which outlives editors. */
let stored: Map<string, Draft>;
let store: Note[];
let made: number;
let inPrivate: boolean;
let page: string;

function keeper(): DraftClient {
  const local = new Map<string, Draft>();
  return {
    list: () => [...local.values()],
    async load() {
      for (const [id, draft] of stored) local.set(id, draft);
    },
    put(draft, stores) {
      local.set(draft.note, draft);
      if (stores) stored.set(draft.note, draft);
    },
    async drop(note) {
      local.delete(note);
      stored.delete(note);
    },
    stateOf: (note) => (local.has(note) ? 'stored' : 'empty'),
  };
}

/** As in a tab that was opened anew. */
const open = (): NoteEditorController =>
  createNoteEditorController({
    notes: {
      list: () => store,
      async save(note) {
        store = [...store.filter(({ _id }) => _id !== note._id), note];
        return note;
      },
      remove: () => Promise.reject(Object.assign(new Error('The disk is full.'), { code: 'full' })),
      restore: async (note) => note,
      stamp: () => ({
        id: `n${++made}`,
        nowIso: new Date(Date.UTC(2026, 0, 1, 0, 0, made)).toISOString(),
        page,
        title: 'A page',
      }),
    },
    strings: createStrings(['de'], withStrings(card)),
    drafts: keeper(),
    isPrivate: () => inPrivate,
    onChanged: () => undefined,
  });

function type(desk: NoteEditorController, text: string, tags?: string): void {
  const { editor } = desk.model();
  desk.act({ type: 'changeDraft', draft: { ...editor!, text, tags: tags ?? editor!.tags } });
}

beforeEach(() => {
  stored = new Map();
  store = [];
  made = 0;
  inPrivate = false;
  page = 'https://x.org/';
});

describe('a draft', () => {
  test('is kept at each keystroke, and there again about the same place when the editor is gone', async () => {
    const first = open();
    first.begin(passage('a passage'), null);
    expect(first.model()).toMatchObject({ draftState: 'empty', editor: { text: '', quote: 'a passage' } });
    type(first, 'Half a', '#one');
    expect(first.model().draftState).toBe('stored');
    const second = open();
    second.begin(passage('another'), null);
    await settled();
    expect(second.model()).toMatchObject({ editor: { text: '' }, unfinished: [{ text: 'Half a' }] });
    second.begin(passage('a passage'), null);
    expect(second.model()).toMatchObject({ editor: { text: 'Half a', tags: '#one' }, unfinished: [] });
    second.act({ type: 'saveDraft' });
    await settled();
    expect(store).toMatchObject([{ text: 'Half a', tags: ['one'], page: 'https://x.org/' }]);
    expect(stored.size).toBe(0);
    expect(second.model()).toMatchObject({ editor: null, unfinished: [] });
  });

  test('comes back under what was typed before it was found', async () => {
    const first = open();
    first.begin([], 'hukou');
    type(first, 'First.', '#one');
    const second = open();
    second.begin([], 'hukou');
    type(second, 'Second.', '#two');
    await settled();
    expect(second.model().editor).toMatchObject({ text: 'First.\n\nSecond.', tags: '#one, #two' });
    expect([...stored.values()]).toMatchObject([{ text: 'First.\n\nSecond.' }]);
  });

  test('of a note waits with the note; only what differs from it is one', async () => {
    store = [
      createNote({ id: 'm', nowIso: '2025-01-01T00:00:00.000Z', text: 'old', tags: ['land reform', 'b'] }),
    ];
    const first = open();
    first.act({ type: 'editNote', id: 'm' });
    expect(first.model()).toMatchObject({ editor: { tags: '#land reform, #b' }, draftState: 'empty' });
    type(first, 'new');
    type(first, 'old');
    expect(stored.size).toBe(0);
    type(first, 'newer');
    first.act({ type: 'leaveDraft' });
    expect(first.model()).toMatchObject({ editor: null, unfinished: [{ note: 'm', text: 'newer' }] });
    const second = open();
    second.act({ type: 'editNote', id: 'm' });
    await settled();
    expect(second.model().editor).toMatchObject({ id: 'm', text: 'newer' });
    second.act({ type: 'saveDraft' });
    await settled();
    expect(store).toMatchObject([{ _id: 'm', text: 'newer', tags: ['land reform', 'b'] }]);
  });

  test('becomes a note of the page where it was begun', async () => {
    const first = open();
    first.begin([], null);
    type(first, 'Here.');
    page = 'https://y.org/';
    const second = open();
    second.begin([], null);
    await settled();
    expect(second.model().editor!.text).toBe('');
    const [waiting] = second.model().unfinished;
    second.act({ type: 'resumeDraft', note: waiting!.note });
    second.act({ type: 'saveDraft' });
    await settled();
    expect(store).toMatchObject([{ page: 'https://x.org/', text: 'Here.' }]);
  });

  test('is discarded, and brought back', async () => {
    const desk = open();
    desk.begin([], null);
    type(desk, 'Never mind.');
    desk.act({ type: 'leaveDraft' });
    desk.act({ type: 'discardDraft', note: desk.model().unfinished[0]!.note });
    await settled();
    expect(stored.size).toBe(0);
    expect(desk.model()).toMatchObject({ unfinished: [], discarded: { text: 'Never mind.' } });
    desk.act({ type: 'undoDiscard' });
    expect(stored.size).toBe(1);
    expect(desk.model()).toMatchObject({ unfinished: [{ text: 'Never mind.' }], discarded: null });
  });

  test('is stored from a private window only after the reader said so', () => {
    inPrivate = true;
    store = [createNote({ id: 'm', nowIso: '2025-01-01T00:00:00.000Z', text: 'old' })];
    const desk = open();
    desk.act({ type: 'editNote', id: 'm' });
    type(desk, 'changed');
    expect(stored.size).toBe(0);
    expect(desk.model()).toMatchObject({ draftState: 'local', asksPrivate: false });
    desk.act({ type: 'leaveDraft' });
    expect(desk.model().unfinished).toHaveLength(1);
    desk.begin([], null);
    expect(desk.model().asksPrivate).toBe(true);
    desk.act({ type: 'allowPrivate' });
    type(desk, 'Kept.');
    expect(stored.size).toBe(1);
  });
});

test('what could not be done is said, until something else is begun', async () => {
  store = [createNote({ id: 'm', nowIso: '2025-01-01T00:00:00.000Z', text: 'old' })];
  const desk = open();
  desk.act({ type: 'deleteNote', id: 'm' });
  await settled();
  expect(desk.model()).toMatchObject({ problem: card.de.failure_full, deleted: null });
  desk.act({ type: 'editNote', id: 'm' });
  expect(desk.model().problem).toBeNull();
});

test('blanks are nothing', () => {
  const draft = { text: ' \n', tags: ' ' } as Draft;
  expect(hasText(draft, undefined)).toBe(false);
});
