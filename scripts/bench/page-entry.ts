/** Runs inside the bench's pages: the product's own reading, and the floor under it. */
import { UNDECIDED } from '../../lib/core/judge/term-decision.ts';
import { DEFAULT_SETTINGS } from '../../lib/core/settings/settings.ts';
import { createPageReading, type PageReading } from '../../lib/app/page/page-reading.ts';
import index from 'virtual:manicule/index';
import { createJudge } from '../../lib/core/judge/judge.ts';
import { bytesOf } from '../../lib/core/spotter/base64.ts';
import { openIndex } from '../../lib/core/spotter/index-format.ts';
import { createSpotter } from '../../lib/core/spotter/spotter.ts';
import { createPassageFinder, findAll } from '../../lib/core/anchoring/passage-finder.ts';
import { describe } from '../../lib/core/anchoring/selector.ts';
import { createSafeDom } from '../../lib/dom/tree/safe-dom.ts';
import { characterAt, rectsOfPieces } from '../../lib/dom/pointing/hit-test.ts';
import { createPassageLocator, type NoteAnchor } from '../../lib/dom/notes/passage-locator.ts';
import { piecesOf } from '../../lib/dom/tree/text-pieces.ts';
import { createPageReader } from '../../lib/dom/reading/page-reader.ts';
import { createShadowRoots } from '../../lib/dom/tree/shadow-roots.ts';
import { readPageText } from '../../lib/dom/notes/page-text.ts';

/** Rounds until the engine has compiled both sides. */
const WARM_UP = 20;

/** Milliseconds of a whole read, walk to verdict, against walking, reading and summing every unit; warm, medians. */
export function pageWarm(rounds: number): { limit: number; ours: number; hits: number } {
  const spotter = createSpotter(openIndex(bytesOf(index)));
  const engine = { spotter, judge: createJudge(spotter) };
  const dom = createSafeDom(window);
  let sink = 0;
  let hits = 0;
  const limit = (): void => {
    const walker = document.createTreeWalker(document.body, 4);
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      const { data } = node;
      for (let i = 0; i < data.length; i++) sink += data.charCodeAt(i);
    }
  };
  const reader = createPageReader({
    document,
    dom,
    shadows: createShadowRoots(),
    engine: () => engine,
    signal: new AbortController().signal,
    onError(error) {
      throw error;
    },
  });
  const ours = (): void => {
    hits = reader.readNow(document.body).length;
  };
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds + WARM_UP; round++) {
    [limit, ours].forEach((side, i) => {
      const start = performance.now();
      side();
      if (round >= WARM_UP) times[i as 0 | 1].push(performance.now() - start);
    });
  }
  const median = (list: number[]): number => list.sort((a, b) => a - b)[list.length >> 1]!;
  if (sink < 0) throw new Error('unreachable');
  return { limit: median(times[0]), ours: median(times[1]), hits };
}

const painted = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve();
      port2.postMessage(null);
    });
  });

/** Milliseconds from a cold start on this page to the first mark painted; null if the page has none. */
export async function firstMark(): Promise<number | null> {
  const stop = new AbortController();
  const start = performance.now();
  const found = await new Promise<boolean>((resolve, reject) => {
    createPageReading({
      signal: stop.signal,
      marking: { ...DEFAULT_SETTINGS, density: 'all' },
      decisions: UNDECIDED,
      isAlive: () => true,
      onPaused: () => undefined,
      onMarks: () => resolve(true),
      onRead: () => resolve(false),
      onError: reject,
    });
  });
  await painted();
  const took = performance.now() - start;
  stop.abort();
  return found ? took : null;
}

declare const Mark: new (root: Element) => {
  markRegExp(pattern: RegExp, options: { done(): void; exclude: string[] }): void;
};

/** The same with mark.js, which must be on the page, and one RegExp of the same forms. */
export async function firstMarkByMarkJs(source: string): Promise<number> {
  const start = performance.now();
  await new Promise<void>((resolve) => {
    new Mark(document.body).markRegExp(new RegExp(source, 'gi'), {
      done: resolve,
      exclude: ['script', 'style'],
    });
  });
  await painted();
  return performance.now() - start;
}

/**
 * The longest part, in milliseconds, of looking for notes on this page: a third of the passages stand as they did, a
 * third were edited, a third are gone. Also how many parts there were and how many were found.
 */
