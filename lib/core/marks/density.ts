/** How many of the occurrences on a page are painted. All of them count, and all answer to next and previous. */

export const DENSITIES = ['section', 'all', 'page'] as const;
export type Density = (typeof DENSITIES)[number];

/** Where marks are painted; never in code, which is not even read for terms. */
export interface Marking {
  density: Density;
  /** In headings too. */
  headings: boolean;
  /** On the text of links too. */
  links: boolean;
}

export interface DensityMark {
  /** Concept (or concepts joined) that the occurrence stands for. */
  concept: number;
  /** Number of the section, from heading to next heading. */
  section: number;
  /** Painted before the page was read to its end; kept, so that no mark vanishes under the reader's eyes. */
  kept: boolean;
}

/** Decides one occurrence after the other, in document order. */
export interface Thinning {
  admit(occurrence: DensityMark): boolean;
}

export function createThinning(density: Density): Thinning {
  const seen = new Set<string>();
  return {
    admit({ concept, section, kept }) {
      if (density === 'all') return true;
      const key = density === 'page' ? `${concept}` : `${section}/${concept}`;
      if (seen.has(key)) return kept;
      seen.add(key);
      return true;
    },
  };
}

/** Whether each of the occurrences of a whole page is painted. Null: it stands where the reader wants no marks. */
export function thin(occurrences: readonly (DensityMark | null)[], density: Density): boolean[] {
  const thinning = createThinning(density);
  // What is painted already has the first claim, wherever it stands.
  for (const occurrence of occurrences) if (occurrence?.kept) thinning.admit(occurrence);
  return occurrences.map((occurrence) => occurrence !== null && thinning.admit(occurrence));
}
