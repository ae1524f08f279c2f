/** Recognises program code that a page does not mark as such: README texts, tables of fields, logs. */
import { isWordUnit } from '../base/letters.ts';

/** UTF-16 units looked at on each side. */
const AROUND = 60;
/** One or two signs also stand in prose. */
const MIN_SIGNS = 3;
const QUOTES = '"\'`';

/** Whether the character at the index is rare in prose and common in code. */
function isCodeSign(text: string, index: number): boolean {
  const next = text[index + 1] ?? '';
  const previous = text[index - 1] ?? '';
  switch (text[index] ?? '') {
    case ';':
    case '{':
    case '}':
      return true;
    case '=':
      // Counts ==, => and != once.
      return previous !== '=';
    case '_':
      return isWordUnit(text.charCodeAt(index - 1)) && isWordUnit(text.charCodeAt(index + 1));
    case '(':
      // A call: no space after the name, and a quoted argument or none.
      return isWordUnit(text.charCodeAt(index - 1)) && (QUOTES.includes(next) || next === ')');
    case ',':
      return QUOTES.includes(previous) && QUOTES.includes(next);
    default:
      return false;
  }
}

/** Whether a span stands among program code; the span itself does not count. */
export function isInCode(text: string, start: number, end: number): boolean {
  let signs = 0;
  const last = Math.min(text.length, end + AROUND);
  for (let i = Math.max(0, start - AROUND); i < last; i++) {
    if (i === start) i = end;
    if (i < last && isCodeSign(text, i)) signs++;
  }
  return signs >= MIN_SIGNS;
}
