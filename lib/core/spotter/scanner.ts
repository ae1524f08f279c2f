/**
 * Hot path: runs over every character of every page. Branch-free on purpose, since a mispredicted branch per word is what
 * costs (bench `spot.100k`). Every position is written to the buffers; `n` advances only at word ends.
 */
import {
  classOf,
  COMBINING,
  EXPANDS,
  foldUnit,
  IDEOGRAPH,
  IGNORABLE,
  KIND,
  SPECIAL,
  UNIT,
  UNKNOWN,
  type Characters,
} from '../base/characters.ts';
import { HASH_STEP, pairOf, spread, step } from './token-keys.ts';

const CHUNK = 2048;

/** Called for each token that may be in the index, by itself or as a pair with the token before it. */
export type OnCandidate = (
  tokenEnd: number,
  tokenHash: number,
  previousEnd: number,
  previousHash: number,
) => void;

export interface Scanner {
  scan(text: string, onCandidate: OnCandidate): void;
}

/** Not re-entrant: a scanner has one set of buffers. */
export function createScanner(characters: Characters, filter: Int32Array): Scanner {
  // A token can end at each unit, and one more at the end of the text; slot 0 is the last token of the chunk before.
  const hashes = new Int32Array(CHUNK + 3);
  const ends = new Int32Array(CHUNK + 3);
  const candidates = new Int32Array(CHUNK + 3);
  const mask = filter.length - 1;
  // State between chunks: hash of the unfinished word, and a mask that is all ones inside a word.
  let hash = 0;
  let inside = 0;

  /** Writes the tokens of [from, to) from slot 1 on; returns the next free slot, or -1 if there are special characters. */
  function tokenize(text: string, from: number, to: number): number {
    let h = hash;
    let before = inside;
    let seen = 0;
    let n = 1;
    for (let i = from; i < to; i++) {
      const cls = characters[text.charCodeAt(i)]!;
      const word = cls >> 31;
      seen |= cls;
      hashes[n] = h;
      ends[n] = i;
      n += before & ~word & 1;
      h = (Math.imul(h, HASH_STEP) + cls) & word;
      before = word;
    }
    if (seen & SPECIAL) return -1;
    hash = h;
    inside = before;
    return n;
  }

  /** The same for every kind of character, with branches. */
  function tokenizeCarefully(text: string, from: number, to: number): number {
    let n = 1;
    const put = (value: number, end: number): void => {
      hashes[n] = value;
      ends[n] = end;
      n++;
    };
    for (let i = from; i < to; i++) {
      const unit = text.charCodeAt(i);
      let cls = characters[unit]!;
      if ((cls & (SPECIAL | KIND)) === (SPECIAL | UNKNOWN)) cls = classOf(characters, unit);
      const kind = cls & SPECIAL ? cls & KIND : 0;
      if (kind === IGNORABLE || kind === COMBINING) continue;
      if (cls < 0 && kind !== IDEOGRAPH) {
        inside = -1;
        if (kind !== EXPANDS) hash = step(hash, cls & UNIT);
        else for (const letter of foldUnit(unit)) hash = step(hash, letter.charCodeAt(0));
        continue;
      }
      if (inside) put(hash, i);
      hash = 0;
      inside = 0;
      if (kind === IDEOGRAPH) put(step(0, cls & UNIT), i + 1);
    }
    return n;
  }

  /** Reports the tokens 1 to n - 1 that pass the filter. */
  function sift(n: number, onCandidate: OnCandidate): void {
    let count = 0;
    let previous = hashes[0]!;
    for (let j = 1; j < n; j++) {
      const current = hashes[j]!;
      const single = spread(current);
      const pair = spread(pairOf(previous, current));
      const a = filter[(single >>> 10) & mask]!;
      const b = filter[(pair >>> 10) & mask]!;
      candidates[count] = j;
      count += (((a >>> single) & (a >>> (single >>> 5))) | ((b >>> pair) & (b >>> (pair >>> 5)))) & 1;
      previous = current;
    }
    for (let c = 0; c < count; c++) {
      const j = candidates[c]!;
      onCandidate(ends[j]!, hashes[j]!, ends[j - 1]!, hashes[j - 1]!);
    }
    if (n > 1) {
      hashes[0] = hashes[n - 1]!;
      ends[0] = ends[n - 1]!;
    }
  }

  return {
    scan(text, onCandidate) {
      hash = 0;
      inside = 0;
      hashes[0] = 0;
      ends[0] = -1;
      const { length } = text;
      for (let from = 0; from < length; from += CHUNK) {
        const to = Math.min(from + CHUNK, length);
        let n = tokenize(text, from, to);
        if (n < 0) n = tokenizeCarefully(text, from, to);
        sift(n, onCandidate);
      }
      if (inside) {
        hashes[1] = hash;
        ends[1] = length;
        sift(2, onCandidate);
      }
    },
  };
}
