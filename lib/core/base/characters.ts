/**
 * What each UTF-16 unit means to the spotter, as one look-up.
 *
 * A class is an Int32: the sign bit says "part of a word", so that `class >> 31` is a mask and the hot loop
 * needs no branch; the low 16 bits are the folded unit; SPECIAL sends the chunk to the careful loop.
 * Entries are resolved when first met: a page pays for the characters it has, not for all of Unicode.
 */

export const WORD = 1 << 31;
export const SPECIAL = 1 << 30;
export const UNIT = 0xffff;

/** Kinds of special characters, in bits 16 to 18. */
export const KIND = 7 << 16;
export const UNKNOWN = 0;
/** Scripts written without spaces: every character is a token of its own. */
export const IDEOGRAPH = 1 << 16;
/** Soft hyphens, zero-width characters, directional marks: as if they were not there. */
export const IGNORABLE = 2 << 16;
/** Combining accents: ignored, but they belong to the letter before. */
export const COMBINING = 3 << 16;
/** Folds to more than one unit (ß, æ, ﬁ). */
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
/** Compatibility characters whose plain form means the same; superscripts stay apart (CCP² is CCP). */
const COMPATIBLE = /[\uff01-\uff5e\uff66-\uff9f\ufb00-\ufb06\uf900-\ufaff\u212a\u017f]/;
/** Letters that Unicode does not take apart, yet readers type without their stroke. */
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
/** Letters of their own although Unicode writes them as letter and accent. */
const WHOLE = /[йў]/;

/** Full-width and other look-alikes to the plain character; case and accents stay. One UTF-16 unit to one. */
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

/** The folded text of one UTF-16 unit: lower case, without accents, in plain width. */
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
 * Most pages have dashes, curly quotes and a few accents. Expressions for whole scripts take milliseconds to compile, so
 * what can be said of these by their place alone is; a test compares both over all units.
 */
const isWesternPlace = (unit: number): boolean =>
  unit < 0x0250 || (unit >= 0x0370 && unit < 0x0e00) || (unit >= 0x2000 && unit < 0x2e80);
const isPlainLetter = (unit: number): boolean => unit >= 0x61 && unit <= 0x7a;

/**
 * What most pages have, each before what it means: known from the start, so that a page's first text is read in one go.
 * A test compares them with what expressions say of them.
 */
const COMMON =
  "\u00a0 –-——‘'’'““””„„……••··««»»§§©©°°éeèeêeëeàaâaäaáaåaãaçcñnóoôoöoòoõoíiîiïiúuûuüuùušsžzčcćc" +
  'ÉeÈeÀaÂaÄaÁaÅaÇcÑnÓoÖoÜuŠsŽzČc';

function classify(unit: number): number {
  if (unit >= 0xd800 && unit <= 0xdfff) return WORD | SPECIAL | IDEOGRAPH | unit;
  // The ideographs of daily use.
  if (unit >= 0x4e00 && unit <= 0x9fff) return WORD | SPECIAL | IDEOGRAPH | unit;
  const character = String.fromCharCode(unit);
  if (IGNORABLES.test(character)) return SPECIAL | IGNORABLE;
  if (COMBINING_ACCENTS.test(character)) return SPECIAL | COMBINING;
  const folded = APOSTROPHES.test(character) ? "'" : foldUnit(unit);
  const first = folded.charCodeAt(0);
  if (!isWesternPlace(unit) && IDEOGRAPHIC.test(character)) return WORD | SPECIAL | IDEOGRAPH | first;
  if (folded.length > 1) return WORD | SPECIAL | EXPANDS | unit;
  return isPlainLetter(first) || WORD_CHARACTER.test(folded) ? WORD | first : first;
}

export type Characters = Int32Array;

/** The class of a unit, resolved and remembered if this is the first time it is met. */
export function classOf(characters: Characters, unit: number): number {
  const known = characters[unit]!;
  if ((known & (SPECIAL | KIND)) !== (SPECIAL | UNKNOWN)) return known;
  return (characters[unit] = classify(unit));
}

/**
 * A table for one spotter. `symbols` are units that carry no letter but begin a form of their own (©, ☭):
 * they are treated like ideographs there.
 */
export function createCharacters(symbols: ArrayLike<number> = []): Characters {
  const characters = new Int32Array(0x10000).fill(SPECIAL | UNKNOWN);
  // ASCII by hand: the first text of a page should not wait for regular expressions.
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
