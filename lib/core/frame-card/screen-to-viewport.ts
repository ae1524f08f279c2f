/**
 * Converts points of the screen to points of a viewport. A frame knows the pointer's position on the screen, but not its
 * own; the page around it has seen the pointer too, so it knows where on the screen its viewport begins.
 */
import type { Point } from '../pointing/geometry.ts';

/** Measures of a window, in its own pixels. */
export interface WindowShape {
  screenX: number;
  screenY: number;
  outerWidth: number;
  outerHeight: number;
  innerWidth: number;
  innerHeight: number;
  /** Position of the viewport on the screen; Firefox only. */
  mozInnerScreenX?: number;
  mozInnerScreenY?: number;
}

/** The pointer at one moment: the same point on the screen and in the viewport. */
export interface Sighting {
  screen: Point;
  client: Point;
  shape: WindowShape;
}

/** In pixels: nearer sightings give no scale, since screen coordinates are whole numbers. */
const MIN_DISTANCE = 120;
const MIN_SCALE = 0.2;
const MAX_SCALE = 6;

/** A copy, since the window changes. */
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

const distanceBetween = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

/** Keeps two sightings: the newest last, and the one farthest from it. Those of another window size are dropped. */
export function withSighting(known: readonly Sighting[], latest: Sighting): Sighting[] {
  const [far] = known
    .filter(({ shape }) => isSameShape(shape, latest.shape))
    .toSorted((a, b) => distanceBetween(b.client, latest.client) - distanceBetween(a.client, latest.client));
  return far ? [far, latest] : [latest];
}

/** Converts a point of the screen to the viewport. */
export function toViewport(point: Point, known: readonly Sighting[], now: WindowShape): Point {
  const usable = known
    .filter(({ shape }) => isSameShape(shape, now))
    .map((sighting) => shifted(sighting, now));
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
  // The browser's bars are above the page, and its borders are equal on both sides.
  const border = (now.outerWidth - now.innerWidth) / 2;
  return {
    x: point.x - now.screenX - Math.max(0, border),
    y: point.y - now.screenY - Math.max(0, now.outerHeight - now.innerHeight),
  };
}

/** The window may have been moved since. */
const shifted = ({ screen, client, shape }: Sighting, now: WindowShape): Sighting => ({
  screen: { x: screen.x + now.screenX - shape.screenX, y: screen.y + now.screenY - shape.screenY },
  client,
  shape: now,
});

/** Screen pixels per page pixel: browsers differ in whether zoom counts. */
function scaleOf(a: Sighting, b: Sighting): number {
  const clientDistance = distanceBetween(a.client, b.client);
  if (clientDistance < MIN_DISTANCE) return 1;
  const scale = distanceBetween(a.screen, b.screen) / clientDistance;
  return scale > MIN_SCALE && scale < MAX_SCALE ? scale : 1;
}
