/**
 * Evidence from the page as a whole: the concepts it names beyond doubt, and how many of them are related to a given
 * one.
 */
import type { EvidenceSource } from './evidence.ts';

export interface PageEvidence {
  /** Concepts that the page names beyond doubt, with how often. */
  readonly unambiguous: ReadonlyMap<number, number>;
  /** How much of the page is about related concepts, 0 to 1. */
  relatedShare(concept: number): number;
  /** The related concepts that say most, at most three. */
  mostRelated(concept: number): number[];
}

/** Mentions of a related concept beyond this number add nothing. */
const MAX_COUNTED = 3;
/** Related mentions count by their logarithm, and fully from 2^5 - 1 = 31 on. */
const FULL_DOUBLINGS = 5;
const MAX_SHOWN = 3;

export function createPageEvidence(
  unambiguous: ReadonlyMap<number, number>,
  { relatedness }: EvidenceSource,
): PageEvidence {
  const known = new Map<number, { share: number; mostRelated: number[] }>();
  function relationOf(concept: number): { share: number; mostRelated: number[] } {
    let relation = known.get(concept);
    if (!relation) {
      const ranked = [...unambiguous]
        .filter(([other]) => other !== concept)
        .map(([other, count]) => ({
          other,
          mass: relatedness(concept, other) * Math.min(count, MAX_COUNTED),
        }))
        .filter(({ mass }) => mass > 0)
        .sort((a, b) => b.mass - a.mass);
      const total = ranked.reduce((sum, { mass }) => sum + mass, 0);
      relation = {
        share: Math.min(1, Math.log2(1 + total) / FULL_DOUBLINGS),
        mostRelated: ranked.slice(0, MAX_SHOWN).map(({ other }) => other),
      };
      known.set(concept, relation);
    }
    return relation;
  }
  return {
    unambiguous,
    relatedShare: (concept) => relationOf(concept).share,
    mostRelated: (concept) => relationOf(concept).mostRelated,
  };
}
