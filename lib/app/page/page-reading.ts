import index from 'virtual:manicule/index';
import type { Decisions } from '../../core/judge/term-decision.ts';
import { UNITS_A_REPAINT } from '../../core/marks/reread-budget.ts';
import { turnsOutToBeEssay } from '../../core/spotter/essay-detector.ts';
import { createJudge } from '../../core/judge/judge.ts';
import { applyDecisions } from '../../core/judge/apply-decisions.ts';
import { bytesOf } from '../../core/spotter/base64.ts';
import { openIndex } from '../../core/spotter/index-format.ts';
import { createSpotter, type Spotter } from '../../core/spotter/spotter.ts';
import { isProse } from '../../core/sites/plain-text-pages.ts';
import { documentOrder, shownOrder, shownParentOf } from '../../dom/tree/composed-tree.ts';
import { removeLeftovers } from '../../dom/card/card-element.ts';
import { createSafeDom, type SafeDom } from '../../dom/tree/safe-dom.ts';
import type { FlowRecord, Mark } from '../../dom/reading/flow-record.ts';
import { documentLanguage, headingOf, isShownAsSource } from '../../dom/reading/document-info.ts';
import { createPageMarks, type MarkSettings, type PageMarks } from '../../dom/marks/page-marks.ts';
import { createPageReader } from '../../dom/reading/page-reader.ts';
import type { Engine } from '../../dom/reading/record-reader.ts';
import { createPageWatcher, outermost, type PageChange } from '../../dom/reading/page-watcher.ts';
import { createShadowRoots, type ShadowRoots } from '../../dom/tree/shadow-roots.ts';
import { runInSlices } from '../../dom/reading/idle-slices.ts';
import { highlightSheet } from './highlight-sheet.ts';

export interface PageReading {
  readonly occurrences: PageMarks['occurrences'];
  readonly painter: PageMarks['painter'];
  readonly dom: SafeDom;
  readonly shadows: ShadowRoots;
  /** Negative if the first node is shown before the second. */
  order(a: Node, b: Node): number;
  readonly state: 'reading' | 'on' | 'paused' | 'too-large';
  /** UTF-16 units read so far. */
  readonly textLength: number;
  /** Id of the concept at a position of the glossary. */
  conceptId(position: number): string;
  /** Position of a concept that is on the page; null if it is not. */
  positionOf(id: string): number | null;
  /** Positions of every concept that the mark may mean, the likeliest first. */
  sensesOf(mark: Mark): number[];
  /** Follows a paused page again; false if it is not paused. */
  goOn(): boolean;
  /** Reads what is beyond the limit of a very large page; false if nothing is. */
  readAnyway(): boolean;
  /** The reader decided about a term: all verdicts are reviewed. */
  setDecisions(decisions: Decisions): void;
  setMarking(marking: MarkSettings): void;
}

export interface PageReadingOptions {
  signal: AbortSignal;
  marking: MarkSettings;
  decisions: Decisions;
  /** The bundled glossary's by default; asked for when the first text is found. */
  spotter?: (() => Spotter) | undefined;
  /** False once the extension behind this script is gone: nothing is painted then. */
  isAlive(): boolean;
  /** Marks appeared, vanished or changed. */
  onMarks(): void;
  /** A pass is over: all text is read, or read again. */
  onRead(): void;
  /** The page never stops changing and is no longer followed; or it is again. */
  onPaused(isPaused: boolean): void;
  onError(error: unknown): void;
}

let bundled: Spotter | undefined;
const bundledSpotter = (): Spotter => (bundled ??= createSpotter(openIndex(bytesOf(index))));

