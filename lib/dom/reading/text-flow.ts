/**
 * Reads a page as flows: the text between two block boundaries as one string, inline tags ignored. Flows are
 * handed out in batches, joined into one string, so that the spotter runs over long texts; a batch always ends
 * with a flow. Nothing is computed from layout: the same document gives the same flows in every reader.
 */
import { isUnslotted, shownParentOf } from '../tree/composed-tree.ts';
import { createComposedWalker } from './composed-walker.ts';
import {
  BLOCK,
  BREAK,
  createElementLookup,
  HOST,
  meaningOf,
  REPLACED,
  SLOT,
  type ReadingOptions,
  type SafeDom,
} from '../tree/element-kinds.ts';
import { endOfPart, remainderOf } from './long-text-node.ts';

/** Stands between flows and for replaced elements (images, fields). No form contains it. */
export const OBJECT = '\ufffc';

export interface FlowBatch {
  /** All flows of the batch, one OBJECT between two. */
  text: string;
  /**
   * Text nodes in document order, and where the text of each begins in `text`: before it, where a long text was begun
   * in an earlier batch.
   */
  nodes: Text[];
  nodeStarts: number[];
  flows: FlowPosition[];
}

export interface FlowPosition {
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
  /** The page took away the place where reading was: what follows it is unread. */
  readonly isLost: boolean;
}

/** A flow is cut after this much, so that a page of one endless paragraph still comes in parts. */
const LONGEST_FLOW = 1 << 16;

const TEXT = 3;
const CDATA = 4;

const isBlank = (text: string): boolean => text.charCodeAt(0) <= 32 && text.trim() === '';

export interface FlowReaderOptions extends ReadingOptions {
  /** Begin here instead of at the root's first text. */
  from?: Text;
  /** … at this place of its text. */
  fromOffset?: number;
  /** All of a long text at once. */
  uncut?: boolean;
  /** Number of the section that reading begins in. */
  section?: number;
}

export function createFlowReader(
  root: Element | Document | DocumentFragment,
  dom: SafeDom,
  options: FlowReaderOptions = {},
): FlowReader {
  const { infoOf, isLeftOut, enter } = createElementLookup(root, dom, options);
  const { shadows } = options;
  const walk = createComposedWalker(root, dom, enter, shadows);
  let lastHeading: Element | null = null;
  let section = options.section ?? 0;

  /** Whether the root lies in something that is left out. */
  function isInside(element: Element): boolean {
    const parentOf = shadows ? (node: Node) => shownParentOf(node, dom) : dom.parentOf;
    for (let at: Node | null = element; at?.nodeType === 1; at = parentOf(at)) {
      if (isLeftOut(at as Element, meaningOf(dom.nameOf(at as Element)))) return true;
      if (shadows && isUnslotted(at, dom)) return true;
    }
    return false;
  }

  /** What was read of a long text. */
  let offset = options.fromOffset ?? 0;
  let next: Node | null;
  if (options.from) {
    next = walk.startAt(options.from);
    const parent = next && (shadows ? shownParentOf(next, dom) : dom.parentOf(next));
    if (!parent || infoOf(parent).skip) next = null;
  } else if (root.nodeType === 1 && isInside(root as Element)) next = null;
  else next = walk.start();

  let isLost = false;

  return {
    get isLost() {
      return isLost;
    },
    read(units) {
      if (next && !next.isConnected && root.isConnected) {
        isLost = true;
        next = null;
      }
      const parts: string[] = [];
      const nodes: Text[] = [];
      const nodeStarts: number[] = [];
      const flows: FlowPosition[] = [];
      let length = 0;
      let flow: FlowPosition | null = null;
      // What was met since the last text: line breaks, replaced elements, the beginning of a block.
      let breaks = 0;
      let gap = '';
      let newBlock = false;
      let lastParent: Node | null = null;
      let block: Element | null = null;
      while (next) {
        const type: number = next.nodeType;
        if (type !== TEXT && type !== CDATA) {
          const element = next as Element;
          const meaning = meaningOf(dom.nameOf(element));
          if (meaning & BREAK) {
            breaks++;
            gap += '\n';
          } else if (meaning & REPLACED) gap = OBJECT;
          else if (meaning & BLOCK) newBlock = true;
          if (isLeftOut(element, meaning)) next = walk.after();
          else next = (meaning & (HOST | SLOT)) === 0 ? walk.next() : walk.into(element, meaning);
          continue;
        }
        const text = next as Text;
        // A page cannot shadow the fields of a text node.
        const parent = walk.isDeep ? shownParentOf(text, dom)! : text.parentNode!;
        if (parent !== lastParent) {
          lastParent = parent;
          ({ block } = infoOf(parent));
        }
        // Asked once: it comes from the page's side.
        const rest = offset > 0 ? remainderOf(text, offset) : text.data;
        const taken = options.uncut ? rest.length : endOfPart(rest, 0);
        const data = taken === rest.length ? rest : rest.slice(0, taken);
        const isCut = taken < rest.length;
        const end = offset + taken;
        const same: boolean = flow !== null && !newBlock && block === flow.block;
        const blank = isBlank(data);
        if (blank && !same) {
          offset = isCut ? end : 0;
          if (!isCut) next = walk.next();
          continue;
        }
        // A second line break in a row ends the paragraph.
        if (!same || (breaks > 1 && !blank) || length - flow!.start > LONGEST_FLOW) {
          if (length >= units) break;
          if (flow) {
            parts.push(OBJECT);
            length++;
          }
          const { heading } = infoOf(parent);
          if (heading !== lastHeading) {
            if (heading) section++;
            lastHeading = heading;
          }
          flow = {
            start: length,
            end: length,
            firstNode: nodes.length,
            lastNode: nodes.length,
            block: block!,
            section,
          };
          flows.push(flow);
        } else if (gap !== '') {
          parts.push(gap);
          length += gap.length;
        }
        if (!blank) breaks = 0;
        gap = '';
        newBlock = false;
        nodes.push(text);
        nodeStarts.push(length - offset);
        parts.push(data);
        length += data.length;
        flow!.end = length;
        flow!.lastNode = nodes.length;
        offset = isCut ? end : 0;
        // The rest begins the next batch, so that a node stands in a batch once.
        if (isCut) break;
        next = walk.next();
      }
      return flows.length === 0 ? null : { text: parts.join(''), nodes, nodeStarts, flows };
    },
  };
}
