import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UNDECIDED, type TermDecision, type Decisions } from './term-decision.ts';
import { createJudge, type Occurrence } from './judge.ts';
import { buildIndex } from '../spotter/build-index.ts';
import { openIndex, packIndex } from '../spotter/index-format.ts';
import { createSpotter } from '../spotter/spotter.ts';
import { applyDecisions } from './apply-decisions.ts';

const index = openIndex(
  packIndex(
    buildIndex(
      [
        { text: 'hukou', concept: 0 },
        { text: 'household register', concept: 0 },
        { text: 'Soviets', concept: 1, context: true },
        { text: 'Soviets', concept: 2, context: true },
      ],
      [
        { id: 'hukou', context: [], subject: 'china' },
        { id: 'soviet', subject: 'councils', context: ['workers', 'delegates', 'Petrograd'] },
        { id: 'soviet-union', subject: 'councils', context: ['Moscow', 'missiles', 'Cuba'] },
      ],
    ),
  ),
);
const spotter = createSpotter(index);
const COUNCILS = 'Workers sent delegates to the Soviets in Petrograd.';
const STATE = 'The Soviets sent missiles from Moscow to Cuba.';
const NOTHING = 'The Soviets.';
const HOUSE = 'A hukou is a household register.';

const decided = (decisions: readonly TermDecision[], more: Partial<Decisions> = {}): Decisions => ({
  ...UNDECIDED,
  onSite: decisions,
  ...more,
});

const said = ({ verdict, concepts, reasons }: Occurrence): string =>
  `${verdict} ${concepts.map(index.idOf).join('+')}${reasons[0]?.kind === 'chosen' ? ` (${reasons[0].as})` : ''}`;

function run(text: string, decisions: readonly TermDecision[], more: Partial<Decisions> = {}): string[] {
  const now = decided(decisions, more);
  const judge = applyDecisions(createJudge(spotter), index, () => now);
  return judge.review(judge.judge({ text, hits: spotter.spot(text) }, null, null)).map(said);
}
const notHere = (concept: string): TermDecision => ({ concept, form: null, instead: null });
const wrong = (concept: string, form: string, instead: string | null = null): TermDecision => ({
  concept,
  form,
  instead,
});

describe('the reader decides last', () => {
  test.each<[string, string, TermDecision[], string[]]>([
    ['without a decision', HOUSE, [], ['mark hukou', 'mark hukou']],
    ['not here', HOUSE, [notHere('hukou')], ['hide hukou (not-here)', 'hide hukou (not-here)']],
    ['another concept is not touched', HOUSE, [notHere('soviet')], ['mark hukou', 'mark hukou']],
    ['one form alone', HOUSE, [wrong('hukou', 'hukou')], ['hide hukou (wrong-sense)', 'mark hukou']],
    ['none of the senses', COUNCILS, [wrong('soviet', 'soviets')], ['hide soviet (wrong-sense)']],
    [
      'the other sense',
      COUNCILS,
      [wrong('soviet', 'soviets', 'soviet-union')],
      ['mark soviet-union (sense)'],
    ],
    [
      'also where nothing speaks for it',
      NOTHING,
      [wrong('soviet', 'soviets', 'soviet-union')],
      ['mark soviet-union (sense)'],
    ],
    ['where it was right anyway', STATE, [wrong('soviet', 'soviets')], ['mark soviet-union']],
    [
      'a sense that is itself refused',
      COUNCILS,
      [wrong('soviet', 'soviets', 'soviet-union'), notHere('soviet-union')],
      ['hide soviet (wrong-sense)'],
    ],
  ])('%s', (_, text, decisions, expected) => {
    expect(run(text, decisions)).toEqual(expected);
  });

  const quiet = (known: string[], offSubjects: string[] = []): Partial<Decisions> => ({
    known: new Set(known),
    offSubjects: new Set(offSubjects),
  });
  test.each<[string, string, TermDecision[], Partial<Decisions>, string[]]>([
    ['known', HOUSE, [], quiet(['hukou']), ['hide hukou (known)', 'hide hukou (known)']],
    ['another is known', HOUSE, [], quiet(['soviet']), ['mark hukou', 'mark hukou']],
    ['the other sense is known', COUNCILS, [], quiet(['soviet-union']), ['mark soviet']],
    ['known, not taken for the other sense', COUNCILS, [], quiet(['soviet']), ['hide soviet (known)']],
    [
      'the sense chosen for the site is known',
      COUNCILS,
      [wrong('soviet', 'soviets', 'soviet-union')],
      quiet(['soviet-union']),
      ['hide soviet-union (known)'],
    ],
    ['what is hidden stays so, for its own reason', NOTHING, [], quiet(['soviet']), run(NOTHING, [])],
    ['its subject is off', HOUSE, [], quiet([], ['china']), ['hide hukou (subject)', 'hide hukou (subject)']],
    ['another subject is off', HOUSE, [], quiet([], ['councils', 'x']), ['mark hukou', 'mark hukou']],
  ])('%s', (_, text, decisions, more, expected) => {
    expect(run(text, decisions, more)).toEqual(expected);
  });

  test('a change comes with the next review, and undoing it restores everything', () => {
    const anyDecisions = fc.array(
      fc.constantFrom(
        notHere('hukou'),
        notHere('soviet'),
        wrong('soviet', 'soviets', 'soviet-union'),
        wrong('hukou', 'hukou'),
      ),
      { maxLength: 4 },
    );
    const anySet = (...ids: string[]) => fc.subarray(ids).map((some) => new Set(some));
    const anyQuiet = fc.record({
      known: anySet('hukou', 'soviet', 'soviet-union'),
      offSubjects: anySet('china', 'councils'),
    });
    fc.assert(
      fc.property(
        anyDecisions,
        anyQuiet,
        fc.constantFrom(COUNCILS, STATE, NOTHING, HOUSE),
        (made, quiet, text) => {
          let now = UNDECIDED;
          const judge = applyDecisions(createJudge(spotter), index, () => now);
          const before = judge.review(judge.judge({ text, hits: spotter.spot(text) }, null, null));
          now = decided(made, quiet);
          const during = judge.review(before);
          now = UNDECIDED;
          const after = judge.review(during);
          expect(during.map(said)).toEqual(run(text, made, quiet));
          expect(after.map(said)).toEqual(before.map(said));
          expect(after.map(({ score }) => score)).toEqual(before.map(({ score }) => score));
        },
      ),
    );
  });
});
