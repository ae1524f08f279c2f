/** From the evidence of a hit and what the page says as a whole to a verdict. Runs over every open hit at each review. */
import type { Evidence } from './evidence.ts';
import type { PageEvidence } from './page-evidence.ts';
import type { Occurrence, Reason } from './judge-types.ts';
import { MARGIN, scoreOf, THRESHOLD, WEIGHTS, type Features } from './weights.ts';

/** One of the concepts that a hit may mean. */
export interface Sense {
  concept: number;
  /** The form means it where nothing speaks against it. */
  isUsual: boolean;
  /** Why it cannot be meant. */
  rule: Reason | null;
  evidence: Evidence;
  /** Score without what the page adds. */
  local: number;
  /** Of the form and the concept: what the places of a page have in common. */
  key: string;
}

/** What a page says that an abbreviation stands for: one of our concepts, or something else (-1). */
export interface ExpansionClaim {
  concept: number;
  name: string;
}

/** A hit that does not settle itself. */
export interface OpenHit {
  surface: string;
  senses: readonly Sense[];
  /** Said right here. */
  stated: ExpansionClaim | null;
}

/** All that is known of the page. */
export interface PageContext {
  evidence: PageEvidence;
  /** By `key` of a sense: -1, all places speak against it, to 1, all for it. */
  shares: ReadonlyMap<string, number>;
  statements: ReadonlyMap<string, ExpansionClaim>;
  idOf(concept: number): string;
}

/** As good as sure, in log-odds. */
const CERTAIN = 6;

export const localScore = (evidence: Evidence): number => scoreOf(evidence.features);

/** What is weighed for a sense, with what the page adds. */
export function featuresOf(
  { concept, evidence, key }: Sense,
  { evidence: page, shares }: PageContext,
): Features {
  return {
    ...evidence.features,
    self: Math.max(evidence.features.self, page.plain.has(concept) ? 1 : 0),
    pageKin: page.kin(concept),
    sense: shares.get(key) ?? 0,
  };
}

/** The same sum as over `featuresOf`, without making it. */
function scoreIn({ concept, evidence, local, key }: Sense, { evidence: page, shares }: PageContext): number {
  const namesItself = evidence.features.self === 0 && page.plain.has(concept) ? 1 : 0;
  return (
    local +
    WEIGHTS.self * namesItself +
    WEIGHTS.pageKin * page.kin(concept) +
    WEIGHTS.sense * (shares.get(key) ?? 0)
  );
}

/** What settles the sense before anything is weighed. */
export function ruleFor(
  { rule, concept }: Sense,
  { surface }: OpenHit,
  { statements }: PageContext,
): Reason | null {
  if (rule?.kind === 'cut') return rule;
  const statement = statements.get(surface);
  if (!statement) return rule;
  const { name } = statement;
  return statement.concept === concept ? { kind: 'stated', name } : { kind: 'other', name };
}

interface Ranked {
  sense: Sense;
  rule: Reason | null;
  score: number;
}

function ranked(open: OpenHit, whole: PageContext): Ranked[] {
  const all = open.senses.map((sense): Ranked => {
    const rule = ruleFor(sense, open, whole);
    const score = rule === null ? scoreIn(sense, whole) : rule.kind === 'stated' ? CERTAIN : -CERTAIN;
    return { sense, rule, score };
  });
  return all.length < 2 ? all : all.sort((a, b) => b.score - a.score || a.sense.concept - b.sense.concept);
}

/** The verdict on a case; `before` itself where it is the same. */
export function decide(
  open: OpenHit,
  before: { start: number; end: number } & Partial<Occurrence>,
  whole: PageContext,
): Occurrence {
  const senses = ranked(open, whole);
  const first = senses[0]!;
  // The usual sense of a form stands unless another is clearly ahead.
  const usual = senses.find(({ sense, score }) => sense.isUsual && first.score - score < MARGIN);
  const best = usual ?? first;
  const isHidden = best.score < THRESHOLD;
  const meant = isHidden
    ? senses
    : usual
      ? [usual]
      : senses.filter(({ score }) => score >= THRESHOLD && best.score - score < MARGIN);
  const verdict = isHidden ? 'hide' : meant.length > 1 ? 'ask' : 'mark';
  const score = 1 / (1 + Math.exp(-best.score));
  const isSame =
    before.verdict === verdict &&
    before.score === score &&
    before.concepts?.length === meant.length &&
    meant.every(({ sense }, i) => before.concepts?.[i] === sense.concept);
  if (isSame) return before as Occurrence;
  let reasons: Reason[] | undefined;
  return {
    start: before.start,
    end: before.end,
    concepts: meant.map(({ sense }) => sense.concept),
    verdict,
    score,
    // Few are ever read: those of the card that is opened.
    get reasons() {
      return (reasons ??= (isHidden ? [best] : meant).flatMap((sense) => reasonsFor(sense, whole)));
    },
  };
}

function reasonsFor({ sense, rule, score }: Ranked, { evidence: page, idOf }: PageContext): Reason[] {
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
    reasons.push({ kind: 'concepts', concepts: evidence.concepts.map(idOf) });
  }
  if (evidence.features.self > 0 || page.plain.has(concept)) reasons.push({ kind: 'self' });
  if (evidence.years.length > 0) reasons.push({ kind: 'years', years: evidence.years });
  return reasons.length > 0 ? reasons : [{ kind: 'page', concepts: page.closest(concept).map(idOf) }];
}
