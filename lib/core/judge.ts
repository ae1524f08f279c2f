/**
 * Decides for each hit whether it is marked, hidden or asked about, and says why. Rules settle what they can
 * (longer names, other languages, words cut in two, abbreviations spelt out); the rest is weighed. What the
 * page as a whole says is known only when it is read: `review` decides again in its light.
 */
import { createEvidences, plainConcept, type Evidence, type Places } from './judge/evidence.ts';
import { expansionOf, isAbbreviation } from './judge/expansion.ts';
import { createPageEvidence, type PageEvidence } from './judge/page.ts';
import type { Occurrence, Passage, Reason } from './judge/reason.ts';
import { createRules } from './judge/rules.ts';
import { MARGIN, scoreOf, THRESHOLD, type Features } from './judge/weights.ts';
import type { Hit, Spotter } from './spotter/spotter.ts';

export type { Occurrence, Passage, Reason, Verdict } from './judge/reason.ts';

/** One page's judge. */
export interface Judge {
  /** Verdicts for the hits of a flow, with the flows before and after it as its neighbours. */
  judge(passage: Passage, before: Passage | null, after: Passage | null): Occurrence[];
  /**
   * The same occurrences in the light of all that the page has now, which is these. What stays as it was is
   * the same object.
   */
  review(all: readonly Occurrence[]): Occurrence[];
  /** What was weighed for each concept that the occurrence may mean; empty where it settled itself. */
  weighed(occurrence: Occurrence): Weighed[];
}

export interface Weighed {
  concept: number;
  features: Features;
  /** A rule decided, whatever the features say. */
  isRuled: boolean;
}

/** What may be meant by a hit that does not settle itself. */
interface Candidate {
  concept: number;
  /** Why it cannot be meant. */
  rule: Reason | null;
  evidence: Evidence;
}

interface Case {
  surface: string;
  candidates: Candidate[];
  /** What the text says right here that the abbreviation stands for: a concept, or something else (-1). */
  stated: { concept: number; name: string } | null;
}

