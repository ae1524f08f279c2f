/**
 * The page as it is shown: open shadow trees in the place of their hosts' content, and that content where a slot shows
 * it. Closed trees are left alone. Asked only where a page has such trees; plain documents go the short way.
 */
import type { SafeDom } from './element-kinds.ts';
import { closest, parentAcrossRoots } from './safe-document.ts';

/** CDATA sections are text too. */
export const isText = (node: Node | null | undefined): node is Text =>
  node?.nodeType === 3 || node?.nodeType === 4;

export const isShadowRoot = (node: Node | null): node is ShadowRoot =>
  node?.nodeType === 11 && 'host' in node;

/** The parent in the page as shown; null at the top, and for what a host has but no slot shows. */
export function shownParentOf(node: Node, dom: SafeDom): Node | null {
  const parent = dom.parentOf(node);
  if (parent?.nodeType === 1) {
    return dom.rootOf(parent as Element) ? (node as Element | Text).assignedSlot : parent;
  }
  return isShadowRoot(parent) ? parent.host : parent;
}

/** Whether the node stands in no slot of its parent's open shadow tree, and so is not shown. */
export function isUnslotted(node: Node, dom: SafeDom): boolean {
  const parent = dom.parentOf(node);
  return (
    parent?.nodeType === 1 && dom.rootOf(parent as Element) !== null && shownParentOf(node, dom) === null
  );
}

/** The element that a text stands in: its parent, or the host of the shadow root whose child it is. */
export function elementAround(text: Text): Element | null {
  const { parentElement, parentNode } = text;
  return parentElement ?? (isShadowRoot(parentNode) ? parentNode.host : null);
}

/** The nearest element around that fits, in the own tree first, then around the slot or the host. */
export function closestAround(node: Node, selector: string): Element | null {
  const element = node.nodeType === 1 ? (node as Element) : node.parentElement;
  const found = element && closest(element, selector);
  if (found) return found;
  for (let at: Node | null = node; at; at = parentAcrossRoots(at)) {
    if (isShadowRoot(at)) return closestAround(at.host, selector);
    const { assignedSlot } = at as Element | Text;
    // A field or a picture of a form may bear that name.
    if (assignedSlot?.localName === 'slot') return closestAround(assignedSlot, selector);
  }
  return null;
}

/** From the top down to the node. */
function chainTo(node: Node, dom: SafeDom): Node[] {
  const chain: Node[] = [];
  for (let at: Node | null = node; at; at = shownParentOf(at, dom)) chain.push(at);
  return chain.reverse();
}

export const documentOrder = (a: Node, b: Node): number =>
  a === b ? 0 : (a.compareDocumentPosition(b) & 4) !== 0 ? -1 : 1;

/** Less than 0 where `a` is shown before `b`; what holds the other comes first. */
export function shownOrder(a: Node, b: Node, dom: SafeDom): number {
  if (a === b) return 0;
  const first = chainTo(a, dom);
  const second = chainTo(b, dom);
  if (first[0] !== second[0]) return documentOrder(a, b);
  let at = 1;
  while (at < first.length && first[at] === second[at]) at++;
  const one = first[at];
  const other = second[at];
  if (!one || !other) return one ? 1 : -1;
  const { assignedSlot } = one as Element | Text;
  if (!assignedSlot || first[at - 1] !== assignedSlot) return documentOrder(one, other);
  const shown = assignedSlot.assignedNodes();
  return shown.indexOf(one) - shown.indexOf(other);
}

/** Whether a text stands wholly before a boundary point, as shown. */
export function isBeforePoint(text: Text, container: Node, offset: number, dom: SafeDom): boolean {
  if (text === container) return false;
  const child = isText(container) ? container : container.childNodes[offset];
  const holder = child ?? container;
  if (chainTo(text, dom).includes(holder)) return child === undefined;
  return shownOrder(text, holder, dom) < 0;
}
