/**
 * Closes the sheet when a finger pulls it down, as is usual on phones; after a short pull it slides back. Ignores
 * fields and anything that can still scroll up, where the gesture means something else.
 */
export interface SwipeOptions {
  root: ShadowRoot;
  signal: AbortSignal;
  /** Whether the card is a sheet: a card beside its term cannot be pulled. */
  isSheet(): boolean;
  /** Height of the sheet, in CSS pixels. */
  height(): number;
  /** Moves the sheet down by CSS pixels. */
  shift(y: number): void;
  onAway(): void;
}

/** Shorter movements are not yet recognizable as a swipe. */
const SLOP_PX = 8;
/** The sheet closes when it is pulled by this share of its height, or by this many pixels. */
const CLOSE_SHARE = 1 / 3;
const CLOSE_PX = 140;
/** A flick closes it after a shorter way. */
const FLICK_PX_PER_MS = 0.5;
const FLICK_PX = 30;

interface Pull {
  startX: number;
  startY: number;
  y: number;
  timeMs: number;
  /** Velocity of the last move, in pixels per ms; negative upwards. */
  speed: number;
  isDownward: boolean;
}

/** Whether a sheet of this height closes when the finger leaves it after this way, at this speed. */
export const isPulledAway = (distance: number, height: number, speed: number): boolean =>
  distance >= Math.min(height * CLOSE_SHARE, CLOSE_PX) || (distance >= FLICK_PX && speed >= FLICK_PX_PER_MS);

/** Whether nothing under the finger can scroll up or is a field. */
function canPull(event: Event, root: ShadowRoot): boolean {
  for (const node of event.composedPath()) {
    if (node === root) return true;
    if (!(node instanceof Element)) continue;
    if (node.scrollTop > 0 || node.matches('input, textarea, select')) return false;
  }
  return true;
}

export function watchSwipe(options: SwipeOptions): void {
  const { root, signal } = options;
  let pull: Pull | null = null;

  const end = (isCancelled: boolean): void => {
    const ended = pull;
    pull = null;
    if (!ended?.isDownward) return;
    const isAway = !isCancelled && isPulledAway(ended.y - ended.startY, options.height(), ended.speed);
    if (isAway) options.onAway();
    else options.shift(0);
  };

  function onStart(event: Event): void {
    const { touches, isTrusted, timeStamp } = event as TouchEvent;
    // A second finger means another gesture.
    if (pull) end(true);
    if (!isTrusted || touches.length !== 1 || !options.isSheet() || !canPull(event, root)) return;
    const { clientX: x, clientY: y } = touches[0]!;
    pull = { startX: x, startY: y, y, timeMs: timeStamp, speed: 0, isDownward: false };
  }

  function onMove(event: Event): void {
    if (!pull) return;
    const { touches, timeStamp } = event as TouchEvent;
    const { clientX, clientY } = touches[0]!;
    const [right, down] = [clientX - pull.startX, clientY - pull.startY];
    if (!pull.isDownward) {
      if (Math.max(Math.abs(right), Math.abs(down)) < SLOP_PX) return;
      if (down <= Math.abs(right)) {
        pull = null;
        return;
      }
      pull.isDownward = true;
    }
    // Otherwise the page behind would scroll, or be reloaded by pull-to-refresh.
    if (event.cancelable) event.preventDefault();
    if (timeStamp > pull.timeMs) pull.speed = (clientY - pull.y) / (timeStamp - pull.timeMs);
    pull.y = clientY;
    pull.timeMs = timeStamp;
    options.shift(Math.max(0, down));
  }

  root.addEventListener('touchstart', onStart, { passive: true, signal });
  root.addEventListener('touchmove', onMove, { passive: false, signal });
  root.addEventListener('touchend', () => end(false), { signal });
  root.addEventListener('touchcancel', () => end(true), { signal });
}
