import { expect, it } from 'vitest';
import { addChoice, replacedBy, undoChoices, type Choices } from '../judge/term-decision.ts';
import { createStrings } from '../i18n/strings.ts';
import { createCardDecisions } from './card-decisions.ts';
import type { CardOccurrence } from './card-controller.ts';

it('an undo restores the choice that was replaced', async () => {
  let stored: Choices = [];
  const decisions = createCardDecisions({
    keeper: {
      site: 'x.org',
      async add(made) {
        const replaced = replacedBy(stored, made);
        stored = made.reduce(addChoice, stored);
        return replaced;
      },
      async undo(made, _, replaced) {
        stored = undoChoices(stored, made, replaced);
      },
    },
    strings: createStrings(['en']),
    termOf: (id) => id,
    onChanged: () => undefined,
    onFailed: (error) => expect.fail(String(error)),
  });
  const settled = () => new Promise((resolve) => setTimeout(resolve));
  const occurrence = { surface: 'Cadre' } as CardOccurrence;
  decisions.refuse('a', occurrence, { type: 'wrongSense' });
  await settled();
  decisions.refuse('a', occurrence, { type: 'meant', id: 'b' });
  await settled();
  expect(stored).toEqual([{ concept: 'a', form: 'cadre', instead: 'b' }]);
  decisions.undo();
  await settled();
  expect(stored).toEqual([{ concept: 'a', form: 'cadre', instead: null }]);
});
