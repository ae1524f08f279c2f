/**
 * A block may be longer than many windows: a book in one element, a file of plain text. Which of its records are near
 * what the window shows is asked of their places; there are too many to ask them all.
 */
import { piecesOfMark, type FlowRecord, type Mark } from '../reading/flow-record.ts';
import { firstIndex } from '../../core/base/binary-search.ts';

/** With fewer marks all of a block may be alive. */
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

/** Along the direction in which lines follow; null where nothing of the record is shown. */
function spanOf(record: FlowRecord, isVertical: boolean): Span | null {
  const first = record.marks[0] && spanOfMark(record.marks[0], isVertical);
  const last = record.marks.at(-1) && spanOfMark(record.marks.at(-1)!, isVertical);
  if (!first || !last) return first ?? last ?? null;
  return { start: Math.min(first.start, last.start), end: Math.max(first.end, last.end) };
}

/** @param records of one block, in document order. */
export function visibleRecords(records: readonly FlowRecord[], window: Window): Set<FlowRecord> {
  const near = new Set<FlowRecord>();
  const block = records[0]?.block;
  if (!block) return near;
  const { writingMode } = window.getComputedStyle(block);
  const isVertical = writingMode.startsWith('vertical') || writingMode.startsWith('sideways');
  const size = isVertical ? window.innerWidth : window.innerHeight;
  // One window before and after is kept ready, as for short blocks.
  const shown: Span = { start: -size, end: 2 * size };
  // Lines of vertical-rl go to the left.
  const isBackward = writingMode === 'vertical-rl' || writingMode === 'sideways-rl';
  const isBefore = (span: Span): boolean => (isBackward ? span.start > shown.end : span.end < shown.start);
  const isAfter = (span: Span): boolean => (isBackward ? span.end < shown.start : span.start > shown.end);
  let low = firstIndex(0, records.length, (i) => {
    const span = spanOf(records[i]!, isVertical);
    return !span || !isBefore(span);
  });
  // Columns begin anew at the top: one record that is after all does not end the search.
  for (let beyond = 0; low < records.length && beyond < 3; low++) {
    const span = spanOf(records[low]!, isVertical);
    if (!span) continue;
    if (isAfter(span)) beyond++;
    else if (!isBefore(span)) near.add(records[low]!);
  }
  return near;
}
