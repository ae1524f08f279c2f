/** Finds the element in which a card must stand to be seen and operated. */
import { focusedElement } from '../tree/focus.ts';
import { matches, parentAcrossRoots, slotOf } from '../tree/safe-elements.ts';

const MODAL = 'dialog:modal';
const OPEN_POPOVER = '[popover]:popover-open';
/** Elements that do not render their children. */
const REPLACED = 'video, audio, img, canvas, iframe, embed, object';

/** The nearest matching element around a node as shown, through slots and shadow roots. */
function closestShown(start: Node | null, selector: string): Element | null {
  for (let node = start; node; node = slotOf(node) ?? parentAcrossRoots(node)) {
    if (node instanceof Element && matches(node, selector)) return node;
  }
  return null;
}

/** The fullscreen element, in the tree it stands in; null if it does not render its children. */
function fullscreenParent(root: DocumentOrShadowRoot): Element | null {
  const { fullscreenElement } = root;
  if (!fullscreenElement || fullscreenElement.matches(REPLACED)) return null;
  if (fullscreenElement.shadowRoot) return fullscreenParent(fullscreenElement.shadowRoot);
  // A custom element with a closed root: the top layer shows the card above it from anywhere.
  return fullscreenElement.localName.includes('-') ? null : fullscreenElement;
}

/**
 * In order: the modal dialog or popover that shows the anchor, as all outside a modal dialog is inert and a press
 * outside a popover closes it; the last modal dialog; the fullscreen element; the root.
 */
export function cardParentFor(document: Document, anchor: Node | null = null): Element {
  const fullscreen = fullscreenParent(document);
  return (
    closestShown(anchor, `${MODAL}, ${OPEN_POPOVER}`) ??
    [...(fullscreen ?? document).querySelectorAll(MODAL)].at(-1) ??
    // A modal dialog in a shadow tree is not among these, but it has the focus.
    closestShown(focusedElement(document), MODAL) ??
    fullscreen ??
    document.documentElement
  );
}
