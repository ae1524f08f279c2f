/**
 * Turns what the reader's hands do into hover events. Only trusted events count: a page cannot open cards. Nothing
 * is consumed but the Esc that closes a card and the Enter that opens one; every other listener is passive.
 */
import { contains, distanceTo, type Point, type Rect } from '../../core/pointing/geometry.ts';
import type { HeldKey, HoverEvent, Target, TargetKey } from '../../core/pointing/hover-types.ts';
import { focusedElement, isInteractive, isTyping } from '../tree/focus.ts';
import { characterAt } from './hit-test.ts';
import { selectedRange } from './selected-range.ts';
import { parentAcrossRoots, unshadowed } from '../tree/safe-document.ts';

export interface PointerOptions {
  document: Document;
  signal: AbortSignal;
  /** What an offset of a text node belongs to: a shown mark, a note, or nothing. */
  find(node: Text, offset: number): TargetKey | null;
  /** Where a target is painted, one rectangle for each line. */
  rectsOf(key: TargetKey): readonly Rect[];
  onEvent: (event: HoverEvent) => void;
  /** Where the card is, or null while none is open. */
  cardRect: () => Rect | null;
  /** Whether an event's target is our own host: what happens in the card is the card's. */
  isOwn: (target: EventTarget | null) => boolean;
  /** The target that the commands for next and previous term have led to, if any: Enter opens it. */
  current?(): TargetKey | null;
  /** Open shadow roots whose text is read too. */
  shadowRoots?(): readonly ShadowRoot[];
  /** Held for the mode `hover-with-key`. */
  heldKey?(): HeldKey;
}

export interface Pointer {
  /** Begins to listen; a second call does nothing. */
  start(): void;
  /** What scrolls in a shadow tree is told there alone. */
  watch(root: ShadowRoot): void;
  /** What the pointer is on now, and where it was seen last; for checking that a card still belongs there. */
  targetAt(x: number, y: number): Target | null;
  readonly position: Point | null;
  /** The same, and where on the screen that was. */
  readonly seen: { screen: Point; client: Point } | null;
}

const MODIFIERS = new Set(['Alt', 'Control', 'Shift', 'Meta', 'AltGraph', 'CapsLock', 'Fn']);
const HELD = { Alt: 'altKey', Control: 'ctrlKey', Shift: 'shiftKey' } as const;

