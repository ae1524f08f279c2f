/**
 * Reads a page, or parts of it, into the occurrence index: what is on screen first and at once, the rest in
 * slices. Verdicts need a flow's neighbours, so a flow is judged when the next one is known.
 */
import type { Judge, JudgedPassage } from '../../core/judge/judge.ts';
import { isUnspaced } from '../../core/base/letters.ts';
import { loadDictionary } from '../../core/judge/word-segmentation.ts';
import type { Hit, Spotter } from '../../core/spotter/spotter.ts';
import { isExcluded, languageOf, type ReadingOptions, type SafeDom } from '../tree/element-kinds.ts';
import { firstVisibleTextAt } from './first-visible-text.ts';
import type { FlowRecord, Mark } from './flow-record.ts';
import type { ShadowRoots } from '../tree/shadow-roots.ts';
import { runInSlices } from './idle-slices.ts';
import { unshadowed } from '../tree/safe-document.ts';
import { nodeAt } from '../tree/text-pieces.ts';
import { createFlowReader, type FlowBatch, type FlowPosition, type FlowReader } from './text-flow.ts';

export interface PageReader {
  /**
   * Flows around what the window shows now; quick, whatever the size of the page. One screen at once, the next in a
   * task of its own: all of it is read by code that never ran before. What is called by a Chinese title is begun in the
   * task after, since the dictionary that it needs takes as long.
   */
  readViewport(onRecords: (records: FlowRecord[]) => void): void;
  /** All of a root in one go: for measuring, and for small parts. */
  readNow(root: Element | Document): FlowRecord[];
  /**
   * Everything below the roots, in slices; each slice's records go to `onRecords` in document order. What is beyond
   * the limit is left unread, until `readOn`.
   */
  readAll(roots: readonly (Element | Document)[], onRecords: (records: FlowRecord[]) => void): Promise<void>;
  /** Reads what was left unread, and from now on everything. */
  readOn(): Promise<void>;
  /** Whether something was left unread. */
  readonly isCut: boolean;
  /** UTF-16 units of the page read so far; what is read again is counted once. */
  readonly textLength: number;
  /** The same, counted each time. */
  readonly unitsRead: number;
}

export interface Engine {
  spotter: Spotter;
  judge: Judge;
}

export interface PageReaderOptions extends ReadingOptions {
  document: Document;
  dom: SafeDom;
  /** Asked for when the first text is found. */
  engine(): Engine;
  signal: AbortSignal;
  onError(error: unknown): void;
  /** Units of one `readAll`. */
  limit?: number;
}

/** Ten thick novels. A page beyond that is a dump of data rather than a text, and would keep the machine busy unasked. */
export const MAX_UNITS = 32_000_000;

/** A page that takes away what is being read is begun anew so often. */
const MAX_LOSSES = 3;

/** Text of one read; small, since the first reads run on cold code. */
const BATCH_UNITS = 1 << 13;
/** Text of a screen. */
const SCREEN_UNITS = 3000;

/** A flow of a batch as the judge sees it, made only where there is something to judge. */
interface Candidate {
  batch: FlowBatch;
  place: FlowPosition;
  passage: JudgedPassage;
}

const NOTHING = {} as Engine;

let lastKey = 0;

interface SpottedBatch {
  /** Positions of the flows that have hits, ascending. */
  withHits: number[];
  candidate(flow: number): Candidate;
}

const NO_HITS: readonly Hit[] = [];

function spotBatch(batch: FlowBatch, spotter: Spotter, shadows: ShadowRoots | undefined): SpottedBatch {
  const hitsOf = new Map<number, Hit[]>();
  let flow = 0;
  for (const { start, end, forms } of spotter.spot(batch.text)) {
    while (batch.flows[flow]!.end <= start) flow++;
    const base = batch.flows[flow]!.start;
    const own = hitsOf.get(flow);
    const hit = { start: start - base, end: end - base, forms };
    if (own) own.push(hit);
    else hitsOf.set(flow, [hit]);
  }
  const candidates = new Map<number, Candidate>();
  return {
    withHits: [...hitsOf.keys()],
    candidate(position) {
      let candidate = candidates.get(position);
      if (!candidate) {
        const place = batch.flows[position]!;
        const passage = {
          text: batch.text.slice(place.start, place.end),
          hits: hitsOf.get(position) ?? NO_HITS,
          // Of the flows that hold nothing nothing is asked.
          lang: hitsOf.has(position) ? languageOf(batch.nodes[place.firstNode]!, shadows) : '',
        };
        candidates.set(position, (candidate = { batch, place, passage }));
      }
      return candidate;
    },
  };
}

function recordOf(
  { batch, place, passage }: Candidate,
  before: JudgedPassage | null,
  after: JudgedPassage | null,
  judge: Judge,
  shadows: ShadowRoots | undefined,
): FlowRecord | null {
  const base = place.start;
  const nodeOf = (offset: number): number =>
    nodeAt(batch.nodeStarts, base + offset, place.firstNode, place.lastNode);
  const occurrences = judge
    .judge(passage, before, after)
    .filter(({ start }) => !isExcluded(batch.nodes[nodeOf(start)]!, shadows));
  if (occurrences.length === 0) return null;
  const first = nodeOf(occurrences[0]!.start);
  const last = nodeOf(occurrences.at(-1)!.end - 1) + 1;
  const record: FlowRecord = {
    block: place.block,
    section: place.section,
    nodes: batch.nodes.slice(first, last),
    starts: batch.nodeStarts.slice(first, last).map((start) => start - base),
    marks: [],
    hidden: false,
  };
  record.marks = occurrences.map((occurrence): Mark => ({
    key: ++lastKey,
    record,
    occurrence,
    surface: passage.text.slice(occurrence.start, occurrence.end),
    shown: false,
    kept: false,
  }));
  return record;
}

