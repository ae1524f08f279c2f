/**
 * Answers that a page cannot shadow by names of its elements. In the world of a content script these names matter in
 * forms only (TREE-01); on `document` they matter where the same code runs in the page's own world.
 */

/** The document with the properties of its prototype only. For access; pass the real document to native functions. */
export function unshadowed(document: Document): Document {
  return new Proxy(document, {
    get(target, name) {
      const value: unknown = Reflect.get(Document.prototype, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}

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
