/**
 * The whole page as one string, for describing and finding passages: the same flows that the spotter reads,
 * a line break between two. Made only on pages that carry notes, or when a passage is pinned.
 */
import { piecesOf, type Piece } from './occurrence-index.ts';
import { createFlowReader, OBJECT } from './text-flow.ts';
import type { ReadingOptions, SafeDom } from './elements.ts';

export interface PageText {
  text: string;
  /** Where flows begin in `text`, ascending. */
  flows: readonly number[];
  /** The parts of text nodes under a span of `text`. */
  pieces(start: number, end: number): Piece[];
  /** The span that a range covers, trimmed of blanks; null where it covers no text that we read. */
  spanOf(range: AbstractRange): { start: number; end: number } | null;
}

export function readPageText(document: Document, dom: SafeDom, options: ReadingOptions = {}): PageText {
  const reader = createFlowReader(document, dom, options);
  const batch = reader.read(Infinity) ?? { text: '', nodes: [], nodeStarts: [], flows: [] };
  const { nodes, nodeStarts } = batch;
  const text = batch.text.replaceAll(OBJECT, '\n');

  /** First node that does not lie before the boundary point. */
  function nodeFrom(container: Node, offset: number): number {
    const point = document.createRange();
    point.setStart(container, offset);
    let low = 0;
    let high = nodes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      // The end of the node against the point: it lies before when the point comes after all of its text.
      if (point.comparePoint(nodes[middle]!, nodes[middle]!.length) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  function offsetOf(container: Node, offset: number): number {
    const at = nodeFrom(container, offset);
    const node = nodes[at];
    if (!node) return text.length;
    return nodeStarts[at]! + (node === container ? offset : 0);
  }

  return {
    text,
    flows: batch.flows.map(({ start }) => start),
    pieces: (start, end) => piecesOf({ nodes, starts: nodeStarts }, start, end),
    spanOf(range) {
      let start = offsetOf(range.startContainer, range.startOffset);
      let end = offsetOf(range.endContainer, range.endOffset);
      while (start < end && /\s/.test(text[start]!)) start++;
      while (end > start && /\s/.test(text[end - 1]!)) end--;
      return start < end ? { start, end } : null;
    },
  };
}
