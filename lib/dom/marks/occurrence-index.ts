/**
 * Every occurrence on the page, in document order: what next and previous walk, what counts count, and what a
 * point under the pointer is looked up in. Places are integers in their flow; ranges are made only to paint.
 */
import type { Judge } from '../../core/judge/judge.ts';
import { thin, type Density } from '../../core/marks/density.ts';
import { documentOrder } from '../tree/composed-tree.ts';
import { piecesOfMark, type FlowRecord, type Mark } from '../reading/flow-record.ts';
import type { Piece } from '../tree/text-pieces.ts';
import { firstIndex } from '../../core/base/binary-search.ts';

export interface OccurrenceIndex {
  /** Adds records that stand together in the document, in order. */
  add(records: FlowRecord[]): void;
  /** Takes out the records for which `gone` holds, and answers them. */
  remove(gone: (record: FlowRecord) => boolean): FlowRecord[];
  /** The records whose text holds this node: several where it is as long as a book. */
  recordsOf(node: Text): readonly FlowRecord[];
  /** The shown mark at an offset of a node. */
  find(node: Text, offset: number): Mark | null;
  markOf(key: number): Mark | undefined;
  /** Positions of all concepts that a mark of this page has meant so far. */
  readonly concepts: ReadonlySet<number>;
  /** Marks of displayed flows in document order, painted or not; verdict `hide` is not among them. */
  marks(): Mark[];
  /**
   * Judges all occurrences again, in the light of the whole page. Each call of what it answers does a part and
   * says whether there is more; `onChanged` is told of every change.
   */
  review(judge: Pick<Judge, 'reviewer'>, onChanged: () => void): () => boolean;
  /** Works out anew which marks are shown; true if that changed any. `isBarred`: the reader wants none there. */
  settle(density: Density, isBarred?: (mark: Mark) => boolean): boolean;
  readonly records: readonly FlowRecord[];
}

/** Where the record's marks stand in this node's text. */
function spanIn(record: FlowRecord, node: Text): { start: number; end: number } {
  const base = record.starts[record.nodes.indexOf(node)]!;
  return { start: record.marks[0]!.occurrence.start - base, end: record.marks.at(-1)!.occurrence.end - base };
}

/** Whether two records are readings of the same text, an older and a newer one. */
export function shareText(a: FlowRecord, b: FlowRecord): boolean {
  return a.nodes.some((node) => {
    if (!b.nodes.includes(node)) return false;
    const [one, other] = [spanIn(a, node), spanIn(b, node)];
    return one.start < other.end && other.start < one.end;
  });
}

/** Whether the text still says what the shown marks stand for. */
export const isSameDecision = (record: FlowRecord): boolean =>
  record.marks.every((mark) => !mark.shown || mark.surface === textOf(piecesOfMark(mark)));

const textOf = (pieces: readonly Piece[]): string =>
  pieces.map(({ node, start, end }) => node.data.slice(start, end)).join('');

/** Enough for most pages in one go, and quick on any. */
const REVIEWED_AT_ONCE = 500;

const isVisible = ({ occurrence }: Mark): boolean => occurrence.verdict !== 'hide';

/** @param order less than 0 where the first node stands before the second. */
export function createOccurrenceIndex(order: (a: Node, b: Node) => number = documentOrder): OccurrenceIndex {
  const follows = (a: Node, b: Node): boolean => order(a, b) > 0;
  const records: FlowRecord[] = [];
  const byNode = new Map<Text, FlowRecord[]>();
  const byKey = new Map<number, Mark>();
  const concepts = new Set<number>();
  const learn = (mark: Mark): void => {
    if (isVisible(mark)) for (const concept of mark.occurrence.concepts) concepts.add(concept);
  };

  /** Of two parts of one long text the one with the lower start stands behind: its node begins far before it. */
  const isAfter = (a: FlowRecord, b: FlowRecord): boolean =>
    a.nodes[0] === b.nodes[0] ? a.starts[0]! < b.starts[0]! : follows(a.nodes[0]!, b.nodes[0]!);

  function placeFor(record: FlowRecord): number {
    const { length } = records;
    if (length === 0 || isAfter(record, records[length - 1]!)) return length;
    return firstIndex(0, length, (i) => !isAfter(record, records[i]!));
  }

  const visibleMarks = (): Mark[] =>
    records.filter((record) => !record.hidden).flatMap(({ marks }) => marks.filter(isVisible));

  return {
    records,
    concepts,
    add(added) {
      if (added.length === 0) return;
      const at = placeFor(added[0]!);
      if (at === records.length) for (const record of added) records.push(record);
      else records.splice(at, 0, ...added);
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
    remove(gone) {
      const removed: FlowRecord[] = [];
      let kept = 0;
      for (const record of records) {
        if (gone(record)) removed.push(record);
        else records[kept++] = record;
      }
      records.length = kept;
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
        const at = record.starts[record.nodes.indexOf(node)]! + offset;
        const found = record.marks.find(
          ({ shown, occurrence }) => shown && occurrence.start <= at && at < occurrence.end,
        );
        if (found) return found;
      }
      return null;
    },
    markOf: (key) => byKey.get(key),
    marks: visibleMarks,
    review(judge, onChanged) {
      const all = records.flatMap(({ marks }) => marks);
      const review = judge.reviewer(all.map(({ occurrence }) => occurrence));
      let at = 0;
      return () => {
        const end = Math.min(all.length, at + REVIEWED_AT_ONCE);
        for (; at < end; at++) {
          const mark = all[at]!;
          const occurrence = review(mark.occurrence);
          if (mark.occurrence === occurrence) continue;
          mark.occurrence = occurrence;
          learn(mark);
          // What vanishes is no longer painted; what appears is for `settle` to show.
          if (!isVisible(mark)) mark.shown = mark.kept = false;
          onChanged();
        }
        return at < all.length;
      };
    },
    settle(density, isBarred) {
      const marks = visibleMarks();
      const shown = thin(
        marks.map((mark) =>
          isBarred?.(mark)
            ? null
            : { concept: mark.occurrence.concepts[0]!, section: mark.record.section, kept: mark.kept },
        ),
        density,
      );
      let changed = false;
      marks.forEach((mark, i) => {
        if (mark.shown !== shown[i]) changed = true;
        mark.shown = shown[i]!;
      });
      return changed;
    },
  };
}
