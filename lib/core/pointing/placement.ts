/** Where the card goes: rectangles in, a place out. Nothing here has seen a page. */
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
      /** Corner at the left and top, in the same pixels as the viewport. */
      x: number;
      y: number;
      side: Side;
      /** The size to which the card may grow without leaving the viewport. */
      maxHeight: number;
    }
  /** Along the lower edge of the viewport, as wide as that. */
  | { layout: 'sheet'; maxHeight: number };

export interface PlacementRequest {
  /** Client rectangles of the term, one for each line that it runs over, in reading order. */
  anchor: readonly Rect[];
  /** Where the pointer is; null when the card was not asked for by pointing. */
  pointer: Point | null;
  /** Which rectangle of `anchor` to stand by, whatever the pointer does: for a card that is open already. */
  line?: number | undefined;
  /** The card as large as it would like to be. */
  card: Size;
  viewport: Rect;
  /** Between term and card. */
  gap?: number;
  /** Of the page's text: the card is flush with the beginning of the term. */
  direction?: 'ltr' | 'rtl';
}

const GAP = 8;
/** To the edges of the viewport. */
const MARGIN = 8;
/** A card lower than this is not worth reading; it may then stand beside the term, or be a sheet. */
const MIN_HEIGHT = 140;
/** Of the viewport; the rest shows the term that was asked for. */
const SHEET_SHARE = 0.6;
/** On a screen so low, or a page so far enlarged, the card matters more than what it covers. */
const MIN_SHEET = 320;
/** Room for the pointer itself. */
const POINTER = 3;

interface Candidate {
  side: Side;
  x: number;
  y: number;
  room: number;
}

export const sheetPosition = (viewport: Rect): Placement => ({
  layout: 'sheet',
  maxHeight: Math.round(
    Math.min(Math.max(viewport.height * SHEET_SHARE, MIN_SHEET), viewport.height - 2 * MARGIN),
  ),
});

/** The rectangle that the card belongs to: that of the line, or under the pointer, or nearest to it, or the first. */
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

  const obstacles = pointer ? [...anchor, grown({ ...pointer, width: 0, height: 0 }, POINTER)] : anchor;
  const flush = direction === 'rtl' ? rightOf(chosen) - card.width : chosen.x;
  const x = clamp(flush, area.x, rightOf(area) - card.width);
  const below = placeBelow();
  const above = placeAbove();
  const found =
    below.room >= card.height
      ? below
      : above.room >= card.height
        ? above
        : worthReading(above.room > below.room ? above : below, card);
  const place = found ?? beside('right') ?? beside('left');
  if (!place) return sheetPosition(viewport);
  return { layout: 'float', side: place.side, x: place.x, y: place.y, maxHeight: Math.floor(place.room) };

  function placeBelow(): Candidate {
    let y = Math.max(bottomOf(chosen!) + gap, area.y);
    // The rest of a term broken over two lines stands just there.
    for (const obstacle of obstacles.toSorted((a, b) => a.y - b.y)) {
      const height = Math.min(card.height, bottomOf(area) - y);
      if (overlaps({ x, y, width: card.width, height }, obstacle)) y = bottomOf(obstacle) + gap;
    }
    return { side: 'below', x, y, room: bottomOf(area) - y };
  }

  function placeAbove(): Candidate {
    let end = Math.min(chosen!.y - gap, bottomOf(area));
    for (const obstacle of obstacles.toSorted((a, b) => bottomOf(b) - bottomOf(a))) {
      const height = Math.min(card.height, end - area.y);
      if (overlaps({ x, y: end - height, width: card.width, height }, obstacle)) end = obstacle.y - gap;
    }
    const room = end - area.y;
    return { side: 'above', x, y: end - Math.min(card.height, room), room };
  }

  function beside(side: 'right' | 'left'): Candidate | null {
    const at = side === 'right' ? rightOf(chosen!) + gap : chosen!.x - gap - card.width;
    const height = Math.min(card.height, area.height);
    const y = clamp(chosen!.y, area.y, bottomOf(area) - height);
    const fits = at >= area.x && at + card.width <= rightOf(area) && worthReading({ room: height }, card);
    if (!fits) return null;
    const rect = { x: at, y, width: card.width, height };
    if (obstacles.some((obstacle) => overlaps(rect, obstacle))) return null;
    // The height to which it may grow: from its position down to the edge.
    return { side, x: at, y, room: bottomOf(area) - y };
  }
}

function worthReading<T extends { room: number }>(candidate: T, card: Size): T | null {
  return candidate.room >= Math.min(card.height, MIN_HEIGHT) ? candidate : null;
}
