/**
 * Decides for each hit whether it is marked, hidden or asked about, and says why. This first judge knows one
 * rule: a form that cannot be trusted alone counts where its surroundings speak for the concept.
 */
import type { Hit, Spotter } from './spotter/spotter.ts';
import { lazily } from './lazily.ts';
import { createSurroundings, type Surroundings } from './surroundings.ts';

export type Verdict = 'mark' | 'hide' | 'ask';

export type Reason =
  /** The form means nothing else. */
  | { kind: 'plain' }
  /** These words of the concept's context stand near. */
  | { kind: 'words'; words: string[] }
  /** Forms that mean one thing only, of these concepts (ids), stand near. */
  | { kind: 'concepts'; concepts: string[] }
  /** Nothing near speaks for the concept. */
  | { kind: 'alone' };

/** An accepted hit: what it may mean, and whether to show it. */
export interface Occurrence {
  start: number;
  end: number;
  /** Concepts that may be meant, as positions in the index; one, save where the reader is asked. */
  concepts: number[];
  verdict: Verdict;
  reasons: Reason[];
}

/** A flow with what was spotted in it; offsets are the flow's own. */
export interface Passage {
  text: string;
  hits: readonly Hit[];
}

export interface Judge {
  /** Verdicts for the hits of a flow, with the flows before and after it as its neighbours. */
  judge(passage: Passage, before: Passage | null, after: Passage | null): Occurrence[];
}

/** One context word may stand there by chance; two seldom do. */
const ENOUGH_WORDS = 2;

export function createJudge(spotter: Spotter): Judge {
  const cues = lazily(() => spotter.index.concepts);
  const known = new WeakMap<Passage, Surroundings>();
  const surroundingsOf = (passage: Passage): Surroundings => {
    let surroundings = known.get(passage);
    if (!surroundings) known.set(passage, (surroundings = createSurroundings(passage, spotter)));
    return surroundings;
  };

  function evidenceFor(concept: number, hit: Hit, places: Passage[]): Reason | null {
    const concepts = new Set<string>();
    for (const place of places) {
      for (const near of surroundingsOf(place).plainConcepts) concepts.add(cues()[near]!.id);
    }
    // Stronger than words, and known without looking at the text again.
    if (concepts.size > 0) return { kind: 'concepts', concepts: [...concepts] };
    const words = new Set<string>();
    for (const place of places) {
      const { has } = surroundingsOf(place);
      const own = place === places[0] ? place.text.slice(hit.start, hit.end) : '';
      for (const word of cues()[concept]!.context) if (has(word, own)) words.add(word);
    }
    return words.size >= ENOUGH_WORDS ? { kind: 'words', words: [...words] } : null;
  }

  return {
    judge(passage, before, after) {
      const places = [passage, before, after].filter((place) => place !== null);
      return passage.hits.map((hit) => {
        const accepted = new Map<number, Reason>();
        for (const form of hit.forms) {
          const concept = spotter.conceptOf(form);
          const reason: Reason | null = spotter.needsContext(form)
            ? evidenceFor(concept, hit, places)
            : { kind: 'plain' };
          if (reason) accepted.set(concept, reason);
        }
        const { start, end } = hit;
        if (accepted.size === 0) {
          const concepts = [...new Set(hit.forms.map((form) => spotter.conceptOf(form)))];
          return { start, end, concepts, verdict: 'hide', reasons: [{ kind: 'alone' }] };
        }
        return {
          start,
          end,
          concepts: [...accepted.keys()],
          verdict: accepted.size > 1 ? 'ask' : 'mark',
          reasons: [...accepted.values()],
        };
      });
    },
  };
}
