/**
 * The whole page as one string, by which passages are described and found: the flows that the spotter reads, and code
 * as well, joined by line breaks. Made only on pages with notes, or when a passage is pinned.
 */
import { firstIndex } from '../../core/base/binary-search.ts';
import type { ReadingOptions } from '../reading/element-lookup.ts';
import { createFlowReader, OBJECT } from '../reading/text-flow.ts';
import { isBeforePoint } from '../tree/composed-tree.ts';
import type { SafeDom } from '../tree/safe-dom.ts';
import { piecesOf, type Piece } from '../tree/text-pieces.ts';

export interface PageText {
  text: string;
  /** Offsets of the flows in `text`, ascending. */
  flows: readonly number[];
  /** The parts of text nodes under a span of `text`. */
  pieces(start: number, end: number): Piece[];
  /** The span that a range covers, without blanks at its ends; null where it covers nothing that is read. */
  spanOf(range: AbstractRange): { start: number; end: number } | null;
}

/** Read in one step of a page that is read in slices. */
const STEP_UNITS = 1 << 14;

export interface PageTextReader {
  /** Reads a part; answers whether there is more. */
  step(): boolean;
  /** The text read so far. */
  result(): PageText;
}

export function createPageTextReader(
  document: Document,
  dom: SafeDom,
  options: ReadingOptions = { code: true },
): PageTextReader {
  const reader = createFlowReader(document, dom, { ...options, uncut: true });
  const parts: string[] = [];
  const nodes: Text[] = [];
  const nodeStarts: number[] = [];
  const flows: number[] = [];
  let length = 0;
  return {
    step() {
      const batch = reader.read(STEP_UNITS);
      if (!batch) return false;
      if (length > 0) {
        parts.push('\n');
        length++;
      }
      const base = length;
      parts.push(batch.text.replaceAll(OBJECT, '\n'));
      for (const node of batch.nodes) nodes.push(node);
      for (const start of batch.nodeStarts) nodeStarts.push(base + start);
      for (const { start } of batch.flows) flows.push(base + start);
      length += batch.text.length;
      return true;
    },
    result: () => pageTextOf({ document, dom, options }, parts.join(''), nodes, nodeStarts, flows),
  };
}

export function readPageText(document: Document, dom: SafeDom, options?: ReadingOptions): PageText {
  const reader = createPageTextReader(document, dom, options);
  while (reader.step());
  return reader.result();
}

function pageTextOf(
  { document, dom, options }: { document: Document; dom: SafeDom; options: ReadingOptions },
  text: string,
  nodes: readonly Text[],
  nodeStarts: readonly number[],
  flows: readonly number[],
): PageText {
  /** Index of the first node that does not lie before the boundary point. */
  function firstNodeFrom(container: Node, offset: number): number {
    const isBefore = options.shadows?.hadAny
      ? (node: Text) => isBeforePoint(node, container, offset, dom)
      : isBeforePointInDocument(document, container, offset);
    return firstIndex(0, nodes.length, (i) => !isBefore(nodes[i]!));
  }

  function offsetOf(container: Node, offset: number): number {
    const index = firstNodeFrom(container, offset);
    const node = nodes[index];
    if (!node) return text.length;
    return nodeStarts[index]! + (node === container ? offset : 0);
  }

  return {
    text,
    flows,
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

/** `isBeforePoint` for a page without shadow trees, by the browser's own comparison. */
function isBeforePointInDocument(
  document: Document,
  container: Node,
  offset: number,
): (node: Text) => boolean {
  const point = document.createRange();
  point.setStart(container, offset);
  return (node) => point.comparePoint(node, node.length) < 0;
}
