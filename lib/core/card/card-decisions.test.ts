import { beforeEach, describe, expect, test } from 'vitest';
import type { CardController } from './card-controller.ts';
import type { CardIntent } from './card-model.ts';
import type { TermDecision } from '../judge/term-decision.ts';
import { createCardRun, settled, type CardRun } from '../../testing/card-run.ts';

let run: CardRun;
let card: CardController;

beforeEach(() => {
  run = createCardRun();
  card = run.card;
});

describe('what the reader decides for the site', () => {
  const begin = async (...concepts: string[]): Promise<void> => {
    card.showOccurrence(run.occurrence(...concepts));
    await settled();
  };

  test.each<[intent: CardIntent, decision: TermDecision, said: string, shown: string]>([
    [
      { type: 'notHere' },
      { concept: 'a', form: null, instead: null },
      'A is no longer marked on x.org.',
      'a',
    ],
    [
      { type: 'wrongSense' },
      { concept: 'a', form: 'cadre', instead: null },
      '“cadre” is no longer marked as A on x.org.',
      'a',
    ],
    [
      { type: 'meant', id: 'b' },
      { concept: 'a', form: 'cadre', instead: 'b' },
      '“cadre” now means B on x.org.',
      'b',
    ],
  ])('%o', async (intent, decision, said, shown) => {
    await begin('a');
    expect(card.model()).toMatchObject({
      site: 'x.org',
      surface: 'cadre',
      others: [{ id: 'b', term: 'B' }],
      decided: null,
    });
    card.act(intent);
    await settled();
    expect(run.decisions).toEqual([decision]);
    expect(card.model()).toMatchObject({ entry: { id: shown }, decided: said });
    card.act({ type: 'undoDecision' });
    await settled();
    expect(run.decisions).toEqual([]);
    expect(card.model()).toMatchObject({ entry: { id: 'a' }, decided: null });
  });

  test('the chosen sense is what the card is about: its reasons, what is pinned, the way on and back', async () => {
    await begin('a');
    card.act({ type: 'meant', id: 'b' });
    await settled();
    expect(card.model()).toMatchObject({
      reasons: ['You chose this sense for the site.'],
      others: [{ id: 'a', term: 'A' }],
      related: [{ id: 'a', term: 'A' }],
    });
    card.act({ type: 'pin' });
    card.act({ type: 'saveDraft' });
    await settled();
    expect(run.notes).toMatchObject([{ concept: 'b', selectors: [{ exact: 'cadre' }] }]);
    card.act({ type: 'openRelated', id: 'a' });
    expect(card.model()).toMatchObject({ entry: { id: 'a' }, back: 'B' });
    card.act({ type: 'back' });
    expect(card.model()).toMatchObject({ entry: { id: 'b' }, back: 'the list' });
  });

  test('and back to the first: one decision is left, not two that contradict each other', async () => {
    await begin('a');
    card.act({ type: 'meant', id: 'b' });
    await settled();
    card.act({ type: 'meant', id: 'a' });
    await settled();
    expect(run.decisions).toEqual([{ concept: 'b', form: 'cadre', instead: 'a' }]);
    expect(card.model()).toMatchObject({ entry: { id: 'a' }, decided: '“cadre” now means A on x.org.' });
  });

  test('a sense that was picked may be kept for the site', async () => {
    await begin('a', 'c');
    expect(card.model()).toMatchObject({ offersAlways: false, surface: 'cadre' });
    card.act({ type: 'chooseSense', id: 'c' });
    await settled();
    expect(card.model().offersAlways).toBe(true);
    card.act({ type: 'always' });
    await settled();
    expect(run.decisions).toEqual([
      { concept: 'a', form: 'cadre', instead: 'c' },
      { concept: 'b', form: 'cadre', instead: 'c' },
    ]);
    expect(card.model().decided).toBe('“cadre” now means C on x.org.');
    card.act({ type: 'back' });
    expect(card.model()).toMatchObject({ decided: null, offersAlways: false });
  });

  test('an undo restores the decision that was replaced', async () => {
    await begin('a');
    card.act({ type: 'wrongSense' });
    await settled();
    card.act({ type: 'meant', id: 'b' });
    await settled();
    expect(run.decisions).toEqual([{ concept: 'a', form: 'cadre', instead: 'b' }]);
    card.act({ type: 'undoDecision' });
    await settled();
    expect(run.decisions).toEqual([{ concept: 'a', form: 'cadre', instead: null }]);
  });

  test('what could not be stored is said, and nothing is claimed', async () => {
    await begin('a');
    run.fails = true;
    card.act({ type: 'notHere' });
    await settled();
    expect(card.model()).toMatchObject({ problem: 'The disk is full.', decided: null });
  });
});
