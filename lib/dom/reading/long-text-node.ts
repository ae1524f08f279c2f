/** One text node may hold a whole book. It is read in parts that end where a reader would pause. */

/** Long enough for the judge to see a hit's surroundings, short enough to be read at once. */
export const MAX_PART_UNITS = 1 << 14;
/** How far back a good end for a part is looked for. */
const CUT_RANGE_UNITS = 1 << 11;
/** Best first. No form contains the first ones; one may contain a blank and is then missed, once in many pages. */
const PAUSES = ['\n\n', '. ', '\n', '。', ' '];

const isLowSurrogate = (text: string, index: number): boolean => (text.charCodeAt(index) & 0xfc00) === 0xdc00;

/** End of the part of `text` that begins at `start`. */
export function endOfPart(text: string, start: number): number {
  const maxEnd = start + MAX_PART_UNITS;
  if (text.length <= maxEnd) return text.length;
  const range = text.slice(maxEnd - CUT_RANGE_UNITS, maxEnd);
  for (const pause of PAUSES) {
    const index = range.lastIndexOf(pause);
    if (index >= 0) return maxEnd - CUT_RANGE_UNITS + index + pause.length;
  }
  return isLowSurrogate(text, maxEnd) ? maxEnd - 1 : maxEnd;
}

/** The text from `offset` on, as far as `endOfPart` needs it: Firefox would copy the whole of `data` for each part. */
export function remainderOf(text: Text, offset: number): string {
  // The page may have shortened it meanwhile.
  return offset < text.length ? text.substringData(offset, MAX_PART_UNITS + 1) : '';
}

/** Start that gives `offset` some text before it; 0 in a short text. */
export function startAround(text: string, offset: number): number {
  if (text.length <= MAX_PART_UNITS || offset < CUT_RANGE_UNITS) return 0;
  const range = text.slice(offset - CUT_RANGE_UNITS, offset - CUT_RANGE_UNITS / 4);
  for (const pause of PAUSES) {
    const index = range.lastIndexOf(pause);
    if (index >= 0) return offset - CUT_RANGE_UNITS + index + pause.length;
  }
  return isLowSurrogate(text, offset) ? offset - 1 : offset;
}
