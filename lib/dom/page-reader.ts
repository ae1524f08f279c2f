/**
 * Reads a page, or parts of it, into the occurrence index: what is on screen first and at once, the rest in
 * slices. Verdicts need a flow's neighbours, so a flow is judged when the next one is known.
 */
import type { Judge, Passage } from '../core/judge.ts';
import type { Hit, Spotter } from '../core/spotter/spotter.ts';
import { isKeptOut, languageOf, type ReadingOptions, type SafeDom } from './elements.ts';
import { caretTextAt } from './caret-text.ts';
import type { FlowRecord, Mark } from './occurrence-index.ts';
import { inSlices } from './slices.ts';
import { createFlowReader, nodeAt, type FlowBatch, type FlowPlace, type FlowReader } from './text-flow.ts';

export interface PageReader {
  /** Flows around what the window shows now; quick, whatever the size of the page. */
  readViewport(): FlowRecord[];
  /** All of a root in one go: for measuring, and for small parts. */
  readNow(root: Element | Document): FlowRecord[];
  /** Everything below the roots, in slices; each slice's records go to `onRecords` in document order. */
  readAll(roots: readonly (Element | Document)[], onRecords: (records: FlowRecord[]) => void): Promise<void>;
  /** UTF-16 units read by all `readAll` so far. */
  readonly textLength: number;
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
}

/** Text of one read; small, since the first reads run on cold code. */
const BATCH_UNITS = 1 << 13;
/** Enough text for a screen or two. */
const VIEWPORT_UNITS = 6000;

/** A flow of a batch as the judge sees it, made only where there is something to judge. */
interface Candidate {
  batch: FlowBatch;
  place: FlowPlace;
  passage: Passage;
}

const NOTHING = {} as Engine;

let lastKey = 0;

interface SpottedBatch {
  /** Positions of the flows that have hits, ascending. */
  withHits: number[];
  candidate(flow: number): Candidate;
}

const NO_HITS: readonly Hit[] = [];

function spotBatch(batch: FlowBatch, spotter: Spotter): SpottedBatch {
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
          lang: hitsOf.has(position) ? languageOf(batch.nodes[place.firstNode]!) : '',
        };
        candidates.set(position, (candidate = { batch, place, passage }));
      }
      return candidate;
    },
  };
}

function recordOf(
  { batch, place, passage }: Candidate,
  before: Passage | null,
  after: Passage | null,
  judge: Judge,
): FlowRecord | null {
  const base = place.start;
  const nodeOf = (offset: number): number =>
    nodeAt(batch.nodeStarts, base + offset, place.firstNode, place.lastNode);
  const occurrences = judge
    .judge(passage, before, after)
    .filter(({ start }) => !isKeptOut(batch.nodes[nodeOf(start)]!));
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
  let textLength = 0;
  let section = 0;

  /** Reads one batch; gives the records of all flows whose next neighbour is known. */
  function createStep(
    reader: FlowReader,
    emit: (records: FlowRecord[]) => void,
    counts: boolean,
  ): (units: number) => boolean {
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
        const record = recordOf(candidate, before?.passage ?? null, after?.passage ?? null, judge);
        if (record) records.push(record);
      };
      const spotted = batch && spotBatch(batch, spotter);
      if (isHeld) accept(last!(), beforeLast?.(), spotted?.candidate(0));
      isHeld = false;
      if (batch && spotted) {
        if (counts) textLength += batch.text.length;
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
      return batch !== null;
    };
  }

  return {
    get textLength() {
      return textLength;
    },

    readViewport() {
      const from = caretTextAt(document, dom);
      if (!from) return [];
      const records: FlowRecord[] = [];
      const reader = createFlowReader(document, dom, { ...options, from, part: true });
      const step = createStep(reader, (more) => records.push(...more), false);
      for (let read = 0; read < VIEWPORT_UNITS; read += VIEWPORT_UNITS / 2) {
        if (!step(VIEWPORT_UNITS / 2)) break;
      }
      return records;
    },

    readNow(root) {
      const records: FlowRecord[] = [];
      const step = createStep(createFlowReader(root, dom, options), (more) => records.push(...more), false);
      while (step(BATCH_UNITS));
      return records;
    },

    readAll(roots, onRecords) {
      const queue = [...roots];
      let step: ((units: number) => boolean) | null = null;
      return inSlices(
        () => {
          if (!step) {
            const root = queue.shift();
            if (!root) return false;
            step = createStep(
              createFlowReader(root, dom, { ...options, section: section + (queue.length > 0 ? 1 : 0) }),
              onRecords,
              true,
            );
          }
          if (!step(BATCH_UNITS)) step = null;
          return step !== null || queue.length > 0;
        },
        signal,
        onError,
      );
    },
  };
}
