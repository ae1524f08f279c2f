import index from 'virtual:manicule/index';
import { UNDECIDED, type Decisions } from '../../core/judge/term-decision.ts';
import { createThinning, type Thinning } from '../../core/marks/density.ts';
import { turnsOutToBeEssay } from '../../core/spotter/essay-detector.ts';
import { createJudge } from '../../core/judge/judge.ts';
import { applyDecisions } from '../../core/judge/apply-decisions.ts';
import { bytesOf } from '../../core/spotter/base64.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { openIndex } from '../../core/spotter/index-format.ts';
import { createSpotter } from '../../core/spotter/spotter.ts';
import { isProse } from '../../core/sites/plain-text-pages.ts';
import { documentOrder, shownOrder, shownParentOf } from '../../dom/tree/composed-tree.ts';
import { removeLeftovers } from '../../dom/card/card-element.ts';
import { createSafeDom, type SafeDom } from '../../dom/tree/safe-dom.ts';
import {
  createOccurrenceIndex,
  isSameDecision,
  shareText,
  type OccurrenceIndex,
} from '../../dom/marks/occurrence-index.ts';
import type { FlowRecord, Mark } from '../../dom/reading/flow-record.ts';
import { documentLanguage, headingOf, isShownAsSource } from '../../dom/reading/document-info.ts';
import { isExcludedFromMarks } from '../../dom/marks/mark-filter.ts';
import { createPageReader } from '../../dom/reading/page-reader.ts';
import type { Engine } from '../../dom/reading/record-reader.ts';
import { createPageWatcher, outermost, type PageChange } from '../../dom/reading/page-watcher.ts';
import { createShadowRoots, type ShadowRoots } from '../../dom/tree/shadow-roots.ts';
import { createPageColorScheme } from '../../dom/marks/color-scheme.ts';
import { runInSlices } from '../../dom/reading/idle-slices.ts';
import { createPainter, type Painter } from '../../dom/marks/painter.ts';
import { unshadowed } from '../../dom/tree/safe-document.ts';
import { highlightSheet } from './highlight-sheet.ts';

export interface PageReading {
  readonly occurrences: OccurrenceIndex;
  readonly painter: Painter;
  readonly dom: SafeDom;
  readonly shadows: ShadowRoots;
  /** Less than 0 where the first node is shown before the second. */
  order(a: Node, b: Node): number;
  readonly state: 'reading' | 'on' | 'paused' | 'too-large';
  readonly textLength: number;
  conceptId(position: number): string;
  /** Position of a concept that is on the page; null where it is not. */
  positionOf(id: string): number | null;
  /** Every concept that the mark may mean, the likeliest first. */
  sensesOf(mark: Mark): number[];
  /** Goes on after the page made us pause; false where it did not. */
  goOn(): boolean;
  /** Reads what is beyond the limit of a very large page; false where nothing is. */
  readAnyway(): boolean;
  /** The reader decided something: all verdicts are given anew. */
  setDecisions(decisions: Decisions): void;
  /** How and where to mark from now on. */
  setMarking(marking: MarkSettings): void;
}

export type MarkSettings = Pick<Settings, 'density' | 'headings' | 'links' | 'markStyle'>;

