/**
 * From a point of the screen to a point of a viewport. A frame knows where on the screen the pointer is, but not where
 * it stands itself; the page around it has seen the pointer too, and so knows where on the screen its viewport begins.
 */
import type { Point } from '../pointing/geometry.ts';

/** A window's measures, in its own pixels. */
export interface WindowShape {
  screenX: number;
  screenY: number;
  outerWidth: number;
  outerHeight: number;
  innerWidth: number;
  innerHeight: number;
  /** Where on the screen the viewport begins; Firefox only. */
  mozInnerScreenX?: number;
  mozInnerScreenY?: number;
}

/** The pointer at one moment: the same point on the screen and in the viewport. */
export interface Sighting {
  screen: Point;
  client: Point;
  shape: WindowShape;
}

/** Two sightings nearer together say nothing about the zoom, as screens count in whole pixels. */
const FAR_ENOUGH = 120;
const SCALES = { least: 0.2, most: 6 };

/** A copy: the window itself goes on changing. */
export const shapeOf = ({
  screenX,
  screenY,
  outerWidth,
  outerHeight,
  innerWidth,
  innerHeight,
  mozInnerScreenX,
  mozInnerScreenY,
}: WindowShape): WindowShape => ({
  screenX,
  screenY,
  outerWidth,
  outerHeight,
  innerWidth,
  innerHeight,
  ...(mozInnerScreenX !== undefined && { mozInnerScreenX }),
  ...(mozInnerScreenY !== undefined && { mozInnerScreenY }),
});

const SIZES = ['outerWidth', 'outerHeight', 'innerWidth', 'innerHeight'] as const;
const isSameShape = (a: WindowShape, b: WindowShape): boolean => SIZES.every((name) => a[name] === b[name]);

const between = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

/** The newest sighting last, and before it the one that is farthest from it. What another zoom saw is forgotten. */
export function withSighting(known: readonly Sighting[], seen: Sighting): Sighting[] {
  const [far] = known
    .filter(({ shape }) => isSameShape(shape, seen.shape))
    .toSorted((a, b) => between(b.client, seen.client) - between(a.client, seen.client));
  return far ? [far, seen] : [seen];
}

/** Where a point of the screen lies in the viewport. */
export function toViewport(point: Point, known: readonly Sighting[], now: WindowShape): Point {
  const usable = known.filter(({ shape }) => isSameShape(shape, now)).map((seen) => moved(seen, now));
  const last = usable.at(-1);
  if (last) {
    const scale = scaleOf(usable[0]!, last);
    return {
      x: last.client.x + (point.x - last.screen.x) / scale,
      y: last.client.y + (point.y - last.screen.y) / scale,
    };
  }
  const { mozInnerScreenX, mozInnerScreenY } = now;
  if (mozInnerScreenX !== undefined && mozInnerScreenY !== undefined) {
    return { x: point.x - mozInnerScreenX, y: point.y - mozInnerScreenY };
  }
  // The bars of a browser stand above the page, and its borders are the same on both sides.
  const side = (now.outerWidth - now.innerWidth) / 2;
  return {
    x: point.x - now.screenX - Math.max(0, side),
    y: point.y - now.screenY - Math.max(0, now.outerHeight - now.innerHeight),
  };
}

/** The window may have been dragged since. */
const moved = ({ screen, client, shape }: Sighting, now: WindowShape): Sighting => ({
  screen: { x: screen.x + now.screenX - shape.screenX, y: screen.y + now.screenY - shape.screenY },
  client,
  shape: now,
});

/** Pixels of the screen for one of the page: browsers differ in whether zoom counts. */
function scaleOf(a: Sighting, b: Sighting): number {
  const seen = between(a.client, b.client);
  if (seen < FAR_ENOUGH) return 1;
  const scale = between(a.screen, b.screen) / seen;
  return scale > SCALES.least && scale < SCALES.most ? scale : 1;
}
