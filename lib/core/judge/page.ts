/** What the page as a whole says: concepts named beyond doubt, abbreviations spelt out, whether it is the essay. */
import type { Evidences } from './evidence.ts';

/** Title and author of a page, as far as they are known, in one text. */
export interface PageInfo {
  /** BCP 47 language of the document; '' if it names none. */
  lang: string;
  /** Title, headings and author, for telling the essay from other pages. */
  heading: string;
}

export interface PageEvidence {
  /** Whether the page is the essay that the glossary grew out of. */
  readonly isEssay: boolean;
  /** Concepts that forms of the page name beyond doubt, with how often. */
  readonly plain: ReadonlyMap<number, number>;
  /** How much of the page is about related concepts, 0 to 1. */
  kin(concept: number): number;
  /** The closest of them. */
  closest(concept: number): number[];
}

const ESSAY_TITLE = /when communists crushed the international workers['’]? movement|mia wong/i;
/** So many phrases that are the essay's own tell it where title or author do … */
const ESSAY_FORMS = 10;
/** … and so many tell a copy that has lost its head: half of those that the glossary knows. */
const ESSAY_FORMS_ALONE = 20;
/** The same concept named more often says no more. */
const ENOUGH_OF_ONE = 3;
/** So much of related concepts makes a page about them: doubling counts alike up to here. */
const KIN_DOUBLINGS = 5;
const SHOWN = 3;

export function createPageEvidence(
  plain: ReadonlyMap<number, number>,
  essayForms: number,
  heading: string,
  { kinship }: Evidences,
): PageEvidence {
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
    isEssay: essayForms >= ESSAY_FORMS_ALONE || (essayForms >= ESSAY_FORMS && ESSAY_TITLE.test(heading)),
    kin: (concept) => of(concept).share,
    closest: (concept) => of(concept).closest,
  };
}
