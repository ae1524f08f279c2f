/** Kinds of letters by look-up. Compiling `\p{L}` would cost a page's first mark more than all of the judge. SPOT-05 */

const UNKNOWN = 0;
const OTHER = 1;
const LETTER = 2;
const kinds = new Uint8Array(0x10000);
let pattern: RegExp | undefined;

/** Whether a UTF-16 unit is a letter, a digit or a combining accent. */
export function isWordUnit(unit: number): boolean {
  if (unit < 0x80) {
    return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x30 && unit <= 0x39);
  }
  // Ranges that common pages have, so that these never compile the expression. A test compares both for all units.
  if (unit >= 0x2000 && unit <= 0x206f) return false;
  if (unit >= 0xc0 && unit <= 0x24f) return unit !== 0xd7 && unit !== 0xf7;
  if (unit >= 0x4e00 && unit <= 0x9fff) return true;
  if ((unit >= 0x3000 && unit <= 0x3003) || (unit >= 0xff01 && unit <= 0xff0f)) return false;
  if (kinds[unit] === UNKNOWN) {
    pattern ??= /[\p{L}\p{M}\p{N}]/u;
    const isLetter = (unit >= 0xd800 && unit <= 0xdfff) || pattern.test(String.fromCharCode(unit));
    kinds[unit] = isLetter ? LETTER : OTHER;
  }
  return kinds[unit] === LETTER;
}

export function isCapital(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  if (unit < 0x80) return unit >= 0x41 && unit <= 0x5a;
  const letter = text[index];
  return letter !== undefined && letter !== letter.toLowerCase();
}

/** Han, kana, Thai and Lao. By blocks, so CJK punctuation counts too; Hangul syllables, which have spaces, lie elsewhere. */
const isUnspacedUnit = (unit: number): boolean =>
  (unit >= 0x2e80 && unit <= 0x9fff) ||
  (unit >= 0xf900 && unit <= 0xfaff) ||
  (unit >= 0x0e00 && unit <= 0x0eff) ||
  (unit >= 0xd840 && unit <= 0xd87f);

/** Whether any part of a text is in a script without spaces between words. BASE-02 */
export function isUnspaced(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (isUnspacedUnit(text.charCodeAt(i))) return true;
  return false;
}

/** Part of a word, or an apostrophe within one. */
const isNameUnit = (unit: number): boolean => isWordUnit(unit) || unit === 0x27 || unit === 0x2019;

/** The word that ends at the offset; '' if none does. */
export function wordBefore(text: string, end: number): string {
  let start = end;
  while (start > 0 && isNameUnit(text.charCodeAt(start - 1))) start--;
  return text.slice(start, end);
}

/** The word that begins at the offset; '' if none does. */
export function wordAfter(text: string, start: number): string {
  let end = start;
  while (end < text.length && isNameUnit(text.charCodeAt(end))) end++;
  return text.slice(start, end);
}
