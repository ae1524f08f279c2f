/**
 * Finds the records of one very long block (a book in one element, a file of plain text) that are near the viewport.
 * Layout is asked for few of them, by binary search.
 */
import { piecesOfMark, type FlowRecord, type Mark } from '../reading/flow-record.ts';
import { firstIndex } from '../../core/base/binary-search.ts';

/** A block with fewer marks is painted as a whole. */
export const MANY_MARKS = 200;

interface Span {
  start: number;
  end: number;
}

const spanOfMark = (mark: Mark, isVertical: boolean): Span | null => {
  const [piece] = piecesOfMark(mark);
  if (!piece?.node.isConnected || piece.end > piece.node.length) return null;
  const range = new Range();
  range.setStart(piece.node, piece.start);
  range.setEnd(piece.node, piece.end);
  const rect = range.getBoundingClientRect();
  if (rect.width === 0 && rect.height === 0) return null;
  return isVertical ? { start: rect.left, end: rect.right } : { start: rect.top, end: rect.bottom };
};

/** Along the block axis of the writing mode; null if nothing of the record is rendered. */
function spanOf(record: FlowRecord, isVertical: boolean): Span | null {
  const first = record.marks[0] && spanOfMark(record.marks[0], isVertical);
  const last = record.marks.at(-1) && spanOfMark(record.marks.at(-1)!, isVertical);
  if (!first || !last) return first ?? last ?? null;
  return { start: Math.min(first.start, last.start), end: Math.max(first.end, last.end) };
}

/** @param records of one block, in document order. */
export function visibleRecords(records: readonly FlowRecord[], window: Window): Set<FlowRecord> {
  const visible = new Set<FlowRecord>();
  const block = records[0]?.block;
  if (!block) return visible;
  const { writingMode } = window.getComputedStyle(block);
  const isVertical = writingMode.startsWith('vertical') || writingMode.startsWith('sideways');
  const size = isVertical ? window.innerWidth : window.innerHeight;
  // One viewport before and after, as for short blocks.
  const range: Span = { start: -size, end: 2 * size };
  // In vertical-rl, lines follow from right to left.
  const isBackward = writingMode === 'vertical-rl' || writingMode === 'sideways-rl';
  const isBefore = (span: Span): boolean => (isBackward ? span.start > range.end : span.end < range.start);
  const isAfter = (span: Span): boolean => (isBackward ? span.end < range.start : span.start > range.end);
  let index = firstIndex(0, records.length, (i) => {
    const span = spanOf(records[i]!, isVertical);
    return !span || !isBefore(span);
  });
  // In columns, positions start at the top again, so one record beyond the range does not end the search.
  for (let beyond = 0; index < records.length && beyond < 3; index++) {
    const span = spanOf(records[index]!, isVertical);
    if (!span) continue;
    if (isAfter(span)) beyond++;
    else if (!isBefore(span)) visible.add(records[index]!);
  }
  return visible;
}
