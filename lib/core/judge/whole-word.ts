/** Whether a find in writing without blanks is a word of its own: 工会 in 施工会 is none. */
/** Units on each side that the words are cut from: more changes no border near the find. */
const AROUND = 12;
let segmenter: Intl.Segmenter | undefined;

/**
 * The word that begins before the span and ends in it, or begins in it and ends behind it; null where none does.
 * By the engine's own dictionary, which engines may have in different editions.
 */
export function cuttingWord(text: string, start: number, end: number): string | null {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  const from = Math.max(0, start - AROUND);
  const near = text.slice(from, end + AROUND);
  for (const { segment, index } of segmenter.segment(near)) {
    const first = from + index;
    const last = first + segment.length;
    const isAcrossStart = first < start && last > start && last < end;
    const isAcrossEnd = first > start && first < end && last > end;
    if (isAcrossStart || isAcrossEnd) return segment;
  }
  return null;
}
