/** Finds the character under a point, and the rectangles of a range. */
import { contains, grown, joinLines, type Point, type Rect } from '../../core/pointing/geometry.ts';
import { isText } from '../tree/composed-tree.ts';
import { closest, matches } from '../tree/safe-elements.ts';
import type { Piece } from '../tree/text-pieces.ts';

export interface TextPoint {
  node: Text;
  /** Offset of the character under the point, in UTF-16 units. */
  offset: number;
}

/** Their text is the reader's or a control's, and never explained. */
const FIELDS = 'input, textarea, select, option';
const LINK = 'a[href], area[href]';
/** How many elements under the point are searched, topmost first. */
const MAX_ELEMENTS = 6;
/** A longer text node is not searched for the point. */
const MAX_SEARCHED_UNITS = 4000;
/** Rectangles are rounded by up to half a pixel. */
const TOLERANCE_PX = 0.5;

/**
 * The character under the point, or null where there is none: beside the text, between lines, in a field.
 * @param shadowRoots open roots in which text is found too.
 */
export function characterAt(
  document: Document,
  x: number,
  y: number,
  shadowRoots: readonly ShadowRoot[] = [],
): TextPoint | null {
  const caret = document.caretPositionFromPoint(x, y, { shadowRoots: [...shadowRoots] });
  const node = caret?.offsetNode;
  if (isText(node)) {
    const found = characterBesideCaret(node, caret!.offset, { x, y });
    if (found) return node.parentElement && closest(node.parentElement, FIELDS) ? null : found;
  }
  return characterWithoutCaret(document, { x, y }, shadowRoots);
}

/**
 * The caret stands before or after the character: at the exact middle of a glyph Firefox 153 and Chromium 156 answer
 * different sides, so the rectangles of both neighbours decide. A first try without tolerance keeps them apart.
 */
function characterBesideCaret(node: Text, offset: number, point: Point): TextPoint | null {
  const range = new Range();
  const neighbours = [characterBefore(node.data, offset), characterAfter(node.data, offset)].filter(
    ([start, end]) => start < end,
  );
  for (const tolerance of [0, TOLERANCE_PX]) {
    for (const [start, end] of neighbours) {
      if (covers(range, node, start, end, point, tolerance)) return { node, offset: start };
    }
  }
  return null;
}

const isHighSurrogate = (text: string, index: number): boolean =>
  (text.charCodeAt(index) & 0xfc00) === 0xd800;
const isLowSurrogate = (text: string, index: number): boolean => (text.charCodeAt(index) & 0xfc00) === 0xdc00;

function characterBefore(text: string, offset: number): [start: number, end: number] {
  const isPair = offset > 1 && isLowSurrogate(text, offset - 1) && isHighSurrogate(text, offset - 2);
  return [Math.max(0, offset - (isPair ? 2 : 1)), offset];
}

function characterAfter(text: string, offset: number): [start: number, end: number] {
  const isPair = isHighSurrogate(text, offset) && isLowSurrogate(text, offset + 1);
  return [offset, Math.min(text.length, offset + (isPair ? 2 : 1))];
}

function covers(
  range: Range,
  node: Text,
  start: number,
  end: number,
  point: Point,
  tolerance = TOLERANCE_PX,
): boolean {
  range.setStart(node, start);
  range.setEnd(node, end);
  for (const rect of range.getClientRects()) if (contains(grown(rect, tolerance), point)) return true;
  return false;
}

/**
 * Two cases in which the caret is elsewhere than the visible text: a clear link laid over a whole teaser
 * (https://getbootstrap.com/docs/5.3/helpers/stretched-link/), where it is in the link, and text that cannot be selected
 * freely: for `user-select: all` Firefox 153 answers the element.
 */
function characterWithoutCaret(
  document: Document,
  point: Point,
  shadowRoots: readonly ShadowRoot[],
): TextPoint | null {
  let scope: DocumentOrShadowRoot = document;
  let topmost = scope.elementFromPoint(point.x, point.y);
  for (let root = topmost?.shadowRoot; root && shadowRoots.includes(root); root = topmost?.shadowRoot) {
    const inner = root.elementFromPoint(point.x, point.y);
    if (!inner || inner === topmost) break;
    scope = root;
    topmost = inner;
  }
  if (!topmost) return null;
  const link = closest(topmost, LINK);
  if (!link && !['none', 'all'].includes(getComputedStyle(topmost).userSelect)) return null;
  for (const element of scope.elementsFromPoint(point.x, point.y).slice(0, MAX_ELEMENTS)) {
    if (matches(element, FIELDS)) return null;
    for (let child = element.firstChild; child; child = child.nextSibling) {
      const found = isText(child) ? searchText(child, point) : null;
      if (found) return found;
    }
    // Text shows through a clear link, but not through a picture or a painted box.
    if (!link || !isClear(element)) return null;
  }
  return null;
}

const PICTURES = /^(?:img|picture|video|canvas|svg|iframe|object|embed)$/;

function isClear(element: Element): boolean {
  if (PICTURES.test(element.localName)) return false;
  const style = getComputedStyle(element);
  return style.backgroundImage === 'none' && /^rgba\(.*, 0\)$|^transparent$/.test(style.backgroundColor);
}

/** Halves the text as long as a half covers the point, which works in any writing direction. */
function searchText(node: Text, point: Point): TextPoint | null {
  let start = 0;
  let end = node.length;
  const range = new Range();
  if (end === 0 || end > MAX_SEARCHED_UNITS || !covers(range, node, start, end, point)) return null;
  while (end - start > 1) {
    const middle = (start + end) >> 1;
    if (covers(range, node, start, middle, point)) end = middle;
    else if (covers(range, node, middle, end, point)) start = middle;
    else return null;
  }
  return { node, offset: start };
}

/** Client rectangles of the visible parts of a range, one for each line. */
export function rectsOf(range: Range): Rect[] {
  return joinLines([...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0));
}

/** The same for parts of text nodes that belong together, in document order. */
export function rectsOfPieces(pieces: readonly Piece[]): Rect[] {
  return joinLines(
    pieces.flatMap(({ node, start, end }) => {
      if (!node.isConnected || end > node.length) return [];
      const range = new Range();
      range.setStart(node, start);
      range.setEnd(node, end);
      return rectsOf(range);
    }),
  );
}
