/** What a page says that an abbreviation stands for: "the Community College of Philadelphia (CCP)". */

const SMALL = new Set([
  'of',
  'the',
  'and',
  'for',
  'de',
  'des',
  'du',
  'del',
  'la',
  'le',
  'les',
  'di',
  'der',
  'in',
  'on',
  'to',
  '&',
]);
const ABBREVIATION = /^[A-ZÀ-Þ][A-ZÀ-Þ\d]{1,6}$/;
const REACH = 90;

export const isAbbreviation = (surface: string): boolean => ABBREVIATION.test(surface);

/** The words before or behind a bracket whose initials make up the abbreviation; null where there are none. */
export function expansionOf(text: string, start: number, end: number): { start: number; end: number } | null {
  if (
    !/[([]\s?["“]?$/.test(text.slice(Math.max(0, start - 3), start)) &&
    !/^\s?[([]/.test(text.slice(end, end + 2))
  ) {
    return null;
  }
  const letters = text.slice(start, end).toLowerCase();
  const before = text.slice(Math.max(0, start - REACH), start);
  const after = text.slice(end, end + REACH);
  if (/[([]\s?["“]?$/.test(before) && /^["”]?\s?[)\],;]/.test(after)) {
    const head = before.replace(/\s*[([]\s?["“]?$/, '');
    return ending(head, letters, start - before.length);
  }
  const inBrackets = /^\s?[([]([^()[\]]{4,80})[)\]]/.exec(after);
  if (!inBrackets) return null;
  const inner = inBrackets[1]!;
  const from = end + inBrackets[0].indexOf(inner);
  const whole = ending(inner, letters, from);
  return whole && whole.start === from ? whole : null;
}

/** The last words of a text whose initials are the letters; small words may be passed over. */
function ending(text: string, letters: string, offset: number): { start: number; end: number } | null {
  const words = [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’]*|&/gu)];
  let left = letters.length;
  for (let i = words.length - 1; i >= 0; i--) {
    const { 0: word, index } = words[i]!;
    const initial = word.normalize('NFD')[0]!.toLowerCase();
    if (initial === letters[left - 1]) {
      left--;
      if (left === 0) return { start: offset + index, end: offset + text.trimEnd().length };
    } else if (!SMALL.has(word.toLowerCase())) return null;
  }
  return null;
}
