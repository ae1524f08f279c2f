/** How many of the occurrences on a page are painted. All of them count, and all answer to next and previous. */

export type Density = 'section' | 'all' | 'page';

export interface Placed {
  /** Concept (or concepts joined) that the occurrence stands for. */
  concept: number;
  /** Number of the section, from heading to next heading. */
  section: number;
  /** Painted before the page was read to its end; kept, so that no mark vanishes under the reader's eyes. */
  kept: boolean;
}

/** Whether each occurrence, in document order, is painted. */
export function thin(occurrences: readonly Placed[], density: Density): boolean[] {
  if (density === 'all') return occurrences.map(() => true);
  const seen = new Set<string>();
  for (const { concept, section, kept } of occurrences) if (kept) seen.add(place(concept, section, density));
  return occurrences.map(({ concept, section, kept }) => {
    if (kept) return true;
    const key = place(concept, section, density);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

const place = (concept: number, section: number, density: Density): string =>
  density === 'page' ? `${concept}` : `${section}/${concept}`;
