/**
 * Turns user input into hover events. Only trusted events count, so that a page cannot open cards. Only the Esc that
 * closes a card and the Enter that opens one are consumed; every other listener is passive.
 */
import { contains, distanceTo, type Point, type Rect } from '../../core/pointing/geometry.ts';
import type { HeldKey, HoverEvent, Target, TargetKey } from '../../core/pointing/hover-types.ts';
import { focusedElement, isInteractive, isTyping } from '../tree/focus.ts';
import { characterAt } from './hit-test.ts';
import { selectedRange } from './selected-range.ts';
import { parentAcrossRoots } from '../tree/safe-elements.ts';

export interface PointerOptions {
  document: Document;
  signal: AbortSignal;
  /** The visible mark or note at an offset of a text node; null if there is none. */
  findTarget(node: Text, offset: number): TargetKey | null;
  /** Rectangles of a painted target, one for each line. */
  rectsOf(key: TargetKey): readonly Rect[];
  onEvent: (event: HoverEvent) => void;
  /** Null while no card is open. */
  cardRect: () => Rect | null;
  /** Whether an event target is the card's element: the card handles what happens inside it. */
  isCard: (target: EventTarget | null) => boolean;
  /** The target that the commands for next and previous term have led to: Enter opens it. */
  currentTarget?(): TargetKey | null;
  /** Open shadow roots whose text is read. */
  shadowRoots?(): readonly ShadowRoot[];
  /** The key of the mode `hover-with-key`. */
  heldKey?(): HeldKey;
}

export interface Pointer {
  /** Begins to listen; a second call does nothing. */
  start(): void;
  /** Also listens to scrolling inside this root: scroll events are not composed and do not leave it. */
  watchScrolling(root: ShadowRoot): void;
  /** The target at a point now, to check that an open card still belongs there. */
  targetAt(x: number, y: number): Target | null;
  /** Position of the last pointer move, in the viewport. */
  readonly position: Point | null;
  /** The same, and on the screen. */
  readonly lastSeen: { screen: Point; client: Point } | null;
}

const MODIFIERS = new Set(['Alt', 'Control', 'Shift', 'Meta', 'AltGraph', 'CapsLock', 'Fn']);
const HELD_KEY_FLAG = { Alt: 'altKey', Control: 'ctrlKey', Shift: 'shiftKey' } as const;

