/**
 * Recognises the essay that the glossary grew out of by its phrases and its title or author. Not by its address, so that
 * copies are recognised too. SPOT-04
 */
import type { Spotter } from './spotter.ts';

const TITLE_OR_AUTHOR = /when communists crushed the international workers['’]? movement|mia wong/i;
/** Phrases of the essay that suffice together with its title or author. */
const MIN_PHRASES = 10;
/** Phrases that suffice for a copy without a heading: half of those in the glossary. */
const MIN_PHRASES_ALONE = 20;

const isEssayPage = (phrases: number, heading: string): boolean =>
  phrases >= MIN_PHRASES_ALONE || (phrases >= MIN_PHRASES && TITLE_OR_AUTHOR.test(heading));

/** Call it once a page is read. True if it is the essay: then it has to be read again, now with the essay's forms. */
export function turnsOutToBeEssay({ essay }: Spotter, heading: string): boolean {
  if (essay.isOn || !isEssayPage(essay.seen.size, heading)) return false;
  essay.isOn = true;
  return true;
}
