/** Makes the one element that the extension puts into a page, and removes those that an older script left behind. */
import {
  EXTENSION_ATTRIBUTE,
  EXTENSION_ELEMENT,
  EXTENSION_SELECTOR,
  isSvgCarrier,
  SVG_CARRIER,
} from '../tree/extension-element.ts';

const XHTML = 'http://www.w3.org/1999/xhtml';
const SVG = 'http://www.w3.org/2000/svg';

export interface CardElement {
  element: HTMLElement;
  /** The node to put into the page: the element itself, or in an SVG document the `foreignObject` around it. */
  carrier: Element;
}

/** Elements of this run of the script. */
const created = new WeakSet<Element>();

export function createCardElement(document: Document): CardElement {
  const element = document.createElementNS(XHTML, EXTENSION_ELEMENT);
  element.setAttribute(EXTENSION_ATTRIBUTE, '');
  created.add(element);
  if (document.documentElement.namespaceURI !== SVG) return { element, carrier: element };
  const carrier = document.createElementNS(SVG, SVG_CARRIER);
  carrier.append(element);
  return { element, carrier };
}

/** Removes elements of an earlier run: an update or a restart of the extension ends its script without a chance to clean up. */
export function removeLeftovers(tree: Document | ShadowRoot): void {
  for (const element of tree.querySelectorAll(EXTENSION_SELECTOR)) {
    if (created.has(element)) continue;
    const { parentElement } = element;
    (isSvgCarrier(parentElement) ? parentElement! : element).remove();
  }
}
