/** Keyboard focus: where it is, and whether keys belong to the page there. */
import { matches } from './safe-elements.ts';

const EDITABLE =
  'textarea, select, [role="textbox"], [role="searchbox"], [role="combobox"], [contenteditable]:not([contenteditable="false" i]), ' +
  'input:not([type="button"], [type="checkbox"], [type="radio"], [type="submit"], [type="reset"], [type="image"], [type="range"], [type="color"], [type="file"])';

/** A press or Enter on these belongs to the page. */
const INTERACTIVE =
  'a[href], area[href], button, input, select, textarea, label, summary, audio[controls], video[controls], iframe, [onclick], ' +
  '[contenteditable]:not([contenteditable="false" i]), ' +
  ['button', 'link', 'tab', 'menuitem', 'option', 'checkbox', 'radio', 'switch', 'textbox', 'combobox']
    .map((role) => `[role="${role}"]`)
    .join();

/** The focused element, also within open shadow roots; null when it is the page itself. */
export function focusedElement(document: Document): Element | null {
  const { activeElement, body, documentElement } = document;
  let element = activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element === body || element === documentElement ? null : element;
}

/** Whether keystrokes go into an editable text. */
export function isTyping(document: Document): boolean {
  const element = focusedElement(document);
  if (document.designMode === 'on') return true;
  return element !== null && (matches(element, EDITABLE) || (element as HTMLElement).isContentEditable);
}

/** Whether an element of an event's path handles presses itself. */
export const isInteractive = (path: readonly EventTarget[]): boolean =>
  path.some((target) => target instanceof Element && matches(target, INTERACTIVE));
