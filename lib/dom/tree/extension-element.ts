/** Recognizes the one element that the extension puts into a page. */

/** Its text is never read: element-kinds.ts lists it among the skipped elements. */
export const EXTENSION_ELEMENT = 'manicule-card';
/** Carries the element in an SVG document, where HTML is rendered nowhere else. */
export const SVG_CARRIER = 'foreignObject';

export const isSvgCarrier = (node: Element | null): boolean =>
  node?.localName === SVG_CARRIER && node.firstElementChild?.localName === EXTENSION_ELEMENT;

/** @param name the element's local name, which the page may shadow on the element itself. */
export const isExtensionElement = (element: Element, name: string): boolean =>
  name === EXTENSION_ELEMENT || (name === SVG_CARRIER && isSvgCarrier(element));
