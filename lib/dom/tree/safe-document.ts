/**
 * Answers that a page cannot shadow. `<img name="activeElement">` makes `document.activeElement` that picture, and
 * `<input name="closest">` takes the place of its form's method; the prototypes still tell the truth.
 */

/** The document with its own properties only. Good for asking and calling; natives want the document itself. */
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

/** The parent, or the host of the shadow root that this is. */
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
