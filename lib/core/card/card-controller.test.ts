import { beforeEach, describe, expect, test } from 'vitest';
import { createCardController, type CardController, type CardOccurrence } from './card-controller.ts';
import type { CardIntent } from './card-model.ts';
import { addChoice, undoChoices, type Choice } from '../judge/term-decision.ts';
import type { Concept } from '../glossary/concept.ts';
import { createNote, type Note } from '../notes/note.ts';
import { createStrings } from '../i18n/strings.ts';

const concept = (id: string, related: string[] = []): Concept => ({
  id,
  subject: 'china',
  kind: 'concept',
  term: { en: id.toUpperCase(), 'zh-Hans': `中${id}` },
  script: null,
  dates: null,
  place: null,
  forms: [],
  never: [],
  context: [],
  against: [],
  definition: { en: [{ text: `About ${id}.`, sources: [] }] },
  essay: null,
  contested: [],
  related,
  sources: [],
});

const occurrence = (...concepts: string[]): CardOccurrence => ({
  concepts,
  reasons: [{ kind: 'words', words: ['party', 'village'] }],
  surface: 'cadre',
  others: ['b'],
  position: () => ({ index: 2, total: 5 }),
  describe: () => ({
    selectors: [{ type: 'TextQuoteSelector', exact: 'cadre', prefix: 'a ', suffix: ' of' }],
    quote: 'cadre',
  }),
  notes: () => ['around'],
  step: (by) => log.push(`step ${by}`),
});

let log: string[] = [];
let store: Note[] = [];
let kept: Choice[] = [];
let made = 0;
let fails = false;
let inPrivate = false;
let desk: CardController;
const all = new Map(
  [concept('a', ['b']), concept('b', ['a']), concept('c')].map((entry) => [entry.id, entry]),
);
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => {
  log = [];
  store = [];
  kept = [];
  fails = inPrivate = false;
  const known = new Map<string, Concept>();
  desk = createCardController({
    entries: {
      get: (id) => known.get(id),
      async bring(ids) {
        for (const id of ids) if (all.has(id)) known.set(id, all.get(id)!);
      },
    },
    notes: {
      list: () => store,
      async save(note) {
        if (fails) throw new Error('The disk is full.');
        store = [...store.filter(({ _id }) => _id !== note._id), note];
        return note;
      },
      async remove(id) {
        const note = store.find(({ _id }) => _id === id)!;
        store = store.filter(({ _id }) => _id !== id);
        return note;
      },
      async restore(note) {
        store = [...store, note];
        return note;
      },
      stamp: () => ({
        id: `n${++made}`,
        nowIso: '2026-01-02T03:04:05.000Z',
        page: 'https://x.org/',
        title: 'X',
      }),
    },
    strings: createStrings(['en']),
    choices: {
      site: 'x.org',
      async add(made) {
        if (fails) throw new Error('The disk is full.');
        kept = [...made.reduce(addChoice, kept)];
        return [];
      },
      async undo(made) {
        kept = [...undoChoices(kept, made, [])];
      },
    },
    lang: 'en',
    isPrivate: () => inPrivate,
    mayChange: ({ page }) => page !== null,
    onChanged: () => undefined,
    onClose: () => log.push('close'),
    onDirty: (dirty) => log.push(dirty ? 'dirty' : 'clean'),
  });
});

test('a note that another site owns is shown, and said to be read-only', () => {
  const note = createNote({
    id: 'own',
    nowIso: '2026-01-01T00:00:00.000Z',
    page: 'https://x.org/',
    concept: 'a',
  });
  store = [note, { ...note, _id: 'other', page: null }];
  desk.showConcept('a');
  expect(desk.model().notes.map(({ _id }) => _id)).toEqual(['own', 'other']);
  expect(desk.model().readOnlyNotes).toEqual(['other']);
});

describe('in a private window', () => {
  test('a new note is begun only after the reader said so, once', async () => {
    inPrivate = true;
    desk.showConcept('a');
    await settled();
    desk.act({ type: 'pin' });
    expect(desk.model().asksPrivate).toBe(true);
    desk.act({ type: 'saveDraft' });
    await settled();
    expect(store).toEqual([]);
    desk.act({ type: 'allowPrivate' });
    expect(desk.model()).toMatchObject({ asksPrivate: false, editor: { id: null } });
    desk.act({ type: 'changeDraft', draft: { id: null, quote: '', text: 'Kept.', tags: '' } });
    desk.act({ type: 'saveDraft' });
    await settled();
    expect(store).toMatchObject([{ text: 'Kept.' }]);
    desk.startNote([]);
    expect(desk.model().asksPrivate).toBe(false);
  });

  test('a note that is there already may be changed', () => {
    inPrivate = true;
    store = [createNote({ id: 'old', nowIso: '2026-01-01T00:00:00.000Z', text: 'x' })];
    desk.showNote('old');
    desk.act({ type: 'editNote', id: 'old' });
    expect(desk.model()).toMatchObject({ asksPrivate: false, editor: { id: 'old' } });
  });
});

