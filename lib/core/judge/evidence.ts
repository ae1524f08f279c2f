/** Gathers what the text around a hit says for and against one of the concepts that it may mean. */
import type { ConceptCues } from '../spotter/concept-cues.ts';
import type { Hit, Spotter } from '../spotter/spotter.ts';
import type { JudgedPassage, Neighbourhood } from './judge-types.ts';
import type { Features } from './weights.ts';
import { cueOf, type Cue } from './cue-distance.ts';
import { firstIndex } from '../base/binary-search.ts';
import type { FactsOf } from './passage-facts.ts';

/** Evidence of one hit for one concept; the features that the page adds are 0 here. */
export interface Evidence {
  features: Features;
  words: string[];
  /** Words of the concept's subject. */
  field: string[];
  against: string[];
  /** Concepts near, related ones first. */
  concepts: number[];
  years: number[];
}

/** The cues in reach of a hit, and the sum of what each counts for (1 if close, else `FAR_SHARE`). */
export interface CueTally {
  found: string[];
  sum: number;
}

export interface EvidenceSource {
  gather(concept: number, isUnambiguous: boolean, hit: Hit, neighbourhood: Neighbourhood): Evidence;
  /** 1 for related concepts, 0.5 for two of one subject, else 0. */
  relatedness(a: number, b: number): number;
}

/** UTF-16 units within which a word mostly stands in the same sentence; further off it counts `FAR_SHARE`. */
const CLOSE = 120;
const MAX_DISTANCE = 1200;
const FAR_SHARE = 0.5;
/** More words, concepts or years than these say no more. */
const ENOUGH_WORDS = 3;
const ENOUGH_AGAINST = 2;
const ENOUGH_FIELD_WORDS = 4;
const ENOUGH_CONCEPTS = 2;
const MAX_YEAR_DISTANCE = 240;
/** Accounts of an event begin before it and end after it. */
const YEARS_AROUND = 3;
/** Bounds the work in a flow of thousands of hits; further hits are too far away to count. */
const MAX_HITS_AWAY = 40;

const NO_CUES: readonly Cue[] = [];
const UNAMBIGUOUS: Evidence = {
  features: {
    plain: 1,
    words: 0,
    against: 0,
    kin: 0,
    others: 0,
    field: 0,
    self: 0,
    pageKin: 0,
    sense: 0,
    years: 0,
    wrongYears: 0,
  },
  words: [],
  field: [],
  against: [],
  concepts: [],
  years: [],
};

