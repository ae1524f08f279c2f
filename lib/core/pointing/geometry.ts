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

/** Grows by `by` pixels on every side; shrinks if negative, down to an empty rectangle. */
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

/** `min` wins if it is greater than `max`. */
export const clamp = (value: number, min: number, max: number): number => Math.max(min, Math.min(value, max));

/** Distance of the point from the rectangle; 0 inside. */
export function distanceTo(rect: Rect, { x, y }: Point): number {
  return Math.hypot(x - clamp(x, rect.x, rightOf(rect)), y - clamp(y, rect.y, bottomOf(rect)));
}

/** Hands do not move in straight lines: a path that just misses a corner still leads to the rectangle. */
const CORNER_TOLERANCE_PX = 12;

/**
 * Whether a pointer that moved from `from` to `to` heads for the rectangle: nearer to it than before, and within the
 * triangle that `from` spans with it.
 */
export function isTowards(from: Point, to: Point, rect: Rect): boolean {
  if (contains(rect, to)) return true;
  return (
    distanceTo(rect, to) < distanceTo(rect, from) && rayMeets(from, to, grown(rect, CORNER_TOLERANCE_PX))
  );
}

/** Whether the ray from `from` through `to` meets the rectangle, by the slab method. */
function rayMeets(from: Point, to: Point, rect: Rect): boolean {
  let entry = 0;
  let exit = Infinity;
  for (const [start, step, low, high] of [
    [from.x, to.x - from.x, rect.x, rightOf(rect)],
    [from.y, to.y - from.y, rect.y, bottomOf(rect)],
  ] as const) {
    if (step === 0) {
      if (start < low || start > high) return false;
      continue;
    }
    const toLow = (low - start) / step;
    const toHigh = (high - start) / step;
    entry = Math.max(entry, Math.min(toLow, toHigh));
    exit = Math.min(exit, Math.max(toLow, toHigh));
  }
  return entry <= exit;
}

/**
 * One rectangle for each line: text that runs through several inline elements has a rectangle for each of them.
 * Rectangles are taken in reading order; those that stand side by side on a line are joined.
 */
export function joinLines(rects: readonly Rect[]): Rect[] {
  const lines: Rect[] = [];
  for (const rect of rects) {
    const line = lines.at(-1);
    if (line && areOnSameLine(line, rect)) lines[lines.length - 1] = unionOf(line, rect);
    else lines.push({ x: rect.x, y: rect.y, width: rect.width, height: rect.height });
  }
  return lines;
}

/** Wider than any space between two words, narrower than the gutter between columns. */
const MAX_BLANK_PX = 12;

function areOnSameLine(a: Rect, b: Rect): boolean {
  const overlap = Math.min(bottomOf(a), bottomOf(b)) - Math.max(a.y, b.y);
  const gap = Math.max(a.x, b.x) - Math.min(rightOf(a), rightOf(b));
  return overlap > Math.min(a.height, b.height) / 2 && gap <= MAX_BLANK_PX;
}

function unionOf(a: Rect, b: Rect): Rect {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  return {
    x,
    y,
    width: Math.max(rightOf(a), rightOf(b)) - x,
    height: Math.max(bottomOf(a), bottomOf(b)) - y,
  };
}
