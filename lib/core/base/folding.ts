/**
 * The foldings: what counts as the same text, for each part that compares texts. Only these differ on purpose (BASE-01).
 * `foldUnit` (characters.ts) lowers case, narrows width and drops accents of one UTF-16 unit; the rest build on it, but
 * `foldWord`, and `normalizeText` (normalized-text.ts), which keeps letters as they are.
 */
import {
  classOf,
  COMBINING,
  COMBINING_ACCENTS,
  EM_DASH,
  foldUnit,
  HYPHEN,
  IGNORABLE,
  IGNORABLES,
  KIND,
  narrow,
  SPACE,
  SPECIAL,
  stripAccents,
  type Characters,
} from './characters.ts';

const isSeparator = (unit: number): boolean => unit === SPACE || unit === HYPHEN || unit === EM_DASH;

/**
 * A glossary form as the verifier compares it, in UTF-16 units: one space for a run of white space, one unit for each
 * dash, nothing invisible. With `exact`, case and accents stay.
 */
export function foldForm(text: string, exact: boolean, characters: Characters): number[] {
  const units: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const cls = classOf(characters, unit);
    const kind = cls & SPECIAL ? cls & KIND : 0;
    if (kind === IGNORABLE || kind === COMBINING) continue;
    const narrowed = narrow(unit);
    if (isSeparator(narrowed)) {
      if (narrowed === SPACE && units.at(-1) === SPACE) continue;
      units.push(narrowed);
    } else if (exact) units.push(narrowed);
    else {
      const folded = foldUnit(unit);
      for (let j = 0; j < folded.length; j++) units.push(folded.charCodeAt(j));
    }
  }
  while (units[0] === SPACE) units.shift();
  while (units.at(-1) === SPACE) units.pop();
  return units;
}

/**
 * A form as the reader's decisions store it. The result lies in storage and in backups, so it may never change:
 * unlike `foldQuery` it keeps invisible characters.
 */
export function foldSurface(surface: string): string {
  let folded = '';
  for (let i = 0; i < surface.length; i++) folded += foldUnit(surface.charCodeAt(i));
  return folded.replace(/\s+/g, ' ').trim();
}

/** A word as the judge and the anchoring compare it: without case, accents and the English plural's s. */
export function foldWord(word: string): string {
  let folded = word.toLowerCase();
  if (!/^[\0-\x7f]*$/.test(folded)) folded = stripAccents(folded);
  if (folded.length < 4 || !folded.endsWith('s') || folded.endsWith('ss')) return folded;
  return folded.endsWith('ies') ? `${folded.slice(0, -3)}y` : folded.slice(0, -1);
}

export interface FoldedText {
  text: string;
  /** The span of the source that a span of the folded text came from. */
  sourceOf(range: readonly [number, number]): [number, number];
}

/** Stands for a combining accent, which belongs to the letter before it. */
const ACCENT = '\u0300';
/** `foldUnit` normalizes, which is slow; texts are made of few different units. */
const foldedUnits = new Map<number, string>();

function searchedUnit(unit: number): string {
  let folded = foldedUnits.get(unit);
  if (folded === undefined) {
    const character = String.fromCharCode(unit);
    if (IGNORABLES.test(character)) folded = '';
    else if (COMBINING_ACCENTS.test(character)) folded = ACCENT;
    else folded = narrow(unit) === SPACE ? ' ' : foldUnit(unit);
    foldedUnits.set(unit, folded);
  }
  return folded;
}

/** A text as search compares it, with the way back to the source: runs of blanks are one, nothing invisible stays. */
export function foldQuery(source: string): FoldedText {
  let text = '';
  const starts: number[] = [];
  const ends: number[] = [];
  for (let i = 0; i < source.length; i++) {
    const folded = searchedUnit(source.charCodeAt(i));
    if (folded === ACCENT) {
      if (ends.length > 0) ends[ends.length - 1] = i + 1;
      continue;
    }
    if (folded === ' ' && text.endsWith(' ')) continue;
    for (const letter of folded) {
      text += letter;
      starts.push(i);
      ends.push(i + 1);
    }
  }
  return {
    text,
    sourceOf: ([start, end]) => [starts[start] ?? source.length, ends[end - 1] ?? source.length],
  };
}