/** Drops cues that are the same words once folded (worker, workers), so that one word is not counted twice. */
function distinctCues(cues: readonly Cue[]): readonly Cue[] {
  const seen = new Set<string>();
  return cues.filter(({ text, words }) => {
    const key = words.join(' ') || text;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

const shareOf = (value: number, enough: number): number => Math.min(value, enough) / enough;

export function createEvidenceSource(spotter: Spotter, factsOf: FactsOf): EvidenceSource {
  const { cuesOf } = spotter.index;
  const conceptCues = new Map<number, { words: readonly Cue[]; against: readonly Cue[] }>();
  const fieldCues = new Map<string, readonly Cue[]>();

  function cuesFor(concept: number): { words: readonly Cue[]; against: readonly Cue[] } {
    let cues = conceptCues.get(concept);
    if (!cues) {
      const { context, against } = cuesOf(concept);
      cues = {
        words: distinctCues(context.map(cueOf)),
        against: distinctCues(against?.map(cueOf) ?? NO_CUES),
      };
      conceptCues.set(concept, cues);
    }
    return cues;
  }

  function cuesOfField(subject = ''): readonly Cue[] {
    let cues = fieldCues.get(subject);
    if (!cues) fieldCues.set(subject, (cues = distinctCues(spotter.index.fieldOf(subject).map(cueOf))));
    return cues;
  }

  function relatedness(a: number, b: number): number {
    const [one, other] = [cuesOf(a), cuesOf(b)];
    if (one.related?.includes(b) || other.related?.includes(a)) return 1;
    return one.subject !== undefined && one.subject === other.subject ? 0.5 : 0;
  }

  function tally(cues: readonly Cue[], hit: Hit, { here, before, after }: Neighbourhood): CueTally {
    const found: string[] = [];
    let sum = 0;
    const isIn = (passage: JudgedPassage | null, cue: Cue): boolean =>
      passage !== null && factsOf(passage).words().has(cue);
    for (const cue of cues) {
      const distance = factsOf(here).words().distance(cue, hit.start, hit.end, MAX_DISTANCE);
      let worth = distance <= CLOSE ? 1 : distance <= MAX_DISTANCE ? FAR_SHARE : 0;
      if (worth === 0 && (isIn(before, cue) || isIn(after, cue))) worth = FAR_SHARE;
      if (worth === 0) continue;
      found.push(cue.text);
      sum += worth;
    }
    return { found, sum };
  }

  /** Fields have many words: hits in one stretch of `CLOSE` units share a tally. */
  function tallyField(subject: string | undefined, hit: Hit, neighbourhood: Neighbourhood): CueTally {
    const { fieldTallies } = factsOf(neighbourhood.here);
    const key = `${subject}/${Math.floor(hit.start / CLOSE)}`;
    let known = fieldTallies.get(key);
    if (!known) fieldTallies.set(key, (known = tally(cuesOfField(subject), hit, neighbourhood)));
    return known;
  }

  /** Concepts that the nearest hits name beyond doubt, each with what it counts for. */
  function unambiguousAround(hit: Hit, { here, before, after }: Neighbourhood): Map<number, number> {
    const around = new Map<number, number>();
    const add = (passage: JudgedPassage, from: number, to: number, worth: number): void => {
      const concepts = factsOf(passage).unambiguousConcepts();
      for (let i = Math.max(0, from); i < Math.min(concepts.length, to); i++) {
        const concept = concepts[i]!;
        if (concept < 0 || passage.hits[i] === hit) continue;
        if (worth === 1 || !around.has(concept)) around.set(concept, worth);
      }
    };
    const position = firstIndex(0, here.hits.length, (i) => here.hits[i]!.start >= hit.start);
    add(here, position - MAX_HITS_AWAY, position + MAX_HITS_AWAY, 1);
    if (before) add(before, before.hits.length - MAX_HITS_AWAY, Infinity, FAR_SHARE);
    if (after) add(after, 0, MAX_HITS_AWAY, FAR_SHARE);
    return around;
  }

  return {
    relatedness,
    gather(concept, isUnambiguous, hit, neighbourhood) {
      const cues = cuesFor(concept);
      const against = tally(cues.against, hit, neighbourhood);
      if (isUnambiguous && against.sum === 0) return UNAMBIGUOUS;
      const around = unambiguousAround(hit, neighbourhood);
      const namesItself = around.delete(concept);
      const others = [...around].map(([other, worth]) => ({
        other,
        worth,
        related: relatedness(concept, other),
      }));
      others.sort((a, b) => b.related - a.related);
      const relatedSum = others.reduce((sum, { worth, related }) => sum + worth * related, 0);
      const unrelatedSum = others.reduce((sum, { worth, related }) => sum + (related === 0 ? worth : 0), 0);
      const context = tally(cues.words, hit, neighbourhood);
      const field = tallyField(cuesOf(concept).subject, hit, neighbourhood);
      const years = factsOf(neighbourhood.here).words().years(hit.start, hit.end, MAX_YEAR_DISTANCE);
      const fittingYears = years.filter((year) => isInTime(cuesOf(concept), year));
      // A word of the concept that is a word of its field too counts for the concept alone.
      const inBoth = context.found.filter((word) => field.found.includes(word)).length;
      return {
        features: {
          plain: isUnambiguous ? 1 : 0,
          words: shareOf(context.sum, ENOUGH_WORDS),
          against: shareOf(against.sum, ENOUGH_AGAINST),
          kin: shareOf(relatedSum, ENOUGH_CONCEPTS),
          others: shareOf(unrelatedSum, ENOUGH_CONCEPTS),
          field: shareOf(Math.max(0, field.sum - inBoth), ENOUGH_FIELD_WORDS),
          self: namesItself ? 1 : 0,
          pageKin: 0,
          sense: 0,
          years: fittingYears.length > 0 ? 1 : 0,
          wrongYears: years.length > 0 && fittingYears.length === 0 && cuesOf(concept).years ? 1 : 0,
        },
        words: context.found,
        field: field.found,
        against: against.found,
        concepts: others.filter(({ related }) => related > 0).map(({ other }) => other),
        years: fittingYears,
      };
    },
  };
}

function isInTime({ years }: ConceptCues, year: number): boolean {
  if (!years) return false;
  const [first, last = Infinity] = years;
  return year >= first - YEARS_AROUND && year <= last + YEARS_AROUND;
}
