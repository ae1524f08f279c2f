/** Words of folded text, and how far one is from another. */

export interface Word {
  text: string;
  /** In the folded text, [start, end). */
  start: number;
  end: number;
}

/** Runs of letters and digits: an apostrophe or a hyphen parts words, here as in what is searched for. */
export function wordsOf(folded: string): Word[] {
  return Array.from(folded.matchAll(/[\p{L}\p{N}]+/gu), ({ 0: text, index }) => ({
    text,
    start: index,
    end: index + text.length,
  }));
}

/** Text without all that parts words, and where each unit stood: “hu kou” and “hukou” are the same. */
export function compact(folded: string): { text: string; at: number[] } {
  const at: number[] = [];
  let text = '';
  for (const word of wordsOf(folded)) {
    text += word.text;
    for (let i = word.start; i < word.end; i++) at.push(i);
  }
  return { text, at };
}

/** How many typing errors a word of this length is forgiven. Short words would turn into each other. */
export const errorsFor = (length: number): number => (length < 4 ? 0 : length < 6 ? 1 : length < 9 ? 2 : 3);

/** Which letters a word has, one bit each; letters beyond a to z share what bits are left. */
export function lettersOf(word: string): number {
  let bits = 0;
  for (let i = 0; i < word.length; i++) {
    const letter = word.charCodeAt(i) - 97;
    bits |= 1 << (letter >= 0 && letter < 26 ? letter : 26 + ((letter & 0xffff) % 6));
  }
  return bits >>> 0;
}

/** How many of these letters are not among those: at least so many typing errors lie between the two words. */
export function missing(letters: number, among: number): number {
  let count = 0;
  for (let left = letters & ~among; left !== 0; left &= left - 1) count++;
  return count;
}
