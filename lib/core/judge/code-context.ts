/** Program code that a page does not mark as such: README texts, tables of fields, logs. */
import { isWordUnit } from '../base/letters.ts';

const AROUND = 60;
/** Two signs may stand in prose. */
const ENOUGH = 3;
const QUOTES = '"\'`';

/** Whether what stands at the offset is seldom in prose and everywhere in code. */
function isSign(text: string, at: number): boolean {
  const next = text[at + 1] ?? '';
  const previous = text[at - 1] ?? '';
  switch (text[at] ?? '') {
    case ';':
    case '{':
    case '}':
      return true;
    case '=':
      // One sign, however many characters: ==, =>, !=.
      return previous !== '=';
    case '_':
      return isWordUnit(text.charCodeAt(at - 1)) && isWordUnit(text.charCodeAt(at + 1));
    case '(':
      // A call: nothing between the name and what it is given.
      return isWordUnit(text.charCodeAt(at - 1)) && (QUOTES.includes(next) || next === ')');
    case ',':
      return QUOTES.includes(previous) && QUOTES.includes(next);
    default:
      return false;
  }
}

/** Whether a span stands among program code. */
export function isInCode(text: string, start: number, end: number): boolean {
  let signs = 0;
  const last = Math.min(text.length, end + AROUND);
  for (let at = Math.max(0, start - AROUND); at < last; at++) {
    if (at === start) at = end;
    if (at < last && isSign(text, at)) signs++;
  }
  return signs >= ENOUGH;
}
