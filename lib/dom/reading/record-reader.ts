/** Spots and judges the flows that a reader hands out. A verdict needs both neighbours, so it waits for the next flow. */
import type { Judge, JudgedPassage } from '../../core/judge/judge.ts';
import type { Hit, Spotter } from '../../core/spotter/spotter.ts';
import type { ShadowRoots } from '../tree/shadow-roots.ts';
import { nodeAt } from '../tree/text-pieces.ts';
import type { FlowRecord, Mark } from './flow-record.ts';
import type { FlowBatch, FlowReader, FlowSpan } from './text-flow.ts';
import { isExcluded, languageOf } from './text-markup.ts';

export interface Engine {
  spotter: Spotter;
  judge: Judge;
}

export interface RecordReader {
  /** Reads one batch and emits records of the flows whose next neighbour is known; answers the units read, 0 at the end. */
  read(units: number): number;
  /** Number of the last section read. */
  readonly section: number;
}

export interface RecordReaderOptions {
  /** Called when there is text to spot. */
  engine(): Engine;
  shadows?: ShadowRoots | undefined;
  emit(records: FlowRecord[]): void;
}

const NO_HITS: readonly Hit[] = [];

/** A flow as the judge sees it. */
class SpottedFlow {
  readonly batch: FlowBatch;
  readonly span: FlowSpan;
  readonly hits: readonly Hit[];
  readonly shadows: ShadowRoots | undefined;
  private judged: JudgedPassage | null = null;

  constructor(batch: FlowBatch, span: FlowSpan, hits: readonly Hit[], shadows: ShadowRoots | undefined) {
    this.batch = batch;
    this.span = span;
    this.hits = hits;
    this.shadows = shadows;
  }

  /** Made when it is needed, which for most flows is never; always the same object, as the judge caches by it. */
  get passage(): JudgedPassage {
    const { batch, span, hits } = this;
    return (this.judged ??= {
      text: batch.text.slice(span.start, span.end),
      hits,
      // languageOf() walks ancestors; skip it for flows without hits.
      lang: hits.length > 0 ? languageOf(batch.nodes[span.firstNode]!, this.shadows) : '',
    });
  }
}

interface SpottedBatch {
  /** Indices of the flows that have hits, ascending. */
  withHits: number[];
  flowAt(index: number): SpottedFlow;
}

function spotBatch(batch: FlowBatch, spotter: Spotter, shadows: ShadowRoots | undefined): SpottedBatch {
  const hitsByFlow = new Map<number, Hit[]>();
  let index = 0;
  for (const { start, end, forms } of spotter.spot(batch.text)) {
    while (batch.flows[index]!.end <= start) index++;
    const base = batch.flows[index]!.start;
    const hit = { start: start - base, end: end - base, forms };
    const hits = hitsByFlow.get(index);
    if (hits) hits.push(hit);
    else hitsByFlow.set(index, [hit]);
  }
  const flows = new Map<number, SpottedFlow>();
  return {
    withHits: [...hitsByFlow.keys()],
    flowAt(index) {
      let flow = flows.get(index);
      if (!flow) {
        flow = new SpottedFlow(batch, batch.flows[index]!, hitsByFlow.get(index) ?? NO_HITS, shadows);
        flows.set(index, flow);
      }
      return flow;
    },
  };
}

let lastKey = 0;

/** Null where nothing is left after judging and after what the page excludes. */
function recordOf(
  before: SpottedFlow | null,
  { batch, span, passage, shadows }: SpottedFlow,
  after: SpottedFlow | null,
  judge: Judge,
): FlowRecord | null {
  const base = span.start;
  const nodeIndexAt = (offset: number): number =>
    nodeAt(batch.nodeStarts, base + offset, span.firstNode, span.lastNode);
  const occurrences = judge
    .judge(passage, before?.passage ?? null, after?.passage ?? null)
    .filter(({ start }) => !isExcluded(batch.nodes[nodeIndexAt(start)]!, shadows));
  if (occurrences.length === 0) return null;
  const first = nodeIndexAt(occurrences[0]!.start);
  const last = nodeIndexAt(occurrences.at(-1)!.end - 1) + 1;
  const record: FlowRecord = {
    block: span.block,
    section: span.section,
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
    wasShown: false,
  }));
  return record;
}

export function createRecordReader(
  reader: FlowReader,
  { engine, shadows, emit }: RecordReaderOptions,
): RecordReader {
  // The last two flows of the batches so far: `here` is judged when the next batch shows what comes after it.
  let before: SpottedFlow | null = null;
  let here: SpottedFlow | null = null;
  let section = 0;

  return {
    get section() {
      return section;
    },
    read(units) {
      const batch = reader.read(units);
      const records: FlowRecord[] = [];
      const judge = (flow: SpottedFlow, previous: SpottedFlow | null, next: SpottedFlow | null): void => {
        const record = recordOf(previous, flow, next, engine().judge);
        if (record) records.push(record);
      };
      const spotted = batch && spotBatch(batch, engine().spotter, shadows);
      if (here && here.hits.length > 0) judge(here, before, spotted?.flowAt(0) ?? null);
      if (batch && spotted) {
        const last = batch.flows.length - 1;
        const previousOf = (index: number): SpottedFlow | null =>
          index > 0 ? spotted.flowAt(index - 1) : here;
        for (const index of spotted.withHits) {
          if (index < last) judge(spotted.flowAt(index), previousOf(index), spotted.flowAt(index + 1));
        }
        before = previousOf(last);
        here = spotted.flowAt(last);
        section = here.span.section;
      } else before = here = null;
      emit(records);
      return batch?.text.length ?? 0;
    },
  };
}
