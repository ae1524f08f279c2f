/**
 * The class of each UTF-16 unit, as one look-up for the spotter. A class is an Int32: the sign bit means "part of a word",
 * so that `class >> 31` is a mask and the scanner's loop needs no branch; the low 16 bits are the folded unit; SPECIAL sends
 * the chunk to the slow loop. Classes are computed when first met: a page pays only for the characters that it has.
 */

export const WORD = 1 << 31;
export const SPECIAL = 1 << 30;
export const UNIT = 0xffff;

/** Kinds of special characters, in bits 16 to 18. */
export const KIND = 7 << 16;
export const UNKNOWN = 0;
/** Characters that are tokens of their own: of scripts without spaces, and of Hangul, whose particles join the word. */
export const IDEOGRAPH = 1 << 16;
/** Soft hyphens, zero-width characters, directional marks: skipped. */
export const IGNORABLE = 2 << 16;
/** Combining accents: skipped too, but part of the letter before. */
export const COMBINING = 3 << 16;
/** Characters that fold to several units (ß, æ, ﬁ). */
export const EXPANDS = 4 << 16;

export const SPACE = 0x20;
export const HYPHEN = 0x2d;
export const EM_DASH = 0x2014;
export const APOSTROPHE = 0x27;

const IDEOGRAPHIC =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}ー〆々〇]/u;
const WORD_CHARACTER = /[\p{L}\p{M}\p{Nd}\p{Nl}_]/u;
const WHITE_SPACE = /[\s\u0085]/;
const HYPHENS = /[-\u2010-\u2013\u2212\ufe58\ufe63\uff0d]/;
const EM_DASHES = /[\u2014\u2015]/;
const APOSTROPHES = /['’‘ʼʻ′＇\u00b4\u1ffd]/;
export const IGNORABLES =
  /[\u00ad\u034f\u061c\u0640\u064b-\u0652\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff]/;
export const COMBINING_ACCENTS = /[\u0300-\u036f]/;
/** Compatibility characters whose plain form means the same. Not superscripts: CCP² is CCP with a footnote, not CCP2. */
const COMPATIBLE = /[\uff01-\uff5e\uff66-\uff9f\ufb00-\ufb06\uf900-\ufaff\u212a\u017f]/;
/** Letters that Unicode does not decompose, but that readers type without their stroke. */
const STROKED: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
  ς: 'σ',
  ſ: 's',
};
/** Letters in their own right, although Unicode decomposes them into letter and accent. */
const WHOLE = /[йў]/;

/** The plain character for a full-width one or another look-alike; keeps case and accents. One UTF-16 unit to one. */
export function narrow(unit: number): number {
  if (unit > SPACE && unit < 0x80) return unit;
  const character = String.fromCharCode(unit);
  if (WHITE_SPACE.test(character)) return SPACE;
  if (HYPHENS.test(character)) return HYPHEN;
  if (EM_DASHES.test(character)) return EM_DASH;
  if (APOSTROPHES.test(character)) return APOSTROPHE;
  if (COMPATIBLE.test(character)) {
    const plain = character.normalize('NFKC');
    if (plain.length === 1) return plain.charCodeAt(0);
  }
  return unit;
}

/** Letters without their accents, taken apart (NFD): compare the result only with another of the kind. */
export const stripAccents = (text: string): string => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '');

/** Lower case, without accents, in plain width: one UTF-16 unit, or several (ß). */
export function foldUnit(unit: number): string {
  let text = String.fromCharCode(narrow(unit)).toLowerCase();
  if (COMPATIBLE.test(text)) text = text.normalize('NFKC').toLowerCase();
  let folded = '';
  for (const character of text) {
    const plain = WHOLE.test(character) ? character : stripAccents(character).normalize('NFC');
    for (const letter of plain) folded += STROKED[letter] ?? letter;
  }
  return folded;
}

/**
 * Blocks without ideographs, so that dashes, curly quotes and accents do not compile the expression for them, which takes
 * milliseconds. A test compares both for all units.
 */
const isWesternBlock = (unit: number): boolean =>
  unit < 0x0250 || (unit >= 0x0370 && unit < 0x0e00) || (unit >= 0x2000 && unit < 0x2e80);
const isPlainLetter = (unit: number): boolean => unit >= 0x61 && unit <= 0x7a;

/**
 * Pairs of a character that most pages have and what it folds to, classified from the start so that the first text of a
 * page takes the fast loop. A test compares them with `classify`.
 */
const COMMON =
  "\u00a0 –-——‘'’'““””„„……••··««»»§§©©°°éeèeêeëeàaâaäaáaåaãaçcñnóoôoöoòoõoíiîiïiúuûuüuùušsžzčcćc" +
  'ÉeÈeÀaÂaÄaÁaÅaÇcÑnÓoÖoÜuŠsŽzČc';

function classify(unit: number): number {
  if (unit >= 0xd800 && unit <= 0xdfff) return WORD | SPECIAL | IDEOGRAPH | unit;
  // The common ideographs, before any expression.
  if (unit >= 0x4e00 && unit <= 0x9fff) return WORD | SPECIAL | IDEOGRAPH | unit;
  const character = String.fromCharCode(unit);
  if (IGNORABLES.test(character)) return SPECIAL | IGNORABLE;
  if (COMBINING_ACCENTS.test(character)) return SPECIAL | COMBINING;
  const folded = APOSTROPHES.test(character) ? "'" : foldUnit(unit);
  const first = folded.charCodeAt(0);
  if (!isWesternBlock(unit) && IDEOGRAPHIC.test(character)) return WORD | SPECIAL | IDEOGRAPH | first;
  if (folded.length > 1) return WORD | SPECIAL | EXPANDS | unit;
  return isPlainLetter(first) || WORD_CHARACTER.test(folded) ? WORD | first : first;
}

export type Characters = Int32Array;

/** The class of a unit, computed if this is the first time it is met. */
export function classOf(characters: Characters, unit: number): number {
  const known = characters[unit]!;
  if ((known & (SPECIAL | KIND)) !== (SPECIAL | UNKNOWN)) return known;
  return (characters[unit] = classify(unit));
}

/** `symbols` are units that are no letters but begin a form (©, ☭); they are classified like ideographs. */
export function createCharacters(symbols: ArrayLike<number> = []): Characters {
  const characters = new Int32Array(0x10000).fill(SPECIAL | UNKNOWN);
  // ASCII by ranges, so that the first text of a page does not wait for regular expressions.
  for (let unit = 0; unit < 0x80; unit++) {
    const lower = unit >= 0x41 && unit <= 0x5a ? unit + 0x20 : unit;
    const isDigit = unit >= 0x30 && unit <= 0x39;
    const isBlank = unit === SPACE || (unit >= 9 && unit <= 13);
    characters[unit] =
      isPlainLetter(lower) || isDigit || unit === 0x5f ? WORD | lower : isBlank ? SPACE : unit;
  }
  for (let i = 0; i < COMMON.length; i += 2) {
    const meaning = COMMON.charCodeAt(i + 1);
    characters[COMMON.charCodeAt(i)] = isPlainLetter(meaning) ? WORD | meaning : meaning;
  }
  for (let i = 0; i < symbols.length; i++) characters[symbols[i]!] = WORD | SPECIAL | IDEOGRAPH | symbols[i]!;
  return characters;
}
