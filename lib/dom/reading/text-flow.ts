/**
 * Reads a page as flows: the text between two block boundaries as one string, inline tags ignored. Flows come in
 * batches, joined into one string, so that the spotter runs over long texts; a batch always ends with a whole flow.
 * Nothing depends on layout: the same document gives the same flows in every reader.
 */
import { isUnslotted, shownParentOf } from '../tree/composed-tree.ts';
import { BLOCK, BREAK, HOST, REPLACED, SLOT, traitsOf } from '../tree/element-kinds.ts';
import type { SafeDom } from '../tree/safe-dom.ts';
import { createComposedWalker } from './composed-walker.ts';
import { createElementLookup, type ReadingOptions } from './element-lookup.ts';
import { endOfPart, remainderOf } from './long-text-node.ts';

/** Stands between flows and for replaced elements (images, fields). No form contains it. */
export const OBJECT = '\ufffc';

export interface FlowBatch {
  /** All flows of the batch, one OBJECT between two. */
  text: string;
  /** In document order, each once. */
  nodes: Text[];
  /** Offset of each node's text in `text`; negative if an earlier batch holds its beginning. */
  nodeStarts: number[];
  flows: FlowSpan[];
}

export interface FlowSpan {
  /** In the batch's text. */
  start: number;
  end: number;
  /** Indices of `nodes`, [first, last). */
  firstNode: number;
  lastNode: number;
  block: Element;
  /** Number of the section; each heading begins a new one. */
  section: number;
}

export interface FlowReader {
  /** The next flows, with at least `units` UTF-16 units unless the page ends before; null at the end. */
  read(units: number): FlowBatch | null;
  /** The page removed the node that reading had come to: what follows it is unread. */
  readonly isInterrupted: boolean;
}

/** Longer flows are cut, so that a page of one endless paragraph still comes in batches. */
const MAX_FLOW_UNITS = 1 << 16;

const TEXT = 3;
const CDATA = 4;

const isBlank = (text: string): boolean => text.charCodeAt(0) <= 32 && text.trim() === '';

export interface FlowReaderOptions extends ReadingOptions {
  /** Begin here instead of at the root's first text. */
  from?: Text;
  /** Begin at this offset of `from`. */
  fromOffset?: number;
  /** Do not split long text nodes. */
  uncut?: boolean;
  /** Number of the section in which reading begins. */
  section?: number;
}

/** A batch in the making. All of its state ends with the batch. */
class BatchBuilder {
  /** Units so far. */
  length = 0;
  private readonly parts: string[] = [];
  private readonly nodes: Text[] = [];
  private readonly nodeStarts: number[] = [];
  private readonly flows: FlowSpan[] = [];
  private flow: FlowSpan | null = null;
  // Met since the last text: what stands for line breaks and replaced elements, how many breaks, a block's beginning.
  private gap = '';
  private breaks = 0;
  private hasNewBlock = false;

  addElement(traits: number): void {
    if (traits & BREAK) {
      this.breaks++;
      this.gap += '\n';
    } else if (traits & REPLACED) this.gap = OBJECT;
    else if (traits & BLOCK) this.hasNewBlock = true;
  }

  isInFlow(block: Element): boolean {
    return this.flow !== null && !this.hasNewBlock && block === this.flow.block;
  }

  /** Whether a flow ends here though its block goes on. A second line break in a row ends a paragraph. */
  isFlowOver(isTextBlank: boolean): boolean {
    return (this.breaks > 1 && !isTextBlank) || this.length - this.flow!.start > MAX_FLOW_UNITS;
  }

  startFlow(block: Element, section: number): void {
    if (this.flow) {
      this.parts.push(OBJECT);
      this.length++;
    }
    const { length } = this;
    const node = this.nodes.length;
    this.flow = { start: length, end: length, firstNode: node, lastNode: node, block, section };
    this.flows.push(this.flow);
    this.gap = '';
  }

