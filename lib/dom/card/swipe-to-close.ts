/**
 * A finger draws the sheet down and away, as it does everywhere on a phone; drawn a little, it comes back. Only from
 * where nothing above is left to scroll to, and not in fields, where the same movement means something else.
 */
export interface SwipeOptions {
  root: ShadowRoot;
  signal: AbortSignal;
  /** Only a sheet is drawn, not a card beside its term. */
  isSheet(): boolean;
  /** In CSS pixels: the sheet's height, and what part of it is drawn out of the window. */
  height(): number;
  shift(y: number): void;
  onAway(): void;
}

/** Below this a finger has not said yet what it wants. */
const SLACK_PX = 8;
/** So much of the sheet, or at most so far, and it is meant. */
const PART = 1 / 3;
const FAR_PX = 140;
/** Faster than this, a short way is enough. */
const FLICK_PX_PER_MS = 0.5;
const FLICK_WAY_PX = 30;

interface Draw {
  x: number;
  y: number;
  at: number;
  timeMs: number;
  speed: number;
  isDown: boolean;
}

/** Whether a sheet that was drawn so far, at this speed in the end, is to go. */
export const isMeant = (way: number, height: number, speed: number): boolean =>
  way >= Math.min(height * PART, FAR_PX) || (way >= FLICK_WAY_PX && speed >= FLICK_PX_PER_MS);

/** Whether the finger is at the top of all that scrolls under it, and on nothing that is written in. */
function isFree(event: Event, root: ShadowRoot): boolean {
  for (const node of event.composedPath()) {
    if (node === root) return true;
    if (!(node instanceof Element)) continue;
    if (node.scrollTop > 0 || node.matches('input, textarea, select')) return false;
  }
  return true;
}

export function watchSwipe(options: SwipeOptions): void {
  const { root, signal } = options;
  let draw: Draw | null = null;

  const end = (isKept: boolean): void => {
    const ended = draw;
    draw = null;
    if (!ended?.isDown) return;
    if (!isKept && isMeant(ended.at - ended.y, options.height(), ended.speed)) options.onAway();
    else options.shift(0);
  };
  function onStart(event: Event): void {
    const { touches, isTrusted, timeStamp } = event as TouchEvent;
    // A second finger wants something else.
    if (draw) end(true);
    if (!isTrusted || touches.length !== 1 || !options.isSheet() || !isFree(event, root)) return;
    const { clientX: x, clientY: y } = touches[0]!;
    draw = { x, y, at: y, timeMs: timeStamp, speed: 0, isDown: false };
  }
  function onMove(event: Event): void {
    if (!draw) return;
    const { touches, timeStamp } = event as TouchEvent;
    const { clientX, clientY } = touches[0]!;
    const [right, down] = [clientX - draw.x, clientY - draw.y];
    if (!draw.isDown) {
      if (Math.max(Math.abs(right), Math.abs(down)) < SLACK_PX) return;
      if (down <= Math.abs(right)) {
        draw = null;
        return;
      }
      draw.isDown = true;
    }
    // Otherwise the page behind would be scrolled, or loaded anew.
    if (event.cancelable) event.preventDefault();
    if (timeStamp > draw.timeMs) draw.speed = (clientY - draw.at) / (timeStamp - draw.timeMs);
    draw.at = clientY;
    draw.timeMs = timeStamp;
    options.shift(Math.max(0, down));
  }

  root.addEventListener('touchstart', onStart, { passive: true, signal });
  root.addEventListener('touchmove', onMove, { passive: false, signal });
  root.addEventListener('touchend', () => end(false), { signal });
  root.addEventListener('touchcancel', () => end(true), { signal });
}
