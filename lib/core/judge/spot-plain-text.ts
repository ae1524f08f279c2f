/** Spots and judges a plain text, for the terminal and for labelled texts. */
import { turnsOutToBeEssay } from '../spotter/essay-detector.ts';
import type { Judge, Occurrence, JudgedPassage } from './judge.ts';
import type { Spotter } from '../spotter/spotter.ts';

const LINE_END = String.raw`(?:\r\n|\r(?!\n)|(?<!\r)\n)[^\S\r\n]*`;
const BLANK_LINES = new RegExp(`${LINE_END}(?:${LINE_END})+`, 'g');

/** Spans of the paragraphs of a plain text: a blank line ends one, a single line break is a space. */
export function paragraphsOf(text: string): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = [];
  let start = 0;
  for (const gap of text.matchAll(BLANK_LINES)) {
    if (gap.index > start) spans.push({ start, end: gap.index });
    start = gap.index + gap[0].length;
  }
  if (start < text.length) spans.push({ start, end: text.length });
  return spans;
}

/** Occurrences of a plain text, hidden ones too, with offsets in the whole text. `heading` may give the essay away. */
export function spotPlainText(
  text: string,
  { spotter, judge, heading = '' }: { spotter: Spotter; judge: Judge; heading?: string },
): Occurrence[] {
  const spans = paragraphsOf(text);
  const read = (): JudgedPassage[] =>
    spans.map(({ start, end }) => {
      const paragraph = text.slice(start, end);
      return { text: paragraph, hits: spotter.spot(paragraph) };
    });
  let passages = read();
  if (turnsOutToBeEssay(spotter, heading)) passages = read();
  const judged = passages.map((passage, i) =>
    judge.judge(passage, passages[i - 1] ?? null, passages[i + 1] ?? null),
  );
  const reviewed = judge.review(judged.flat());
  let next = 0;
  return judged.flatMap((occurrences, i) =>
    occurrences.map(() => {
      const occurrence = reviewed[next++]!;
      const { start } = spans[i]!;
      // Changed in place, not copied: `judge.weighed` knows an occurrence by its identity.
      return Object.assign(occurrence, { start: occurrence.start + start, end: occurrence.end + start });
    }),
  );
}
