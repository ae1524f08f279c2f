import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addChoice,
  choiceFor,
  chosenFor,
  parseChoices,
  removeChoice,
  replacedBy,
  undoChoices,
  type Choice,
} from './term-decision.ts';

const choice: fc.Arbitrary<Choice> = fc
  .record({
    concept: fc.constantFrom('hukou', 'soviet', 'cadre'),
    form: fc.constantFrom(null, 'soviets', 'cadre'),
    instead: fc.constantFrom(null, 'soviet-union'),
  })
  .map((made) => (made.form === null ? { ...made, instead: null } : made));

describe('choices', () => {
  test('adding and taking away again leaves what was there', () => {
    fc.assert(
      fc.property(fc.array(choice, { maxLength: 8 }), choice, (list, added) => {
        const all = list.reduce(addChoice, [] as readonly Choice[]);
        const isNew = !all.some(({ concept, form }) => concept === added.concept && form === added.form);
        if (isNew) expect(removeChoice(addChoice(all, added), added)).toEqual(all);
        // One word about a concept and a form, the last.
        expect(
          addChoice(all, added).filter(
            ({ concept, form }) => concept === added.concept && form === added.form,
          ),
        ).toEqual([added]);
      }),
    );
  });

  test('an undo brings back what was replaced, and nothing else', () => {
    fc.assert(
      fc.property(fc.array(choice, { maxLength: 8 }), fc.array(choice, { maxLength: 3 }), (list, added) => {
        const all = list.reduce(addChoice, [] as readonly Choice[]);
        const made = added.reduce(addChoice, [] as readonly Choice[]);
        const undone = undoChoices(made.reduce(addChoice, all), made, replacedBy(all, made));
        expect(new Set(undone)).toEqual(new Set(all));
        expect(undone).toHaveLength(all.length);
      }),
    );
  });

  test('an undo leaves alone what was decided again since', () => {
    const made: Choice = { concept: 'soviet', form: 'soviets', instead: null };
    const since = { ...made, instead: 'soviet-union' };
    expect(undoChoices([since], [made], [])).toEqual([since]);
    expect(undoChoices([], [made], [since])).toEqual([]);
  });

  test('what is stored comes back', () => {
    fc.assert(
      fc.property(fc.array(choice, { maxLength: 8 }), (list) => {
        const all = list.reduce(addChoice, [] as readonly Choice[]);
        expect(parseChoices(JSON.parse(JSON.stringify(all)))).toEqual(all);
      }),
    );
  });

  test.each([
    ['no list', 'x'],
    ['nothing', undefined],
    ['texts', ['x']],
    ['no concept', [{ form: null, instead: null }]],
    ['a form that is no text', [{ concept: 'a', form: 3, instead: null }]],
    ['a sense that is no text', [{ concept: 'a', form: 'a', instead: 7 }]],
  ])('passes over %s', (_, stored) => {
    expect(parseChoices(stored)).toEqual([]);
  });

  test('a damaged one takes no other with it', () => {
    expect(parseChoices([null, { concept: 'a', form: null, instead: null }, 3])).toHaveLength(1);
  });

  test('about a form, or about all forms', () => {
    const all: Choice[] = [
      { concept: 'a', form: null, instead: null },
      { concept: 'b', form: 'x', instead: 'c' },
    ];
    expect(choiceFor(all, 'a', 'anything')).toBe(all[0]);
    expect(choiceFor(all, 'b', 'x')).toBe(all[1]);
    expect(choiceFor(all, 'b', 'y')).toBeUndefined();
    expect(chosenFor(all, 'x')).toBe('c');
    expect(chosenFor(all, 'y')).toBeUndefined();
  });
});
