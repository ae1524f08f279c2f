/** The words of a page in order, the position of each, and how rare it is there. Read in parts, since pages are long. */
import { firstIndex } from '../base/binary-search.ts';
import { foldWord } from '../base/folding.ts';
import { isUnspaced, isWordUnit } from '../base/letters.ts';

export interface Word {
  /** By `foldWord`. */
  folded: string;
  /** Span in the text, in UTF-16 units. */
  start: number;
  end: number;
}

export interface PageWords {
  readonly words: readonly Word[];
  /** Indices in `words` of a folded word, ascending. */
  indicesOf(folded: string): readonly number[];
  /** Ranges from 0 for a word that is everywhere to 1 for one that is nowhere on the page. */
  rarity(folded: string): number;
  /** Index in `words` of the first word that ends after the offset. */
  wordAt(offset: number): number;
}

export interface PageWordsReader extends PageWords {
  /** Reads the next part, of about `unitsPerStep` units, and says whether there is more to read. */
  step(): boolean;
}

const NOWHERE: readonly number[] = [];

/** Words of `text[from, to)`; in scripts without spaces each character is one. */
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

export function createPageWords(text: string, unitsPerStep: number): PageWordsReader {
  const words: Word[] = [];
  const indices = new Map<string, number[]>();
  let read = 0;
  return {
    words,
    step() {
      if (read >= text.length) return false;
      // The last word of a part may reach into the next.
      const from = Math.max(read, words.at(-1)?.end ?? 0);
      read += unitsPerStep;
      for (const word of wordsOf(text, from, Math.min(read, text.length))) {
        const known = indices.get(word.folded);
        if (known) {
          // One string for all occurrences: millions of long-lived strings make the garbage collector pause.
          word.folded = words[known[0]!]!.folded;
          known.push(words.length);
        } else indices.set(word.folded, [words.length]);
        words.push(word);
      }
      return read < text.length;
    },
    indicesOf: (folded) => indices.get(folded) ?? NOWHERE,
    rarity(folded) {
      const count = indices.get(folded)?.length ?? 0;
      return 1 - Math.log2(count + 1) / Math.log2(words.length + 2);
    },
    wordAt: (offset) => firstIndex(0, words.length, (i) => words[i]!.end > offset),
  };
}
