/** The reader's choices over a judge's verdicts. */
import { foldSurface } from '../base/folding.ts';
import { choiceFor, chosenFor, type Choices, type Decisions } from './term-decision.ts';
import type { Judge } from './judge.ts';
import type { PackedIndex } from '../spotter/index-format.ts';
import type { Occurrence } from './judge-types.ts';
import { scoreOf, THRESHOLD } from './weights.ts';

/** A judge that gives way to the reader. `decisions` is asked at each verdict: `review` brings a change to all. */
export function applyDecisions(
  judge: Judge,
  { idOf, cuesOf }: Pick<PackedIndex, 'idOf' | 'cuesOf'>,
  decisions: () => Decisions,
): Judge {
  /** What the judge itself said, by what was made of it. */
  const said = new WeakMap<Occurrence, Occurrence>();
  const surfaces = new WeakMap<Occurrence, string>();
  const made = new WeakMap<Occurrence, { by: Decisions; occurrence: Occurrence }>();

  /** Every concept that the hit may mean, likeliest first, with whether the judge holds it possible. */
  function sensesOf(occurrence: Occurrence): { concept: number; isPossible: boolean }[] {
    const weighed = judge.weighed(occurrence);
    if (weighed.length === 0) {
      return occurrence.concepts.map((concept) => ({ concept, isPossible: occurrence.verdict !== 'hide' }));
    }
    return weighed.map(({ concept, features, isRuled }) => ({
      concept,
      isPossible:
        occurrence.concepts.includes(concept) && occurrence.verdict !== 'hide'
          ? true
          : !isRuled && scoreOf(features) >= THRESHOLD,
    }));
  }

  /** Hidden where all that may be meant is known already, or of a subject that is switched off. */
  function quieten(occurrence: Occurrence, { known, offSubjects }: Decisions): Occurrence {
    if (occurrence.verdict === 'hide' || known.size + offSubjects.size === 0) return occurrence;
    const isOff = (concept: number): boolean =>
      offSubjects.size > 0 && offSubjects.has(cuesOf(concept).subject ?? '');
    const isKnown = (concept: number): boolean => known.has(idOf(concept));
    const { concepts } = occurrence;
    if (!concepts.every((concept) => isKnown(concept) || isOff(concept))) return occurrence;
    const as = isKnown(concepts[0]!) ? 'known' : 'subject';
    return { ...occurrence, verdict: 'hide', score: 0, reasons: [{ kind: 'chosen', as }] };
  }

  function decide(occurrence: Occurrence, surface: string, by: Choices): Occurrence {
    if (by.length === 0) return occurrence;
    const folded = foldSurface(surface);
    const senses = sensesOf(occurrence);
    const named = chosenFor(by, folded);
    const wanted = named === undefined ? undefined : senses.find(({ concept }) => idOf(concept) === named);
    if (wanted && !choiceFor(by, named!, folded)) {
      return {
        ...occurrence,
        concepts: [wanted.concept],
        verdict: 'mark',
        score: 1,
        reasons: [{ kind: 'chosen', as: 'sense' }],
      };
    }
    const refused = senses.filter(({ concept }) => choiceFor(by, idOf(concept), folded));
    if (!refused.some(({ concept }) => occurrence.concepts.includes(concept))) return occurrence;
    const left = senses.filter((sense) => sense.isPossible && !refused.includes(sense));
    const [next] = left;
    if (!next) {
      const choice = choiceFor(by, idOf(refused[0]!.concept), folded);
      const as = choice?.form === null ? 'not-here' : 'wrong-sense';
      return { ...occurrence, verdict: 'hide', score: 0, reasons: [{ kind: 'chosen', as }] };
    }
    return {
      ...occurrence,
      concepts: [next.concept],
      verdict: 'mark',
      reasons: [{ kind: 'chosen', as: 'sense' }],
    };
  }

  function give(occurrence: Occurrence, surface: string): Occurrence {
    const by = decisions();
    const known = made.get(occurrence);
    if (known?.by === by) return known.occurrence;
    const given = quieten(decide(occurrence, surface, by.choices), by);
    made.set(occurrence, { by, occurrence: given });
    said.set(given, occurrence);
    surfaces.set(given, surface);
    return given;
  }

  return {
    judge: (passage, before, after) =>
      judge
        .judge(passage, before, after)
        .map((occurrence) => give(occurrence, passage.text.slice(occurrence.start, occurrence.end))),
    reviewer(all) {
      const origin = (occurrence: Occurrence): Occurrence => said.get(occurrence) ?? occurrence;
      const reviewed = judge.reviewer(all.map(origin));
      return (occurrence) => {
        const given = give(reviewed(origin(occurrence)), surfaces.get(occurrence) ?? '');
        return isSame(given, occurrence) ? occurrence : given;
      };
    },
    review(all) {
      return all.map(this.reviewer(all));
    },
    weighed: (occurrence) => judge.weighed(said.get(occurrence) ?? occurrence),
  };
}

const isSame = (a: Occurrence, b: Occurrence): boolean =>
  a === b ||
  (a.verdict === b.verdict &&
    a.score === b.score &&
    a.concepts.join() === b.concepts.join() &&
    a.reasons[0]?.kind === b.reasons[0]?.kind);
