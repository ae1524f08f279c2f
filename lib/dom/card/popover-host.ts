/**
 * The one element that we put into a page, and only while a card is open: a popover in the top layer with a closed
 * shadow root. The page's styles do not reach in, and what happens inside does not bubble out.
 */
import type { Rect, Size } from '../../core/pointing/geometry.ts';
import type { Placement } from '../../core/pointing/placement.ts';
import { watchCloseRequests } from './close-watcher.ts';
import { textScale } from './text-zoom.ts';
import { focusedElement } from '../tree/focus.ts';
import { createCardElement, removeLeftovers } from './card-element.ts';
import { createHostSheet } from './host-styles.ts';
import { watchSwipe } from './swipe-to-close.ts';
import { matches, parentAcrossRoots, slotOf, unshadowed } from '../tree/safe-document.ts';

export interface PopoverHostOptions {
  document: Document;
  signal: AbortSignal;
  /** The card's styles. They may use `--card-max-height`, and `:host([data-layout="sheet"])`, `:host([data-side])`. */
  css: string;
  /** The value of `display`, where it is not to be `flex` in every case. */
  display?: string;
  /** The pointer (a mouse or pen, not a finger) came onto the card or left it, at a place of the viewport. */
  onPointer(inside: boolean, x: number, y: number): void;
  /** Focus came into the card or left it for something else on the page. */
  onFocus(inside: boolean): void;
  /** Esc inside the card that nothing in it wanted; on a phone Back, and a sheet drawn down. */
  onEscape(): void;
  /** The card is gone without our doing: its dialog closed, or the page takes it out again and again. */
  onLost(): void;
}

export interface PopoverHost {
  /** Where the card is rendered. Lives on while nothing is shown. */
  readonly root: ShadowRoot;
  readonly element: HTMLElement;
  readonly isOpen: boolean;
  /** Shows the popover, unplaced and invisible until `moveTo`. `anchor`: what it belongs to, for the right dialog. */
  open(options?: { anchor?: Node | null; byTouch?: boolean }): void;
  moveTo(placement: Placement): void;
  /** The size of text that the reader has set in the browser, as a share of the usual one. */
  textScale(): number;
  /** As large as the card would like to be, at most as wide as the viewport. */
  size(): Size;
  /** Where the card is; null while it is closed. */
  rect(): Rect | null;
  /** Moves focus into the card: to `[data-first-focus]`, else to the first thing that takes it. */
  focus(): void;
  close(options?: { returnFocus?: boolean }): void;
}

/** What bubbles out of a shadow root: the page must not take keys and presses in the card for its own. */
const KEPT_IN = (
  'keydown keyup keypress beforeinput input compositionstart compositionupdate compositionend click dblclick auxclick ' +
  'contextmenu mousedown mouseup mousemove mouseover mouseout pointerdown pointerup pointermove pointerover pointerout ' +
  'pointercancel touchstart touchmove touchend touchcancel wheel focusin focusout copy cut paste dragstart drag dragend ' +
  'dragenter dragover dragleave drop'
).split(' ');

const FOCUSABLE =
  'a[href], button:not(:disabled), input:not(:disabled), textarea, select, summary, [tabindex]';
/** Elements that show no children of theirs. */
const REPLACED = 'video, audio, img, canvas, iframe, embed, object';
/** Wider lines are not read well; on a wide screen a sheet stands in the middle. */
const MAX_SHEET = 640;
/** After this often the page has made itself clear. */
const MAX_RETURNS = 3;

const MODAL = 'dialog:modal';

/** What shows a node, and fits: through slots and shadow trees. */
function holderOf(node: Node | null, selector: string): Element | null {
  for (let at = node; at; at = slotOf(at) ?? parentAcrossRoots(at)) {
    if (at instanceof Element && matches(at, selector)) return at;
  }
  return null;
}

/** What is fullscreen, looked for in the tree that it stands in; null for what shows no children of the document. */
function fullscreenOf(root: DocumentOrShadowRoot): Element | null {
  const { fullscreenElement } = root;
  if (!fullscreenElement || fullscreenElement.matches(REPLACED)) return null;
  if (fullscreenElement.shadowRoot) return fullscreenOf(fullscreenElement.shadowRoot);
  // A component may keep its tree to itself; the top layer shows us above it from anywhere.
  return fullscreenElement.localName.includes('-') ? null : fullscreenElement;
}

/**
 * Where a card must live to be seen and operated: in the dialog that holds its anchor, else the page would not let it
 * be used; in its popover, else a press on the card would be one beside the popover, and close it; in what is fullscreen.
 */
export function parentFor(document: Document, anchor: Node | null = null): Element {
  const page = unshadowed(document);
  const full = fullscreenOf(page);
  return (
    holderOf(anchor, `${MODAL}, [popover]:popover-open`) ??
    [...(full ?? page).querySelectorAll(MODAL)].at(-1) ??
    // A modal dialog in a shadow tree has the focus.
    holderOf(focusedElement(document), MODAL) ??
    full ??
    page.documentElement
  );
}

