/** Lays the reader's decisions over a judge's verdicts. */
import { foldSurface } from '../base/folding.ts';
import { decisionFor, decidedSenseOf, type TermDecisions, type Decisions } from './term-decision.ts';
import type { Judge } from './judge.ts';
import type { PackedIndex } from '../spotter/index-format.ts';
import type { Occurrence } from './judge-types.ts';
import { scoreOf, THRESHOLD } from './weights.ts';

/** A judge whose verdicts give way to `decisions()`, which is asked at each verdict: `review` applies a change to all. */
export function applyDecisions(
  judge: Judge,
  { idOf, cuesOf }: Pick<PackedIndex, 'idOf' | 'cuesOf'>,
  decisions: () => Decisions,
): Judge {
  /** From a decided occurrence back to the judge's own, so that an undone decision restores it exactly. */
  const judgedOf = new WeakMap<Occurrence, Occurrence>();
  const surfaceOf = new WeakMap<Occurrence, string>();
  /** The last result for each of the judge's occurrences, and the decisions that it was made with. */
  const latest = new WeakMap<Occurrence, { decisions: Decisions; decided: Occurrence }>();

  /** Every concept that the hit may mean, the likeliest first, and whether the judge holds it possible. */
  function sensesOf(occurrence: Occurrence): { concept: number; isPossible: boolean }[] {
    const isShown = occurrence.verdict !== 'hide';
    const weighed = judge.weighed(occurrence);
    if (weighed.length === 0) {
      return occurrence.concepts.map((concept) => ({ concept, isPossible: isShown }));
    }
    return weighed.map(({ concept, features, isRuled }) => ({
      concept,
      isPossible:
        (isShown && occurrence.concepts.includes(concept)) || (!isRuled && scoreOf(features) >= THRESHOLD),
    }));
  }

  /** Hides an occurrence if each concept that it may mean is known already, or of a subject that is switched off. */
  function hideKnown(occurrence: Occurrence, { known, offSubjects }: Decisions): Occurrence {
    if (occurrence.verdict === 'hide' || known.size + offSubjects.size === 0) return occurrence;
    const isKnown = (concept: number): boolean => known.has(idOf(concept));
    const isOff = (concept: number): boolean =>
      offSubjects.size > 0 && offSubjects.has(cuesOf(concept).subject ?? '');
    const { concepts } = occurrence;
    if (!concepts.every((concept) => isKnown(concept) || isOff(concept))) return occurrence;
    const as = isKnown(concepts[0]!) ? 'known' : 'subject';
    return { ...occurrence, verdict: 'hide', score: 0, reasons: [{ kind: 'chosen', as }] };
  }

  function applyToSenses(occurrence: Occurrence, surface: string, decisions: TermDecisions): Occurrence {
    if (decisions.length === 0) return occurrence;
    const folded = foldSurface(surface);
    const senses = sensesOf(occurrence);
    const namedId = decidedSenseOf(decisions, folded);
    const named = namedId === undefined ? undefined : senses.find(({ concept }) => idOf(concept) === namedId);
    if (named && !decisionFor(decisions, namedId!, folded)) {
      return {
        ...occurrence,
        concepts: [named.concept],
        verdict: 'mark',
        score: 1,
        reasons: [{ kind: 'chosen', as: 'sense' }],
      };
    }
    const refused = senses.filter(({ concept }) => decisionFor(decisions, idOf(concept), folded));
    if (!refused.some(({ concept }) => occurrence.concepts.includes(concept))) return occurrence;
    const next = senses.find((sense) => sense.isPossible && !refused.includes(sense));
    if (!next) {
      const decision = decisionFor(decisions, idOf(refused[0]!.concept), folded);
      const as = decision?.form === null ? 'not-here' : 'wrong-sense';
      return { ...occurrence, verdict: 'hide', score: 0, reasons: [{ kind: 'chosen', as }] };
    }
    return {
      ...occurrence,
      concepts: [next.concept],
      verdict: 'mark',
      reasons: [{ kind: 'chosen', as: 'sense' }],
    };
  }

  function decide(judged: Occurrence, surface: string): Occurrence {
    const current = decisions();
    const known = latest.get(judged);
    if (known?.decisions === current) return known.decided;
    const decided = hideKnown(applyToSenses(judged, surface, current.onSite), current);
    latest.set(judged, { decisions: current, decided });
    judgedOf.set(decided, judged);
    surfaceOf.set(decided, surface);
    return decided;
  }

  const originOf = (occurrence: Occurrence): Occurrence => judgedOf.get(occurrence) ?? occurrence;

  const reviewer: Judge['reviewer'] = (all) => {
    const reviewed = judge.reviewer(all.map(originOf));
    return (occurrence) => {
      const decided = decide(reviewed(originOf(occurrence)), surfaceOf.get(occurrence) ?? '');
      return isSame(decided, occurrence) ? occurrence : decided;
    };
  };

  return {
    judge: (passage, before, after) =>
      judge
        .judge(passage, before, after)
        .map((judged) => decide(judged, passage.text.slice(judged.start, judged.end))),
    reviewer,
    review: (all) => all.map(reviewer(all)),
    weighed: (occurrence) => judge.weighed(originOf(occurrence)),
  };
}

const isSame = (a: Occurrence, b: Occurrence): boolean =>
  a === b ||
  (a.verdict === b.verdict &&
    a.score === b.score &&
    a.concepts.join() === b.concepts.join() &&
    a.reasons[0]?.kind === b.reasons[0]?.kind);
