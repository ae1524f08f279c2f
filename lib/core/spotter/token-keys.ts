/**
 * Keys of the index. A token is a word, or one character of a script without spaces. A form is keyed by its token, or by
 * the pair of its first two, so that frequent words ("the", "in") do not call the verifier.
 */
import {
  classOf,
  EXPANDS,
  foldUnit,
  IDEOGRAPH,
  IGNORABLE,
  COMBINING,
  KIND,
  SPECIAL,
  WORD,
  type Characters,
} from '../base/characters.ts';

/** Multiplier of the rolling word hash: odd, so that no bits are lost, and the same in index and scanner; else arbitrary. */
export const HASH_STEP = 0x2c1b3c6d;
const PAIR_STEP = 0x297a2d39;

/** Spreads the hash of a token or of a pair over all 32 bits. */
export function spread(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x9e3779b1);
  return mixed ^ (mixed >>> 13);
}

export const pairOf = (first: number, second: number): number => Math.imul(first, PAIR_STEP) + second;

/** The hash with one more folded unit; must be the same arithmetic as in the scanner's loop. */
export const step = (hash: number, unit: number): number => (Math.imul(hash, HASH_STEP) + (unit | WORD)) | 0;

export interface TokenRun {
  hashes: number[];
  /** Offset of the first token in the text. */
  start: number;
}

/** Tokens of a form, by the rules of the scanner. */
export function tokensOf(text: string, characters: Characters): TokenRun {
  const hashes: number[] = [];
  let start = -1;
  let hash = 0;
  let inWord = false;
  const flush = (): void => {
    if (inWord) hashes.push(hash);
    hash = 0;
    inWord = false;
  };
  for (let i = 0; i < text.length; i++) {
    const cls = classOf(characters, text.charCodeAt(i));
    const kind = cls & SPECIAL ? cls & KIND : 0;
    if (kind === IGNORABLE || kind === COMBINING) continue;
    if (cls >= 0) {
      flush();
      continue;
    }
    if (start < 0) start = i;
    if (kind === IDEOGRAPH) {
      flush();
      hashes.push(step(0, cls & 0xffff));
      continue;
    }
    inWord = true;
    if (kind === EXPANDS) {
      const folded = foldUnit(text.charCodeAt(i));
      for (let j = 0; j < folded.length; j++) hash = step(hash, folded.charCodeAt(j));
    } else hash = step(hash, cls & 0xffff);
  }
  flush();
  return { hashes, start };
}
