/** Tells the page of the essay that the glossary grew out of: by its title or author and its own phrases, never by its address. */
import type { Spotter } from './spotter.ts';

const TITLE_OR_AUTHOR = /when communists crushed the international workers['’]? movement|mia wong/i;
/** So many phrases that are the essay's own tell it where title or author do … */
const PHRASES = 10;
/** … and so many tell a copy that has lost its head: half of those that the glossary knows. */
const PHRASES_ALONE = 20;

export const isEssayPage = (phrases: number, heading: string): boolean =>
  phrases >= PHRASES_ALONE || (phrases >= PHRASES && TITLE_OR_AUTHOR.test(heading));

/** To be asked once a page is read: true if it is the essay, and has to be read again with the essay's own forms. */
export function turnsOutToBeEssay({ essay }: Spotter, heading: string): boolean {
  if (essay.isOn || !isEssayPage(essay.seen.size, heading)) return false;
  essay.isOn = true;
  return true;
}
