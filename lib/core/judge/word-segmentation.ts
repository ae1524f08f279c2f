/** Whether a find in writing without blanks is a word of its own: 工会 in 施工会 is none. */
import { lazily } from '../base/memo.ts';

/** Units on each side that the words are cut from: more changes no border near the find. */
const AROUND = 12;
const segmenter = lazily(() => new Intl.Segmenter('zh', { granularity: 'word' }));

/** Has the engine bring its dictionary now: that takes as long as all else about the first screen of a page. */
export const loadDictionary = (): void => void segmenter().segment('工人运动').containing(1);

/**
 * The word that begins before the span and ends in it, or begins in it and ends behind it; null where none does.
 * By the engine's own dictionary, which engines may have in different editions.
 */
export function cuttingWord(text: string, start: number, end: number): string | null {
  const from = Math.max(0, start - AROUND);
  const near = text.slice(from, end + AROUND);
  for (const { segment, index } of segmenter().segment(near)) {
    const first = from + index;
    const last = first + segment.length;
    const isAcrossStart = first < start && last > start && last < end;
    const isAcrossEnd = first > start && first < end && last > end;
    if (isAcrossStart || isAcrossEnd) return segment;
  }
  return null;
}
