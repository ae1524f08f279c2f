/**
 * The page as shown (the "flat tree" of CSS Scoping): an open shadow tree in place of its host's children, and those
 * children where a slot shows them. Closed trees are left alone. Slower than the plain tree: ask only where a page has
 * shadow trees.
 */
import { closest, parentAcrossRoots } from './safe-elements.ts';
import type { SafeDom } from './safe-dom.ts';

/** CDATA sections are text too. */
export const isText = (node: Node | null | undefined): node is Text =>
  node?.nodeType === 3 || node?.nodeType === 4;

export const isShadowRoot = (node: Node | null): node is ShadowRoot =>
  node?.nodeType === 11 && 'host' in node;

/** The parent in the page as shown; null at the top, and for a host's child that no slot shows. */
export function shownParentOf(node: Node, dom: SafeDom): Node | null {
  const parent = dom.parentOf(node);
  if (parent?.nodeType === 1) {
    return dom.shadowRootOf(parent as Element) ? (node as Element | Text).assignedSlot : parent;
  }
  return isShadowRoot(parent) ? parent.host : parent;
}

/** Whether the node is a host's child that no slot shows. */
export function isUnslotted(node: Node, dom: SafeDom): boolean {
  const parent = dom.parentOf(node);
  return (
    parent?.nodeType === 1 &&
    dom.shadowRootOf(parent as Element) !== null &&
    shownParentOf(node, dom) === null
  );
}

/** The text's parent element, or the host of the shadow root whose child it is. */
export function elementAround(text: Text): Element | null {
  const { parentElement, parentNode } = text;
  return parentElement ?? (isShadowRoot(parentNode) ? parentNode.host : null);
}

/** The nearest matching element: within the node's own tree first, then around the slot or the host. */
export function closestAround(start: Node, selector: string): Element | null {
  const element = start.nodeType === 1 ? (start as Element) : start.parentElement;
  const found = element && closest(element, selector);
  if (found) return found;
  for (let node: Node | null = start; node; node = parentAcrossRoots(node)) {
    if (isShadowRoot(node)) return closestAround(node.host, selector);
    const { assignedSlot } = node as Element | Text;
    // A form's field or picture named "assignedSlot" would be answered here instead of a slot.
    if (assignedSlot?.localName === 'slot') return closestAround(assignedSlot, selector);
  }
  return null;
}

/** The node and its ancestors as shown, outermost first. */
function shownPathOf(start: Node, dom: SafeDom): Node[] {
  const path: Node[] = [];
  for (let node: Node | null = start; node; node = shownParentOf(node, dom)) path.push(node);
  return path.reverse();
}

export const documentOrder = (a: Node, b: Node): number =>
  a === b ? 0 : (a.compareDocumentPosition(b) & 4) !== 0 ? -1 : 1;

/** Less than 0 where `a` is shown before `b`; an ancestor comes before its descendants. */
export function shownOrder(a: Node, b: Node, dom: SafeDom): number {
  if (a === b) return 0;
  const pathA = shownPathOf(a, dom);
  const pathB = shownPathOf(b, dom);
  if (pathA[0] !== pathB[0]) return documentOrder(a, b);
  let depth = 1;
  while (depth < pathA.length && pathA[depth] === pathB[depth]) depth++;
  const branchA = pathA[depth];
  const branchB = pathB[depth];
  if (!branchA || !branchB) return branchA ? 1 : -1;
  const { assignedSlot } = branchA as Element | Text;
  if (!assignedSlot || pathA[depth - 1] !== assignedSlot) return documentOrder(branchA, branchB);
  const slotted = assignedSlot.assignedNodes();
  return slotted.indexOf(branchA) - slotted.indexOf(branchB);
}

/** Whether all of a text is shown before a boundary point. */
export function isBeforePoint(text: Text, container: Node, offset: number, dom: SafeDom): boolean {
  if (text === container) return false;
  const child = isText(container) ? container : container.childNodes[offset];
  const boundary = child ?? container;
  if (shownPathOf(text, dom).includes(boundary)) return child === undefined;
  return shownOrder(text, boundary, dom) < 0;
}
