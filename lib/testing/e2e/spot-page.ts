/** Runs inside Chromium: the same spotting as at the terminal, over the browser's own parse of a page. */
import index from 'virtual:manicule/index';
import { createJudge } from '../../core/judge/judge.ts';
import { bytesOf } from '../../core/spotter/base64.ts';
import { openIndex } from '../../core/spotter/index-format.ts';
import { createSpotter } from '../../core/spotter/spotter.ts';
import { createSafeDom } from '../../dom/tree/safe-dom.ts';
import { documentLanguage, headingOf } from '../../dom/reading/document-info.ts';
import { spotDocument } from '../../dom/reading/spot-document.ts';

/** Offsets, surfaces and verdicts, as `npm run spot` gives them. */
export function spotBody(): [start: number, end: number, surface: string, verdict: string][] {
  const spotter = createSpotter(openIndex(bytesOf(index)));
  const judge = createJudge(spotter, documentLanguage(document));
  const engine = { spotter, judge, heading: headingOf(document) };
  return spotDocument(document.body, createSafeDom(window), engine).map(
    ({ start, end, surface, occurrence }) => [start, end, surface, occurrence.verdict],
  );
}

/** The body's text content at the offsets: must be the surface. */
export const textAt = (start: number, end: number): string =>
  (document.body.textContent ?? '').slice(start, end);
