/** The words of a page in order, where each stands, and how rare it is there. Made in parts: pages are long. */
import { isUnspaced, isWordUnit } from '../base/letters.ts';
import { foldWord } from '../base/folding.ts';
import { firstIndex } from '../base/binary-search.ts';

export interface Word {
  /** Case, accents and the plural's s aside. */
  folded: string;
  /** Span in the text. */
  start: number;
  end: number;
}

export interface PageWords {
  readonly words: readonly Word[];
  /** Positions in `words` of a folded word, ascending. */
  placesOf(folded: string): readonly number[];
  /** 0 for a word that is everywhere to 1 for one that is nowhere else. */
  rarity(folded: string): number;
  /** Position in `words` of the first that does not end before the offset. */
  wordAt(offset: number): number;
}

const NOWHERE: readonly number[] = [];

/** Words of `text[from, to)`; of scripts without blanks each character is one. */
export function wordsOf(text: string, from = 0, to = text.length): Word[] {
  const words: Word[] = [];
  for (let start = from; start < to; start++) {
    if (!isWordUnit(text.charCodeAt(start))) continue;
    let end = start + 1;
    if (isUnspaced(text[start]!)) {
      const unit = text.charCodeAt(start);
      if (unit >= 0xd800 && unit <= 0xdbff) end++;
    } else while (end < text.length && isWordUnit(text.charCodeAt(end)) && !isUnspaced(text[end]!)) end++;
    words.push({ folded: foldWord(text.slice(start, end)), start, end });
    start = end - 1;
  }
  return words;
}

/** `step` reads on, about so many units at a time, and says whether there is more to read. */
export function createPageWords(text: string, unitsAStep: number): PageWords & { step(): boolean } {
  const words: Word[] = [];
  const places = new Map<string, number[]>();
  let read = 0;
  return {
    words,
    step() {
      if (read >= text.length) return false;
      const last = words.at(-1);
      // The last word may go on behind the end of a part.
      const from = Math.max(read, last?.end ?? 0);
      read += unitsAStep;
      for (const word of wordsOf(text, from, Math.min(read, text.length))) {
        const known = places.get(word.folded);
        if (known) {
          // One string for a word however often it stands there: strings that live long are dear to clean up behind.
          word.folded = words[known[0]!]!.folded;
          known.push(words.length);
        } else places.set(word.folded, [words.length]);
        words.push(word);
      }
      return read < text.length;
    },
    placesOf: (folded) => places.get(folded) ?? NOWHERE,
    rarity(folded) {
      const count = places.get(folded)?.length ?? 0;
      return 1 - Math.log2(count + 1) / Math.log2(words.length + 2);
    },
    wordAt: (offset) => firstIndex(0, words.length, (i) => words[i]!.end > offset),
  };
}
