/**
 * Every occurrence on the page, in document order: for next and previous, for counts, and to find the mark under the
 * pointer. Offsets are integers in their flow; ranges are made only to paint.
 */
import type { Judge } from '../../core/judge/judge.ts';
import { documentOrder } from '../tree/composed-tree.ts';
import type { FlowRecord, Mark } from '../reading/flow-record.ts';
import { firstIndex } from '../../core/base/binary-search.ts';

export interface OccurrenceIndex {
  /** Adds records that follow each other in the document, in order. */
  add(records: FlowRecord[]): void;
  /** Takes out the records for which `isGone` holds, and returns them. */
  remove(isGone: (record: FlowRecord) => boolean): FlowRecord[];
  /** The records whose text holds this node: several if the node is as long as a book. */
  recordsOf(node: Text): readonly FlowRecord[];
  /** The shown mark at an offset of a node. */
  find(node: Text, offset: number): Mark | null;
  markOf(key: number): Mark | undefined;
  /** Positions in the glossary of every concept that a mark of this page has meant so far. */
  readonly concepts: ReadonlySet<number>;
  /** Marks of displayed flows in document order, painted or not, without those of verdict `hide`. */
  marks(): Mark[];
  /**
   * Judges all occurrences again in the light of the whole page. Each call of the returned function does a part and
   * returns whether there is more.
   */
  review(judge: Pick<Judge, 'reviewer'>, onChanged: (mark: Mark) => void): () => boolean;
  readonly records: readonly FlowRecord[];
}

/** The span of the node's text from the record's first mark to its last. */
function spanIn(record: FlowRecord, node: Text): { start: number; end: number } {
  const base = record.starts[record.nodes.indexOf(node)]!;
  return { start: record.marks[0]!.occurrence.start - base, end: record.marks.at(-1)!.occurrence.end - base };
}

/** Whether two records are readings of the same text. */
export function shareText(a: FlowRecord, b: FlowRecord): boolean {
  return a.nodes.some((node) => {
    if (!b.nodes.includes(node)) return false;
    const [first, second] = [spanIn(a, node), spanIn(b, node)];
    return first.start < second.end && second.start < first.end;
  });
}

/** Occurrences judged in one step: all of most pages. */
const REVIEWED_AT_ONCE = 500;

export const isRefused = ({ occurrence }: Mark): boolean => occurrence.verdict === 'hide';

/** @param order negative if the first node is shown before the second. */
export function createOccurrenceIndex(order: (a: Node, b: Node) => number = documentOrder): OccurrenceIndex {
  const follows = (a: Node, b: Node): boolean => order(a, b) > 0;
  const records: FlowRecord[] = [];
  const byNode = new Map<Text, FlowRecord[]>();
  const byKey = new Map<number, Mark>();
  const concepts = new Set<number>();
  const learn = (mark: Mark): void => {
    if (!isRefused(mark)) for (const concept of mark.occurrence.concepts) concepts.add(concept);
  };

  /** A long text is read in parts with the same node: a later part counts that node's start from farther before it. */
  const isAfter = (a: FlowRecord, b: FlowRecord): boolean =>
    a.nodes[0] === b.nodes[0] ? a.starts[0]! < b.starts[0]! : follows(a.nodes[0]!, b.nodes[0]!);

  function positionFor(record: FlowRecord): number {
    const { length } = records;
    if (length === 0 || isAfter(record, records[length - 1]!)) return length;
    return firstIndex(0, length, (i) => !isAfter(record, records[i]!));
  }

  return {
    records,
    concepts,
    add(added) {
      if (added.length === 0) return;
      const position = positionFor(added[0]!);
      if (position === records.length) for (const record of added) records.push(record);
      else records.splice(position, 0, ...added);
      for (const record of added) {
        for (const node of record.nodes) {
          const known = byNode.get(node);
          if (known) known.push(record);
          else byNode.set(node, [record]);
        }
        for (const mark of record.marks) {
          byKey.set(mark.key, mark);
          learn(mark);
        }
      }
    },
    remove(isGone) {
      const removed: FlowRecord[] = [];
      let count = 0;
      for (const record of records) {
        if (isGone(record)) removed.push(record);
        else records[count++] = record;
      }
      records.length = count;
      for (const record of removed) {
        for (const node of record.nodes) {
          const others = byNode.get(node)?.filter((other) => other !== record) ?? [];
          if (others.length > 0) byNode.set(node, others);
          else byNode.delete(node);
        }
        for (const mark of record.marks) byKey.delete(mark.key);
      }
      return removed;
    },
    recordsOf: (node) => byNode.get(node) ?? [],
    find(node, offset) {
      for (const record of byNode.get(node) ?? []) {
        const inFlow = record.starts[record.nodes.indexOf(node)]! + offset;
        const found = record.marks.find(
          ({ shown, occurrence }) => shown && occurrence.start <= inFlow && inFlow < occurrence.end,
        );
        if (found) return found;
      }
      return null;
    },
    markOf: (key) => byKey.get(key),
    marks: () =>
      records
        .filter((record) => !record.hidden)
        .flatMap(({ marks }) => marks.filter((mark) => !isRefused(mark))),
    review(judge, onChanged) {
      const all = records.flatMap(({ marks }) => marks);
      const review = judge.reviewer(all.map(({ occurrence }) => occurrence));
      let next = 0;
      return () => {
        const end = Math.min(all.length, next + REVIEWED_AT_ONCE);
        for (; next < end; next++) {
          const mark = all[next]!;
          const occurrence = review(mark.occurrence);
          if (mark.occurrence === occurrence) continue;
          mark.occurrence = occurrence;
          learn(mark);
          onChanged(mark);
        }
        return next < all.length;
      };
    },
  };
}
