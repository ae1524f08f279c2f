import { beforeEach, describe, expect, test } from 'vitest';
import type { CardController } from './card-controller.ts';
import type { Reason } from '../judge/judge-types.ts';
import { createNote } from '../notes/note.ts';
import { createCardRun, settled, type CardRun } from '../../testing/card-run.ts';

let run: CardRun;
let card: CardController;

beforeEach(() => {
  run = createCardRun();
  card = run.card;
});

test('a note that another site owns is shown, and said to be read-only', () => {
  const note = createNote({
    id: 'own',
    nowIso: '2026-01-01T00:00:00.000Z',
    page: 'https://x.org/',
    concept: 'a',
  });
  run.notes = [note, { ...note, _id: 'other', page: null }];
  card.showConcept('a');
  expect(card.model().notes.map(({ _id }) => _id)).toEqual(['own', 'other']);
  expect(card.model().readOnlyNotes).toEqual(['other']);
});

describe('what the card shows', () => {
  test('an occurrence: entry, position, reasons, names of related concepts', async () => {
    card.showOccurrence(run.occurrence('a'));
    await settled();
    expect(card.model()).toMatchObject({
      entry: { id: 'a' },
      position: { index: 2, total: 5 },
      reasons: ['These words are nearby: party, village.'],
      related: [{ id: 'b', term: 'B' }],
      senses: [],
      back: 'the list',
    });
  });

  test('two senses: a choice, then the chosen one with a way back', async () => {
    card.showOccurrence(run.occurrence('a', 'c'));
    await settled();
    expect(card.model()).toMatchObject({
      entry: null,
      senses: [{ id: 'a', gloss: 'About a.' }, { id: 'c' }],
    });
    card.act({ type: 'chooseSense', id: 'c' });
    await settled();
    expect(card.model()).toMatchObject({ entry: { id: 'c' }, senses: [] });
    card.act({ type: 'back' });
    expect(card.model().senses).toHaveLength(2);
  });

  test('a trail through related concepts', async () => {
    card.showOccurrence(run.occurrence('a'));
    await settled();
    card.act({ type: 'openRelated', id: 'b' });
    await settled();
    expect(card.model()).toMatchObject({ entry: { id: 'b' }, back: 'A', position: null });
    card.act({ type: 'back' });
    expect(card.model()).toMatchObject({ entry: { id: 'a' }, back: 'the list', position: { index: 2 } });
  });

  test('names, never ids: what is not loaded yet is left out', async () => {
    const reasons: Reason[] = [{ kind: 'page', concepts: ['c'] }];
    card.showOccurrence({ ...run.occurrence('a'), reasons });
    expect(card.model()).toMatchObject({ entry: null, related: [], others: [], reasons: [] });
    await settled();
    expect(card.model()).toMatchObject({
      others: [{ id: 'b', term: 'B' }],
      reasons: ['The page mentions C.'],
    });
    card.showOccurrence(run.occurrence('a', 'unknown'));
    await settled();
    expect(card.model().senses).toMatchObject([{ id: 'a' }]);
  });

  test('each entry is asked for once', async () => {
    card.showOccurrence(run.occurrence('a'));
    await settled();
    card.showOccurrence(run.occurrence('a'));
    card.act({ type: 'openRelated', id: 'b' });
    await settled();
    expect(run.log.filter((line) => line.startsWith('load'))).toEqual(['load a', 'load b']);
  });

  test('an entry that does not come is said', async () => {
    run.fails = true;
    card.showOccurrence(run.occurrence('a'));
    await settled();
    expect(card.model()).toMatchObject({ entry: null, problem: 'The disk is full.' });
  });

  test('Back from the first card, and steps, are the surface’s', () => {
    card.showOccurrence(run.occurrence('a'));
    for (const type of ['back', 'next', 'previous'] as const) card.act({ type });
    expect(run.log.filter((line) => !line.startsWith('load'))).toEqual(['back', 'step 1', 'step -1']);
    expect(card.model().back).toBe('the list');
    expect(card.showNote('unknown')).toBe(false);
  });

  test('notes on the concept and notes whose passage it stands in', () => {
    const note = (id: string, on: string | null) =>
      createNote({ id, nowIso: '2026-01-01T00:00:00.000Z', concept: on });
    run.notes = [note('around', null), note('on', 'a'), note('other', 'b')];
    card.showOccurrence(run.occurrence('a'));
    expect(card.model().notes.map(({ _id }) => _id)).toEqual(['around', 'on']);
  });
});
