/** Facts about a passage that every hit in it asks for: each is computed once, and kept as long as the passage lives. */
import { lazily } from '../base/memo.ts';
import type { Hit, Spotter } from '../spotter/spotter.ts';
import { createWords, type Words } from './cue-distance.ts';
import { languageOf } from './detect-language.ts';
import type { CueTally } from './evidence.ts';
import type { JudgedPassage } from './judge-types.ts';

export interface PassageFacts {
  words(): Words;
  /** BCP 47 language that the small words of the text show; null where they do not say. */
  language(): string | null;
  /** For each hit the concept that it names beyond doubt, or -1. */
  unambiguousConcepts(): readonly number[];
  /** Tallies of a subject's words, by subject and stretch of text. */
  readonly fieldTallies: Map<string, CueTally>;
}

export type FactsOf = (passage: JudgedPassage) => PassageFacts;

export function createPassageFacts(spotter: Spotter): FactsOf {
  const known = new WeakMap<JudgedPassage, PassageFacts>();
  return (passage) => {
    let facts = known.get(passage);
    if (!facts) {
      const words = lazily(() => createWords(passage.text));
      facts = {
        words,
        language: lazily(() => languageOf(words())),
        unambiguousConcepts: lazily(() => passage.hits.map((hit) => unambiguousConcept(hit, spotter) ?? -1)),
        fieldTallies: new Map(),
      };
      known.set(passage, facts);
    }
    return facts;
  };
}

/** The concept that a hit names beyond doubt; null where it may mean several things. */
export function unambiguousConcept(hit: Hit, spotter: Spotter): number | null {
  const concept = spotter.conceptOf(hit.forms[0]!);
  const isUnambiguous = hit.forms.every(
    (form) => spotter.conceptOf(form) === concept && !spotter.needsContext(form),
  );
  return isUnambiguous ? concept : null;
}
