/** The one element that we put into a page: made, known again, and taken out where it was left behind. */
import { unshadowed } from '../tree/safe-document.ts';

/** Also left out of reading: lib/dom/tree/element-kinds.ts. */
const NAME = 'manicule-card';
/** An element of HTML in a drawing is shown only inside of this. */
const PLACE = 'foreignObject';
const XHTML = 'http://www.w3.org/1999/xhtml';
const SVG = 'http://www.w3.org/2000/svg';

export interface CardElement {
  element: HTMLElement;
  /** What is put into the page: the element, or in a page that is a drawing the place that holds it. */
  carrier: Element;
}

/** Of this script, not of an older one. */
const own = new WeakSet<Element>();

export function createCardElement(document: Document): CardElement {
  const page = unshadowed(document);
  const element = page.createElementNS(XHTML, NAME);
  own.add(element);
  if (page.documentElement.namespaceURI !== SVG) return { element, carrier: element };
  const carrier = page.createElementNS(SVG, PLACE);
  carrier.append(element);
  return { element, carrier };
}

const isPlace = (node: Element | null): boolean =>
  node?.localName === PLACE && node.firstElementChild?.localName === NAME;

/** Whether what came into the page or went is ours; `name` is that of the element. */
export const isExtensionElement = (element: Element, name: string): boolean =>
  name === NAME || (name === PLACE && isPlace(element));

/** Takes out what an older script of ours left in this tree, when its extension went away under it. */
export function removeLeftovers(tree: Document | ShadowRoot): void {
  const asked = tree instanceof Document ? unshadowed(tree) : tree;
  for (const element of asked.querySelectorAll(NAME)) {
    if (own.has(element)) continue;
    const { parentElement } = element;
    (isPlace(parentElement) ? parentElement! : element).remove();
  }
}
