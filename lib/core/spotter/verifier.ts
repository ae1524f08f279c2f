import {
  APOSTROPHE,
  classOf,
  COMBINING,
  EM_DASH,
  EXPANDS,
  foldUnit,
  HYPHEN,
  IDEOGRAPH,
  IGNORABLE,
  KIND,
  narrow,
  SPACE,
  SPECIAL,
  UNIT,
  type Characters,
} from '../base/characters.ts';
import { EXACT, type PackedIndex } from './index-format.ts';

const HANGUL = /\p{Script=Hangul}/u;
/** Elided words before an apostrophe: qu’, jusqu’, dell’, un’, quest’. */
const ELIDED = /(qu|ll)$|^(un|quest)$/;
const LETTER = /\p{L}/u;

export interface Verifier {
  /** Start of the token that ends at `end`. */
  tokenStart(text: string, end: number): number;
  /**
   * Whether the form is written at the token that begins at `tokenStart`. If so, `start` and `end` are its span: fields
   * instead of a result, since this runs for every candidate of a page and must not allocate.
   */
  verify(form: number, text: string, tokenStart: number): boolean;
  start: number;
  end: number;
}

/** Compares forms with the text, unit by unit, and checks the word boundaries of their script. */
export function createVerifier(index: PackedIndex, characters: Characters): Verifier {
  const kindAt = (text: string, i: number): number => {
    const cls = classOf(characters, text.charCodeAt(i));
    return cls & SPECIAL ? cls & KIND : 0;
  };
  const isTransparent = (kind: number): boolean => kind === IGNORABLE || kind === COMBINING;
  /** Whether the unit is a letter or digit of a script with spaces, whose words have boundaries. */
  const isEdged = (text: string, i: number): boolean => {
    if (i < 0 || i >= text.length) return false;
    const cls = classOf(characters, text.charCodeAt(i));
    return cls < 0 && (cls & SPECIAL ? (cls & KIND) !== IDEOGRAPH : true);
  };
  const before = (text: string, i: number): number => {
    let at = i - 1;
    while (at >= 0 && isTransparent(kindAt(text, at))) at--;
    return at;
  };
  const after = (text: string, i: number): number => {
    let at = i;
    while (at < text.length && isTransparent(kindAt(text, at))) at++;
    return at;
  };
  const isApostrophe = (text: string, i: number): boolean => narrow(text.charCodeAt(i)) === APOSTROPHE;

  /** Whether a word begins after the apostrophe: in l’autogestion and d’octobre, not in O’Brien. */
  function elides(text: string, apostrophe: number): boolean {
    let word = '';
    for (let at = before(text, apostrophe); isEdged(text, at); at = before(text, at)) word = text[at]! + word;
    word = word.toLowerCase();
    return word.length === 1 ? word !== 'o' : ELIDED.test(word);
  }

  /** Quick answer for the commonest neighbours, spaces and full stops. */
  function isPlainEdge(text: string, i: number): boolean {
    if (i < 0 || i >= text.length) return true;
    const cls = characters[text.charCodeAt(i)]!;
    return cls >= 0 && (cls & SPECIAL) === 0 && cls !== APOSTROPHE;
  }

  function startsWord(text: string, start: number): boolean {
    if (isPlainEdge(text, start - 1)) return true;
    if (HANGUL.test(text[start]!)) return !HANGUL.test(text[before(text, start)] ?? '');
    if (!isEdged(text, start)) return true;
    const at = before(text, start);
    if (at < 0) return true;
    if (isEdged(text, at)) return false;
    return !isApostrophe(text, at) || !isEdged(text, before(text, at)) || elides(text, at);
  }

  function endsWord(text: string, last: number, end: number): boolean {
    if (isPlainEdge(text, end) || !isEdged(text, last)) return true;
    const at = after(text, end);
    if (at >= text.length) return true;
    if (isEdged(text, at)) return false;
    if (!isApostrophe(text, at)) return true;
    // A letter after the apostrophe continues the word (can’t), except the possessive s.
    const next = after(text, at + 1);
    if (!LETTER.test(text[next] ?? '')) return true;
    return /s/i.test(text[next]!) && !isEdged(text, after(text, next + 1));
  }

  /** Offset after the separator at `i`, which the form writes as `wanted`; -1 if they do not match. SPOT-01 */
  function skipSeparator(text: string, i: number, wanted: number): number {
    const unit = narrow(text.charCodeAt(i));
    if (unit === SPACE) {
      let at = i + 1;
      for (let next = at; next < text.length; next++) {
        if (narrow(text.charCodeAt(next)) === SPACE) at = next + 1;
        else if (!isTransparent(kindAt(text, next))) break;
      }
      return at;
    }
    if (unit === HYPHEN || (unit === EM_DASH && wanted !== SPACE)) return i + 1;
    return -1;
  }

  const verifier: Verifier = {
    start: 0,
    end: 0,

    tokenStart(text, end) {
      let plain = end;
      let cls = 0;
      while (plain > 0 && (cls = characters[text.charCodeAt(plain - 1)]!) < 0 && (cls & SPECIAL) === 0) {
        plain--;
      }
      if (plain < end && (plain === 0 || (cls & SPECIAL) === 0)) return plain;
      let at = before(text, end);
      if (kindAt(text, at) === IDEOGRAPH) return at;
      while (isEdged(text, before(text, at))) at = before(text, at);
      return at;
    },

    verify(form, text, tokenStart) {
      const { units } = index;
      const exact = (index.flags[form]! & EXACT) !== 0;
      let k = index.offsets[form]!;
      const stop = k + index.lengths[form]!;
      const start = tokenStart - index.leads[form]!;
      if (start < 0) return false;
      let i = start;
      let last = start;
      const { length } = text;
      while (k < stop) {
        const wanted = units[k]!;
        if (i < length && !exact) {
          const plain = characters[text.charCodeAt(i)]!;
          if ((plain & SPECIAL) === 0 && wanted !== SPACE && wanted !== HYPHEN && wanted !== EM_DASH) {
            if ((plain & UNIT) !== wanted) return false;
            last = i++;
            k++;
            continue;
          }
        }
        i = after(text, i);
        if (i >= length) return false;
        if (wanted === SPACE || wanted === HYPHEN || wanted === EM_DASH) {
          i = skipSeparator(text, i, wanted);
          if (i < 0) return false;
          last = i - 1;
          k++;
          continue;
        }
        const unit = text.charCodeAt(i);
        const cls = classOf(characters, unit);
        if (exact) {
          if (unit !== wanted && narrow(unit) !== wanted) return false;
          k++;
        } else if ((cls & SPECIAL) !== 0 && (cls & KIND) === EXPANDS) {
          for (const letter of foldUnit(unit)) if (units[k++] !== letter.charCodeAt(0)) return false;
          if (k > stop) return false;
        } else {
          if ((cls & UNIT) !== wanted) return false;
          k++;
        }
        last = i++;
      }
      // Combining accents after the last letter belong to it.
      let end = last + 1;
      while (end < length && kindAt(text, end) === COMBINING) end++;
      if (!startsWord(text, start) || !endsWord(text, last, end)) return false;
      verifier.start = start;
      verifier.end = end;
      return true;
    },
  };
  return verifier;
}
