/**
 * The whole page as one string, for describing and finding passages: the same flows that the spotter reads, and the
 * code that it leaves out, a line break between two. Made only on pages that carry notes, or when a passage is pinned.
 */
import { isBeforePoint } from '../tree/composed-tree.ts';
import { piecesOf, type Piece } from '../tree/text-pieces.ts';
import { createFlowReader, OBJECT } from '../reading/text-flow.ts';
import type { ReadingOptions } from '../reading/element-lookup.ts';
import type { SafeDom } from '../tree/safe-dom.ts';
import { firstIndex } from '../../core/base/binary-search.ts';

export interface PageText {
  text: string;
  /** Where flows begin in `text`, ascending. */
  flows: readonly number[];
  /** The parts of text nodes under a span of `text`. */
  pieces(start: number, end: number): Piece[];
  /** The span that a range covers, trimmed of blanks; null where it covers no text that we read. */
  spanOf(range: AbstractRange): { start: number; end: number } | null;
}

/** Read at a time where a page is read in parts. */
const UNITS_A_STEP = 1 << 14;

export interface PageTextReader {
  /** Reads a part; whether there is more. */
  step(): boolean;
  /** What was read so far. */
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
      const batch = reader.read(UNITS_A_STEP);
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

/** All at once. */
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
  /** First node that does not lie before the boundary point. */
  function nodeFrom(container: Node, offset: number): number {
    const isBefore = options.shadows?.hadAny
      ? (node: Text) => isBeforePoint(node, container, offset, dom)
      : beforeIn(document, container, offset);
    return firstIndex(0, nodes.length, (i) => !isBefore(nodes[i]!));
  }

  function offsetOf(container: Node, offset: number): number {
    const at = nodeFrom(container, offset);
    const node = nodes[at];
    if (!node) return text.length;
    return nodeStarts[at]! + (node === container ? offset : 0);
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

/** The same within one document: a text lies before when the point comes after all of it. */
function beforeIn(document: Document, container: Node, offset: number): (node: Text) => boolean {
  const point = document.createRange();
  point.setStart(container, offset);
  return (node) => point.comparePoint(node, node.length) < 0;
}
