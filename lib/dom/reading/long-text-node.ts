/** One text node may hold a whole book: it is read in parts that end where a reader would pause. */

/** A longer text is cut. Enough for the judge to see what stands around, little enough to be read at once. */
export const LONGEST_PART = 1 << 14;
/** How far back a good place for the cut is looked for. */
const SEARCHED = 1 << 11;
/** Best first. No form holds the first ones; a blank may stand in a form, which is then missed once in many pages. */
const PAUSES = ['\n\n', '. ', '\n', '。', ' '];

/** Where the part of `text` that begins at `start` ends. */
export function endOfPart(text: string, start: number): number {
  const most = start + LONGEST_PART;
  if (text.length <= most) return text.length;
  const window = text.slice(most - SEARCHED, most);
  for (const pause of PAUSES) {
    const at = window.lastIndexOf(pause);
    if (at >= 0) return most - SEARCHED + at + pause.length;
  }
  // Never through the middle of a character.
  return (text.charCodeAt(most) & 0xfc00) === 0xdc00 ? most - 1 : most;
}

/**
 * What follows `offset`, as far as `endOfPart` looks. Asked for the whole text, Firefox would make a copy of it for each
 * part.
 */
export function remainderOf(text: Text, offset: number): string {
  // The page may have made it shorter meanwhile.
  return offset < text.length ? text.substringData(offset, LONGEST_PART + 1) : '';
}

/** Where to begin so that what stands at `offset` is read with a little of what precedes it; 0 in a short text. */
export function startAround(text: string, offset: number): number {
  if (text.length <= LONGEST_PART || offset < SEARCHED) return 0;
  const window = text.slice(offset - SEARCHED, offset - SEARCHED / 4);
  for (const pause of PAUSES) {
    const at = window.lastIndexOf(pause);
    if (at >= 0) return offset - SEARCHED + at + pause.length;
  }
  return (text.charCodeAt(offset) & 0xfc00) === 0xdc00 ? offset - 1 : offset;
}
