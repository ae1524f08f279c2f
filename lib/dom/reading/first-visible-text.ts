import { isText } from '../tree/composed-tree.ts';
import { isBlockName, type SafeDom } from '../tree/element-kinds.ts';
import { startAround } from './long-text-node.ts';
import { unshadowed } from '../tree/safe-document.ts';

/** Where to look for text: down the middle of the window, from the top. */
const HEIGHTS = [0.02, 0.1, 0.25, 0.45, 0.65, 0.85];
/** A flow seldom has more inline pieces than this before the window's first text. */
const STEPS_BACK = 60;

/** Where the flow that stands nearest to the top of the window begins, or null where there is none. */
export function firstVisibleTextAt(document: Document, dom: SafeDom): { node: Text; offset: number } | null {
  const view = document.defaultView;
  if (!view) return null;
  for (const height of HEIGHTS) {
    const [x, y] = [view.innerWidth / 2, view.innerHeight * height];
    const caret = unshadowed(document).caretPositionFromPoint(x, y, {
      shadowRoots: shadowRootsAt(document, x, y, dom),
    });
    const node = caret?.offsetNode;
    if (!isText(node)) continue;
    // In a text as long as a book not its beginning counts, but what is seen of it.
    const offset = startAround(node.data, caret!.offset);
    return offset > 0 ? { node, offset } : { node: flowStart(node, document, dom), offset: 0 };
  }
  return null;
}

/** The open shadow trees that show something at this place, each in the one before. */
function shadowRootsAt(document: Document, x: number, y: number, dom: SafeDom): ShadowRoot[] {
  const roots: ShadowRoot[] = [];
  let element = unshadowed(document).elementFromPoint(x, y);
  for (let root = element && dom.rootOf(element); root; root = element && dom.rootOf(element)) {
    if (roots.includes(root)) break;
    roots.push(root);
    element = root.elementFromPoint(x, y);
  }
  return roots;
}

function blockOf(node: Node, dom: SafeDom): Node | null {
  for (let at = dom.parentOf(node); at; at = dom.parentOf(at)) {
    if (at.nodeType !== 1 || isBlockName(dom.nameOf(at as Element))) return at;
  }
  return null;
}

function flowStart(node: Text, document: Document, dom: SafeDom): Text {
  // Within the own tree: what is slotted or shadowed begins a flow often enough.
  const walker = document.createTreeWalker(node.getRootNode(), 4 | 8 /* SHOW_TEXT, SHOW_CDATA_SECTION */);
  walker.currentNode = node;
  const block = blockOf(node, dom);
  let start = node;
  for (let step = 0; step < STEPS_BACK; step++) {
    const before = walker.previousNode() as Text | null;
    if (!before || (blockOf(before, dom) !== block && before.data.trim() !== '')) break;
    if (blockOf(before, dom) === block) start = before;
  }
  return start;
}
