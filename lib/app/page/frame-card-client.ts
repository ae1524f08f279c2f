import type { CardIntent, CardModel } from '../../core/card/card-model.ts';
import type { Point, Rect } from '../../core/pointing/geometry.ts';
import type { HoverEvent } from '../../core/pointing/hover-types.ts';
import {
  linesAround,
  type CardCommand,
  type FrameCardEvent,
  type FrameCardPosition,
  type SentEvent,
} from '../../core/frame-card/frame-card.ts';
import type { Sender } from '../../platform/messaging/message-bus.ts';
import type { CardPosition, CardView } from './card-view.ts';

export interface FrameCardClientOptions {
  signal: AbortSignal;
  sender: Sender;
  textSize(): number;
  /** The pointer's last position, in this viewport and on the screen. */
  lastSeen(): { screen: Point; client: Point } | null;
  dispatch(event: HoverEvent): void;
  onIntent(intent: CardIntent): void;
  onCommand(command: CardCommand): void;
  /** The top frame draws no cards: this frame has to, small as it is. */
  onAway(): void;
}

export interface FrameCardClient extends CardView {
  /** False if the event is not about the card that is open. */
  handleEvent(sent: SentEvent): boolean;
}

interface OpenCard {
  id: string;
  focus: boolean;
  byTouch: boolean;
  model: CardModel;
  place: FrameCardPosition | null;
  /** The point of this viewport that the top frame's coordinates start from: the pointer. */
  origin: Point;
  /** As the top frame drew it, from `origin`. */
  rect: Rect | null;
  /** Number of messages sent; the answer to an older one is ignored. */
  turn: number;
}

/** Random, so that only the top frame can send events of this card. */
const createOpeningId = (): string => [...crypto.getRandomValues(new Uint32Array(4))].join('-');

/** Position of a sheet in the top frame, for a frame that does not know its own position. */
const FAR_BELOW_PX = 100_000;

/** Controls the card of a frame that is too small for it; the top frame draws it. */
export function createFrameCardClient(options: FrameCardClientOptions): FrameCardClient {
  const { sender, dispatch } = options;
  let current: OpenCard | null = null;
  /** Number of the last event that was handled. */
  let lastEvent = 0;

  // Closes the card along with this frame. If no message gets out any more, the top frame finds out by itself.
  window.addEventListener('pagehide', () => void closeLost(), { signal: options.signal });

  // Frames between this one and the top do not report scrolling, but the wheel turns here, under the pointer.
  if (window.parent !== window.top) {
    const onWheel = ({ isTrusted, ctrlKey }: WheelEvent): void => {
      if (current && isTrusted && !ctrlKey) dispatch({ type: 'scrolled', underPointer: true });
    };
    window.addEventListener('wheel', onWheel, { capture: true, passive: true, signal: options.signal });
  }

  function closeLost(): void {
    if (!current) return;
    close({ returnFocus: false });
    dispatch({ type: 'cardClosed' });
  }

  function updatePosition(card: OpenCard, { anchor, line, direction, byTouch }: CardPosition): void {
    const lastSeen = options.lastSeen();
    card.byTouch = byTouch;
    if (card.focus || !lastSeen) return;
    card.origin = lastSeen.client;
    const lines = linesAround(anchor, line);
    card.place = {
      pointer: lastSeen.screen,
      anchor: lines.anchor.map(({ x, y, width, height }) => ({
        x: x - lastSeen.client.x,
        y: y - lastSeen.client.y,
        width,
        height,
      })),
      line: lines.line,
      direction,
    };
  }

  function send(card: OpenCard, focus = false): void {
    const { id, model, place, byTouch } = card;
    const turn = ++card.turn;
    const entry = model.entry?.id ?? null;
    sender
      .sendUntilAcknowledged('card.show', {
        opening: id,
        model: { ...model, entry },
        textSize: options.textSize(),
        place,
        focus,
        byTouch,
        heard: lastEvent,
      })
      .then(({ shown, card: rect }) => {
        if (current !== card || turn !== card.turn) return;
        card.rect = rect;
        if (shown === 'yes') return;
        current = null;
        if (shown === 'away') options.onAway();
        else dispatch({ type: 'cardClosed' });
      }, closeLost);
  }

  function close({ returnFocus }: { returnFocus: boolean }): void {
    if (!current) return;
    const { id } = current;
    current = null;
    sender.sendUntilAcknowledged('card.hide', { opening: id, returnFocus }).catch(() => undefined);
  }

  function cardRect(): Rect | null {
    if (!current) return null;
    const { origin, rect } = current;
    return rect
      ? { ...rect, x: rect.x + origin.x, y: rect.y + origin.y }
      : { x: 0, y: FAR_BELOW_PX, width: window.innerWidth, height: 1 };
  }

  function perform(event: FrameCardEvent, card: OpenCard): void {
    const timeMs = performance.now();
    switch (event.type) {
      case 'alive':
        return;
      case 'pointerOn':
        return dispatch({ type: 'pointerOnCard', timeMs });
      case 'pointerOff':
        return dispatch({
          type: 'pointerOffCard',
          x: card.origin.x + event.x,
          y: card.origin.y + event.y,
          timeMs,
        });
      case 'pointerAway':
        return dispatch({
          type: 'pointerOffTerm',
          x: card.origin.x + event.x,
          y: card.origin.y + event.y,
          card: cardRect(),
          timeMs,
        });
      case 'focusIn':
        return dispatch({ type: 'focusEnteredCard' });
      case 'focusOut':
        return dispatch({ type: 'focusLeftCard', timeMs });
      case 'escape':
        return dispatch({ type: 'keyEscape' });
      case 'scrolled':
        return dispatch({ type: 'scrolled', underPointer: true });
      case 'pressed':
        dispatch({ type: 'pointerDown', target: null, timeMs });
        return dispatch({ type: 'pointerUp' });
      case 'lost':
        current = null;
        return dispatch({ type: 'cardClosed' });
      case 'command':
        return options.onCommand(event.command);
      case 'intent':
        return options.onIntent(event.intent);
    }
  }

  return {
    get isOpen() {
      return current !== null;
    },
    rect: cardRect,
    open({ model, position, focus }) {
      const { byTouch } = position;
      const origin = { x: 0, y: 0 };
      lastEvent = 0;
      current = { id: createOpeningId(), focus, byTouch, model, place: null, origin, rect: null, turn: 0 };
      updatePosition(current, position);
      send(current, focus);
    },
    draw(model, position) {
      if (!current) return;
      current.model = model;
      updatePosition(current, position);
      send(current);
    },
    move(position) {
      if (!current) return;
      updatePosition(current, position);
      send(current);
    },
    close,
    handleEvent({ opening: id, turn, event }) {
      if (!current || current.id !== id) return false;
      // A message is repeated until it is answered, so it may arrive twice.
      if (turn <= lastEvent) return true;
      lastEvent = turn;
      perform(event, current);
      return true;
    },
  };
}
