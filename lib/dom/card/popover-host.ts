/**
 * The one element that is put into a page, and only while a card is open: a popover in the top layer with a closed
 * shadow root. The page's styles do not reach in, and events inside do not bubble out.
 */
import type { Rect, Size } from '../../core/pointing/geometry.ts';
import type { Placement } from '../../core/pointing/placement.ts';
import { focusedElement } from '../tree/focus.ts';
import { createCardElement, removeLeftovers } from './card-element.ts';
import { cardParentFor } from './card-parent.ts';
import { watchCloseRequests } from './close-watcher.ts';
import { createPressGuard } from './press-guard.ts';
import { refuseUntrusted } from './refuse-untrusted.ts';
import { createHostSheet } from './host-styles.ts';
import { watchSwipe } from './swipe-to-close.ts';
import { textScale } from './text-zoom.ts';

export interface PopoverHostOptions {
  document: Document;
  signal: AbortSignal;
  /** The card's styles. They may use `--card-max-height`, `:host([data-layout="sheet"])` and `:host([data-side])`. */
  css: string;
  /**
   * The value of `display` if not `flex`. Firefox ends the script of a disabled extension without notice and removes its
   * style sheets from the document only, so there the value is a property that such a sheet sets: the card goes with it.
   */
  display?: string;
  /** The mouse or pen came onto the card or left it, at a point of the viewport. */
  onPointer(inside: boolean, x: number, y: number): void;
  /** Focus came into the card, or left it for something else on the page. */
  onFocus(inside: boolean): void;
  /** Esc that nothing in the card consumed; on a phone Back, or a sheet pulled down. */
  onEscape(): void;
  /** The page closed the card: its dialog closed, or it was removed again and again. */
  onClosedByPage(): void;
}

export interface PopoverHost {
  /** The card is rendered in it. It outlives closing. */
  readonly root: ShadowRoot;
  readonly element: HTMLElement;
  readonly isOpen: boolean;
  /** Shows the popover, invisible until `moveTo`. `anchor`: a node of the page that decides in which dialog it stands. */
  open(options?: { anchor?: Node | null; byTouch?: boolean }): void;
  moveTo(placement: Placement): void;
  /** The reader's size of text, set in the browser, as a ratio to the default. */
  textScale(): number;
  /** The size that the card would take by its content, at most as wide as the viewport. */
  size(): Size;
  /** Null while it is closed. */
  rect(): Rect | null;
  /** Moves focus to `[data-first-focus]`, else to the first focusable element. */
  focus(): void;
  close(options?: { returnFocus?: boolean }): void;
}

/**
 * Events that would cross the shadow root because they are composed; the page must not act on input meant for the card.
 * Stopping them in passive listeners leaves scrolling and typing inside as they are.
 */
const CONTAINED_EVENTS = (
  'keydown keyup keypress beforeinput input compositionstart compositionupdate compositionend click dblclick auxclick ' +
  'contextmenu mousedown mouseup mousemove mouseover mouseout pointerdown pointerup pointermove pointerover pointerout ' +
  'pointercancel touchstart touchmove touchend touchcancel wheel focusin focusout copy cut paste dragstart drag dragend ' +
  'dragenter dragover dragleave drop'
).split(' ');

const FOCUSABLE =
  'a[href], button:not(:disabled), input:not(:disabled), textarea, select, summary, [tabindex]';
/** Wider lines are hard to read; a wider viewport centres the sheet. */
const MAX_SHEET_PX = 640;
/** How often a card that the page removes or covers is put back. */
const MAX_RETURNS = 3;

