/** Schedules the reading of a page or parts of it: what is on screen first and at once, the remainder in idle slices. */
import { isUnspaced } from '../../core/base/letters.ts';
import { loadDictionary } from '../../core/judge/word-segmentation.ts';
import type { SafeDom } from '../tree/safe-dom.ts';
import type { ReadingOptions } from './element-lookup.ts';
import { firstVisibleTextAt } from './first-visible-text.ts';
import type { FlowRecord } from './flow-record.ts';
import { runInSlices } from './idle-slices.ts';
import { createRecordReader, type Engine } from './record-reader.ts';
import { createFlowReader, type FlowReader } from './text-flow.ts';

export interface PageReader {
  /**
   * Reads two screens of text from the top of the viewport, so that the first marks appear quickly. Each screen gets
   * its own task because the code is still cold. After a Chinese title reading starts one task later: loading the word
   * dictionary takes as long as a screen.
   */
  readViewport(onRecords: (records: FlowRecord[]) => void): void;
  /** Reads all of a root in one go: for measuring, and for small parts. */
  readNow(root: Element | Document): FlowRecord[];
  /**
   * Everything below the roots, in slices; each slice's records go to `onRecords` in document order. Beyond the limit
   * the page stays unread until `readOn`.
   */
  readAll(roots: readonly (Element | Document)[], onRecords: (records: FlowRecord[]) => void): Promise<void>;
  /** Reads what the limit left unread, and lifts the limit. */
  readOn(): Promise<void>;
  /** Whether the limit left something unread. */
  readonly isCut: boolean;
  /** UTF-16 units of the page that are read; a part read again counts once. */
  readonly textLength: number;
  /** UTF-16 units of all readings so far. */
  readonly unitsRead: number;
}

export interface PageReaderOptions extends ReadingOptions {
  document: Document;
  dom: SafeDom;
  /** Called when the first text is found. */
  engine(): Engine;
  signal: AbortSignal;
  onError(error: unknown): void;
  /** Units of one `readAll`. */
  limit?: number;
}

/** The length of ten thick novels. A larger page is a dump of data and would keep the machine busy for nothing. */
const MAX_UNITS = 32_000_000;

/** How often a root is read again from its beginning because the page removed the node being read. */
const MAX_RESTARTS = 3;

/** Units of one read; few, since the first reads run on cold code. */
const BATCH_UNITS = 1 << 13;
const SCREEN_UNITS = 3000;

/** One call reads a part; answers whether there is more. */
type Pass = () => boolean;

export function createPageReader(options: PageReaderOptions): PageReader {
  const { document, dom, engine, shadows, signal, onError } = options;
  let limit = options.limit ?? MAX_UNITS;
  let textLength = 0;
  let unitsRead = 0;
  let section = 0;
  /** Passes that reached the limit. */
  let cutPasses: Pass[] = [];
  let unitsByRoot = new WeakMap<Node, number>();

  /** Each call of the answer reads one batch and answers its units; 0 at the end. */
  function createStep(flows: FlowReader, emit: (records: FlowRecord[]) => void): (units: number) => number {
    const records = createRecordReader(flows, { engine, shadows, emit });
    return (units) => {
      const read = records.read(units);
      section = Math.max(section, records.section);
      return read;
    };
  }

  function count(root: Node, units: number): void {
    unitsRead += units;
    textLength += units;
    unitsByRoot.set(root, (unitsByRoot.get(root) ?? 0) + units);
  }

  function createPass(
    roots: readonly (Element | Document)[],
    onRecords: (records: FlowRecord[]) => void,
  ): Pass {
    const queue = [...roots];
    let root: Element | Document | undefined;
    let flows: FlowReader | undefined;
    let step: ((units: number) => number) | null = null;
    let restarts = 0;
    let passUnits = 0;
    const pass = (): boolean => {
      if (passUnits > limit) {
        cutPasses.push(pass);
        return false;
      }
      if (!step) {
        root = queue.shift();
        if (!root) return false;
        textLength -= unitsByRoot.get(root) ?? 0;
        unitsByRoot.set(root, 0);
        const firstSection = section + (queue.length > 0 ? 1 : 0);
        flows = createFlowReader(root, dom, { ...options, section: firstSection });
        step = createStep(flows, onRecords);
      }
      const units = step(BATCH_UNITS);
      passUnits += units;
      count(root!, units);
      if (units === 0) {
        step = null;
        // Records found before the restart stay: the index replaces those that are found again.
        if (flows?.isInterrupted && restarts++ < MAX_RESTARTS) queue.unshift(root!);
      }
      return step !== null || queue.length > 0;
    };
    return pass;
  }

  return {
    get isCut() {
      return cutPasses.length > 0;
    },
    get textLength() {
      return textLength;
    },
    get unitsRead() {
      return unitsRead;
    },

    readViewport(onRecords) {
      const from = firstVisibleTextAt(document, dom);
      if (!from) return;
      const flows = createFlowReader(document, dom, {
        ...options,
        from: from.node,
        fromOffset: from.offset,
        part: true,
      });
      const step = createStep(flows, onRecords);
      const runInNextTask = (work: () => void): void =>
        void setTimeout(() => {
          try {
            if (!signal.aborted) work();
          } catch (error) {
            onError(error);
          }
        });
      const readScreens = (): void => {
        if (step(SCREEN_UNITS) > 0) runInNextTask(() => step(SCREEN_UNITS));
      };
      if (!isUnspaced(document.title)) return readScreens();
      loadDictionary();
      runInNextTask(readScreens);
    },

    readNow(root) {
      const records: FlowRecord[] = [];
      const step = createStep(createFlowReader(root, dom, options), (more) => records.push(...more));
      while (step(BATCH_UNITS) > 0);
      return records;
    },

    readAll(roots, onRecords) {
      if (roots.includes(document)) {
        cutPasses = [];
        textLength = 0;
        unitsByRoot = new WeakMap();
      }
      return runInSlices(createPass(roots, onRecords), signal, onError);
    },

    readOn() {
      limit = Infinity;
      const passes = cutPasses;
      cutPasses = [];
      return runInSlices(
        () => {
          if (passes[0] && !passes[0]()) passes.shift();
          return passes.length > 0;
        },
        signal,
        onError,
      );
    },
  };
}
