/** What stands around a hit for and against one of the concepts that it may mean. */
import type { ConceptCues } from '../spotter/concept-cues.ts';
import type { Hit, Spotter } from '../spotter/spotter.ts';
import type { JudgedPassage } from './judge-types.ts';
import type { Features } from './weights.ts';
import { createWords, cueOf, type Cue, type Words } from './cue-distance.ts';
import { firstIndex } from '../base/binary-search.ts';

/** Evidence of one hit for one concept; what the page adds is 0 here. */
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

interface Met {
  found: string[];
  sum: number;
}

/** The flow of the hit, then its neighbours. */
export type Neighbourhood = readonly JudgedPassage[];

export interface Evidences {
  wordsOf(passage: JudgedPassage): Words;
  gather(concept: number, isPlain: boolean, hit: Hit, places: Neighbourhood): Evidence;
  /** How close two concepts are: 1 related, 0.5 of one subject, 0 neither. */
  kinship(a: number, b: number): number;
}

/** A word so near stands in the same sentence, as a rule; further off it counts half. */
const NEAR = 120;
const FAR = 1200;
const FAR_SHARE = 0.5;
/** So many words, concepts or years are as good as more. */
const ENOUGH_WORDS = 3;
const ENOUGH_AGAINST = 2;
const ENOUGH_OF_FIELD = 4;
const ENOUGH_CONCEPTS = 2;
const YEAR_REACH = 240;
/** Accounts begin before an event and end after it. */
const YEARS_AROUND = 3;
/** Nothing near is further than so many hits away. */
const HITS_AROUND = 40;

