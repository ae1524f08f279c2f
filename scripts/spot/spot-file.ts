import { JSDOM, VirtualConsole } from 'jsdom';
import type { Judge, Occurrence } from '../../lib/core/judge.ts';
import { spotPlainText } from '../../lib/core/plain-text.ts';
import { reasonText } from '../../lib/core/reason-text.ts';
import type { Spotter } from '../../lib/core/spotter/spotter.ts';
import { createSafeDom } from '../../lib/dom/elements.ts';
import { spotDocument } from '../../lib/dom/spot-document.ts';
import { readText } from './read-file.ts';

export interface SpottedLine {
  file: string;
  start: number;
  end: number;
  surface: string;
  concepts: string[];
  verdict: Occurrence['verdict'];
  reasons: string[];
}

export interface Engine {
  spotter: Spotter;
  judge: Judge;
}

/**
 * What the product would mark in a file, through the core and the flow code that the content script runs.
 * Throws with a message for the reader where the file, or the root in it, cannot be had.
 */
export function spotFile(file: string, rootSelector: string, engine: Engine): SpottedLine[] {
  const text = readText(file);
  const line = (start: number, end: number, surface: string, occurrence: Occurrence): SpottedLine => ({
    file,
    start,
    end,
    surface,
    concepts: occurrence.concepts.map((concept) => engine.spotter.index.concepts[concept]!.id),
    verdict: occurrence.verdict,
    reasons: occurrence.reasons.map(reasonText),
  });
  if (/\.txt(\.gz)?$/i.test(file)) {
    return spotPlainText(text, engine).map((o) => line(o.start, o.end, text.slice(o.start, o.end), o));
  }
  // "outside-only" makes the parser treat noscript as a browser with scripts does; no script of the page runs.
  const { window } = new JSDOM(text, { runScripts: 'outside-only', virtualConsole: new VirtualConsole() });
  try {
    const root = findRoot(window.document, rootSelector);
    const dom = createSafeDom(window);
    return spotDocument(root, dom, engine).map((place) =>
      line(place.start, place.end, place.surface, place.occurrence),
    );
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