/** `lang` is the BCP 47 language that the page gives; '' if it gives none. */
export function createJudge(spotter: Spotter, lang = ''): Judge {
  const evidences = createEvidences(spotter);
  const rules = createRules(spotter, evidences, lang);
  const cases = new WeakMap<Occurrence, Case>();
  const weights = new WeakMap<Occurrence, Weighed[]>();
  /** Until the page is read: what was met so far. */
  const plainSoFar = new Map<number, number>();
  const statements = new Map<string, { concept: number; name: string }>();

  const { idOf } = spotter.index;

  function statedAt(hit: Hit, passage: Passage): Case['stated'] {
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

  function caseOf(hit: Hit, places: Places): Case {
    const passage = places[0]!;
    const surface = passage.text.slice(hit.start, hit.end);
    const byConcept = new Map<number, number[]>();
    for (const form of hit.forms) {
      const concept = spotter.conceptOf(form);
      byConcept.set(concept, [...(byConcept.get(concept) ?? []), form]);
    }
    const cut = rules.cut(hit, passage);
    const candidates = [...byConcept].map(([concept, forms]): Candidate => {
      const isPlain = forms.some((form) => !spotter.needsContext(form));
      return {
        concept,
        rule: cut ?? rules.against(concept, forms, hit, places),
        evidence: evidences.gather(concept, isPlain, hit, places),
      };
    });
    return { surface, candidates, stated: statedAt(hit, passage) };
  }

  function decide(
    { surface, candidates }: Case,
    { start, end }: { start: number; end: number },
    evidence: PageEvidence,
    senses: ReadonlyMap<string, number>,
  ): Occurrence {
    const statement = statements.get(surface);
    const ranked = candidates
      .map((candidate) => {
        const { concept } = candidate;
        const features: Features = {
          ...candidate.evidence.features,
          self: Math.max(candidate.evidence.features.self, evidence.plain.has(concept) ? 1 : 0),
          pageKin: evidence.kin(concept),
          sense: senses.get(`${concept}/${surface}`) ?? 0,
        };
        let rule = candidate.rule;
        let score = scoreOf(features);
        let reasons = reasonsFor(features, candidate, evidence);
        if (statement && rule?.kind !== 'cut') {
          const { name } = statement;
          if (statement.concept === concept) {
            score = Math.max(score, CERTAIN);
            reasons = [{ kind: 'stated', name }];
            rule = null;
          } else rule = { kind: 'other', name };
        }
        if (rule) {
          score = -CERTAIN;
          reasons = [rule];
        }
        return {
          concept,
          isUsual: features.plain === 1,
          score,
          reasons,
          weighed: { concept, features, isRuled: rule !== null || reasons[0]?.kind === 'stated' },
        };
      })
      .sort((a, b) => b.score - a.score || a.concept - b.concept);
    const occurrence = { start, end, ...verdictOf(ranked) };
    weights.set(
      occurrence,
      ranked.map(({ weighed }) => weighed),
    );
    return occurrence;
  }

  function reasonsFor(features: Features, { evidence }: Candidate, whole: PageEvidence): Reason[] {
    if (scoreOf(features) < THRESHOLD) {
      return [evidence.against.length > 0 ? { kind: 'against', words: evidence.against } : { kind: 'alone' }];
    }
    if (features.plain > 0) return [{ kind: 'plain' }];
    const reasons: Reason[] = [];
    const words = evidence.words.length > 0 ? evidence.words : evidence.field;
    if (words.length > 0) reasons.push({ kind: 'words', words });
    if (evidence.concepts.length > 0) {
      reasons.push({ kind: 'concepts', concepts: evidence.concepts.map(idOf) });
    }
    if (features.self > 0) reasons.push({ kind: 'self' });
    if (evidence.years.length > 0) reasons.push({ kind: 'years', years: evidence.years });
    if (reasons.length === 0) {
      return [{ kind: 'page', concepts: [...new Set(whole.plain.keys())].slice(0, 3).map(idOf) }];
    }
    return reasons;
  }

  const pageSoFar = (): PageEvidence => createPageEvidence(plainSoFar, evidences);
  const nothing = new Map<string, number>();

  /** Whether the hit is settled by itself: most are, and cost nothing more. */
  function isSettled(hit: Hit, passage: Passage): boolean {
    const concept = plainConcept(hit, spotter);
    if (concept === null) return false;
    if (hit.forms.some(spotter.isOpen)) return false;
    const first = passage.text.charCodeAt(hit.start);
    // Small Latin letters may be another language's word, other scripts may be cut.
    return first >= 0x41 && first <= 0x5a && !isAbbreviation(passage.text.slice(hit.start, hit.end));
  }

  return {
    judge(passage, before, after) {
      const places = [passage, before, after].filter((place) => place !== null);
      for (const hit of passage.hits) {
        const concept = plainConcept(hit, spotter);
        if (concept !== null) plainSoFar.set(concept, (plainSoFar.get(concept) ?? 0) + 1);
      }
      let evidence: PageEvidence | undefined;
      return passage.hits.map((hit) => {
        const { start, end } = hit;
        if (isSettled(hit, passage)) {
          const concept = spotter.conceptOf(hit.forms[0]!);
          return { start, end, concepts: [concept], verdict: 'mark', score: 1, reasons: [{ kind: 'plain' }] };
        }
        const open = caseOf(hit, places);
        if (open.stated && !statements.has(open.surface)) statements.set(open.surface, open.stated);
        const occurrence = decide(open, hit, (evidence ??= pageSoFar()), nothing);
        cases.set(occurrence, open);
        return occurrence;
      });
    },

    weighed: (occurrence) => weights.get(occurrence) ?? [],

    review(all) {
      const plain = new Map<number, number>();
      statements.clear();
      for (const occurrence of all) {
        const open = cases.get(occurrence);
        const [concept] = occurrence.concepts as [number];
        if (!open || (open.candidates.length === 1 && open.candidates[0]!.evidence.features.plain === 1)) {
          if (occurrence.verdict === 'mark') plain.set(concept, (plain.get(concept) ?? 0) + 1);
        }
        if (open?.stated && !statements.has(open.surface)) statements.set(open.surface, open.stated);
      }
      const evidence = createPageEvidence(plain, evidences);
      const senses = new Map<string, { sum: number; count: number }>();
      for (const occurrence of all) {
        const open = cases.get(occurrence);
        if (!open) continue;
        for (const { concept, rule, evidence: own } of open.candidates) {
          if (rule || own.features.plain === 1) continue;
          const key = `${concept}/${open.surface}`;
          const score = scoreOf({ ...own.features, pageKin: evidence.kin(concept) });
          const sense = senses.get(key) ?? { sum: 0, count: 0 };
          senses.set(key, { sum: sense.sum + Math.tanh(score), count: sense.count + 1 });
        }
      }
      const shares = new Map([...senses].map(([key, { sum, count }]) => [key, count > 1 ? sum / count : 0]));
      return all.map((occurrence) => {
        const open = cases.get(occurrence);
        if (!open) return occurrence;
        const decided = decide(open, occurrence, evidence, shares);
        if (isSame(decided, occurrence)) return occurrence;
        cases.set(decided, open);
        return decided;
      });
    },
  };
}

/** Reasons follow from the evidence that the score sums up. */
const isSame = (a: Occurrence, b: Occurrence): boolean =>
  a.verdict === b.verdict && a.score === b.score && a.concepts.join() === b.concepts.join();

/** As good as sure, in log-odds. */
const CERTAIN = 6;

/** Senses from the likeliest to the least likely. */
function verdictOf(
  ranked: readonly { concept: number; isUsual: boolean; score: number; reasons: Reason[] }[],
): Pick<Occurrence, 'concepts' | 'verdict' | 'score' | 'reasons'> {
  const [first] = ranked as [(typeof ranked)[0]];
  // The usual sense of a form stands unless another is clearly ahead.
  const usual = ranked.find(({ isUsual, score }) => isUsual && first.score - score < MARGIN);
  const best = usual ?? first;
  const score = 1 / (1 + Math.exp(-best.score));
  if (best.score < THRESHOLD) {
    return { concepts: ranked.map(({ concept }) => concept), verdict: 'hide', score, reasons: best.reasons };
  }
  const possible = usual
    ? [usual]
    : ranked.filter((sense) => sense.score >= THRESHOLD && best.score - sense.score < MARGIN);
  return {
    concepts: possible.map(({ concept }) => concept),
    verdict: possible.length > 1 ? 'ask' : 'mark',
    score,
    reasons: possible.flatMap(({ reasons }) => reasons),
  };
}
