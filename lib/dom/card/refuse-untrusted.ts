/** Events that stay within a shadow root, on which the card acts too. */
const INNER_EVENTS = ['change', 'submit', 'toggle'];
/** A form is submitted at once by the key or press that the reader makes. */
const MAX_SUBMIT_DELAY_MS = 1000;

/**
 * Keeps events that a script made from every handler in `root`: a page does nothing in the reader's name (WALL-02). The
 * listeners capture at the root, so they have to be added before any other there.
 */
export function refuseUntrusted(root: ShadowRoot, types: readonly string[], signal: AbortSignal): void {
  let lastInputMs = -Infinity;

  function onEvent(event: Event): void {
    const { type, isTrusted } = event;
    // `requestSubmit()` makes an event that counts as trusted.
    const isSubmitted = type === 'submit' && performance.now() - lastInputMs > MAX_SUBMIT_DELAY_MS;
    if (isTrusted && !isSubmitted) {
      if (type === 'click' || type === 'keydown') lastInputMs = performance.now();
      return;
    }
    event.stopImmediatePropagation();
    // Other events have no default action if a script makes them.
    if (type === 'click' || type === 'submit') event.preventDefault();
  }

  for (const type of [...types, ...INNER_EVENTS]) {
    const isPassive = type !== 'click' && type !== 'submit';
    root.addEventListener(type, onEvent, { capture: true, passive: isPassive, signal });
  }
}