export function createPointer(options: PointerOptions): Pointer {
  const { document, signal, onEvent, isOwn, cardRect } = options;
  const page = unshadowed(document);
  const view = page.defaultView;
  const heldKey = (): HeldKey => options.heldKey?.() ?? 'Alt';
  /** Where the pointer was on the screen: it stays the same when only the page moves. */
  let screen: { x: number; y: number } | null = null;
  let position: { x: number; y: number } | null = null;
  let held = false;
  let pressing = false;
  let frame = 0;
  /** The text that the last look-up found a target in. */
  let over: Text | null = null;
  /** Nothing is pointed at, no card is open, and that has been told. */
  let away = true;
  let started = false;

  const now = (): number => performance.now();
  /** In a dialog of a shadow tree our host is not what the document calls the target. */
  const isOurs = (event: Event): boolean => isOwn(event.target) || event.composedPath().some(isOwn);

  function lookUp(x: number, y: number): { target: Target; node: Text } | null {
    const found = characterAt(document, x, y, options.shadowRoots?.());
    const key = found && options.find(found.node, found.offset);
    if (!found || key === null) return null;
    const rects = options.rectsOf(key);
    const inside = rects.findIndex((rect) => contains(rect, { x, y }));
    const rect = inside >= 0 ? inside : nearest(rects, x, y);
    return { target: { key, rect }, node: found.node };
  }

  function look(): void {
    frame = 0;
    if (signal.aborted || !position || pressing) return;
    const { x, y } = position;
    const found = lookUp(x, y);
    if (found) {
      over = found.node;
      away = false;
      onEvent({ type: 'pointerOnTerm', target: found.target, x, y, keyHeld: held, timeMs: now() });
    } else leaveTerm(x, y, cardRect());
  }

  function leaveTerm(x: number, y: number, card: Rect | null): void {
    if (away && card === null) return;
    over = null;
    away = card === null;
    onEvent({ type: 'pointerOffTerm', x, y, card, timeMs: now() });
  }

  function forget(): void {
    if (frame !== 0) view?.cancelAnimationFrame(frame);
    frame = 0;
  }

  function onMove(event: PointerEvent): void {
    if (event.pointerType === 'touch') return;
    const { screenX, screenY, clientX, clientY } = event;
    // The first event only tells where the pointer is: a page may have opened under it.
    const moved = screen !== null && (screen.x !== screenX || screen.y !== screenY);
    screen = { x: screenX, y: screenY };
    position = { x: clientX, y: clientY };
    held = event[HELD[heldKey()]];
    if (pressing && event.buttons === 0) release();
    if (isOurs(event)) {
      // The host tells itself that the pointer is on it; what was looked for beside it is out of date.
      over = null;
      away = false;
      forget();
    } else if (moved && event.buttons === 0 && frame === 0) frame = view?.requestAnimationFrame(look) ?? 0;
  }

  /** Out of the window, or into a frame, which has a script of its own. */
  function onOut(event: PointerEvent): void {
    if (event.relatedTarget !== null || event.pointerType === 'touch') return;
    forget();
    leaveTerm(event.clientX, event.clientY, null);
  }

  function onDown(event: PointerEvent): void {
    if (event.pointerType === 'touch' || isOurs(event)) return;
    pressing = true;
    forget();
    const found = lookUp(event.clientX, event.clientY);
    onEvent({ type: 'pointerDown', target: found?.target ?? null, timeMs: now() });
  }

  function release(): void {
    if (!pressing) return;
    pressing = false;
    onEvent({ type: 'pointerUp' });
  }

  /** The browser has already told a click or a tap from a drag, a scroll and a long press. */
  function onClick(event: MouseEvent): void {
    if (isOurs(event) || event.button !== 0 || event.detail > 1) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const byHand = (event as PointerEvent).pointerType;
    const isTap = byHand === 'touch' || byHand === 'pen';
    if (isInteractive(event.composedPath())) {
      // A link works as it always did; a card beside it has had its time.
      if (isTap && cardRect()) onEvent({ type: 'touchTap', target: null });
      return;
    }
    const target = lookUp(event.clientX, event.clientY)?.target ?? null;
    if (isTap) {
      if (target || cardRect()) onEvent({ type: 'touchTap', target });
    } else if (target && !selectedRange(document, options.shadowRoots?.() ?? [])) {
      onEvent({ type: 'clickTerm', target });
    }
  }

  function onScroll(event: Event): void {
    const { target } = event;
    const underPointer = over !== null && target instanceof Node && isWithin(over, target);
    if (underPointer) {
      over = null;
      forget();
    }
    if (underPointer || cardRect()) onEvent({ type: 'scrolled', underPointer });
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (isOurs(event) || event.isComposing || event.defaultPrevented) return;
    const { key } = event;
    const typing = isTyping(document);
    if (key === heldKey() && !event.repeat && !typing) {
      held = true;
      onEvent({ type: 'keyHeld', held, timeMs: now() });
    } else if (key === 'Escape') {
      // One Esc, one thing closed: the page's dialog stays. What is typed into is not robbed of it.
      if (cardRect() && !typing) consume(event);
      onEvent({ type: 'keyEscape' });
    } else if (key === 'Enter' && !typing) {
      const current = options.current?.() ?? null;
      const focused = focusedElement(document);
      const plain = !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
      if (current === null || !plain || (focused && isInteractive([focused]))) return;
      consume(event);
      onEvent({ type: 'keyOpen', target: { key: current, rect: 0 } });
    } else if ((typing || held) && !MODIFIERS.has(key)) onEvent({ type: 'typed', timeMs: now() });
  }

  function onKeyUp(event: KeyboardEvent): void {
    if (event.key !== heldKey()) return;
    held = false;
    onEvent({ type: 'keyHeld', held, timeMs: now() });
  }

  function onSelection(): void {
    if (isOwn(focusedElement(document)) || isOwn(page.getSelection()?.anchorNode ?? null)) return;
    if (!selectedRange(document, options.shadowRoots?.() ?? [])) return;
    onEvent({ type: 'selectionChanged', timeMs: now() });
  }

  function onBlur(): void {
    forget();
    over = null;
    pressing = held = false;
    onEvent({ type: 'windowBlurred', timeMs: now() });
  }

  return {
    start() {
      if (started || signal.aborted || !view) return;
      started = true;
      const on = <E extends Event>(
        target: EventTarget,
        types: string,
        listener: (event: E) => void,
        passive = true,
      ): void => {
        const trusted = (event: Event): void => {
          if (event.isTrusted) listener(event as E);
        };
        for (const type of types.split(' ')) {
          EventTarget.prototype.addEventListener.call(target, type, trusted, {
            capture: true,
            passive,
            signal,
          });
        }
      };
      on(document, 'pointermove pointerover', onMove);
      on(document, 'pointerout', onOut);
      on(document, 'pointerdown', onDown);
      on(document, 'pointerup pointercancel dragend', release);
      on(document, 'click', onClick);
      on(document, 'scroll', onScroll);
      on(document, 'keydown', onKeyDown, false);
      on(document, 'keyup', onKeyUp);
      on(document, 'selectionchange', onSelection);
      on(view, 'blur', (event: Event) => {
        // Captured at the window, every element's own blur comes by too.
        if (event.target === view) onBlur();
      });
      on(view, 'resize', () => {
        if (cardRect()) onEvent({ type: 'scrolled', underPointer: over !== null });
        over = null;
      });
      on(document, 'visibilitychange', () => {
        if (page.hidden) onBlur();
      });
      signal.addEventListener('abort', forget);
    },
    watch(root) {
      if (signal.aborted) return;
      const scrolled = (event: Event): void => {
        if (event.isTrusted && started) onScroll(event);
      };
      root.addEventListener('scroll', scrolled, { capture: true, passive: true, signal });
    },
    targetAt: (x, y) => lookUp(x, y)?.target ?? null,
    get position() {
      return position;
    },
    get seen() {
      return screen && position && { screen, client: position };
    },
  };
}

/** Whether a node lies in another, through shadow trees. */
function isWithin(node: Node, holder: Node): boolean {
  for (let at: Node | null = node; at; at = parentAcrossRoots(at)) if (at === holder) return true;
  return false;
}

function consume(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}

function nearest(rects: readonly Rect[], x: number, y: number): number {
  let best = 0;
  rects.forEach((rect, i) => {
    if (distanceTo(rect, { x, y }) < distanceTo(rects[best]!, { x, y })) best = i;
  });
  return best;
}
