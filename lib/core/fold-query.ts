import { foldUnit, narrow, SPACE } from './spotter/characters.ts';

export interface FoldedText {
  text: string;
  /** The span of the source that a span of the folded text came from. */
  sourceOf(range: readonly [number, number]): [number, number];
}

/** Text as search compares it: without case, accents and tones, runs of blanks as one. */
export function foldQuery(source: string): FoldedText {
  let text = '';
  const from: number[] = [];
  const to: number[] = [];
  for (let i = 0; i < source.length; i++) {
    const unit = source.charCodeAt(i);
    if (/[\u00ad\u200b-\u200f\u2060\ufeff]/.test(source[i]!)) continue;
    if (/[\u0300-\u036f]/.test(source[i]!)) {
      if (to.length > 0) to[to.length - 1] = i + 1;
      continue;
    }
    const isBlank = narrow(unit) === SPACE;
    if (isBlank && text.endsWith(' ')) continue;
    for (const letter of isBlank ? ' ' : foldUnit(unit)) {
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