export function createPageReader(options: PageReaderOptions): PageReader {
  const { document, dom, engine, signal, onError } = options;
  let limit = options.limit ?? MAX_UNITS;
  let textLength = 0;
  let unitsRead = 0;
  let section = 0;
  /** Passes that were cut, each to be called until it answers false. */
  let rest: (() => boolean)[] = [];
  /** Units counted for what was read as a whole. */
  let counted = new WeakMap<Node, number>();

  /** A whole read of the roots, a part a call. */
  function createPass(
    roots: readonly (Element | Document)[],
    onRecords: (records: FlowRecord[]) => void,
  ): () => boolean {
    const queue = [...roots];
    let root: Element | Document | undefined;
    let flows: FlowReader | undefined;
    let step: ((units: number) => number) | null = null;
    let losses = 0;
    let read = 0;
    const pass = (): boolean => {
      if (read > limit) {
        rest.push(pass);
        return false;
      }
      if (!step) {
        root = queue.shift();
        if (!root) return false;
        textLength -= counted.get(root) ?? 0;
        counted.set(root, 0);
        const first = section + (queue.length > 0 ? 1 : 0);
        flows = createFlowReader(root, dom, { ...options, section: first });
        step = createStep(flows, onRecords);
      }
      const units = step(BATCH_UNITS);
      read += units;
      unitsRead += units;
      textLength += units;
      counted.set(root!, (counted.get(root!) ?? 0) + units);
      if (units === 0) {
        step = null;
        // Once more from the beginning: what was found there stays.
        if (flows?.isLost && losses++ < MAX_LOSSES) queue.unshift(root!);
      }
      return step !== null || queue.length > 0;
    };
    return pass;
  }

  /** Reads one batch; gives the records of all flows whose next neighbour is known. Answers the units read; 0 at the end. */
  function createStep(reader: FlowReader, emit: (records: FlowRecord[]) => void): (units: number) => number {
    // The last flow read: the neighbour of the next, and itself unjudged if it has hits.
    let last: (() => Candidate) | null = null;
    let beforeLast: (() => Candidate) | null = null;
    let isHeld = false;
    return (units) => {
      const batch = reader.read(units);
      const records: FlowRecord[] = [];
      const { judge, spotter } = batch || isHeld ? engine() : NOTHING;
      const accept = (
        candidate: Candidate,
        before: Candidate | undefined,
        after: Candidate | undefined,
      ): void => {
        const record = recordOf(
          candidate,
          before?.passage ?? null,
          after?.passage ?? null,
          judge,
          options.shadows,
        );
        if (record) records.push(record);
      };
      const spotted = batch && spotBatch(batch, spotter, options.shadows);
      if (isHeld) accept(last!(), beforeLast?.(), spotted?.candidate(0));
      isHeld = false;
      if (batch && spotted) {
        const end = batch.flows.length - 1;
        section = Math.max(section, batch.flows[end]!.section);
        const neighbour = (flow: number): (() => Candidate) | null =>
          flow < 0 ? last : () => spotted.candidate(flow);
        for (const flow of spotted.withHits) {
          if (flow === end) isHeld = true;
          else accept(spotted.candidate(flow), neighbour(flow - 1)?.(), spotted.candidate(flow + 1));
        }
        beforeLast = neighbour(end - 1);
        last = () => spotted.candidate(end);
      }
      emit(records);
      return batch?.text.length ?? 0;
    };
  }

  return {
    get isCut() {
      return rest.length > 0;
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
      const reader = createFlowReader(document, dom, {
        ...options,
        from: from.node,
        fromOffset: from.offset,
        part: true,
      });
      const step = createStep(reader, onRecords);
      const next = (work: () => void): void =>
        void setTimeout(() => {
          try {
            if (!signal.aborted) work();
          } catch (error) {
            onError(error);
          }
        });
      const screens = (): void => {
        if (step(SCREEN_UNITS) > 0) next(() => step(SCREEN_UNITS));
      };
      if (!isUnspaced(unshadowed(document).title)) return screens();
      loadDictionary();
      next(screens);
    },

    readNow(root) {
      const records: FlowRecord[] = [];
      const step = createStep(createFlowReader(root, dom, options), (more) => records.push(...more));
      while (step(BATCH_UNITS) > 0);
      return records;
    },

    readAll(roots, onRecords) {
      if (roots.includes(document)) {
        // Of a page that is read from its beginning nothing is left over.
        rest = [];
        textLength = 0;
        counted = new WeakMap();
      }
      return runInSlices(createPass(roots, onRecords), signal, onError);
    },

    readOn() {
      limit = Infinity;
      const passes = rest;
      rest = [];
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
