/** Points and rectangles in CSS pixels of the viewport. A `DOMRect` is a `Rect`. */
export interface Point {
  x: number;
  y: number;
}

export interface Size {
  width: number;
  height: number;
}

export interface Rect extends Point, Size {}

export const rightOf = (rect: Rect): number => rect.x + rect.width;
export const bottomOf = (rect: Rect): number => rect.y + rect.height;

/** The rectangle with `by` pixels more on every side; less, if negative, but never less than nothing. */
export function grown(rect: Rect, by: number): Rect {
  return {
    x: rect.x - by,
    y: rect.y - by,
    width: Math.max(0, rect.width + 2 * by),
    height: Math.max(0, rect.height + 2 * by),
  };
}

/** Borders count as inside. */
export function contains(rect: Rect, { x, y }: Point): boolean {
  return x >= rect.x && x <= rightOf(rect) && y >= rect.y && y <= bottomOf(rect);
}

/** Whether two rectangles share an area; touching borders do not. */
export function overlaps(a: Rect, b: Rect): boolean {
  return a.x < rightOf(b) && b.x < rightOf(a) && a.y < bottomOf(b) && b.y < bottomOf(a);
}

/** `value`, or the end of [least, most] that is nearer; `least` wins where the two cross. */
export const clamp = (value: number, least: number, most: number): number =>
  Math.max(least, Math.min(value, most));

/** From the point to the nearest place of the rectangle; 0 inside. */
export function distanceTo(rect: Rect, { x, y }: Point): number {
  return Math.hypot(x - clamp(x, rect.x, rightOf(rect)), y - clamp(y, rect.y, bottomOf(rect)));
}

/** Hands are not rulers: a way that would just miss a corner is still a way there. */
const TOLERANCE = 12;

/**
 * Whether somebody who went from `from` to `to` is on the way to the rectangle: nearer to it than before, and
 * within the triangle that `from` spans with it.
 */
export function isTowards(from: Point, to: Point, rect: Rect): boolean {
  if (contains(rect, to)) return true;
  return distanceTo(rect, to) < distanceTo(rect, from) && meets(from, to, grown(rect, TOLERANCE));
}

/** Whether the ray from `from` through `to` meets the rectangle, by the slab method. */
function meets(from: Point, to: Point, rect: Rect): boolean {
  let first = 0;
  let last = Infinity;
  for (const [start, step, low, high] of [
    [from.x, to.x - from.x, rect.x, rightOf(rect)],
    [from.y, to.y - from.y, rect.y, bottomOf(rect)],
  ] as const) {
    if (step === 0) {
      if (start < low || start > high) return false;
      continue;
    }
    const a = (low - start) / step;
    const b = (high - start) / step;
    first = Math.max(first, Math.min(a, b));
    last = Math.min(last, Math.max(a, b));
  }
  return first <= last;
}

/**
 * One rectangle for each line: text that runs through several inline elements has a rectangle for each of them.
 * Rectangles are taken in reading order; those that stand side by side on a line are joined.
 */
export function joinLines(rects: readonly Rect[]): Rect[] {
  const lines: Rect[] = [];
  for (const rect of rects) {
    const line = lines.at(-1);
    if (line && standTogether(line, rect)) lines[lines.length - 1] = around(line, rect);
    else lines.push({ x: rect.x, y: rect.y, width: rect.width, height: rect.height });
  }
  return lines;
}

/** Wider than any blank between two words: a column's gutter is not joined. */
const WIDEST_BLANK = 12;

function standTogether(a: Rect, b: Rect): boolean {
  const shared = Math.min(bottomOf(a), bottomOf(b)) - Math.max(a.y, b.y);
  const apart = Math.max(a.x, b.x) - Math.min(rightOf(a), rightOf(b));
  return shared > Math.min(a.height, b.height) / 2 && apart <= WIDEST_BLANK;
}

function around(a: Rect, b: Rect): Rect {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  return {
    x,
    y,
    width: Math.max(rightOf(a), rightOf(b)) - x,
    height: Math.max(bottomOf(a), bottomOf(b)) - y,
  };
}