export function createPopoverHost(options: PopoverHostOptions): PopoverHost {
  const { document, signal } = options;
  const page = unshadowed(document);
  removeLeftovers(document);
  const { element, carrier } = createCardElement(document);
  element.popover = 'manual';
  const root = element.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(options.css);
  const { style, reset, sheet: hostSheet } = createHostSheet(options.display);
  root.adoptedStyleSheets = [hostSheet, sheet];

  let opened: AbortController | null = null;
  let anchor: Node | null = null;
  let before: Element | null = null;
  let returns = 0;

  listen();
  watchSwipe({
    root,
    signal,
    isSheet: () => opened !== null && element.dataset['layout'] === 'sheet',
    height: () => element.getBoundingClientRect().height,
    shift(y) {
      const moves = y === 0 && !page.defaultView?.matchMedia('(prefers-reduced-motion: reduce)').matches;
      style({ translate: `0px ${String(y)}px`, transition: moves ? 'translate 160ms ease-out' : 'none' });
    },
    onAway: () => options.onEscape(),
  });
  signal.addEventListener('abort', () => close());

  function listen(): void {
    const inside = (entered: boolean) => (event: PointerEvent) => {
      if (!event.isTrusted || event.pointerType === 'touch') return;
      // Who drags a selection out of the card is still busy with it.
      if (entered || event.buttons === 0) options.onPointer(entered, event.clientX, event.clientY);
    };
    element.addEventListener('pointerenter', inside(true), { signal });
    element.addEventListener('pointerleave', inside(false), { signal });
    root.addEventListener('focusin', () => options.onFocus(true), { signal });
    root.addEventListener(
      'focusout',
      (event) => {
        const to = (event as FocusEvent).relatedTarget as Node | null;
        // Another window has the keyboard: focus is where it was when the reader returns.
        if (opened && page.hasFocus() && !(to && root.contains(to))) options.onFocus(false);
      },
      { signal },
    );
    root.addEventListener(
      'keydown',
      (event) => {
        const { key, isComposing, defaultPrevented, isTrusted } = event as KeyboardEvent;
        if (key !== 'Escape' || isComposing || defaultPrevented || !isTrusted) return;
        // Otherwise the dialog around us would take it too.
        event.preventDefault();
        options.onEscape();
      },
      { signal },
    );
    for (const type of KEPT_IN) {
      root.addEventListener(type, (event) => event.stopPropagation(), { passive: true, signal });
    }
  }

  /** Into the page and on top, wherever that is at the moment. */
  function attach(): void {
    element.popover = 'manual';
    const parent = parentFor(document, anchor);
    if (carrier.parentNode !== parent) parent.append(carrier);
    // What the page's sheets enlarge would enlarge us too, and move us from where we are placed.
    style({ zoom: String(1 / (parent.currentCSSZoom || 1)) });
    if (!element.matches(':popover-open')) element.showPopover();
  }

  function lost(): void {
    if (!opened) return;
    close();
    options.onLost();
  }

  function watch(within: AbortSignal): void {
    const observer = new MutationObserver(() => {
      if (element.isConnected) return;
      if (++returns > MAX_RETURNS) {
        lost();
        return;
      }
      attach();
    });
    observer.observe(carrier.parentNode!, { childList: true });
    within.addEventListener('abort', () => observer.disconnect());
    // A dialog opens over us or closes with us inside, or the page hides us.
    const parent = carrier.parentElement!;
    const changed = (): void => {
      if (!element.isConnected || carrier.parentNode === parentFor(document, anchor)) return;
      lost();
    };
    for (const type of ['close', 'toggle', 'fullscreenchange']) {
      page.addEventListener(type, changed, { capture: true, signal: within });
      // In a shadow tree these do not come by the document.
      if (parent.getRootNode() !== document) parent.addEventListener(type, changed, { signal: within });
    }
    element.addEventListener(
      'toggle',
      (event) => {
        if (event.newState === 'closed' && element.isConnected) lost();
      },
      { signal: within },
    );
  }

  function close({ returnFocus = false } = {}): void {
    if (!opened) return;
    opened.abort();
    opened = null;
    const hadFocus = root.activeElement !== null;
    carrier.remove();
    element.removeAttribute('style');
    if (returnFocus && hadFocus && before?.isConnected) {
      (before as HTMLElement).focus({ preventScroll: true });
    }
    before = anchor = null;
  }

  return {
    root,
    element,
    get isOpen() {
      return opened !== null;
    },
    open(request = {}) {
      if (signal.aborted) return;
      anchor = request.anchor ?? null;
      if (opened && carrier.parentNode === parentFor(document, anchor)) return;
      if (!opened) before = focusedElement(document);
      opened?.abort();
      opened = new AbortController();
      returns = 0;
      carrier.remove();
      reset();
      attach();
      if (request.byTouch) watchCloseRequests(opened.signal, () => options.onEscape());
      style({ visibility: 'hidden' });
      watch(opened.signal);
    },
    textScale: () => textScale(element),
    size() {
      delete element.dataset['layout'];
      style({ '--card-max-height': 'none', 'max-height': 'none', width: 'max-content' });
      const { width, height } = element.getBoundingClientRect();
      return { width, height };
    },
    moveTo(placement) {
      if (!opened) return;
      const floats = placement.layout === 'float';
      element.dataset['layout'] = placement.layout;
      if (floats) element.dataset['side'] = placement.side;
      else delete element.dataset['side'];
      const maxHeight = `${String(placement.maxHeight)}px`;
      style({
        '--card-max-height': maxHeight,
        'max-height': maxHeight,
        left: floats ? `${String(placement.x)}px` : `max(0px, calc(50% - ${String(MAX_SHEET / 2)}px))`,
        top: floats ? `${String(placement.y)}px` : 'auto',
        bottom: floats ? 'auto' : '0px',
        width: floats ? 'max-content' : `min(100%, ${String(MAX_SHEET)}px)`,
        visibility: 'visible',
      });
    },
    rect() {
      // What held us may have been taken out with us.
      if (opened && !element.isConnected) lost();
      if (!opened) return null;
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x, y, width, height };
    },
    focus() {
      const first =
        root.querySelector<HTMLElement>('[data-first-focus]') ?? root.querySelector<HTMLElement>(FOCUSABLE);
      first?.focus({ preventScroll: true });
    },
    close,
  };
}