/** Reads the page, keeps its marks painted, and follows the page's changes, until the signal aborts. */
export function createPageReading(options: PageReadingOptions): PageReading {
  const { signal, spotter = bundledSpotter, onMarks, onRead, onPaused, onError } = options;
  let { decisions } = options;
  let engine: Engine | undefined;
  let state: PageReading['state'] = 'reading';
  let passes = 0;
  let isPaused = false;
  let isFollowing = false;
  const waiting = new Set<Element>();

  const dom = createSafeDom(window);
  const shadows = createShadowRoots();
  // Cards of an earlier script in shadow trees: those trees are known only now.
  shadows.onFound(removeLeftovers);
  const order = (a: Node, b: Node): number => (shadows.hadAny ? shownOrder(a, b, dom) : documentOrder(a, b));

  function loadEngine(): Engine {
    if (!engine) {
      const loaded = spotter();
      const judge = createJudge(loaded, documentLanguage(document));
      engine = { spotter: loaded, judge: applyDecisions(judge, loaded.index, () => decisions) };
    }
    return engine;
  }

  const reader = createPageReader({
    document,
    dom,
    engine: loadEngine,
    signal,
    preformatted: isProse(document.contentType),
    shadows,
    onError,
  });
  const marks = createPageMarks({
    window,
    signal,
    marking: options.marking,
    order,
    isAlive: options.isAlive,
    isFollowed: () => !isPaused,
    sheet: highlightSheet,
    onChanged: onMarks,
    onRecolored: (count) => watcher.spend(count * UNITS_A_REPAINT),
  });
  const { occurrences } = marks;
  const isGone = (record: FlowRecord): boolean => !record.nodes[0]!.isConnected;

  async function review(): Promise<void> {
    if (engine) await marks.review(engine.judge, (step) => runInSlices(step, signal, onError));
  }

  /** Runs a pass and counts it, even if it fails. */
  async function inPass(pass: () => Promise<void>): Promise<void> {
    passes++;
    state = 'reading';
    try {
      await pass();
    } finally {
      passes--;
    }
  }

  function updateState(): void {
    if (passes === 0 && !isPaused) state = reader.isCut ? 'too-large' : 'on';
  }

  const run = (work: Promise<void>): Promise<void> =>
    work.catch((error: unknown) => {
      updateState();
      onError(error);
    });

  async function read(roots: readonly (Element | Document)[], isAgain = false): Promise<void> {
    marks.beginPass();
    const unitsBefore = reader.unitsRead;
    const before = new Set(roots.includes(document) ? occurrences.records : recordsIn(roots));
    const isClosed = document.designMode === 'on' || isShownAsSource(document);
    await inPass(async () => {
      if (!isClosed) await reader.readAll(roots, marks.take);
    });
    if (signal.aborted) return;
    if (isAgain) watcher.spend(reader.unitsRead - unitsBefore);
    // Marks that were not found again stayed painted until now, so that the others did not flicker.
    if (!reader.isCut) marks.drop((record) => before.has(record));
    if (engine && passes === 0 && turnsOutToBeEssay(engine.spotter, headingOf(document))) {
      // Read it again with the essay's own phrases; its marks stay painted meanwhile.
      await read([document]);
    } else await finish();
  }

  async function finish(): Promise<void> {
    await review();
    if (signal.aborted) return;
    marks.settle();
    updateState();
    onRead();
    if (passes === 0) watcher.pageRead();
  }

  async function readRemainder(): Promise<void> {
    await inPass(() => reader.readOn());
    if (!signal.aborted) await finish();
  }

  function recordsIn(roots: readonly Node[]): FlowRecord[] {
    const wanted = new Set(roots);
    const isWithin = (block: Node): boolean => {
      for (let node: Node | null = block; node; node = shownParentOf(node, dom)) {
        if (wanted.has(node)) return true;
      }
      return false;
    };
    return occurrences.records.filter(({ block }) => isWithin(block));
  }

  function follow({ roots, removed }: PageChange): void {
    const isChanged = removed && marks.drop(isGone);
    if (roots.length > 0) void readAgain(roots);
    else if (isChanged) onRead();
  }

  /** One pass after the other: changes during a pass wait, so that no two passes read the same text. */
  async function readAgain(roots: readonly Element[]): Promise<void> {
    for (const root of roots) waiting.add(root);
    if (isFollowing) return;
    isFollowing = true;
    while (waiting.size > 0 && !signal.aborted && !isPaused) {
      const connected = [...waiting].filter((root) => root.isConnected);
      waiting.clear();
      await run(read(outermost(connected, dom), true));
    }
    isFollowing = false;
  }

  const watcher = createPageWatcher({
    document,
    dom,
    shadows,
    signal,
    onChange: follow,
    onText: marks.textChanged,
    onRunaway() {
      isPaused = true;
      state = 'paused';
      onRead();
      onPaused(true);
    },
  });
  watcher.start();
  reader.readViewport((records) => marks.take(records, true));
  void run(read([document]));

  return {
    occurrences,
    painter: marks.painter,
    dom,
    shadows,
    order,
    get state() {
      return state;
    },
    get textLength() {
      return reader.textLength;
    },
    conceptId: (position) => loadEngine().spotter.index.idOf(position),
    positionOf(id) {
      const { idOf } = loadEngine().spotter.index;
      const concepts = occurrences.marks().flatMap(({ occurrence }) => occurrence.concepts);
      return concepts.find((concept) => idOf(concept) === id) ?? null;
    },
    sensesOf: ({ occurrence }) => [
      ...new Set([
        ...occurrence.concepts,
        ...(engine?.judge.weighed(occurrence).map(({ concept }) => concept) ?? []),
      ]),
    ],
    setDecisions(next) {
      decisions = next;
      review().catch(onError);
    },
    setMarking: marks.setMarking,
    goOn() {
      if (!isPaused) return false;
      isPaused = false;
      onPaused(false);
      watcher.resume();
      // Changes of the pause went unnoticed. Marks that are still right stay painted.
      marks.checkColors();
      marks.drop(isGone);
      void run(read([document]));
      return true;
    },
    readAnyway() {
      if (!reader.isCut) return false;
      void run(readRemainder());
      return true;
    },
  };
}
