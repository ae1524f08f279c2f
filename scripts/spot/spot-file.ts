import { JSDOM, VirtualConsole } from 'jsdom';
import { createJudge, type Judge, type Occurrence } from '../../lib/core/judge/judge.ts';
import { spotPlainText } from '../../lib/core/judge/spot-plain-text.ts';
import { createSpotter } from '../../lib/core/spotter/spotter.ts';
import { reasonText } from '../../lib/core/card/reason-text.ts';
import { createSafeDom } from '../../lib/dom/tree/safe-dom.ts';
import { documentLanguage, headingOf } from '../../lib/dom/reading/document-info.ts';
import { spotDocument } from '../../lib/dom/reading/spot-document.ts';
import type { Engine } from './load-engine.ts';
import { readText } from './read-file.ts';

/** Title and author stand in so much of a plain text. */
const TEXT_HEAD = 400;

export interface SpottedLine {
  file: string;
  start: number;
  end: number;
  surface: string;
  concepts: string[];
  verdict: Occurrence['verdict'];
  /** How likely the first concept is meant, 0 to 1. */
  score: number;
  reasons: string[];
}

/** A text, everything that was spotted in it, and the judge that did it. */
export interface SpottedText {
  whole: string;
  spotted: { start: number; end: number; occurrence: Occurrence }[];
  judge: Judge;
}

/**
 * What the product would mark in a file, through the core and the flow code that the content script runs.
 * Throws with a message for the reader where the file, or the root in it, cannot be had.
 */
export function spotFile(file: string, rootSelector: string, engine: Engine): SpottedLine[] {
  const { whole, spotted } = /\.txt(\.gz)?$/i.test(file)
    ? spotText(readText(file), engine)
    : spotRoot(file, rootSelector, engine);
  return spotted.map(({ start, end, occurrence }) => ({
    file,
    start,
    end,
    surface: whole.slice(start, end),
    concepts: occurrence.concepts.map(engine.index.idOf),
    verdict: occurrence.verdict,
    score: Math.round(occurrence.score * 1000) / 1000,
    reasons: occurrence.reasons.map(reasonText),
  }));
}

export function spotText(whole: string, { index }: Engine): SpottedText {
  const spotter = createSpotter(index);
  const heading = whole.slice(0, TEXT_HEAD);
  const judge = createJudge(spotter);
  const spotted = spotPlainText(whole, { spotter, judge, heading }).map((occurrence) => {
    const { start, end } = occurrence;
    return { start, end, occurrence };
  });
  return { whole, spotted, judge };
}

/** A saved page's text content below a root, with what was spotted in it. */
export function spotRoot(file: string, rootSelector: string, { index }: Engine): SpottedText {
  // "outside-only" makes the parser treat noscript as a browser with scripts does; no script of the page runs.
  const { window } = new JSDOM(readText(file), {
    runScripts: 'outside-only',
    virtualConsole: new VirtualConsole(),
  });
  try {
    const root = findRoot(window.document, rootSelector);
    const spotter = createSpotter(index);
    const judge = createJudge(spotter, documentLanguage(window.document));
    const heading = headingOf(window.document);
    const spotted = spotDocument(root, createSafeDom(window), { spotter, judge, heading });
    return { whole: root.textContent ?? '', spotted, judge };
  } finally {
    window.close();
  }
}

function findRoot(document: Document, selector: string): Element {
  let root: Element | null;
  try {
    root = document.querySelector(selector);
  } catch {
    throw new Error(`has no root: “${selector}” is not a CSS selector`);
  }
  if (!root) throw new Error(`has no root: nothing in it fits “${selector}”`);
  return root;
}