describe('what the card shows', () => {
  test('an occurrence: entry, position, reasons, names of related concepts', async () => {
    desk.showOccurrence(occurrence('a'));
    await settled();
    expect(desk.model()).toMatchObject({
      entry: { id: 'a' },
      position: { index: 2, total: 5 },
      reasons: ['These words are nearby: party, village.'],
      related: [{ id: 'b', term: 'B' }],
      senses: [],
      back: null,
    });
  });

  test('two senses: a choice, then the chosen one with a way back', async () => {
    desk.showOccurrence(occurrence('a', 'c'));
    await settled();
    expect(desk.model()).toMatchObject({
      entry: null,
      senses: [{ id: 'a', gloss: 'About a.' }, { id: 'c' }],
    });
    desk.act({ type: 'chooseSense', id: 'c' });
    await settled();
    expect(desk.model()).toMatchObject({ entry: { id: 'c' }, senses: [] });
    desk.act({ type: 'back' });
    expect(desk.model().senses).toHaveLength(2);
  });

  test('a trail through related concepts', async () => {
    desk.showOccurrence(occurrence('a'));
    await settled();
    desk.act({ type: 'openRelated', id: 'b' });
    await settled();
    expect(desk.model()).toMatchObject({ entry: { id: 'b' }, back: 'A', position: null });
    desk.act({ type: 'back' });
    expect(desk.model()).toMatchObject({ entry: { id: 'a' }, back: null, position: { index: 2 } });
  });

  test('notes on the concept and notes whose passage it stands in', () => {
    const note = (id: string, on: string | null) =>
      createNote({ id, nowIso: '2026-01-01T00:00:00.000Z', concept: on });
    store = [note('around', null), note('on', 'a'), note('other', 'b')];
    desk.showOccurrence(occurrence('a'));
    expect(desk.model().notes.map(({ _id }) => _id)).toEqual(['around', 'on']);
  });
});

