/** What the page as a whole says: concepts named beyond doubt, and how close they are. */
import type { Evidences } from './evidence.ts';

export interface PageEvidence {
  /** Concepts that forms of the page name beyond doubt, with how often. */
  readonly plain: ReadonlyMap<number, number>;
  /** How much of the page is about related concepts, 0 to 1. */
  kin(concept: number): number;
  /** The closest of them. */
  closest(concept: number): number[];
}

/** The same concept named more often says no more. */
const ENOUGH_OF_ONE = 3;
/** So much of related concepts makes a page about them: doubling counts alike up to here. */
const KIN_DOUBLINGS = 5;
const SHOWN = 3;

export function createPageEvidence(plain: ReadonlyMap<number, number>, { kinship }: Evidences): PageEvidence {
  const known = new Map<number, { share: number; closest: number[] }>();
  function of(concept: number): { share: number; closest: number[] } {
    let own = known.get(concept);
    if (!own) {
      const ranked = [...plain]
        .filter(([other]) => other !== concept)
        .map(([other, count]) => ({ other, mass: kinship(concept, other) * Math.min(count, ENOUGH_OF_ONE) }))
        .filter(({ mass }) => mass > 0)
        .sort((a, b) => b.mass - a.mass);
      const mass = ranked.reduce((sum, kin) => sum + kin.mass, 0);
      own = {
        share: Math.min(1, Math.log2(1 + mass) / KIN_DOUBLINGS),
        closest: ranked.slice(0, SHOWN).map(({ other }) => other),
      };
      known.set(concept, own);
    }
    return own;
  }
  return {
    plain,
    kin: (concept) => of(concept).share,
    closest: (concept) => of(concept).closest,
  };
}
