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

/** UTF-16 units at the beginning of a plain text in which title and author stand. */
const TEXT_HEAD = 400;

export interface SpottedLine {
  file: string;
  start: number;
  end: number;
  surface: string;
  concepts: string[];
  verdict: Occurrence['verdict'];
  /** Probability that the first concept is meant, 0 to 1. */
  score: number;
  reasons: string[];
}

/** A text with its occurrences, and the judge that knows what it weighed for each. */
export interface SpottedText {
  text: string;
  spotted: { start: number; end: number; occurrence: Occurrence }[];
  judge: Judge;
}

/**
 * Spots a file with the same core and the same reading of flows as the content script.
 * Throws with a message for the reader if the file cannot be read, or has no such root.
 */
export function spotFile(file: string, rootSelector: string, engine: Engine): SpottedLine[] {
  const { text, spotted } = /\.txt(\.gz)?$/i.test(file)
    ? spotText(readText(file), engine)
    : spotRoot(file, rootSelector, engine);
  return spotted.map(({ start, end, occurrence }) => ({
    file,
    start,
    end,
    surface: text.slice(start, end),
    concepts: occurrence.concepts.map(engine.index.idOf),
    verdict: occurrence.verdict,
    score: Math.round(occurrence.score * 1000) / 1000,
    reasons: occurrence.reasons.map(reasonText),
  }));
}

export function spotText(text: string, { index }: Engine): SpottedText {
  const spotter = createSpotter(index);
  const heading = text.slice(0, TEXT_HEAD);
  const judge = createJudge(spotter);
  const spotted = spotPlainText(text, { spotter, judge, heading }).map((occurrence) => {
    const { start, end } = occurrence;
    return { start, end, occurrence };
  });
  return { text, spotted, judge };
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
    return { text: root.textContent ?? '', spotted, judge };
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
