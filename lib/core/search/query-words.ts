/** Words of folded text, and which of them a typed word cannot stand for. */

export interface Word {
  text: string;
  /** In the folded text, [start, end). */
  start: number;
  end: number;
}

/** Runs of letters and digits: an apostrophe or a hyphen separates words, in queries as in texts. */
export function wordsOf(folded: string): Word[] {
  return Array.from(folded.matchAll(/[\p{L}\p{N}]+/gu), ({ 0: text, index }) => ({
    text,
    start: index,
    end: index + text.length,
  }));
}

/** A text without what separates words, so that “hu kou” and “hukou” are the same. */
export interface CompactText {
  text: string;
  /** For each unit of `text` its index in the folded text. */
  sourceIndices: number[];
}

export function compact(folded: string): CompactText {
  const sourceIndices: number[] = [];
  let text = '';
  for (const word of wordsOf(folded)) {
    text += word.text;
    for (let i = word.start; i < word.end; i++) sourceIndices.push(i);
  }
  return { text, sourceIndices };
}

/** Typing errors that a word of this length is forgiven; with more, short words would turn into each other. */
export const maxErrorsFor = (length: number): number =>
  length < 4 ? 0 : length < 6 ? 1 : length < 9 ? 2 : 3;

/** The letters of a word as a set of bits: one each for a to z, six shared by all others. */
export function lettersOf(word: string): number {
  let bits = 0;
  for (let i = 0; i < word.length; i++) {
    const letter = word.charCodeAt(i) - 97;
    bits |= 1 << (letter >= 0 && letter < 26 ? letter : 26 + ((letter & 0xffff) % 6));
  }
  return bits >>> 0;
}

/** How many bits of `letters` are not in `among`: the edit distance of the two words is at least that. */
export function missingLetters(letters: number, among: number): number {
  let count = 0;
  for (let bits = letters & ~among; bits !== 0; bits &= bits - 1) count++;
  return count;
}
