/**
 * Reads a page, or parts of it, into the occurrence index: what is on screen first and at once, the rest in
 * slices. Verdicts need a flow's neighbours, so a flow is judged when the next one is known.
 */
import type { Judge, Passage } from '../core/judge.ts';
import type { Spotter } from '../core/spotter/spotter.ts';
import type { ReadingOptions, SafeDom } from './elements.ts';
import { caretTextAt } from './caret-text.ts';
import type { FlowRecord, Mark } from './occurrence-index.ts';
import { inSlices } from './slices.ts';
import { createFlowReader, nodeAt, type FlowBatch, type FlowPlace, type FlowReader } from './text-flow.ts';

export interface PageReader {
  /** Flows around what the window shows now; quick, whatever the size of the page. */
  readViewport(): FlowRecord[];
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

interface Pending {
  batch: FlowBatch;
  place: FlowPlace;
  passage: Passage;
}

let lastKey = 0;

/** Hits of a batch, each given to its flow with offsets of the flow. */
function passagesOf(batch: FlowBatch, spotter: Spotter): Pending[] {
  const hits = spotter.spot(batch.text);
  let next = 0;
  return batch.flows.map((place) => {
    const own = [];
    for (; next < hits.length && hits[next]!.start < place.end; next++) {
      const { start, end, forms } = hits[next]!;
      own.push({ start: start - place.start, end: end - place.start, forms });
    }
    let text: string | undefined;
    // Most flows are never asked for their text.
    const passage: Passage = {
      hits: own,
      get text() {
        return (text ??= batch.text.slice(place.start, place.end));
      },
    };
    return { batch, place, passage };
  });
}

function recordOf(
  { batch, place, passage }: Pending,
  before: Passage | null,
  after: Passage | null,
  judge: Judge,
): FlowRecord | null {
  if (passage.hits.length === 0) return null;
  const occurrences = judge.judge(passage, before, after).filter(({ verdict }) => verdict !== 'hide');
  if (occurrences.length === 0) return null;
  const base = place.start;
  const first = Math.max(
    place.firstNode,
    nodeAt(batch.nodeStarts, base + occurrences[0]!.start, place.firstNode, place.lastNode),
  );
  const last =
    nodeAt(batch.nodeStarts, base + occurrences.at(-1)!.end - 1, place.firstNode, place.lastNode) + 1;
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
    let before: Passage | null = null;
    let held: Pending | null = null;
    return (units) => {
      const batch = reader.read(units);
      const pending = batch ? passagesOf(batch, engine().spotter) : [];
      if (counts && batch) textLength += batch.text.length;
      if (pending.length > 0) section = Math.max(section, pending.at(-1)!.place.section);
      const records: FlowRecord[] = [];
      for (const next of [...pending, null]) {
        if (next === null && batch !== null) break;
        if (held) {
          const record = recordOf(held, before, next?.passage ?? null, engine().judge);
          if (record) records.push(record);
          before = held.passage;
        }
        held = next;
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
      for (let read = 0; read < VIEWPORT_UNITS; read += VIEWPORT_UNITS / 2)
        if (!step(VIEWPORT_UNITS / 2)) break;
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