const NO_WORDS: readonly Cue[] = [];
const PLAIN: Evidence = {
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
/** Worker and workers are one word to the text: met once, it counts once. */
function apart(cues: readonly Cue[]): readonly Cue[] {
  const seen = new Set<string>();
  return cues.filter(({ text, words }) => {
    const key = words.join(' ') || text;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

const upTo = (value: number, most: number): number => Math.min(value, most) / most;

export function createEvidences(spotter: Spotter): Evidences {
  const { cuesOf: knownOf } = spotter.index;
  const cues = new Map<number, { words: readonly Cue[]; against: readonly Cue[] }>();
  const fields = new Map<string, readonly Cue[]>();
  const words = new WeakMap<JudgedPassage, Words>();
  const ofField = new WeakMap<JudgedPassage, Map<string, Met>>();
  const plainConcepts = new WeakMap<JudgedPassage, readonly number[]>();

  const cuesOf = (concept: number): { words: readonly Cue[]; against: readonly Cue[] } => {
    let own = cues.get(concept);
    if (!own) {
      const { context, against } = knownOf(concept);
      own = { words: apart(context.map(cueOf)), against: apart(against?.map(cueOf) ?? NO_WORDS) };
      cues.set(concept, own);
    }
    return own;
  };

  function fieldOf(subject = ''): readonly Cue[] {
    let own = fields.get(subject);
    if (!own) fields.set(subject, (own = apart(spotter.index.fieldOf(subject).map(cueOf))));
    return own;
  }

  function wordsOf(passage: JudgedPassage): Words {
    let own = words.get(passage);
    if (!own) words.set(passage, (own = createWords(passage.text)));
    return own;
  }

  function kinship(a: number, b: number): number {
    const [one, other] = [knownOf(a), knownOf(b)];
    if (one.related?.includes(b) || other.related?.includes(a)) return 1;
    return one.subject !== undefined && one.subject === other.subject ? 0.5 : 0;
  }

  /** Cues in reach of the hit with what each counts for. */
  function met(all: readonly Cue[], hit: Hit, places: Neighbourhood): Met {
    const found: string[] = [];
    let sum = 0;
    for (const cue of all) {
      const distance = wordsOf(places[0]!).distance(cue, hit.start, hit.end, FAR);
      let best = distance <= NEAR ? 1 : distance <= FAR ? FAR_SHARE : 0;
      if (best === 0 && places.slice(1).some((place) => wordsOf(place).has(cue))) best = FAR_SHARE;
      if (best === 0) continue;
      found.push(cue.text);
      sum += best;
    }
    return { found, sum };
  }

  /** Words of a field are common; hits that stand close share what is found of them. */
  function metOfField(subject: string | undefined, hit: Hit, places: Neighbourhood): Met {
    const key = `${subject}/${Math.floor(hit.start / NEAR)}`;
    let known = ofField.get(places[0]!);
    if (!known) ofField.set(places[0]!, (known = new Map<string, Met>()));
    let own = known.get(key);
    if (!own) known.set(key, (own = met(fieldOf(subject), hit, places)));
    return own;
  }

  /** What each hit of a flow names beyond doubt; -1: nothing. */
  function plainOf(passage: JudgedPassage): readonly number[] {
    let plain = plainConcepts.get(passage);
    if (!plain) {
      plain = passage.hits.map((hit) => plainConcept(hit, spotter) ?? -1);
      plainConcepts.set(passage, plain);
    }
    return plain;
  }

  /** Concepts that forms near name beyond doubt, with what each counts for. */
  function plainAround(hit: Hit, places: Neighbourhood): Map<number, number> {
    const near = new Map<number, number>();
    places.forEach((place, i) => {
      const { hits } = place;
      const plain = plainOf(place);
      const at = i === 0 ? positionOf(hit, hits) : 0;
      const last = Math.min(hits.length, at + HITS_AROUND);
      for (let j = i === 0 ? Math.max(0, at - HITS_AROUND) : 0; j < last; j++) {
        const concept = plain[j]!;
        if (concept < 0 || hits[j] === hit) continue;
        if (i === 0) near.set(concept, 1);
        else if (!near.has(concept)) near.set(concept, FAR_SHARE);
      }
    });
    return near;
  }

  return {
    wordsOf,
    kinship,
    gather(concept, isPlain, hit, places) {
      const own = cuesOf(concept);
      const againstIt = met(own.against, hit, places);
      // What means nothing else, and has nothing against it, needs nothing for it.
      if (isPlain && againstIt.sum === 0) return PLAIN;
      const near = plainAround(hit, places);
      const isSelf = near.delete(concept);
      const ranked = [...near].map(([other, share]) => ({ other, share, kin: kinship(concept, other) }));
      ranked.sort((a, b) => b.kin - a.kin);
      const kinSum = ranked.reduce((sum, { share, kin: close }) => sum + share * close, 0);
      const otherSum = ranked.reduce((sum, { share, kin: close }) => sum + (close === 0 ? share : 0), 0);
      const forIt = met(own.words, hit, places);
      const field = metOfField(knownOf(concept).subject, hit, places);
      const years = wordsOf(places[0]!).years(hit.start, hit.end, YEAR_REACH);
      const fits = years.filter((year) => isInTime(knownOf(concept), year));
      return {
        features: {
          plain: isPlain ? 1 : 0,
          words: upTo(forIt.sum, ENOUGH_WORDS),
          against: upTo(againstIt.sum, ENOUGH_AGAINST),
          kin: upTo(kinSum, ENOUGH_CONCEPTS),
          others: upTo(otherSum, ENOUGH_CONCEPTS),
          // What the concept's own words say is not said twice.
          field: upTo(
            Math.max(0, field.sum - forIt.found.filter((word) => field.found.includes(word)).length),
            ENOUGH_OF_FIELD,
          ),
          self: isSelf ? 1 : 0,
          pageKin: 0,
          sense: 0,
          years: fits.length > 0 ? 1 : 0,
          wrongYears: years.length > 0 && fits.length === 0 && knownOf(concept).years ? 1 : 0,
        },
        words: forIt.found,
        field: field.found,
        against: againstIt.found,
        concepts: ranked.filter(({ kin: close }) => close > 0).map(({ other }) => other),
        years: fits,
      };
    },
  };
}

/** Hits stand in order. */
function positionOf({ start }: Hit, hits: readonly Hit[]): number {
  return firstIndex(0, hits.length, (i) => hits[i]!.start >= start);
}

/** The concept that a hit names beyond doubt; null where it may mean several things. */
export function plainConcept(hit: Hit, spotter: Spotter): number | null {
  const [first] = hit.forms;
  const concept = spotter.conceptOf(first!);
  const isPlain = hit.forms.every(
    (form) => spotter.conceptOf(form) === concept && !spotter.needsContext(form),
  );
  return isPlain ? concept : null;
}

function isInTime({ years }: ConceptCues, year: number): boolean {
  if (!years) return false;
  const [first, last = Infinity] = years;
  return year >= first - YEARS_AROUND && year <= last + YEARS_AROUND;
}
