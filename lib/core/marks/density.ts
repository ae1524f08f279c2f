/** How many of the occurrences on a page are marked. All of them count, and next and previous reach all of them. */

export const DENSITIES = ['section', 'all', 'page'] as const;
export type Density = (typeof DENSITIES)[number];

/** Parts of a page that the reader wants marks in. Code is never searched for terms. */
export interface Marking {
  density: Density;
  /** In headings too. */
  headings: boolean;
  /** On the text of links too. */
  links: boolean;
}

export interface DensityMark {
  /** The likeliest concept of the occurrence. */
  concept: number;
  /** Number of the section, from heading to next heading. */
  section: number;
  /** Was shown before the page was read to its end: no mark may vanish under the reader's eyes. */
  wasShown: boolean;
}

/** Decides one occurrence after the other, in document order. */
export interface Thinning {
  admit(occurrence: DensityMark): boolean;
}

export function createThinning(density: Density): Thinning {
  const seen = new Set<string>();
  return {
    admit({ concept, section, wasShown }) {
      if (density === 'all') return true;
      const key = density === 'page' ? `${concept}` : `${section}/${concept}`;
      if (seen.has(key)) return wasShown;
      seen.add(key);
      return true;
    },
  };
}

/** Whether each of a page's occurrences is shown. Null stands for one that the reader's settings exclude. */
export function thin(occurrences: readonly (DensityMark | null)[], density: Density): boolean[] {
  const thinning = createThinning(density);
  // Marks that were shown come first, wherever they are on the page.
  for (const occurrence of occurrences) if (occurrence?.wasShown) thinning.admit(occurrence);
  return occurrences.map((occurrence) => occurrence !== null && thinning.admit(occurrence));
}
