/**
 * Decides for each hit whether it is marked, hidden or asked about, and says why. Rules settle what they can
 * (longer names, other languages, words cut in two, abbreviations spelt out); the rest is weighed. What the
 * page as a whole says is known only when it is read: `review` decides again in its light.
 */
import { createEvidences, plainConcept, type Neighbourhood } from './evidence.ts';
import { expansionOf, isAbbreviation } from './abbreviation.ts';
import { createPageEvidence, type PageEvidence } from './page-evidence.ts';
import {
  decide,
  featuresOf,
  localScore,
  ruleFor,
  type OpenHit,
  type Sense,
  type ExpansionClaim,
  type PageContext,
} from './verdict.ts';
import type { Occurrence, JudgedPassage } from './judge-types.ts';
import { createRules } from './rules.ts';
import { WEIGHTS, type Features } from './weights.ts';
import type { Hit, Spotter } from '../spotter/spotter.ts';

export type { Occurrence, JudgedPassage, Reason, Verdict } from './judge-types.ts';

/** One page's judge. */
export interface Judge {
  /** Verdicts for the hits of a flow, with the flows before and after it as its neighbours. */
  judge(passage: JudgedPassage, before: JudgedPassage | null, after: JudgedPassage | null): Occurrence[];
  /**
   * Judges occurrences again, in the light of all that the page has now, which is these. What stays as it was
   * is the same object. One after the other, so that long pages can be reviewed in slices.
   */
  reviewer(all: readonly Occurrence[]): (occurrence: Occurrence) => Occurrence;
  /** All of them at once. */
  review(all: readonly Occurrence[]): Occurrence[];
  /** What was weighed for each concept that the occurrence may mean, the likeliest first; empty where it settled itself. */
  weighed(occurrence: Occurrence): Weighed[];
}

export interface Weighed {
  concept: number;
  features: Features;
  /** A rule decided, whatever the features say. */
  isRuled: boolean;
}

