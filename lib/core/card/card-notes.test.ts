import { beforeEach, describe, expect, test } from 'vitest';
import type { CardController } from './card-controller.ts';
import { createNote } from '../notes/note.ts';
import { createCardRun, passageOf, settled, type CardRun } from '../../testing/card-run.ts';

let run: CardRun;
let card: CardController;
const type = (text: string, tags?: string): void => run.type(text, tags);

beforeEach(() => {
  run = createCardRun();
  card = run.card;
});

describe('in a private window', () => {
  test('a new note is begun only after the reader said so, once', async () => {
    run.isPrivate = true;
    card.showConcept('a');
    await settled();
    card.act({ type: 'pin' });
    expect(card.model().asksPrivate).toBe(true);
    card.act({ type: 'saveDraft' });
    await settled();
    expect(run.notes).toEqual([]);
    card.act({ type: 'allowPrivate' });
    expect(card.model()).toMatchObject({ asksPrivate: false, editor: { id: null } });
    type('Kept.');
    card.act({ type: 'saveDraft' });
    await settled();
    expect(run.notes).toMatchObject([{ text: 'Kept.' }]);
    card.startNote([]);
    expect(card.model().asksPrivate).toBe(false);
  });

  test('a note that is there already may be changed', () => {
    run.isPrivate = true;
    run.notes = [createNote({ id: 'old', nowIso: '2026-01-01T00:00:00.000Z', text: 'x' })];
    card.showNote('old');
    card.act({ type: 'editNote', id: 'old' });
    expect(card.model()).toMatchObject({ asksPrivate: false, editor: { id: 'old' } });
  });
});

