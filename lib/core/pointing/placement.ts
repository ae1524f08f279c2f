/** Positions the card from rectangles alone, without a page. */
import {
  bottomOf,
  clamp,
  contains,
  distanceTo,
  grown,
  overlaps,
  rightOf,
  type Point,
  type Rect,
  type Size,
} from './geometry.ts';

export type Side = 'below' | 'above' | 'right' | 'left';

export type Placement =
  | {
      layout: 'float';
      /** Left and top corner, in pixels of the viewport. */
      x: number;
      y: number;
      side: Side;
      /** The size to which the card may grow without leaving the viewport. */
      maxHeight: number;
    }
  /** Along the lower edge of the viewport, over its whole width. */
  | { layout: 'sheet'; maxHeight: number };

export interface PlacementRequest {
  /** Client rectangles of the term, one for each line that it runs over, in reading order. */
  anchor: readonly Rect[];
  /** Null if the card was not opened by pointing. */
  pointer: Point | null;
  /** Index of the rectangle of `anchor` that an open card stays beside, wherever the pointer goes. */
  line?: number | undefined;
  /** Size of the card's content. */
  card: Size;
  viewport: Rect;
  /** Between term and card. */
  gap?: number;
  /** Text direction: the card is aligned with the start of the term. */
  direction?: 'ltr' | 'rtl';
}

const GAP = 8;
/** Distance to the edges of the viewport. */
const MARGIN = 8;
/** A lower card shows too little; it goes beside the term, or becomes a sheet. */
const MIN_HEIGHT = 140;
/** Share of the viewport's height; the rest shows the term. */
const MAX_SHEET_SHARE = 0.6;
/** On a low screen or an enlarged page the card matters more than what it covers. */
const MIN_SHEET_HEIGHT = 320;
/** The card leaves this much room around the pointer. */
const POINTER_RADIUS = 3;

interface Candidate {
  side: Side;
  x: number;
  y: number;
  /** Height that is free there. */
  room: number;
}

export const sheetPosition = (viewport: Rect): Placement => ({
  layout: 'sheet',
  maxHeight: Math.round(
    Math.min(Math.max(viewport.height * MAX_SHEET_SHARE, MIN_SHEET_HEIGHT), viewport.height - 2 * MARGIN),
  ),
});

/** The rectangle that the card stands beside: that of the line, under the pointer, nearest to it, or the first. */
export function chosenRect(anchor: readonly Rect[], pointer: Point | null, line?: number): Rect | undefined {
  if (line !== undefined && anchor[line]) return anchor[line];
  if (!pointer) return anchor[0];
  return (
    anchor.find((rect) => contains(rect, pointer)) ??
    anchor.toSorted((a, b) => distanceTo(a, pointer) - distanceTo(b, pointer))[0]
  );
}

export function cardPosition(request: PlacementRequest): Placement {
  const { anchor, pointer, card, viewport, gap = GAP, direction = 'ltr' } = request;
  const area = grown(viewport, -MARGIN);
  const chosen = chosenRect(anchor, pointer, request.line);
  if (!chosen || area.width < card.width || area.height <= 0) return sheetPosition(viewport);

  const obstacles = pointer
    ? [...anchor, grown({ ...pointer, width: 0, height: 0 }, POINTER_RADIUS)]
    : anchor;
  const aligned = direction === 'rtl' ? rightOf(chosen) - card.width : chosen.x;
  const x = clamp(aligned, area.x, rightOf(area) - card.width);
  const below = candidateBelow();
  const above = candidateAbove();
  const vertical =
    below.room >= card.height
      ? below
      : above.room >= card.height
        ? above
        : unlessTooLow(above.room > below.room ? above : below, card);
  const best = vertical ?? candidateBeside('right') ?? candidateBeside('left');
  if (!best) return sheetPosition(viewport);
  return { layout: 'float', side: best.side, x: best.x, y: best.y, maxHeight: Math.floor(best.room) };

  function candidateBelow(): Candidate {
    let y = Math.max(bottomOf(chosen!) + gap, area.y);
    // The next line of a term that is broken over two lines stands there.
    for (const obstacle of obstacles.toSorted((a, b) => a.y - b.y)) {
      const height = Math.min(card.height, bottomOf(area) - y);
      if (overlaps({ x, y, width: card.width, height }, obstacle)) y = bottomOf(obstacle) + gap;
    }
    return { side: 'below', x, y, room: bottomOf(area) - y };
  }

  function candidateAbove(): Candidate {
    let end = Math.min(chosen!.y - gap, bottomOf(area));
    for (const obstacle of obstacles.toSorted((a, b) => bottomOf(b) - bottomOf(a))) {
      const height = Math.min(card.height, end - area.y);
      if (overlaps({ x, y: end - height, width: card.width, height }, obstacle)) end = obstacle.y - gap;
    }
    const room = end - area.y;
    return { side: 'above', x, y: end - Math.min(card.height, room), room };
  }

  function candidateBeside(side: 'right' | 'left'): Candidate | null {
    const left = side === 'right' ? rightOf(chosen!) + gap : chosen!.x - gap - card.width;
    const height = Math.min(card.height, area.height);
    const y = clamp(chosen!.y, area.y, bottomOf(area) - height);
    const fits = left >= area.x && left + card.width <= rightOf(area) && unlessTooLow({ room: height }, card);
    if (!fits) return null;
    const rect = { x: left, y, width: card.width, height };
    if (obstacles.some((obstacle) => overlaps(rect, obstacle))) return null;
    return { side, x: left, y, room: bottomOf(area) - y };
  }
}

function unlessTooLow<T extends { room: number }>(candidate: T, card: Size): T | null {
  return candidate.room >= Math.min(card.height, MIN_HEIGHT) ? candidate : null;
}
