/** Turns the evidence of a hit and of the page into a verdict. Runs over every open hit at each review. */
import type { Evidence } from './evidence.ts';
import type { PageEvidence } from './page-evidence.ts';
import type { Occurrence, Reason } from './judge-types.ts';
import { MARGIN, scoreOf, THRESHOLD, WEIGHTS, type Features } from './weights.ts';

/** One of the concepts that a hit may mean. */
export interface Sense {
  concept: number;
  /** The form means it unless something speaks against it. */
  isUsual: boolean;
  /** Why it cannot be meant, by the text around alone. */
  rule: Reason | null;
  evidence: Evidence;
  /** Score in log-odds, without what the page adds. */
  localScore: number;
  /** Concept and form: occurrences with the same key share what the page says of them. */
  key: string;
}

/**
 * The meaning that a page states for an abbreviation: a concept of the glossary (its position in the index), or
 * something else (-1).
 */
export interface ExpansionClaim {
  concept: number;
  name: string;
}

/** A hit that its form alone does not settle. */
export interface OpenHit {
  surface: string;
  senses: readonly Sense[];
  /** The expansion that stands at this very hit. */
  claim: ExpansionClaim | null;
}

/** Evidence from the page as a whole. */
export interface PageContext {
  evidence: PageEvidence;
  /** By `key` of a sense: from -1, all its occurrences speak against it, to 1, all for it. */
  leanings: ReadonlyMap<string, number>;
  /** By the abbreviation as written. */
  claims: ReadonlyMap<string, ExpansionClaim>;
  idOf(concept: number): string;
}

/** Log-odds of what a claim of the page settles: 0.998. */
const CERTAIN = 6;

export const localScoreOf = (evidence: Evidence): number => scoreOf(evidence.features);

/** The features that are weighed for a sense, with what the page adds. */
export function featuresOf({ concept, evidence, key }: Sense, page: PageContext): Features {
  return {
    ...evidence.features,
    self: Math.max(evidence.features.self, page.evidence.unambiguous.has(concept) ? 1 : 0),
    pageKin: page.evidence.relatedShare(concept),
    sense: page.leanings.get(key) ?? 0,
  };
}

/** `scoreOf(featuresOf(…))` without the object: this runs for every sense at each review. */
function scoreOnPage({ concept, evidence, localScore, key }: Sense, page: PageContext): number {
  const isNamedElsewhere = evidence.features.self === 0 && page.evidence.unambiguous.has(concept);
  return (
    localScore +
    WEIGHTS.self * (isNamedElsewhere ? 1 : 0) +
    WEIGHTS.pageKin * page.evidence.relatedShare(concept) +
    WEIGHTS.sense * (page.leanings.get(key) ?? 0)
  );
}

/**
 * The reason that settles the sense before weighing: a cut word, then the page's claim, then the other rules; null if
 * none.
 */
export function ruleFor(
  { rule, concept }: Sense,
  { surface }: OpenHit,
  { claims }: PageContext,
): Reason | null {
  if (rule?.kind === 'cut') return rule;
  const claim = claims.get(surface);
  if (!claim) return rule;
  const { name } = claim;
  return claim.concept === concept ? { kind: 'stated', name } : { kind: 'other', name };
}

interface RankedSense {
  sense: Sense;
  rule: Reason | null;
  score: number;
}

/** The likeliest first; of equal ones the concept that comes first in the index. */
function rankSenses(open: OpenHit, page: PageContext): RankedSense[] {
  const ranked = open.senses.map((sense): RankedSense => {
    const rule = ruleFor(sense, open, page);
    const score = rule === null ? scoreOnPage(sense, page) : rule.kind === 'stated' ? CERTAIN : -CERTAIN;
    return { sense, rule, score };
  });
  if (ranked.length > 1) ranked.sort((a, b) => b.score - a.score || a.sense.concept - b.sense.concept);
  return ranked;
}

/** The verdict on an open hit; `previous` itself if it is unchanged, so that nothing is painted again. */
export function decide(
  open: OpenHit,
  previous: { start: number; end: number } & Partial<Occurrence>,
  page: PageContext,
): Occurrence {
  const senses = rankSenses(open, page);
  const first = senses[0]!;
  // The usual sense of a form stands unless another is clearly ahead.
  const usual = senses.find(({ sense, score }) => sense.isUsual && first.score - score < MARGIN);
  const best = usual ?? first;
  const isHidden = best.score < THRESHOLD;
  const possible = isHidden
    ? senses
    : usual
      ? [usual]
      : senses.filter(({ score }) => score >= THRESHOLD && best.score - score < MARGIN);
  const verdict = isHidden ? 'hide' : possible.length > 1 ? 'ask' : 'mark';
  const score = 1 / (1 + Math.exp(-best.score));
  const isUnchanged =
    previous.verdict === verdict &&
    previous.score === score &&
    previous.concepts?.length === possible.length &&
    possible.every(({ sense }, i) => previous.concepts?.[i] === sense.concept);
  if (isUnchanged) return previous as Occurrence;
  let reasons: Reason[] | undefined;
  return {
    start: previous.start,
    end: previous.end,
    concepts: possible.map(({ sense }) => sense.concept),
    verdict,
    score,
    // Only an opened card reads the reasons, so they are computed on demand.
    get reasons() {
      return (reasons ??= (isHidden ? [best] : possible).flatMap((ranked) => reasonsFor(ranked, page)));
    },
  };
}

function reasonsFor({ sense, rule, score }: RankedSense, page: PageContext): Reason[] {
  if (rule) return [rule];
  const { evidence, concept } = sense;
  if (score < THRESHOLD) {
    return [evidence.against.length > 0 ? { kind: 'against', words: evidence.against } : { kind: 'alone' }];
  }
  if (sense.isUsual) return [{ kind: 'plain' }];
  const reasons: Reason[] = [];
  const words = evidence.words.length > 0 ? evidence.words : evidence.field;
  if (words.length > 0) reasons.push({ kind: 'words', words });
  if (evidence.concepts.length > 0) {
    reasons.push({ kind: 'concepts', concepts: evidence.concepts.map(page.idOf) });
  }
  if (evidence.features.self > 0 || page.evidence.unambiguous.has(concept)) reasons.push({ kind: 'self' });
  if (evidence.years.length > 0) reasons.push({ kind: 'years', years: evidence.years });
  if (reasons.length > 0) return reasons;
  return [{ kind: 'page', concepts: page.evidence.mostRelated(concept).map(page.idOf) }];
}
