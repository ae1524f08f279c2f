/** Checks that a find in a script without spaces is a word of its own: 工会 in 施工会 is not. */
import { lazily } from '../base/memo.ts';

/** UTF-16 units of context on each side; with more, no boundary near the find changes. */
const AROUND = 12;
const segmenter = lazily(() => new Intl.Segmenter('zh', { granularity: 'word' }));

/** Makes the engine load its dictionary now, which takes as long as reading the first screen of a page. */
export const loadDictionary = (): void => void segmenter().segment('工人运动').containing(1);

/**
 * The word that begins before the span and ends in it, or begins in it and ends behind it; null if there is none.
 * It comes from the engine's dictionary (ICU), of which browsers may have different editions.
 */
export function cuttingWord(text: string, start: number, end: number): string | null {
  const offset = Math.max(0, start - AROUND);
  const context = text.slice(offset, end + AROUND);
  for (const { segment, index } of segmenter().segment(context)) {
    const wordStart = offset + index;
    const wordEnd = wordStart + segment.length;
    const isAcrossStart = wordStart < start && wordEnd > start && wordEnd < end;
    const isAcrossEnd = wordStart > start && wordStart < end && wordEnd > end;
    if (isAcrossStart || isAcrossEnd) return segment;
  }
  return null;
}