export function createPopoverHost(options: PopoverHostOptions): PopoverHost {
  const { document, signal } = options;
  removeLeftovers(document);
  const { element, carrier } = createCardElement(document);
  element.popover = 'manual';
  const root = element.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(options.css);
  const { style, reset, sheet: hostSheet } = createHostSheet(options.display);
  root.adoptedStyleSheets = [hostSheet, sheet];

  /** Aborted when the card closes. */
  let opening: AbortController | null = null;
  let anchor: Node | null = null;
  let focusedBefore: Element | null = null;
  let returns = 0;
  /** It was placed since it opened. */
  let isVisible = false;

  refuseUntrusted(root, CONTAINED_EVENTS, signal);
  const guard = createPressGuard(root, signal);
  listen();
  watchSwipe({
    root,
    signal,
    isSheet: () => opening !== null && element.dataset['layout'] === 'sheet',
    height: () => element.getBoundingClientRect().height,
    shift(y) {
      const isAnimated =
        y === 0 && !document.defaultView?.matchMedia('(prefers-reduced-motion: reduce)').matches;
      style({
        translate: `0px ${String(y)}px`,
        transition: isAnimated ? 'translate 160ms ease-out' : 'none',
      });
    },
    onAway: () => options.onEscape(),
  });
  signal.addEventListener('abort', () => close());

  function listen(): void {
    const onPointer = (entered: boolean) => (event: PointerEvent) => {
      if (!event.isTrusted || event.pointerType === 'touch') return;
      // A pointer that leaves with a button down drags a selection out of the card.
      if (entered || event.buttons === 0) options.onPointer(entered, event.clientX, event.clientY);
    };
    element.addEventListener('pointerenter', onPointer(true), { signal });
    element.addEventListener('pointerleave', onPointer(false), { signal });
    root.addEventListener('focusin', () => options.onFocus(true), { signal });
    root.addEventListener(
      'focusout',
      (event) => {
        const to = (event as FocusEvent).relatedTarget as Node | null;
        // While another window has the keyboard, focus stays in the card for the reader's return.
        if (opening && document.hasFocus() && !(to && root.contains(to))) options.onFocus(false);
      },
      { signal },
    );
    root.addEventListener(
      'keydown',
      (event) => {
        const { key, isComposing, defaultPrevented, isTrusted } = event as KeyboardEvent;
        if (key !== 'Escape' || isComposing || defaultPrevented || !isTrusted) return;
        // Otherwise the dialog around the card would close too.
        event.preventDefault();
        options.onEscape();
      },
      { signal },
    );
    for (const type of CONTAINED_EVENTS) {
      root.addEventListener(type, (event) => event.stopPropagation(), { passive: true, signal });
    }
  }

  /** Puts the card into the page, where it is on top and operable now. */
  function attach(): void {
    element.popover = 'manual';
    const parent = cardParentFor(document, anchor);
    if (carrier.parentNode !== parent) parent.append(carrier);
    // Undoes the page's `zoom`, which would enlarge the card and shift its position.
    style({ zoom: String(1 / (parent.currentCSSZoom || 1)) });
    if (!element.matches(':popover-open')) element.showPopover();
  }

  /** On top again, after something of the page came over the card. */
  function raise(): void {
    if (++returns > MAX_RETURNS) return closeByPage();
    const focused = root.activeElement as HTMLElement | null;
    element.hidePopover();
    element.showPopover();
    focused?.focus({ preventScroll: true });
    guard.restart();
  }

  function closeByPage(): void {
    if (!opening) return;
    close();
    options.onClosedByPage();
  }

  function watch(openSignal: AbortSignal): void {
    const observer = new MutationObserver(() => {
      if (element.isConnected) return;
      if (++returns > MAX_RETURNS) {
        closeByPage();
        return;
      }
      attach();
    });
    observer.observe(carrier.parentNode!, { childList: true });
    openSignal.addEventListener('abort', () => observer.disconnect());
    // A dialog opens above the card or closes around it, or the page hides it.
    const parent = carrier.parentElement!;
    const onParentChange = (): void => {
      if (!element.isConnected || carrier.parentNode === cardParentFor(document, anchor)) return;
      closeByPage();
    };
    document.addEventListener(
      'toggle',
      (event) => {
        // A `details` does not come over anything.
        const isPopover = event.target instanceof HTMLElement && event.target.popover !== null;
        if (isPopover && event.target !== element && event.newState === 'open' && opening) raise();
      },
      { capture: true, signal: openSignal },
    );
    for (const type of ['close', 'toggle', 'fullscreenchange']) {
      document.addEventListener(type, onParentChange, { capture: true, signal: openSignal });
      // From inside a shadow tree these events do not reach the document.
      if (parent.getRootNode() !== document) {
        parent.addEventListener(type, onParentChange, { signal: openSignal });
      }
    }
    element.addEventListener(
      'toggle',
      (event) => {
        if (event.newState === 'closed' && element.isConnected) closeByPage();
      },
      { signal: openSignal },
    );
  }

  function close({ returnFocus = false } = {}): void {
    if (!opening) return;
    opening.abort();
    opening = null;
    const hadFocus = root.activeElement !== null;
    carrier.remove();
    element.removeAttribute('style');
    if (returnFocus && hadFocus && focusedBefore?.isConnected) {
      (focusedBefore as HTMLElement).focus({ preventScroll: true });
    }
    focusedBefore = anchor = null;
  }

  return {
    root,
    element,
    get isOpen() {
      return opening !== null;
    },
    open(request = {}) {
      if (signal.aborted) return;
      anchor = request.anchor ?? null;
      if (opening && carrier.parentNode === cardParentFor(document, anchor)) return;
      if (!opening) focusedBefore = focusedElement(document);
      opening?.abort();
      opening = new AbortController();
      returns = 0;
      carrier.remove();
      reset();
      attach();
      if (request.byTouch) watchCloseRequests(opening.signal, () => options.onEscape());
      style({ visibility: 'hidden' });
      isVisible = false;
      watch(opening.signal);
    },
    textScale: () => textScale(element),
    size() {
      delete element.dataset['layout'];
      style({ '--card-max-height': 'none', 'max-height': 'none', width: 'max-content' });
      const { width, height } = element.getBoundingClientRect();
      return { width, height };
    },
    moveTo(placement) {
      if (!opening) return;
      const floats = placement.layout === 'float';
      if (!isVisible) guard.restart();
      isVisible = true;
      element.dataset['layout'] = placement.layout;
      if (floats) element.dataset['side'] = placement.side;
      else delete element.dataset['side'];
      const maxHeight = `${String(placement.maxHeight)}px`;
      style({
        '--card-max-height': maxHeight,
        'max-height': maxHeight,
        left: floats ? `${String(placement.x)}px` : `max(0px, calc(50% - ${String(MAX_SHEET_PX / 2)}px))`,
        top: floats ? `${String(placement.y)}px` : 'auto',
        bottom: floats ? 'auto' : '0px',
        width: floats ? 'max-content' : `min(100%, ${String(MAX_SHEET_PX)}px)`,
        visibility: 'visible',
      });
    },
    rect() {
      // The element around the card may have been removed with it, which the observer does not see.
      if (opening && !element.isConnected) closeByPage();
      if (!opening) return null;
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
