/** Recognizes the one element that the extension puts into a page. */

/**
 * A `div`: a page can define an element with a hyphen in its name, gets its constructor called, and opens its closed shadow
 * root by `attachInternals()`. WALL-01
 */
export const EXTENSION_ELEMENT = 'div';
/** Tells the element from others, also one that an earlier run of the script left behind. It does not name the extension. */
export const EXTENSION_ATTRIBUTE = 'data-margin-card';
export const EXTENSION_SELECTOR = `${EXTENSION_ELEMENT}[${EXTENSION_ATTRIBUTE}]`;
/** Carries the element in an SVG document, where HTML is rendered nowhere else. */
export const SVG_CARRIER = 'foreignObject';

const isCard = (node: Element | null): boolean =>
  node?.localName === EXTENSION_ELEMENT && node.hasAttribute(EXTENSION_ATTRIBUTE);

export const isSvgCarrier = (node: Element | null): boolean =>
  node?.localName === SVG_CARRIER && isCard(node.firstElementChild);

/** @param name the element's local name, which the page may shadow on the element itself. */
export const isExtensionElement = (element: Element, name: string): boolean =>
  (name === EXTENSION_ELEMENT && isCard(element)) || (name === SVG_CARRIER && isSvgCarrier(element));