  /** @param offset where `data` begins in the node's text. */
  addText(node: Text, data: string, offset: number, isTextBlank: boolean): void {
    if (this.gap !== '') {
      this.parts.push(this.gap);
      this.length += this.gap.length;
      this.gap = '';
    }
    if (!isTextBlank) this.breaks = 0;
    this.hasNewBlock = false;
    this.nodes.push(node);
    this.nodeStarts.push(this.length - offset);
    this.parts.push(data);
    this.length += data.length;
    this.flow!.end = this.length;
    this.flow!.lastNode = this.nodes.length;
  }

  build(): FlowBatch | null {
    const { nodes, nodeStarts, flows } = this;
    return flows.length === 0 ? null : { text: this.parts.join(''), nodes, nodeStarts, flows };
  }
}

export function createFlowReader(
  root: Element | Document | DocumentFragment,
  dom: SafeDom,
  options: FlowReaderOptions = {},
): FlowReader {
  const { infoOf, isSkipped, addTree } = createElementLookup(root, dom, options);
  const { shadows } = options;
  const walker = createComposedWalker(root, dom, addTree, shadows);
  let lastHeading: Element | null = null;
  let section = options.section ?? 0;
  /** The node to be read next, and how much of its text is read already. */
  let next = firstNode();
  let offset = options.fromOffset ?? 0;
  let isInterrupted = false;

  function firstNode(): Node | null {
    if (options.from) {
      const first = walker.startAt(options.from);
      const parent = first && (shadows ? shownParentOf(first, dom) : dom.parentOf(first));
      return parent && !infoOf(parent).isSkipped ? first : null;
    }
    return root.nodeType === 1 && isWithinSkipped(root as Element) ? null : walker.start();
  }

  function isWithinSkipped(element: Element): boolean {
    const parentOf = shadows ? (node: Node) => shownParentOf(node, dom) : dom.parentOf;
    for (let node: Node | null = element; node?.nodeType === 1; node = parentOf(node)) {
      if (isSkipped(node as Element, traitsOf(dom.nameOf(node as Element)))) return true;
      if (shadows && isUnslotted(node, dom)) return true;
    }
    return false;
  }

  function nextAfter(element: Element, traits: number): Node | null {
    if (isSkipped(element, traits)) return walker.nextOutside();
    return (traits & (HOST | SLOT)) === 0 ? walker.next() : walker.nextWithin(element, traits);
  }

  function sectionAt(parent: Node): number {
    const { heading } = infoOf(parent);
    if (heading !== lastHeading) {
      if (heading) section++;
      lastHeading = heading;
    }
    return section;
  }

  return {
    get isInterrupted() {
      return isInterrupted;
    },
    read(units) {
      if (next && !next.isConnected && root.isConnected) {
        isInterrupted = true;
        next = null;
      }
      const batch = new BatchBuilder();
      let lastParent: Node | null = null;
      let block!: Element;
      while (next) {
        const type: number = next.nodeType;
        if (type !== TEXT && type !== CDATA) {
          const traits = traitsOf(dom.nameOf(next as Element));
          batch.addElement(traits);
          next = nextAfter(next as Element, traits);
          continue;
        }
        const node = next as Text;
        // A page cannot shadow the properties of a text node.
        const parent = walker.isInShadow ? shownParentOf(node, dom)! : node.parentNode!;
        if (parent !== lastParent) {
          lastParent = parent;
          ({ block } = infoOf(parent));
        }
        // Read once: each access fetches the string from the DOM.
        const unread = offset > 0 ? remainderOf(node, offset) : node.data;
        const length = options.uncut ? unread.length : endOfPart(unread, 0);
        const isCut = length < unread.length;
        const data = isCut ? unread.slice(0, length) : unread;
        const isTextBlank = isBlank(data);
        const isInFlow = batch.isInFlow(block);
        const isRead = isInFlow || !isTextBlank;
        if (isRead) {
          if (!isInFlow || batch.isFlowOver(isTextBlank)) {
            if (batch.length >= units) break;
            batch.startFlow(block, sectionAt(parent));
          }
          batch.addText(node, data, offset, isTextBlank);
        }
        if (isCut) {
          offset += length;
          // The next part begins the next batch, so that no batch has a node twice.
          if (isRead) break;
        } else {
          offset = 0;
          next = walker.next();
        }
      }
      return batch.build();
    },
  };
}
