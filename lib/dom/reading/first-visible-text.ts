import { isText } from '../tree/composed-tree.ts';
import { isBlockName } from '../tree/element-kinds.ts';
import type { SafeDom } from '../tree/safe-dom.ts';
import { startAround } from './long-text-node.ts';

/** Shares of the viewport's height at which text is looked for, in the middle of its width. */
const PROBED_HEIGHTS = [0.02, 0.1, 0.25, 0.45, 0.65, 0.85];
/** Between a flow's beginning and the viewport's first text there are rarely more inline pieces than this. */
const MAX_STEPS_BACK = 60;

/** Start of the flow nearest to the top of the viewport; null if no text is found there. */
export function firstVisibleTextAt(document: Document, dom: SafeDom): { node: Text; offset: number } | null {
  const view = document.defaultView;
  if (!view) return null;
  for (const height of PROBED_HEIGHTS) {
    const [x, y] = [view.innerWidth / 2, view.innerHeight * height];
    const caret = document.caretPositionFromPoint(x, y, {
      shadowRoots: shadowRootsAt(document, x, y, dom),
    });
    const node = caret?.offsetNode;
    if (!isText(node)) continue;
    // A text node as long as a book is read from near the visible part, not from its beginning.
    const offset = startAround(node.data, caret!.offset);
    return offset > 0 ? { node, offset } : { node: flowStart(node, document, dom), offset: 0 };
  }
  return null;
}

/** The open shadow roots with something at this point, outermost first. */
function shadowRootsAt(document: Document, x: number, y: number, dom: SafeDom): ShadowRoot[] {
  const roots: ShadowRoot[] = [];
  let element = document.elementFromPoint(x, y);
  for (let root = element && dom.shadowRootOf(element); root; root = element && dom.shadowRootOf(element)) {
    if (roots.includes(root)) break;
    roots.push(root);
    element = root.elementFromPoint(x, y);
  }
  return roots;
}

function blockAround(text: Text, dom: SafeDom): Node | null {
  for (let node = dom.parentOf(text); node; node = dom.parentOf(node)) {
    if (node.nodeType !== 1 || isBlockName(dom.nameOf(node as Element))) return node;
  }
  return null;
}

function flowStart(text: Text, document: Document, dom: SafeDom): Text {
  // Stays within the text's own tree: a shadow tree or a slotted node usually begins a flow anyway.
  const walker = document.createTreeWalker(text.getRootNode(), 4 | 8 /* SHOW_TEXT, SHOW_CDATA_SECTION */);
  walker.currentNode = text;
  const block = blockAround(text, dom);
  let start = text;
  for (let step = 0; step < MAX_STEPS_BACK; step++) {
    const previous = walker.previousNode() as Text | null;
    if (!previous || (blockAround(previous, dom) !== block && previous.data.trim() !== '')) break;
    if (blockAround(previous, dom) === block) start = previous;
  }
  return start;
}
