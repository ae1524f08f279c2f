import { foldUnit, narrow, SPACE } from './characters.ts';

export interface FoldedText {
  text: string;
  /** The span of the source that a span of the folded text came from. */
  sourceOf(range: readonly [number, number]): [number, number];
}

/** Belongs to the letter before it. */
const ACCENT = '\u0300';
/** Folding a unit is slow, and texts are made of few. */
const known = new Map<number, string>();

function foldedOf(unit: number): string {
  let folded = known.get(unit);
  if (folded === undefined) known.set(unit, (folded = fold(unit)));
  return folded;
}

/** Empty for what nobody sees. */
function fold(unit: number): string {
  const character = String.fromCharCode(unit);
  if (/[\u00ad\u200b-\u200f\u2060\ufeff]/.test(character)) return '';
  if (/[\u0300-\u036f]/.test(character)) return ACCENT;
  return narrow(unit) === SPACE ? ' ' : foldUnit(unit);
}

/** Text as search compares it: without case, accents and tones, runs of blanks as one. */
export function foldQuery(source: string): FoldedText {
  let text = '';
  const from: number[] = [];
  const to: number[] = [];
  for (let i = 0; i < source.length; i++) {
    const folded = foldedOf(source.charCodeAt(i));
    if (folded === ACCENT) {
      if (to.length > 0) to[to.length - 1] = i + 1;
      continue;
    }
    if (folded === ' ' && text.endsWith(' ')) continue;
    for (const letter of folded) {
      text += letter;
      from.push(i);
      to.push(i + 1);
    }
  }
  return {
    text,
    sourceOf: ([start, end]) => [from[start] ?? source.length, to[end - 1] ?? source.length],
  };
}