export interface PageReadingOptions {
  signal: AbortSignal;
  marking: MarkSettings;
  /** What the reader decided about terms. */
  decisions: Decisions;
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

let engine: Engine | undefined;
let decisions: Decisions = UNDECIDED;

/** The bundled glossary's spotter and judge, unpacked when the first text is found. */
function bundledEngine(): Engine {
  if (!engine) {
    const spotter = createSpotter(openIndex(bytesOf(index)));
    engine = {
      spotter,
      judge: applyDecisions(createJudge(spotter, documentLanguage(document)), spotter.index, () => decisions),
    };
  }
  return engine;
}

/** Reads the page, keeps its marks painted, and follows what the page changes, until the signal aborts. */
export function createPageReading({
  signal,
  marking: given,
  decisions: known,
  isAlive,
  onMarks,
  onRead,
  onPaused,
  onError,
}: PageReadingOptions): PageReading {
  decisions = known;
  let marking = given;
  const dom = createSafeDom(window);
  const shadows = createShadowRoots();
  // Of the trees it is known only now.
  shadows.onFound(removeLeftovers);
  const order = (a: Node, b: Node): number => (shadows.hadAny ? shownOrder(a, b, dom) : documentOrder(a, b));
  const occurrences = createOccurrenceIndex(order);
  const preformatted = isProse(document.contentType);
  const reader = createPageReader({
    document,
    dom,
    engine: bundledEngine,
    signal,
    preformatted,
    shadows,
    onError,
  });
  const look = createPageColorScheme({ window, signal, onChanged: () => painter.refresh() });
  const painter = createPainter({
    window,
    signal,
    isDark: look.isDark,
    isAlive,
    style: () => marking.markStyle,
    sheet: highlightSheet,
    onDisplay(records, displayed) {
      for (const record of records) record.hidden = !displayed;
      settle();
      onMarks();
    },
  });
  let state: PageReading['state'] = 'reading';
  let passes = 0;
  let isFollowing = false;
  const waiting = new Set<Element>();
  let paused = false;
  let thinning: Thinning = createThinning(marking.density);

  const settleMarks = (): boolean =>
    occurrences.settle(marking.density, (mark) => isExcludedFromMarks(mark, marking));

  function settle(): void {
    if (settleMarks()) painter.refresh();
  }

  /** Now that the page is read, what it says as a whole counts too. */
  async function review(): Promise<void> {
    if (!engine) return;
    let changed = false;
    const step = occurrences.review(engine.judge, () => (changed = true));
    // The first part at once: it is the whole on most pages, and nothing is to flicker there.
    if (step()) await runInSlices(step, signal, onError);
    if (!changed || signal.aborted) return;
    settleMarks();
    painter.refresh();
    onMarks();
  }

  function take(records: FlowRecord[], now = false): void {
    if (records.length === 0) return;
    for (const record of records) record.hidden = !record.block.checkVisibility();
    // What an earlier reading already found is found again: the newer one knows more neighbours.
    const seen = new Set<FlowRecord>();
    for (const record of records) {
      for (const node of record.nodes) {
        for (const old of occurrences.recordsOf(node)) if (shareText(old, record)) seen.add(old);
      }
    }
    if (seen.size > 0) {
      const shown = new Set([...seen].flatMap((old) => old.marks.filter((mark) => mark.shown).map(placeKey)));
      occurrences.remove((record) => seen.has(record));
      for (const record of records) for (const mark of record.marks) mark.kept = shown.has(placeKey(mark));
    }
    for (const record of records) {
      for (const mark of record.marks) {
        const { section } = record;
        mark.shown =
          !record.hidden &&
          mark.occurrence.verdict !== 'hide' &&
          !isExcludedFromMarks(mark, marking) &&
          thinning.admit({ concept: mark.occurrence.concepts[0]!, section, kept: mark.kept });
      }
    }
    occurrences.add(records);
    painter.add(records, { now, insteadOf: seen });
    onMarks();
  }

  /** `isAgain`: because the page changed. */
  async function read(roots: readonly (Element | Document)[], isAgain = false): Promise<void> {
    passes++;
    state = 'reading';
    thinning = createThinning(marking.density);
    const unitsBefore = reader.unitsRead;
    const before = new Set(roots.includes(document) ? occurrences.records : recordsIn(roots));
    const isClosed = unshadowed(document).designMode === 'on' || isShownAsSource(document);
    if (!isClosed) await reader.readAll(roots, take);
    passes--;
    if (signal.aborted) return;
    if (isAgain) watcher.spend(reader.unitsRead - unitsBefore);
    // What was there before and was not found again is no more; until then it stayed painted.
    if (!reader.isCut) drop((record) => before.has(record));
    if (engine && passes === 0 && turnsOutToBeEssay(engine.spotter, headingOf(document))) {
      // All over again, with the essay's own phrases; what is marked already stays.
      await read([document]);
      return;
    }
    await finish();
  }

  /** A pass is over: what it found is judged with all that is known now. */
  async function finish(): Promise<void> {
    await review();
    if (signal.aborted) return;
    settle();
    if (passes === 0 && !paused) state = reader.isCut ? 'too-large' : 'on';
    onRead();
    if (passes === 0) watcher.pageRead();
  }

  async function readOn(): Promise<void> {
    passes++;
    state = 'reading';
    await reader.readOn();
    passes--;
    if (!signal.aborted) await finish();
  }

  function recordsIn(roots: readonly Node[]): FlowRecord[] {
    const again = new Set(roots);
    const isWithin = (node: Node): boolean => {
      for (let at: Node | null = node; at; at = shownParentOf(at, dom)) if (again.has(at)) return true;
      return false;
    };
    return occurrences.records.filter(({ block }) => isWithin(block));
  }

  /** Whether there was anything to drop. */
  function drop(isGone: (record: FlowRecord) => boolean): boolean {
    const gone = occurrences.remove(isGone);
    painter.remove(gone);
    if (gone.length === 0) return false;
    settle();
    onMarks();
    return true;
  }

  function follow({ roots, removed }: PageChange): void {
    const changed = removed && drop((record) => !record.nodes[0]!.isConnected);
    if (roots.length > 0) readAgain(roots).catch(onError);
    else if (changed) onRead();
  }

  /** One after the other: what changes while something is read again waits, so that no two passes read the same. */
  async function readAgain(roots: readonly Element[]): Promise<void> {
    for (const root of roots) waiting.add(root);
    if (isFollowing) return;
    isFollowing = true;
    while (waiting.size > 0 && !signal.aborted && !paused) {
      const next = outermost(
        [...waiting].filter((root) => root.isConnected),
        dom,
      );
      waiting.clear();
      await read(next, true);
    }
    isFollowing = false;
  }

  const watcher = createPageWatcher({
    document,
    dom,
    shadows,
    signal,
    onChange: follow,
    onText(text) {
      // Before the page draws again: what says something else now is not underlined.
      for (const record of occurrences.recordsOf(text)) if (!isSameDecision(record)) painter.wipe(record);
    },
    onRunaway() {
      paused = true;
      state = 'paused';
      onRead();
      onPaused(true);
    },
  });
  watcher.start();
  reader.readViewport((records) => take(records, true));
  read([document]).catch(onError);

  return {
    occurrences,
    painter,
    dom,
    shadows,
    order,
    get state() {
      return state;
    },
    get textLength() {
      return reader.textLength;
    },
    conceptId: (position) => bundledEngine().spotter.index.idOf(position),
    positionOf(id) {
      const { idOf } = bundledEngine().spotter.index;
      const mark = occurrences
        .marks()
        .find(({ occurrence }) => occurrence.concepts.some((concept) => idOf(concept) === id));
      return mark?.occurrence.concepts.find((concept) => idOf(concept) === id) ?? null;
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
    setMarking(next) {
      marking = next;
      settleMarks();
      painter.refresh();
      onMarks();
    },
    goOn() {
      if (!paused) return false;
      paused = false;
      onPaused(false);
      watcher.resume();
      // What changed meanwhile went unnoticed. Marks that are still right stay painted.
      drop((record) => !record.nodes[0]!.isConnected);
      read([document]).catch(onError);
      return true;
    },
    readAnyway() {
      if (!reader.isCut) return false;
      readOn().catch(onError);
      return true;
    },
  };
}

const placeKey = ({ record, occurrence }: FlowRecord['marks'][number]): string =>
  `${record.section}/${occurrence.concepts.join()}/${occurrence.start}`;
