/**
 * Decides for each hit whether it is marked, hidden or asked about, and why. Rules settle some hits; the others are
 * weighed. Evidence from the page as a whole is complete only once the page is read: `review` then decides again.
 */
import { createEvidenceSource } from './evidence.ts';
import { expansionOf, isAbbreviation } from './abbreviation.ts';
import { createPassageFacts, unambiguousConcept } from './passage-facts.ts';
import { createPageEvidence, type PageEvidence } from './page-evidence.ts';
import {
  decide,
  featuresOf,
  localScoreOf,
  ruleFor,
  type ExpansionClaim,
  type OpenHit,
  type PageContext,
  type Sense,
} from './verdict.ts';
import type { JudgedPassage, Neighbourhood, Occurrence } from './judge-types.ts';
import { createRules, firstReason } from './rules.ts';
import { WEIGHTS, type Features } from './weights.ts';
import type { Hit, Spotter } from '../spotter/spotter.ts';

export type { JudgedPassage, Occurrence, Verdict } from './judge-types.ts';

/** One page's judge. */
export interface Judge {
  /** Verdicts for the hits of a flow, with the flows before and after it as its neighbours. */
  judge(
    this: void,
    passage: JudgedPassage,
    before: JudgedPassage | null,
    after: JudgedPassage | null,
  ): Occurrence[];
  /**
   * Takes `all` as the page's occurrences and returns a function that judges one of them again, so that a long page can
   * be reviewed in slices. An occurrence whose verdict is unchanged stays the same object.
   */
  reviewer(this: void, all: readonly Occurrence[]): (occurrence: Occurrence) => Occurrence;
  /** Reviews all occurrences at once. */
  review(this: void, all: readonly Occurrence[]): Occurrence[];
  /**
   * The features of each concept that the occurrence may mean, the likeliest first; empty if its form alone settled it.
   */
  weighed(this: void, occurrence: Occurrence): WeighedSense[];
}

interface WeighedSense {
  concept: number;
  features: Features;
  /** A rule decided, whatever the features say. */
  isRuled: boolean;
}