export function createPointer(options: PointerOptions): Pointer {
  const { document, signal, onEvent, isCard, cardRect } = options;
  const view = document.defaultView;
  const heldKey = (): HeldKey => options.heldKey?.() ?? 'Alt';
  /** Position on the screen: a resting pointer keeps it when the page moves under it. */
  let screen: Point | null = null;
  let position: Point | null = null;
  let isKeyHeld = false;
  let isPressing = false;
  let pendingFrame = 0;
  /** The text of the target under the pointer at the last look-up. */
  let hoveredText: Text | null = null;
  /** That nothing is pointed at and no card is open has been sent. */
  let isAway = true;
  let isStarted = false;

  const now = (): number => performance.now();
  /** Inside a dialog of a shadow tree the event's target is retargeted to the dialog's host. */
  const isInCard = (event: Event): boolean => isCard(event.target) || event.composedPath().some(isCard);

  function lookUp(x: number, y: number): { target: Target; node: Text } | null {
    const found = characterAt(document, x, y, options.shadowRoots?.());
    const key = found && options.findTarget(found.node, found.offset);
    if (!found || key === null) return null;
    const rects = options.rectsOf(key);
    const containing = rects.findIndex((rect) => contains(rect, { x, y }));
    const rect = containing >= 0 ? containing : nearestRect(rects, x, y);
    return { target: { key, rect }, node: found.node };
  }

  function lookUpPointer(): void {
    pendingFrame = 0;
    if (signal.aborted || !position || isPressing) return;
    const { x, y } = position;
    const found = lookUp(x, y);
    if (found) {
      hoveredText = found.node;
      isAway = false;
      onEvent({ type: 'pointerOnTerm', target: found.target, x, y, keyHeld: isKeyHeld, timeMs: now() });
    } else leaveTerm(x, y, cardRect());
  }

  function leaveTerm(x: number, y: number, card: Rect | null): void {
    if (isAway && card === null) return;
    hoveredText = null;
    isAway = card === null;
    onEvent({ type: 'pointerOffTerm', x, y, card, timeMs: now() });
  }

  function cancelLookUp(): void {
    if (pendingFrame !== 0) view?.cancelAnimationFrame(pendingFrame);
    pendingFrame = 0;
  }

  function onMove(event: PointerEvent): void {
    if (event.pointerType === 'touch') return;
    const { screenX, screenY, clientX, clientY } = event;
    // The first event gives the position only: a page may have opened under a pointer at rest.
    const hasMoved = screen !== null && (screen.x !== screenX || screen.y !== screenY);
    screen = { x: screenX, y: screenY };
    position = { x: clientX, y: clientY };
    isKeyHeld = event[HELD_KEY_FLAG[heldKey()]];
    if (isPressing && event.buttons === 0) release();
    if (isInCard(event)) {
      // The popover host reports the pointer on the card; a look-up beside it would be out of date.
      hoveredText = null;
      isAway = false;
      cancelLookUp();
    } else if (hasMoved && event.buttons === 0 && pendingFrame === 0) {
      pendingFrame = view?.requestAnimationFrame(lookUpPointer) ?? 0;
    }
  }

  /** The pointer left the window, or went into a frame, where another content script runs. */
  function onOut(event: PointerEvent): void {
    if (event.relatedTarget !== null || event.pointerType === 'touch') return;
    cancelLookUp();
    leaveTerm(event.clientX, event.clientY, null);
  }

  function onDown(event: PointerEvent): void {
    if (event.pointerType === 'touch' || isInCard(event)) return;
    isPressing = true;
    cancelLookUp();
    const found = lookUp(event.clientX, event.clientY);
    onEvent({ type: 'pointerDown', target: found?.target ?? null, timeMs: now() });
  }

  function release(): void {
    if (!isPressing) return;
    isPressing = false;
    onEvent({ type: 'pointerUp' });
  }

  /** Only a tap fires `click`, unlike a scroll or a long press; after a mouse drag there is a selection. */
  function onClick(event: MouseEvent): void {
    if (isInCard(event) || event.button !== 0 || event.detail > 1) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const { pointerType } = event as PointerEvent;
    const isTap = pointerType === 'touch' || pointerType === 'pen';
    if (isInteractive(event.composedPath())) {
      // Links and buttons work as ever; the tap closes a card that is open beside them.
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
    const underPointer = hoveredText !== null && target instanceof Node && isWithin(hoveredText, target);
    if (underPointer) {
      hoveredText = null;
      cancelLookUp();
    }
    if (underPointer || cardRect()) onEvent({ type: 'scrolled', underPointer });
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (isInCard(event) || event.isComposing || event.defaultPrevented) return;
    const { key } = event;
    const isTypingText = isTyping(document);
    if (key === heldKey() && !event.repeat && !isTypingText) {
      isKeyHeld = true;
      onEvent({ type: 'keyHeld', held: isKeyHeld, timeMs: now() });
    } else if (key === 'Escape') {
      // One Esc closes one thing, so the page's dialog stays open. In a field Esc belongs to the field.
      if (cardRect() && !isTypingText) consume(event);
      onEvent({ type: 'keyEscape' });
    } else if (key === 'Enter' && !isTypingText) {
      const target = options.currentTarget?.() ?? null;
      const focused = focusedElement(document);
      const isPlain = !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
      if (target === null || !isPlain || (focused && isInteractive([focused]))) return;
      consume(event);
      onEvent({ type: 'keyOpen', target: { key: target, rect: 0 } });
    } else if ((isTypingText || isKeyHeld) && !MODIFIERS.has(key)) onEvent({ type: 'typed', timeMs: now() });
  }

  function onKeyUp(event: KeyboardEvent): void {
    if (event.key !== heldKey()) return;
    isKeyHeld = false;
    onEvent({ type: 'keyHeld', held: isKeyHeld, timeMs: now() });
  }

  function onSelection(): void {
    if (isCard(focusedElement(document)) || isCard(document.getSelection()?.anchorNode ?? null)) return;
    if (!selectedRange(document, options.shadowRoots?.() ?? [])) return;
    onEvent({ type: 'selectionChanged', timeMs: now() });
  }

  function onBlur(): void {
    cancelLookUp();
    hoveredText = null;
    isPressing = isKeyHeld = false;
    onEvent({ type: 'windowBlurred', timeMs: now() });
  }

  return {
    start() {
      if (isStarted || signal.aborted || !view) return;
      isStarted = true;
      const on = <E extends Event>(
        target: EventTarget,
        types: string,
        listener: (event: E) => void,
        passive = true,
      ): void => {
        const onTrusted = (event: Event): void => {
          if (event.isTrusted) listener(event as E);
        };
        for (const type of types.split(' ')) {
          EventTarget.prototype.addEventListener.call(target, type, onTrusted, {
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
        // A capturing listener at the window also gets the blur of every element.
        if (event.target === view) onBlur();
      });
      on(view, 'resize', () => {
        if (cardRect()) onEvent({ type: 'scrolled', underPointer: hoveredText !== null });
        hoveredText = null;
      });
      on(document, 'visibilitychange', () => {
        if (document.hidden) onBlur();
      });
      signal.addEventListener('abort', cancelLookUp);
    },
    watchScrolling(root) {
      if (signal.aborted) return;
      const onRootScroll = (event: Event): void => {
        if (event.isTrusted && isStarted) onScroll(event);
      };
      root.addEventListener('scroll', onRootScroll, { capture: true, passive: true, signal });
    },
    targetAt: (x, y) => lookUp(x, y)?.target ?? null,
    get position() {
      return position;
    },
    get lastSeen() {
      return screen && position && { screen, client: position };
    },
  };
}

/** Whether a node lies in another, across shadow roots. */
function isWithin(descendant: Node, ancestor: Node): boolean {
  for (let node: Node | null = descendant; node; node = parentAcrossRoots(node)) {
    if (node === ancestor) return true;
  }
  return false;
}

function consume(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}

function nearestRect(rects: readonly Rect[], x: number, y: number): number {
  let nearest = 0;
  rects.forEach((rect, i) => {
    if (distanceTo(rect, { x, y }) < distanceTo(rects[nearest]!, { x, y })) nearest = i;
  });
  return nearest;
}
