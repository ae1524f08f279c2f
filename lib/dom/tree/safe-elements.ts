/**
 * Answers of elements that a page cannot shadow by names: `<input name="closest">` replaces `form.closest`, in a content
 * script of Chromium too (READ-15).
 */

export const matches = (element: Element, selector: string): boolean =>
  Element.prototype.matches.call(element, selector);

export const closest = (element: Element, selector: string): Element | null =>
  Element.prototype.closest.call(element, selector);

/** The parent; of a shadow root its host. */
export function parentAcrossRoots(node: Node): Node | null {
  const parent = Reflect.get<Node, 'parentNode'>(Node.prototype, 'parentNode', node);
  return parent ?? (node instanceof ShadowRoot ? node.host : null);
}

/** The slot of an open shadow tree that shows the node. */
export function slotOf(node: Node): HTMLSlotElement | null {
  const proto = node instanceof Element ? Element.prototype : node instanceof Text ? Text.prototype : null;
  const slot: unknown = proto && Reflect.get(proto, 'assignedSlot', node);
  return slot instanceof HTMLSlotElement ? slot : null;
}
