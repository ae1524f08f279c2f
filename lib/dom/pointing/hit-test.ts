/** Which character lies under a point, and which rectangles a range has. */
import { contains, grown, joinLines, type Point, type Rect } from '../../core/pointing/geometry.ts';
import { isText } from '../tree/composed-tree.ts';
import type { Piece } from '../tree/text-pieces.ts';
import { closest, matches, unshadowed } from '../tree/safe-document.ts';

export interface TextPoint {
  node: Text;
  /** Of the character under the point, in UTF-16 units. */
  offset: number;
}

/** Fields draw text that is not the page's to explain. */
const FIELDS = 'input, textarea, select, option';
const LINK = 'a[href], area[href]';
/** Elements under the point that are asked, when the first of them holds no text there. */
const DEPTH = 6;
/** Longer texts are not searched character by character. */
const LONGEST_SEARCH = 4000;
/** Half a pixel of rounding. */
const SLOP = 0.5;

/**
 * The character under the point, or null where there is none: beside the text, between the lines, in a field.
 * Text in open shadow roots is found in those that are named.
 */
export function caretAt(
  document: Document,
  x: number,
  y: number,
  shadowRoots: readonly ShadowRoot[] = [],
): TextPoint | null {
  const caret = unshadowed(document).caretPositionFromPoint(x, y, { shadowRoots: [...shadowRoots] });
  const node = caret?.offsetNode;
  if (isText(node)) {
    const found = glyphAt(node, caret!.offset, { x, y });
    if (found) return node.parentElement && closest(node.parentElement, FIELDS) ? null : found;
  }
  return behind(document, { x, y }, shadowRoots);
}

/**
 * A caret stands between two characters, and browsers differ in which side of a glyph's middle they answer:
 * only the rectangles of the two neighbours tell which one the point is on, if any.
 */
function glyphAt(node: Text, offset: number, point: Point): TextPoint | null {
  const range = new Range();
  const neighbours = [before(node.data, offset), after(node.data, offset)].filter(
    ([start, end]) => start < end,
  );
  for (const slop of [0, SLOP]) {
    for (const [start, end] of neighbours) {
      if (covers(range, node, start, end, point, slop)) return { node, offset: start };
    }
  }
  return null;
}

const isHigh = (text: string, at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xd800;
const isLow = (text: string, at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xdc00;

function before(text: string, offset: number): [number, number] {
  const wide = offset > 1 && isLow(text, offset - 1) && isHigh(text, offset - 2);
  return [Math.max(0, offset - (wide ? 2 : 1)), offset];
}

function after(text: string, offset: number): [number, number] {
  const wide = isHigh(text, offset) && isLow(text, offset + 1);
  return [offset, Math.min(text.length, offset + (wide ? 2 : 1))];
}

function covers(range: Range, node: Text, start: number, end: number, point: Point, slop = SLOP): boolean {
  range.setStart(node, start);
  range.setEnd(node, end);
  for (const rect of range.getClientRects()) if (contains(grown(rect, slop), point)) return true;
  return false;
}

/**
 * Two cases in which the caret is elsewhere than the text that is seen: a link laid over a whole teaser, as news
 * pages do, and text that must not be selected.
 */
function behind(document: Document, point: Point, shadowRoots: readonly ShadowRoot[]): TextPoint | null {
  let scope: DocumentOrShadowRoot = unshadowed(document);
  let top = scope.elementFromPoint(point.x, point.y);
  for (let root = top?.shadowRoot; root && shadowRoots.includes(root); root = top?.shadowRoot) {
    const inner = root.elementFromPoint(point.x, point.y);
    if (!inner || inner === top) break;
    scope = root;
    top = inner;
  }
  if (!top) return null;
  const link = closest(top, LINK);
  if (!link && getComputedStyle(top).userSelect !== 'none') return null;
  for (const element of scope.elementsFromPoint(point.x, point.y).slice(0, DEPTH)) {
    if (matches(element, FIELDS)) return null;
    for (let child = element.firstChild; child; child = child.nextSibling) {
      if (!isText(child)) continue;
      const found = searched(child, point);
      if (found) return found;
    }
    // What a link lies over shows through; a picture or a painted box does not.
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

/** Halves the text as long as a half has the point: right for any direction of writing. */
function searched(node: Text, point: Point): TextPoint | null {
  let start = 0;
  let end = node.length;
  const range = new Range();
  if (end === 0 || end > LONGEST_SEARCH || !covers(range, node, start, end, point)) return null;
  while (end - start > 1) {
    const middle = (start + end) >> 1;
    if (covers(range, node, start, middle, point)) end = middle;
    else if (covers(range, node, middle, end, point)) start = middle;
    else return null;
  }
  return { node, offset: start };
}

/** Client rectangles of what is visible of a range, one for each line it runs over. */
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
