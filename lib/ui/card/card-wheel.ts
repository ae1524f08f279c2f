const LINE_PX = 18;

/** Whether something from the target up to the card scrolls that way by itself. */
function scrollsItself(event: WheelEvent, card: Element): boolean {
  for (const node of event.composedPath()) {
    if (!(node instanceof Element)) continue;
    const room = event.deltaY < 0 ? node.scrollTop : node.scrollHeight - node.clientHeight - node.scrollTop;
    if (room >= 1 && /auto|scroll/.test(getComputedStyle(node).overflowY)) return true;
    if (node === card) return false;
  }
  return false;
}

/** The whole card takes the wheel: over its header and footer the body scrolls, and the page never does. */
export function takeWheel(event: WheelEvent, card: Element, body: Element): void {
  // Ctrl and the wheel zoom the page.
  if (!event.isTrusted || event.ctrlKey || event.deltaY === 0 || scrollsItself(event, card)) return;
  event.preventDefault();
  const { deltaMode, deltaY } = event;
  const unit =
    deltaMode === WheelEvent.DOM_DELTA_LINE
      ? LINE_PX
      : deltaMode === WheelEvent.DOM_DELTA_PAGE
        ? body.clientHeight
        : 1;
  body.scrollBy({ top: deltaY * unit });
}
