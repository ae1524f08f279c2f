/** Finds what a page says an abbreviation stands for: "the Community College of Philadelphia (CCP)". */

/** Small words whose initials an abbreviation leaves out. */
const SMALL_WORDS = new Set('of the and for de des du del la le les di der in on to &'.split(' '));
const ABBREVIATION = /^[A-ZÀ-Þ][A-ZÀ-Þ\d]{1,6}$/;
/** UTF-16 units looked at before and after the abbreviation. */
const MAX_DISTANCE = 90;
const OPENS_BEFORE = /[([]\s?["“]?$/;

export const isAbbreviation = (surface: string): boolean => ABBREVIATION.test(surface);

/** The span of the words, before the bracket or in it, whose initials make up the abbreviation; null if there are none. */
export function expansionOf(text: string, start: number, end: number): { start: number; end: number } | null {
  const isInBrackets = OPENS_BEFORE.test(text.slice(Math.max(0, start - 3), start));
  if (!isInBrackets && !/^\s?[([]/.test(text.slice(end, end + 2))) return null;
  const letters = text.slice(start, end).toLowerCase();
  const before = text.slice(Math.max(0, start - MAX_DISTANCE), start);
  const after = text.slice(end, end + MAX_DISTANCE);
  if (isInBrackets && /^["”]?\s?[)\],;]/.test(after)) {
    return lastWordsWith(letters, before.replace(/\s*[([]\s?["“]?$/, ''), start - before.length);
  }
  const bracket = /^\s?[([]([^()[\]]{4,80})[)\]]/.exec(after);
  if (!bracket) return null;
  const inner = bracket[1]!;
  const innerStart = end + bracket[0].indexOf(inner);
  const span = lastWordsWith(letters, inner, innerStart);
  return span?.start === innerStart ? span : null;
}

/** The span, moved by `offset`, of the last words whose initials are the letters; small words may be passed over. */
function lastWordsWith(letters: string, text: string, offset: number): { start: number; end: number } | null {
  const words = [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’]*|&/gu)];
  let lettersLeft = letters.length;
  for (const { 0: word, index } of words.reverse()) {
    const initial = word.normalize('NFD')[0]!.toLowerCase();
    if (initial === letters[lettersLeft - 1]) {
      lettersLeft--;
      if (lettersLeft === 0) return { start: offset + index, end: offset + text.trimEnd().length };
    } else if (!SMALL_WORDS.has(word.toLowerCase())) return null;
  }
  return null;
}
