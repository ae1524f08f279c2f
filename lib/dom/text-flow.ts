/**
 * Reads a page as flows: the text between two block boundaries as one string, inline tags ignored. Flows are
 * handed out in batches, joined into one string, so that the spotter runs over long texts; a batch always ends
 * with a flow. Nothing is computed from layout: the same document gives the same flows in every reader.
 */
import {
  createElementLookup,
  isBlockName,
  isReplacedName,
  type ElementInfo,
  type ReadingOptions,
  type SafeDom,
} from './elements.ts';

/** Stands between flows and for replaced elements (images, fields). No form contains it. */
export const OBJECT = '\ufffc';

export interface FlowBatch {
  /** All flows of the batch, one OBJECT between two. */
  text: string;
  /** Text nodes in document order, and where the text of each begins in `text`. */
  nodes: Text[];
  nodeStarts: number[];
  flows: FlowPlace[];
}

export interface FlowPlace {
  /** Span in the batch's text. */
  start: number;
  end: number;
  /** Positions in `nodes`, [first, last). */
  firstNode: number;
  lastNode: number;
  block: Element;
  /** Counts headings: a new one begins with each. */
  section: number;
}

export interface FlowReader {
  /** The next flows, at least `units` UTF-16 units of them if there are; null at the end. */
  read(units: number): FlowBatch | null;
}

/** A flow is cut after this much, so that a page of one endless paragraph still comes in parts. */
const LONGEST_FLOW = 1 << 16;

const TEXT = 3;
const ELEMENT = 1;

const isBlank = (text: string): boolean => text.charCodeAt(0) <= 32 && text.trim() === '';

export interface FlowReaderOptions extends ReadingOptions {
  /** Begin here instead of at the root's first text. */
  from?: Text;
  /** Number of the section that reading begins in. */
  section?: number;
}

export function createFlowReader(
  root: Element | Document | DocumentFragment,
  dom: SafeDom,
  options: FlowReaderOptions = {},
): FlowReader {
  const document = root.nodeType === 9 ? (root as Document) : root.ownerDocument!;
  const walker = document.createTreeWalker(root, 4 /* SHOW_TEXT */);
  const infoOf = createElementLookup(root, dom, options);
  let next: Text | null = null;
  if (options.from) walker.currentNode = next = options.from;
  else next = walker.nextNode() as Text | null;
  let lastHeading: Element | null = null;
  let section = options.section ?? 0;

  /** What stands between a text node and the text before it: blanks for breaks, OBJECT for replaced elements. */
  function gapBefore(node: Text): string {
    let gap = '';
    let at: Node = node;
    for (;;) {
      const previous = dom.previousOf(at);
      if (previous) {
        at = previous;
        if (at.nodeType === TEXT) return gap;
        if (at.nodeType !== ELEMENT) continue;
        const name = dom.nameOf(at as Element);
        if (name === 'br') gap += '\n';
        else if (isReplacedName(name)) return OBJECT;
        else if (isBlockName(name)) return gap;
        else {
          // Into the end of an inline element: <b>words<br></b>
          let last = dom.lastChildOf(at);
          while (last && last.nodeType === ELEMENT && dom.nameOf(last as Element) !== 'br') {
            if (isReplacedName(dom.nameOf(last as Element))) return OBJECT;
            at = last;
            last = dom.lastChildOf(at);
          }
          if (last?.nodeType === TEXT) return gap;
          if (last) {
            gap += '\n';
            at = last;
          }
        }
        continue;
      }
      const parent = dom.parentOf(at);
      if (
        !parent ||
        parent === root ||
        parent.nodeType !== ELEMENT ||
        isBlockName(dom.nameOf(parent as Element))
      ) {
        return gap;
      }
      at = parent;
    }
  }

  return {
    read(units) {
      if (!next) return null;
      const parts: string[] = [];
      const nodes: Text[] = [];
      const nodeStarts: number[] = [];
      const flows: FlowPlace[] = [];
      let length = 0;
      let flow: FlowPlace | null = null;
      let breaks = 0;
      let lastParent: Node | null = null;
      let info: ElementInfo | null = null;
      for (; next; next = walker.nextNode() as Text | null) {
        const parent = dom.parentOf(next)!;
        if (parent !== lastParent) {
          lastParent = parent;
          info = infoOf(parent);
        }
        if (info!.skip) continue;
        const { data } = next;
        const same: boolean = flow !== null && info!.block === flow.block;
        const blank = isBlank(data);
        if (blank && !same) continue;
        let gap = '';
        if (same && info!.broken) {
          gap = gapBefore(next);
          breaks += gap === OBJECT ? 0 : gap.length;
        }
        // A second line break in a row ends the paragraph.
        const ends: boolean = !same || (breaks > 1 && !blank) || length - flow!.start > LONGEST_FLOW;
        if (!blank) breaks = 0;
        if (ends) {
          if (length >= units) break;
          if (flow) {
            parts.push(OBJECT);
            length++;
          }
          const { heading, block } = info!;
          if (heading !== lastHeading) {
            if (heading) section++;
            lastHeading = heading;
          }
          flow = {
            start: length,
            end: length,
            firstNode: nodes.length,
            lastNode: nodes.length,
            block,
            section,
          };
          flows.push(flow);
        } else if (gap !== '') {
          parts.push(gap);
          length += gap.length;
        }
        nodes.push(next);
        nodeStarts.push(length);
        parts.push(data);
        length += data.length;
        flow!.end = length;
        flow!.lastNode = nodes.length;
      }
      return flows.length === 0 ? null : { text: parts.join(''), nodes, nodeStarts, flows };
    },
  };
}

/** The node that holds the offset, among `nodes` whose texts begin at `starts` (ascending); -1 before the first. */
export function nodeAt(starts: readonly number[], offset: number, from = 0, to = starts.length): number {
  let low = from;
  let high = to - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= offset) low = middle + 1;
    else high = middle - 1;
  }
  return high;
}
