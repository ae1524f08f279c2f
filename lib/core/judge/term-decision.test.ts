import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDecision,
  decisionFor,
  decidedSenseOf,
  parseDecisions,
  removeDecision,
  replacedDecisions,
  undoDecisions,
  type TermDecision,
} from './term-decision.ts';

const decision: fc.Arbitrary<TermDecision> = fc
  .record({
    concept: fc.constantFrom('hukou', 'soviet', 'cadre'),
    form: fc.constantFrom(null, 'soviets', 'cadre'),
    instead: fc.constantFrom(null, 'soviet-union'),
  })
  .map((made) => (made.form === null ? { ...made, instead: null } : made));

describe('decisions', () => {
  test('adding and taking away again leaves what was there', () => {
    fc.assert(
      fc.property(fc.array(decision, { maxLength: 8 }), decision, (list, added) => {
        const all = list.reduce(addDecision, [] as readonly TermDecision[]);
        const isNew = !all.some(({ concept, form }) => concept === added.concept && form === added.form);
        if (isNew) expect(removeDecision(addDecision(all, added), added)).toEqual(all);
        // One word about a concept and a form, the last.
        expect(
          addDecision(all, added).filter(
            ({ concept, form }) => concept === added.concept && form === added.form,
          ),
        ).toEqual([added]);
      }),
    );
  });

  test('an undo brings back what was replaced, and nothing else', () => {
    fc.assert(
      fc.property(
        fc.array(decision, { maxLength: 8 }),
        fc.array(decision, { maxLength: 3 }),
        (list, added) => {
          const all = list.reduce(addDecision, [] as readonly TermDecision[]);
          const made = added.reduce(addDecision, [] as readonly TermDecision[]);
          const undone = undoDecisions(made.reduce(addDecision, all), made, replacedDecisions(all, made));
          expect(new Set(undone)).toEqual(new Set(all));
          expect(undone).toHaveLength(all.length);
        },
      ),
    );
  });

  test('an undo leaves alone what was decided again since', () => {
    const made: TermDecision = { concept: 'soviet', form: 'soviets', instead: null };
    const since = { ...made, instead: 'soviet-union' };
    expect(undoDecisions([since], [made], [])).toEqual([since]);
    expect(undoDecisions([], [made], [since])).toEqual([]);
  });

  test('what is stored comes back', () => {
    fc.assert(
      fc.property(fc.array(decision, { maxLength: 8 }), (list) => {
        const all = list.reduce(addDecision, [] as readonly TermDecision[]);
        expect(parseDecisions(JSON.parse(JSON.stringify(all)))).toEqual(all);
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
    expect(parseDecisions(stored)).toEqual([]);
  });

  test('a damaged one takes no other with it', () => {
    expect(parseDecisions([null, { concept: 'a', form: null, instead: null }, 3])).toHaveLength(1);
  });

  test('about a form, or about all forms', () => {
    const all: TermDecision[] = [
      { concept: 'a', form: null, instead: null },
      { concept: 'b', form: 'x', instead: 'c' },
    ];
    expect(decisionFor(all, 'a', 'anything')).toBe(all[0]);
    expect(decisionFor(all, 'b', 'x')).toBe(all[1]);
    expect(decisionFor(all, 'b', 'y')).toBeUndefined();
    expect(decidedSenseOf(all, 'x')).toBe('c');
    expect(decidedSenseOf(all, 'y')).toBeUndefined();
  });
});