describe('pinning', () => {
  test('a note on an occurrence keeps its passage, concept, text and tags', async () => {
    desk.showOccurrence(occurrence('a'));
    desk.act({ type: 'pin' });
    expect(desk.model().editor).toMatchObject({ quote: 'cadre', id: null });
    desk.act({ type: 'changeDraft', draft: { ...desk.model().editor!, text: 'Look.', tags: '#one, two' } });
    desk.act({ type: 'saveDraft' });
    await settled();
    expect(store).toMatchObject([
      {
        concept: 'a',
        page: 'https://x.org/',
        text: 'Look.',
        tags: ['one', 'two'],
        selectors: [{ exact: 'cadre' }],
      },
    ]);
    expect(desk.model().editor).toBeNull();
    expect(log).toEqual(['clean', 'dirty', 'clean']);
  });

  test('a save that fails says why and keeps the draft', async () => {
    fails = true;
    desk.startNote([]);
    desk.act({ type: 'changeDraft', draft: { ...desk.model().editor!, text: 'Precious.' } });
    desk.act({ type: 'saveDraft' });
    await settled();
    expect(desk.model()).toMatchObject({ problem: 'The disk is full.', editor: { text: 'Precious.' } });
    fails = false;
    desk.act({ type: 'saveDraft' });
    await settled();
    expect(store).toHaveLength(1);
    expect(desk.model().notes).toEqual(store);
  });

  test('a draft with words in it survives another card', () => {
    desk.startNote([]);
    desk.act({ type: 'changeDraft', draft: { ...desk.model().editor!, text: 'Not yet' } });
    desk.showOccurrence(occurrence('a'));
    expect(desk.model().editor?.text).toBe('Not yet');
  });

  test('what is put off is there again, for the same passage, until it is saved', async () => {
    const pin = (): string | undefined => {
      desk.act({ type: 'pin' });
      return desk.model().editor?.text;
    };
    desk.showOccurrence(occurrence('a'));
    expect(pin()).toBe('');
    desk.act({ type: 'changeDraft', draft: { ...desk.model().editor!, text: 'Half a' } });
    desk.act({ type: 'leaveDraft' });
    expect(desk.model().editor).toBeNull();
    expect(log.at(-1)).toBe('clean');
    desk.showOccurrence(occurrence('c'));
    expect(pin()).toBe('');
    desk.act({ type: 'leaveDraft' });
    desk.showOccurrence(occurrence('a'));
    expect(pin()).toBe('Half a');
    desk.act({ type: 'saveDraft' });
    await settled();
    expect(pin()).toBe('');
    // An editor that stands alone takes the card with it.
    desk.startNote([]);
    desk.act({ type: 'leaveDraft' });
    expect(log.at(-1)).toBe('close');
  });

  test('a second editor does not cost the first its words', () => {
    store = ['m', 'n'].map((id) => createNote({ id, nowIso: '2026-01-01T00:00:00.000Z', text: id }));
    desk.showNote('m');
    desk.act({ type: 'editNote', id: 'm' });
    desk.act({ type: 'changeDraft', draft: { ...desk.model().editor!, text: 'longer' } });
    desk.act({ type: 'editNote', id: 'n' });
    expect(desk.model().editor?.text).toBe('n');
    desk.act({ type: 'editNote', id: 'm' });
    expect(desk.model().editor?.text).toBe('longer');
  });

  test('an empty one does not', () => {
    desk.startNote([]);
    desk.showOccurrence(occurrence('a'));
    expect(desk.model().editor).toBeNull();
  });

  test('editing, deleting, undoing', async () => {
    store = [createNote({ id: 'n', nowIso: '2026-01-01T00:00:00.000Z', text: 'old', tags: ['t'] })];
    desk.showNote('n');
    desk.act({ type: 'editNote', id: 'n' });
    expect(desk.model().editor).toMatchObject({ id: 'n', text: 'old', tags: '#t' });
    desk.act({ type: 'changeDraft', draft: { ...desk.model().editor!, text: 'new' } });
    desk.act({ type: 'saveDraft' });
    await settled();
    expect(store[0]).toMatchObject({ text: 'new', changed: '2026-01-02T03:04:05.000Z' });
    desk.act({ type: 'deleteNote', id: 'n' });
    await settled();
    expect(store).toEqual([]);
    expect(desk.model().deleted?.text).toBe('new');
    desk.act({ type: 'undoDelete' });
    await settled();
    expect(store[0]?.text).toBe('new');
    expect(desk.model().deleted).toBeNull();
  });
});

describe('what the reader decides for the site', () => {
  const begin = async (...concepts: string[]): Promise<void> => {
    desk.showOccurrence(occurrence(...concepts));
    await settled();
  };

  test.each<[intent: CardIntent, choice: Choice, said: string]>([
    [{ type: 'notHere' }, { concept: 'a', form: null, instead: null }, 'A is no longer marked on x.org.'],
    [
      { type: 'wrongSense' },
      { concept: 'a', form: 'cadre', instead: null },
      '“cadre” is no longer marked as A on x.org.',
    ],
    [
      { type: 'meant', id: 'b' },
      { concept: 'a', form: 'cadre', instead: 'b' },
      '“cadre” now means B on x.org.',
    ],
  ])('%o', async (intent, choice, said) => {
    await begin('a');
    expect(desk.model()).toMatchObject({
      site: 'x.org',
      surface: 'cadre',
      others: [{ id: 'b', term: 'B' }],
      decided: null,
    });
    desk.act(intent);
    await settled();
    expect(kept).toEqual([choice]);
    expect(desk.model()).toMatchObject({ entry: { id: 'a' }, decided: said });
    desk.act({ type: 'undoChoice' });
    await settled();
    expect(kept).toEqual([]);
    expect(desk.model().decided).toBeNull();
  });

  test('a sense that was picked may be kept for the site', async () => {
    await begin('a', 'c');
    expect(desk.model()).toMatchObject({ offersAlways: false, surface: 'cadre' });
    desk.act({ type: 'chooseSense', id: 'c' });
    await settled();
    expect(desk.model().offersAlways).toBe(true);
    desk.act({ type: 'always' });
    await settled();
    expect(kept).toEqual([
      { concept: 'a', form: 'cadre', instead: 'c' },
      { concept: 'b', form: 'cadre', instead: 'c' },
    ]);
    expect(desk.model().decided).toBe('“cadre” now means C on x.org.');
    desk.act({ type: 'back' });
    expect(desk.model()).toMatchObject({ decided: null, offersAlways: false });
  });

  test('what could not be stored is said, and nothing is claimed', async () => {
    await begin('a');
    fails = true;
    desk.act({ type: 'notHere' });
    await settled();
    expect(desk.model()).toMatchObject({ problem: 'The disk is full.', decided: null });
  });
});