/** `lang` is the BCP 47 language that the page gives; '' if it gives none. */
export function createJudge(spotter: Spotter, lang = ''): Judge {
  const evidences = createEvidences(spotter);
  const rules = createRules(spotter, evidences, lang);
  const cases = new WeakMap<Occurrence, OpenHit>();
  /** Until the page is read: what was met so far. */
  const plainSoFar = new Map<number, number>();
  const statements = new Map<string, ExpansionClaim>();
  const { idOf } = spotter.index;
  const wholeOf = (plain: ReadonlyMap<number, number>, shares: PageContext['shares']): PageContext => ({
    evidence: createPageEvidence(plain, evidences),
    shares,
    statements,
    idOf,
  });
  let whole = wholeOf(plainSoFar, new Map());

  function statedAt(hit: Hit, passage: JudgedPassage): OpenHit['stated'] {
    const { text } = passage;
    const surface = text.slice(hit.start, hit.end);
    if (!isAbbreviation(surface)) return null;
    const span = expansionOf(text, hit.start, hit.end);
    if (!span) return null;
    const name = text.slice(span.start, span.end);
    // By itself: where it stands it may be part of a still longer form.
    const spelt = spotter.spot(name).find(({ start, end }) => start === 0 && end === name.length);
    const same = spelt?.forms.find((form) =>
      hit.forms.some((own) => spotter.conceptOf(own) === spotter.conceptOf(form)),
    );
    if (same === undefined) return { concept: -1, name };
    // What is spelt out may itself be the name of several things, and then settles nothing.
    return spotter.needsContext(same) ? null : { concept: spotter.conceptOf(same), name };
  }

  function caseOf(hit: Hit, places: Neighbourhood): OpenHit {
    const passage = places[0]!;
    const surface = passage.text.slice(hit.start, hit.end);
    const byConcept = new Map<number, number[]>();
    for (const form of hit.forms) {
      const concept = spotter.conceptOf(form);
      byConcept.set(concept, [...(byConcept.get(concept) ?? []), form]);
    }
    const cut = rules.cut(hit, passage);
    const senses = [...byConcept].map(([concept, forms]): Sense => {
      const isUsual = forms.some((form) => !spotter.needsContext(form));
      const evidence = evidences.gather(concept, isUsual, hit, places);
      return {
        concept,
        isUsual,
        rule: cut ?? rules.against(concept, forms, hit, places),
        evidence,
        local: localScore(evidence),
        key: `${concept}/${surface}`,
      };
    });
    return { surface, senses, stated: statedAt(hit, passage) };
  }

  /** Whether the hit is settled by itself: most are, and cost nothing more. */
  function isSettled(hit: Hit, passage: JudgedPassage): boolean {
    const concept = plainConcept(hit, spotter);
    if (concept === null) return false;
    if (hit.forms.some(spotter.isOpen)) return false;
    const first = passage.text.charCodeAt(hit.start);
    // Small Latin letters may be another language's word, other scripts may be cut.
    return first >= 0x41 && first <= 0x5a && !isAbbreviation(passage.text.slice(hit.start, hit.end));
  }

  /** What the places of each sense have in common, so that a page means one thing by one word. */
  function sharesOf(all: readonly Occurrence[], page: PageEvidence): PageContext['shares'] {
    const sums = new Map<string, { sum: number; count: number }>();
    for (const occurrence of all) {
      for (const { rule, isUsual, key, local, concept } of cases.get(occurrence)?.senses ?? []) {
        if (rule || isUsual) continue;
        const lean = Math.tanh(local + WEIGHTS.pageKin * page.kin(concept));
        const known = sums.get(key);
        if (known) {
          known.sum += lean;
          known.count++;
        } else sums.set(key, { sum: lean, count: 1 });
      }
    }
    return new Map([...sums].map(([key, { sum, count }]) => [key, count > 1 ? sum / count : 0]));
  }

  return {
    judge(passage, before, after) {
      const places = [passage, before, after].filter((place) => place !== null);
      for (const hit of passage.hits) {
        const concept = plainConcept(hit, spotter);
        if (concept !== null) plainSoFar.set(concept, (plainSoFar.get(concept) ?? 0) + 1);
      }
      let soFar: PageContext | undefined;
      return passage.hits.map((hit) => {
        const { start, end } = hit;
        if (isSettled(hit, passage)) {
          const concept = spotter.conceptOf(hit.forms[0]!);
          return { start, end, concepts: [concept], verdict: 'mark', score: 1, reasons: [{ kind: 'plain' }] };
        }
        const open = caseOf(hit, places);
        if (open.stated && !statements.has(open.surface)) statements.set(open.surface, open.stated);
        const occurrence = decide(open, { start, end }, (soFar ??= wholeOf(plainSoFar, new Map())));
        cases.set(occurrence, open);
        return occurrence;
      });
    },

    weighed(occurrence) {
      const open = cases.get(occurrence);
      if (!open) return [];
      const first = occurrence.concepts[0];
      return open.senses
        .map((sense) => ({
          concept: sense.concept,
          features: featuresOf(sense, whole),
          isRuled: ruleFor(sense, open, whole) !== null,
        }))
        .sort((a, b) => Number(b.concept === first) - Number(a.concept === first));
    },

    reviewer(all) {
      const plain = new Map<number, number>();
      statements.clear();
      for (const occurrence of all) {
        const open = cases.get(occurrence);
        if (!open || (open.senses.length === 1 && open.senses[0]!.isUsual)) {
          const concept = occurrence.concepts[0]!;
          if (occurrence.verdict === 'mark') plain.set(concept, (plain.get(concept) ?? 0) + 1);
        }
        if (open?.stated && !statements.has(open.surface)) statements.set(open.surface, open.stated);
      }
      const known = wholeOf(plain, new Map());
      whole = { ...known, shares: sharesOf(all, known.evidence) };
      const now = whole;
      return (occurrence) => {
        const open = cases.get(occurrence);
        if (!open) return occurrence;
        const decided = decide(open, occurrence, now);
        if (decided !== occurrence) cases.set(decided, open);
        return decided;
      };
    },

    review(all) {
      return all.map(this.reviewer(all));
    },
  };
}