export async function notesSearched(
  count: number,
): Promise<{ longest: number; parts: number; found: number }> {
  const dom = createSafeDom(window);
  const { text } = readPageText(document, dom);
  const sentences = [...text.matchAll(/[A-Z][^.\n]{50,200}\./g)];
  if (sentences.length < count) throw new Error('The page has too few sentences.');
  const notes = Array.from({ length: count }, (_, i): NoteAnchor => {
    const { index, 0: quote } = sentences[Math.floor((i * sentences.length) / count)]!;
    const words = quote.split(' ');
    // As it was when it was pinned: other words in its middle, or in all of it.
    const before =
      i % 3 === 0
        ? quote
        : words.map((word, at) => (i % 3 === 2 || at === words.length >> 1 ? `zq${at}${i}` : word)).join(' ');
    const old = text.slice(0, index) + before + text.slice(index + quote.length);
    return { _id: `n${i}`, selectors: describe(old, index, index + before.length) };
  });
  const lengths: number[] = [];
  const timed = (run: () => void): void => {
    const start = performance.now();
    run();
    lengths.push(performance.now() - start);
  };
  const idle = window.requestIdleCallback.bind(window);
  window.requestIdleCallback = (run, options) => idle((deadline) => timed(() => run(deadline)), options);
  const stop = new AbortController();
  const found = await new Promise<number>((resolve, reject) => {
    const places = createPassageLocator({
      document,
      dom,
      signal: stop.signal,
      loadSearch: () => Promise.resolve({ createPassageFinder, findAll }),
      onLocated: () => resolve(places.placed.size),
      onError: reject,
      nowMs: Date.now,
    });
    timed(() => places.setNotes(notes));
  });
  stop.abort();
  window.requestIdleCallback = idle;
  return { longest: Math.max(...lengths), parts: lengths.length, found };
}

let reading: PageReading | undefined;

/** Reads all of this page and paints the marks near the viewport. Returns how many marks there are and how many are painted. */
export async function readAndPaint(): Promise<{ all: number; live: number }> {
  await new Promise<void>((resolve, reject) => {
    reading = createPageReading({
      signal: new AbortController().signal,
      marking: { ...DEFAULT_SETTINGS, density: 'all' },
      decisions: UNDECIDED,
      isAlive: () => true,
      onPaused: () => undefined,
      onMarks: () => undefined,
      onRead: () => resolve(),
      onError: reject,
    });
  });
  await painted();
  return { all: reading!.occurrences.marks().length, live: reading!.painter.liveCount() };
}

/** Takes the paint down; what was read stays. */
export async function unpaint(): Promise<void> {
  CSS.highlights.clear();
  await painted();
}

/** Paints every mark, wherever it is on the page, up to `limit` of them. */
export async function paintAll(limit = Infinity): Promise<number> {
  const highlight = new Highlight();
  const ranges = reading!.occurrences
    .marks()
    .flatMap(({ record, occurrence }) => piecesOf(record, occurrence.start, occurrence.end))
    .slice(0, limit);
  for (const { node, start, end } of ranges) {
    highlight.add(
      new StaticRange({ startContainer: node, startOffset: start, endContainer: node, endOffset: end }),
    );
  }
  CSS.highlights.set('manicule-term', highlight);
  await painted();
  return ranges.length;
}

/** Milliseconds that one hit test takes, ours and the browser's `highlightsFromPoint`, with `count` marks painted. */
export async function timeHitTests(
  count: number,
): Promise<{ ours: number; browsers: number; marks: number }> {
  const { occurrences } = reading!;
  const points = occurrences
    .marks()
    .slice(0, 200)
    .flatMap((mark) =>
      rectsOfPieces(piecesOf(mark.record, mark.occurrence.start, mark.occurrence.end)).slice(0, 1),
    )
    .map(({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 }))
    .filter(({ y }) => y > 0 && y < innerHeight);
  if (points.length === 0) throw new Error('No mark is in view.');
  let found = 0;
  const ownLookUp = (x: number, y: number): void => {
    const at = characterAt(document, x, y);
    const mark = at && occurrences.find(at.node, at.offset);
    if (mark) {
      found += rectsOfPieces(piecesOf(mark.record, mark.occurrence.start, mark.occurrence.end)).length;
    }
  };
  const each = (rounds: number, look: (x: number, y: number) => void): number => {
    const start = performance.now();
    for (let round = 0; round < rounds; round++) for (const { x, y } of points) look(x, y);
    return (performance.now() - start) / (rounds * points.length);
  };
  each(20, ownLookUp);
  const ours = each(200, ownLookUp);
  if (found === 0) throw new Error('Nothing was found under any point.');
  const marks = await paintAll(count);
  const registry = CSS.highlights as HighlightRegistry & {
    highlightsFromPoint(x: number, y: number): { highlight: Highlight }[];
  };
  let theirs = 0;
  const browserLookUp = (x: number, y: number): void => {
    theirs += registry.highlightsFromPoint(x, y).length;
  };
  browserLookUp(points[0]!.x, points[0]!.y);
  const browsers = each(2, browserLookUp);
  if (theirs === 0) throw new Error('The browser found no highlight.');
  return { ours, browsers, marks };
}
