/** Presses that the reader cannot have meant: the card came under the pointer a moment ago, or something lay above it. */

/** Long enough to see what is under the pointer. */
const GUARD_MS = 500;
/** On the first element in the root meanwhile, where the page does not see it: tests wait for its end. */
const GUARDED = 'data-guarded';

const PRESSES = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'dblclick', 'auxclick'];

export interface PressGuard {
  /** Refuses presses from now on, for half a second. */
  restart(): void;
}

/**
 * Lets a page that covers the card, or has it open under the pointer, get no press on what the reader did not see
 * (WALL-04). Keys are never refused.
 */
export function createPressGuard(root: ShadowRoot, signal: AbortSignal): PressGuard {
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** The last pointer came down in that time: its whole press is refused, however long it takes. */
  let isRefusing = false;

  function release(): void {
    timer = undefined;
    for (const element of root.children) element.removeAttribute(GUARDED);
  }

  function onPress(event: Event): void {
    const { type, detail } = event as UIEvent;
    if (type === 'pointerdown') isRefusing = timer !== undefined;
    // Keys click without a pointer.
    const isByKey = type === 'click' && detail === 0;
    if (!isRefusing || isByKey) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  for (const type of PRESSES) root.addEventListener(type, onPress, { capture: true, signal });
  signal.addEventListener('abort', () => clearTimeout(timer));
  return {
    restart() {
      clearTimeout(timer);
      timer = setTimeout(release, GUARD_MS);
      root.firstElementChild?.setAttribute(GUARDED, '');
    },
  };
}
