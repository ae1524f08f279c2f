import { firstIndex } from '../../core/base/binary-search.ts';

/** A part of one text node. */
export interface Piece {
  node: Text;
  start: number;
  end: number;
}

/** Text nodes that follow each other, and where the text of each begins in the text of all, ascending. */
export interface TextNodes {
  nodes: readonly Text[];
  starts: readonly number[];
}

/** Index of the node that holds the offset, by the `starts` in [from, to); `from - 1` if it lies before all of them. */
export function nodeAt(starts: readonly number[], offset: number, from = 0, to = starts.length): number {
  return firstIndex(from, to, (i) => starts[i]! > offset) - 1;
}

/** The parts of text nodes under a span of their joined text. */
export function piecesOf({ nodes, starts }: TextNodes, start: number, end: number): Piece[] {
  const pieces: Piece[] = [];
  for (let i = Math.max(0, nodeAt(starts, start)); i < nodes.length && starts[i]! < end; i++) {
    const from = Math.max(0, start - starts[i]!);
    const to = Math.min(nodes[i]!.length, end - starts[i]!);
    if (from < to) pieces.push({ node: nodes[i]!, start: from, end: to });
  }
  return pieces;
}