/** `pageLanguage` is the BCP 47 language that the page gives; '' if it gives none. */
export function createJudge(spotter: Spotter, pageLanguage = ''): Judge {
  const factsOf = createPassageFacts(spotter);
  const evidenceSource = createEvidenceSource(spotter, factsOf);
  const rules = createRules(spotter, factsOf, pageLanguage);
  const openHits = new WeakMap<Occurrence, OpenHit>();
  /** How often each concept was named beyond doubt, in the flows judged so far. */
  const unambiguousSoFar = new Map<number, number>();
  const claims = new Map<string, ExpansionClaim>();
  const { idOf } = spotter.index;
  const contextOf = (unambiguous: ReadonlyMap<number, number>): PageContext => ({
    evidence: createPageEvidence(unambiguous, evidenceSource),
    leanings: new Map(),
    claims,
    idOf,
  });
  let reviewedPage = contextOf(unambiguousSoFar);

  function claimAt(hit: Hit, { text }: JudgedPassage): ExpansionClaim | null {
    const surface = text.slice(hit.start, hit.end);
    if (!isAbbreviation(surface)) return null;
    const span = expansionOf(text, hit.start, hit.end);
    if (!span) return null;
    const name = text.slice(span.start, span.end);
    // Spotted by itself, since in the text it may be part of a still longer form.
    const spelt = spotter.spot(name).find(({ start, end }) => start === 0 && end === name.length);
    const named = spelt?.forms.find((form) =>
      hit.forms.some((abbreviated) => spotter.conceptOf(abbreviated) === spotter.conceptOf(form)),
    );
    if (named === undefined) return { concept: -1, name };
    // An expansion that is itself the name of several things settles nothing.
    return spotter.needsContext(named) ? null : { concept: spotter.conceptOf(named), name };
  }

  function openHitOf(hit: Hit, neighbourhood: Neighbourhood): OpenHit {
    const passage = neighbourhood.here;
    const surface = passage.text.slice(hit.start, hit.end);
    const formsByConcept = new Map<number, number[]>();
    for (const form of hit.forms) {
      const concept = spotter.conceptOf(form);
      formsByConcept.set(concept, [...(formsByConcept.get(concept) ?? []), form]);
    }
    const senses = [...formsByConcept].map(([concept, forms]): Sense => {
      const isUsual = forms.some((form) => !spotter.needsContext(form));
      const evidence = evidenceSource.gather(concept, isUsual, hit, neighbourhood);
      return {
        concept,
        isUsual,
        rule: firstReason(rules, { concept, forms, hit, passage }),
        evidence,
        localScore: localScoreOf(evidence),
        key: `${concept}/${surface}`,
      };
    });
    return { surface, senses, claim: claimAt(hit, passage) };
  }

  /** Whether the form alone settles the hit, as it does for most: these are neither weighed nor reviewed. */
  function isSettled(hit: Hit, { text }: JudgedPassage): boolean {
    if (unambiguousConcept(hit, spotter) === null || hit.forms.some(spotter.isOpen)) return false;
    const first = text.charCodeAt(hit.start);
    // A word in small Latin letters may be of another language, one in another script may be cut.
    return first >= 0x41 && first <= 0x5a && !isAbbreviation(text.slice(hit.start, hit.end));
  }

  /** The mean of how each sense's occurrences lean: a page seldom means two things by one word. */
  function leaningsOf(all: readonly Occurrence[], page: PageEvidence): PageContext['leanings'] {
    const sums = new Map<string, { sum: number; count: number }>();
    for (const occurrence of all) {
      for (const { rule, isUsual, key, localScore, concept } of openHits.get(occurrence)?.senses ?? []) {
        if (rule || isUsual) continue;
        const leaning = Math.tanh(localScore + WEIGHTS.pageKin * page.relatedShare(concept));
        const known = sums.get(key);
        if (known) {
          known.sum += leaning;
          known.count++;
        } else sums.set(key, { sum: leaning, count: 1 });
      }
    }
    // An occurrence that is alone would only confirm itself.
    return new Map([...sums].map(([key, { sum, count }]) => [key, count > 1 ? sum / count : 0]));
  }

  const addClaim = ({ surface, claim }: OpenHit): void => {
    if (claim && !claims.has(surface)) claims.set(surface, claim);
  };

  const reviewer: Judge['reviewer'] = (all) => {
    const unambiguous = new Map<number, number>();
    claims.clear();
    for (const occurrence of all) {
      const open = openHits.get(occurrence);
      if (!open || (open.senses.length === 1 && open.senses[0]!.isUsual)) {
        if (occurrence.verdict === 'mark') increment(unambiguous, occurrence.concepts[0]!);
      }
      if (open) addClaim(open);
    }
    const withoutLeanings = contextOf(unambiguous);
    const page = { ...withoutLeanings, leanings: leaningsOf(all, withoutLeanings.evidence) };
    reviewedPage = page;
    return (occurrence) => {
      const open = openHits.get(occurrence);
      if (!open) return occurrence;
      const decided = decide(open, occurrence, page);
      if (decided !== occurrence) openHits.set(decided, open);
      return decided;
    };
  };

  return {
    judge(passage, before, after) {
      const neighbourhood = { here: passage, before, after };
      for (const hit of passage.hits) {
        const concept = unambiguousConcept(hit, spotter);
        if (concept !== null) increment(unambiguousSoFar, concept);
      }
      let pageSoFar: PageContext | undefined;
      return passage.hits.map((hit) => {
        const { start, end } = hit;
        if (isSettled(hit, passage)) {
          const concept = spotter.conceptOf(hit.forms[0]!);
          return { start, end, concepts: [concept], verdict: 'mark', score: 1, reasons: [{ kind: 'plain' }] };
        }
        const open = openHitOf(hit, neighbourhood);
        addClaim(open);
        const occurrence = decide(open, { start, end }, (pageSoFar ??= contextOf(unambiguousSoFar)));
        openHits.set(occurrence, open);
        return occurrence;
      });
    },

    weighed(occurrence) {
      const open = openHits.get(occurrence);
      if (!open) return [];
      const likeliest = occurrence.concepts[0];
      return open.senses
        .map((sense) => ({
          concept: sense.concept,
          features: featuresOf(sense, reviewedPage),
          isRuled: ruleFor(sense, open, reviewedPage) !== null,
        }))
        .sort((a, b) => Number(b.concept === likeliest) - Number(a.concept === likeliest));
    },

    reviewer,
    review: (all) => all.map(reviewer(all)),
  };
}

const increment = (counts: Map<number, number>, concept: number): void =>
  void counts.set(concept, (counts.get(concept) ?? 0) + 1);
