import type { CardIntent, CardModel } from '../../core/card/card-model.ts';
import type { Point, Rect } from '../../core/pointing/geometry.ts';
import type { HoverEvent } from '../../core/pointing/hover-types.ts';
import {
  linesAround,
  type CardCommand,
  type FrameCardEvent,
  type FrameRect,
  type SentEvent,
} from '../../core/frame-card/frame-card.ts';
import type { Sender } from '../../platform/messaging/message-bus.ts';
import type { CardPosition, CardView } from './card-view.ts';

export interface FrameCardClientOptions {
  signal: AbortSignal;
  sender: Sender;
  textSize(): number;
  /** Where the pointer was seen last, here and on the screen. */
  seen(): { screen: Point; client: Point } | null;
  dispatch(event: HoverEvent): void;
  onIntent(intent: CardIntent): void;
  onCommand(command: CardCommand): void;
  /** Nobody draws cards in the top frame: this frame has to, small as it is. */
  onAway(): void;
}

export interface FrameCardClient extends CardView {
  /** False where the card it tells of is not the one that is open. */
  happened(sent: SentEvent): boolean;
}

interface Opening {
  id: string;
  focus: boolean;
  byTouch: boolean;
  model: CardModel;
  place: FrameRect | null;
  /** The place here that the top frame counts from. */
  origin: Point;
  card: Rect | null;
  /** Counts what was sent, so that an old answer says nothing. */
  sent: number;
}

/** Not to be guessed: by it the top frame's events are told from others. */
const newOpening = (): string => [...crypto.getRandomValues(new Uint32Array(4))].join('-');

/** Below everything: a sheet of the top frame, as seen from a frame that does not know where it stands. */
const BELOW = 100_000;

/** The card of a frame too small for it: everything stays here but the drawing. */
export function createFrameCardClient(options: FrameCardClientOptions): FrameCardClient {
  const { sender, dispatch } = options;
  let opening: Opening | null = null;
  let heard = 0;

  /** A frame that goes takes its card along; what cannot be said any more, the top frame finds out. */
  window.addEventListener('pagehide', () => void lose(), { signal: options.signal });

  // Frames that stand between this one and the top tell nobody that they scroll; the wheel turns here, under the pointer.
  if (window.parent !== window.top) {
    const turned = ({ isTrusted, ctrlKey }: WheelEvent): void => {
      if (opening && isTrusted && !ctrlKey) dispatch({ type: 'scrolled', underPointer: true });
    };
    window.addEventListener('wheel', turned, { capture: true, passive: true, signal: options.signal });
  }

  function lose(): void {
    if (!opening) return;
    close({ returnFocus: false });
    dispatch({ type: 'cardClosed' });
  }

  function remember(opened: Opening, { anchor, line, direction, byTouch }: CardPosition): void {
    const seen = options.seen();
    opened.byTouch = byTouch;
    if (opened.focus || !seen) return;
    opened.origin = seen.client;
    const near = linesAround(anchor, line);
    opened.place = {
      pointer: seen.screen,
      anchor: near.anchor.map(({ x, y, width, height }) => ({
        x: x - seen.client.x,
        y: y - seen.client.y,
        width,
        height,
      })),
      line: near.line,
      direction,
    };
  }

  function send(opened: Opening, focus = false): void {
    const { id, model, place, byTouch } = opened;
    const turn = ++opened.sent;
    const entry = model.entry?.id ?? null;
    sender
      .sendUntilAcknowledged('card.show', {
        opening: id,
        model: { ...model, entry },
        textSize: options.textSize(),
        place,
        focus,
        byTouch,
        heard,
      })
      .then(({ shown, card }) => {
        if (opening !== opened || turn !== opened.sent) return;
        opened.card = card;
        if (shown === 'yes') return;
        opening = null;
        if (shown === 'away') options.onAway();
        else dispatch({ type: 'cardClosed' });
      }, lose);
  }

  function close({ returnFocus }: { returnFocus: boolean }): void {
    if (!opening) return;
    const { id } = opening;
    opening = null;
    sender.sendUntilAcknowledged('card.hide', { opening: id, returnFocus }).catch(() => undefined);
  }

  function rect(): Rect | null {
    if (!opening) return null;
    const { origin, card } = opening;
    return card
      ? { ...card, x: card.x + origin.x, y: card.y + origin.y }
      : { x: 0, y: BELOW, width: window.innerWidth, height: 1 };
  }

  function act(event: FrameCardEvent, opened: Opening): void {
    const timeMs = performance.now();
    switch (event.type) {
      case 'alive':
        return;
      case 'pointerOn':
        return dispatch({ type: 'pointerOnCard', timeMs });
      case 'pointerOff':
        return dispatch({
          type: 'pointerOffCard',
          x: opened.origin.x + event.x,
          y: opened.origin.y + event.y,
          timeMs,
        });
      case 'pointerAway':
        return dispatch({
          type: 'pointerOffTerm',
          x: opened.origin.x + event.x,
          y: opened.origin.y + event.y,
          card: rect(),
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
        opening = null;
        return dispatch({ type: 'cardClosed' });
      case 'command':
        return options.onCommand(event.command);
      case 'intent':
        return options.onIntent(event.intent);
    }
  }

  return {
    get isOpen() {
      return opening !== null;
    },
    rect,
    open({ model, position: place, focus }) {
      const { byTouch } = place;
      const origin = { x: 0, y: 0 };
      heard = 0;
      opening = { id: newOpening(), focus, byTouch, model, place: null, origin, card: null, sent: 0 };
      remember(opening, place);
      send(opening, focus);
    },
    draw(model, place) {
      if (!opening) return;
      opening.model = model;
      remember(opening, place);
      send(opening);
    },
    move(place) {
      if (!opening) return;
      remember(opening, place);
      send(opening);
    },
    close,
    happened({ opening: id, turn, event }) {
      if (!opening || opening.id !== id) return false;
      // Repeated until it is answered, it may come twice.
      if (turn <= heard) return true;
      heard = turn;
      act(event, opening);
      return true;
    },
  };
}