describe('pinning', () => {
  test('a note on an occurrence keeps its passage, concept, text and tags', async () => {
    card.showOccurrence(run.occurrence('a'));
    card.act({ type: 'pin' });
    expect(card.model().editor).toMatchObject({ quote: 'cadre', id: null });
    type('Look.', '#one, two');
    card.act({ type: 'saveDraft' });
    await settled();
    expect(run.notes).toMatchObject([
      {
        concept: 'a',
        page: 'https://x.org/',
        text: 'Look.',
        tags: ['one', 'two'],
        selectors: [{ exact: 'cadre' }],
      },
    ]);
    expect(card.model().editor).toBeNull();
    expect(run.log.filter((line) => /clean|dirty/.test(line))).toEqual(['dirty', 'clean']);
  });

  test('a save that fails says why and keeps the draft', async () => {
    run.fails = true;
    card.startNote([]);
    type('Precious.');
    card.act({ type: 'saveDraft' });
    await settled();
    expect(card.model()).toMatchObject({ problem: 'The disk is full.', editor: { text: 'Precious.' } });
    run.fails = false;
    card.act({ type: 'saveDraft' });
    await settled();
    expect(run.notes).toHaveLength(1);
    expect(card.model().notes).toEqual(run.notes);
  });

  test('an editor does not follow to the card of another term, and waits at its own', async () => {
    card.showOccurrence(run.occurrence('a'));
    await settled();
    card.act({ type: 'pin' });
    type('Of a alone');
    card.act({ type: 'close' });
    card.showOccurrence(run.occurrence('c'));
    expect(card.model()).toMatchObject({ editor: null, unfinished: [] });
    card.showOccurrence(run.occurrence('a'));
    expect(card.model()).toMatchObject({ editor: null, unfinished: [{ text: 'Of a alone' }] });
    card.act({ type: 'resumeDraft', note: card.model().unfinished[0]!.note });
    expect(card.model()).toMatchObject({ editor: { text: 'Of a alone' }, unfinished: [] });
  });

  test('nor when the card is left without closing it, nor to a related concept', async () => {
    card.showOccurrence(run.occurrence('a'));
    await settled();
    card.act({ type: 'pin' });
    type('Of a alone');
    card.act({ type: 'openRelated', id: 'b' });
    expect(card.model()).toMatchObject({ editor: null, unfinished: [] });
    card.act({ type: 'back' });
    expect(card.model()).toMatchObject({ editor: null, unfinished: [{ text: 'Of a alone' }] });
    card.act({ type: 'resumeDraft', note: card.model().unfinished[0]!.note });
    card.showOccurrence(run.occurrence('c'));
    expect(card.model()).toMatchObject({ editor: null, unfinished: [] });
  });

  test('a draft begun before its sense was chosen waits where it was begun', async () => {
    card.showOccurrence(run.occurrence('a', 'c'));
    await settled();
    card.act({ type: 'pin' });
    type('Which?');
    card.act({ type: 'close' });
    card.showOccurrence(run.occurrence('a', 'c'));
    expect(card.model()).toMatchObject({ editor: null, unfinished: [{ text: 'Which?' }] });
    const elsewhere = passageOf('cadre', 'the ');
    card.showOccurrence({ ...run.occurrence('a', 'c'), describe: () => elsewhere });
    expect(card.model().unfinished).toEqual([]);
  });

  test('the same word in another passage is another note', async () => {
    card.showOccurrence(run.occurrence('a'));
    card.act({ type: 'pin' });
    type('The first');
    card.showOccurrence({ ...run.occurrence('a'), describe: () => passageOf('cadre', 'the ') });
    card.act({ type: 'pin' });
    await settled();
    expect(card.model()).toMatchObject({ editor: { text: '' }, unfinished: [{ text: 'The first' }] });
  });

  test('a note that is stored after the reader went on leaves the next card alone', async () => {
    card.startNote(passageOf('one').selectors);
    type('One.');
    card.act({ type: 'saveDraft' });
    card.startNote(passageOf('two').selectors);
    type('Two.');
    await settled();
    expect(run.notes).toMatchObject([{ text: 'One.' }]);
    expect(card.model()).toMatchObject({ editor: { text: 'Two.' }, notes: [] });
  });

  test('what is put off is there again, for the same passage, until it is saved', async () => {
    const pin = (): string | undefined => {
      card.act({ type: 'pin' });
      return card.model().editor?.text;
    };
    card.showOccurrence(run.occurrence('a'));
    expect(pin()).toBe('');
    type('Half a');
    card.act({ type: 'leaveDraft' });
    expect(card.model().editor).toBeNull();
    expect(run.log.at(-1)).toBe('clean');
    card.showOccurrence(run.occurrence('c'));
    expect(pin()).toBe('');
    card.act({ type: 'leaveDraft' });
    card.showOccurrence(run.occurrence('a'));
    expect(pin()).toBe('Half a');
    card.act({ type: 'saveDraft' });
    await settled();
    expect(pin()).toBe('');
    // An editor that stands alone takes the card with it.
    card.startNote([]);
    card.act({ type: 'leaveDraft' });
    expect(run.log.at(-1)).toBe('close');
  });

  test('a second editor does not cost the first its words', () => {
    run.notes = ['m', 'n'].map((id) => createNote({ id, nowIso: '2026-01-01T00:00:00.000Z', text: id }));
    card.showNote('m');
    card.act({ type: 'editNote', id: 'm' });
    type('longer');
    card.act({ type: 'editNote', id: 'n' });
    expect(card.model().editor?.text).toBe('n');
    card.act({ type: 'editNote', id: 'm' });
    expect(card.model().editor?.text).toBe('longer');
  });

  test('an empty one does not', () => {
    card.startNote([]);
    card.showOccurrence(run.occurrence('a'));
    expect(card.model().editor).toBeNull();
  });

  test('editing, deleting, undoing', async () => {
    run.notes = [createNote({ id: 'n', nowIso: '2026-01-01T00:00:00.000Z', text: 'old', tags: ['t'] })];
    card.showNote('n');
    card.act({ type: 'editNote', id: 'n' });
    expect(card.model().editor).toMatchObject({ id: 'n', text: 'old', tags: '#t' });
    type('new');
    card.act({ type: 'saveDraft' });
    await settled();
    expect(run.notes[0]).toMatchObject({ text: 'new', changed: '2026-01-02T03:04:05.000Z' });
    card.act({ type: 'deleteNote', id: 'n' });
    await settled();
    expect(run.notes).toEqual([]);
    expect(card.model().deleted?.text).toBe('new');
    card.act({ type: 'undoDelete' });
    await settled();
    expect(run.notes[0]?.text).toBe('new');
    expect(card.model().deleted).toBeNull();
  });
});
