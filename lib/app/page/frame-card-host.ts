import type { CardModel } from '../../core/card/card-model.ts';
import type { NoteDraft } from '../../core/notes/note-editor-model.ts';
import { contains, grown, type Point, type Rect } from '../../core/pointing/geometry.ts';
import type { CardCommand, FrameCardEvent, ShownCard } from '../../core/frame-card/frame-card.ts';
import {
  shapeOf,
  toViewport,
  withSighting,
  type Sighting,
} from '../../core/frame-card/screen-to-viewport.ts';
import type { Strings } from '../../core/i18n/strings.ts';
import { isTyping } from '../../dom/tree/focus.ts';
import { createPopoverHost, type PopoverHost } from '../../dom/card/popover-host.ts';
import type { Sender } from '../../platform/messaging/message-bus.ts';
import type { PageMessages, Params } from '../../core/protocol/messages.ts';
import type { CardSurface } from '../../ui/card/card-bundle.ts';
import type { MountedCard } from '../../ui/card/mount-card.tsx';
import type { NoteTools } from '../../ui/notes/note-tools.ts';
import type { LazyScripts } from './lazy-scripts.ts';
import { cardDisplay } from './highlight-sheet.ts';
import { positionHost } from './local-card.ts';

type Sent = Params<PageMessages, 'page.showCard'>;
type Hidden = Params<PageMessages, 'page.hideCard'>;

export interface FrameCardHostOptions {
  signal: AbortSignal;
  sender: Sender;
  scripts: LazyScripts;
  strings: Strings;
  tools: NoteTools;
  /** Closes the card of this frame, if one is open; false if the reader uses it and did not ask by keyboard. */
  closeOwnCard(byKeyboard: boolean): boolean;
  /** A popover of the page by default. */
  createHost?: typeof createPopoverHost | undefined;
}

export interface FrameCardHost {
  show(card: Sent): Promise<ShownCard>;
  hide(hidden: Hidden): boolean;
  /** Redraws the card: the reader's language or the tree of a note was loaded. */
  refresh(): void;
  /** Passes a command on to the frame whose card has the focus; false if none has. */
  command(command: CardCommand): boolean;
  /** Closes the card before one of this frame opens; false if the reader uses it and did not ask by keyboard. */
  tryClose(byKeyboard: boolean): boolean;
}

interface Shown {
  frame: number;
  opening: string;
  model: CardModel;
  textSize: number;
  byTouch: boolean;
  place: Sent['place'];
  /** The pointer of `place`, in this viewport. */
  pointer: Point | null;
  /** The last draft typed here, and the number of the event that reported it. */
  lastDraft: { draft: NoteDraft; turn: number } | null;
}

const BUSY: ShownCard = { shown: 'busy', card: null };
const AWAY: ShownCard = { shown: 'away', card: null };

/** Between reports of the pointer to the frame. */
const POINTER_INTERVAL_MS = 80;
/** Between questions whether the frame is still there. */
const ALIVE_INTERVAL_MS = 700;
/** A point farther outside of the viewport must be wrong. */
const MAX_OUTSIDE_PX = 40;
const FRAMES = 'iframe, frame, object, embed';

/** Draws the card of a frame that is too small for it, and reports events. The frame makes all decisions. */
export function createFrameCardHost(options: FrameCardHostOptions): FrameCardHost {
  const { signal, sender, scripts, createHost = createPopoverHost } = options;
  let host: PopoverHost | null = null;
  let mounted: MountedCard | null = null;
  let shown: Shown | null = null;
  /** The card closed last; messages that still arrive for it are late. */
  let closedOpening = '';
  /** Listeners of the open card. */
  let listeners: AbortController | null = null;
  let lastTurn = 0;
  let sightings: Sighting[] = [];

  // A pointer that enters or leaves a frame is seen here too: it shows where on the screen this viewport is.
  const recordSighting = (event: PointerEvent): void => {
    if (!event.isTrusted || event.pointerType === 'touch') return;
    const { screenX, screenY, clientX, clientY } = event;
    sightings = withSighting(sightings, {
      screen: { x: screenX, y: screenY },
      client: { x: clientX, y: clientY },
      shape: shapeOf(window),
    });
  };
  for (const type of ['pointerover', 'pointerout'] as const) {
    document.addEventListener(type, recordSighting, { capture: true, passive: true, signal });
  }
  signal.addEventListener('abort', () => closeCard());

  /** Returns the number of the event. */
  function report(event: FrameCardEvent): number {
    const reported = shown;
    if (!reported) return lastTurn;
    const turn = ++lastTurn;
    const onLost = (): void => {
      if (shown === reported) closeCard(false);
    };
    const { frame, opening } = reported;
    sender.sendUntilAcknowledged('card.event', { frame, opening, turn, event }).then(({ heard }) => {
      if (!heard) onLost();
    }, onLost);
    return turn;
  }

  function closeCard(reports = true, returnFocus = false): void {
    if (!shown) return;
    if (reports) report({ type: 'lost' });
    closedOpening = shown.opening;
    shown = null;
    listeners?.abort();
    listeners = null;
    host?.close({ returnFocus });
  }

  function makeHost({ css, mount }: CardSurface): PopoverHost {
    if (host) return host;
    host = createHost({
      document,
      signal,
      css,
      display: cardDisplay,
      onPointer: (inside, x, y) => {
        if (inside) report({ type: 'pointerOn' });
        else report({ type: 'pointerOff', x: x - (shown?.pointer?.x ?? 0), y: y - (shown?.pointer?.y ?? 0) });
      },
      onFocus: (inside) => report({ type: inside ? 'focusIn' : 'focusOut' }),
      onEscape: () => report({ type: 'escape' }),
      onClosedByPage: () => closeCard(),
    });
    mounted = mount(host.root, options.strings, options.tools, (intent) => {
      const turn = report({ type: 'intent', intent });
      if (intent.type !== 'changeDraft' || !shown) return;
      shown.lastDraft = { draft: intent.draft, turn };
      shown.model = { ...shown.model, editor: intent.draft };
      draw();
    });
    return host;
  }

  /** Events of the page around the frame while the card is open. */
  function listen(): void {
    listeners = new AbortController();
    const cardSignal = listeners.signal;
    const on = (type: string, listener: (event: Event) => void, passive = true): void =>
      document.addEventListener(
        type,
        (event) => {
          if (event.isTrusted && event.target !== host?.element) listener(event);
        },
        { capture: true, passive, signal: cardSignal },
      );
    on('pointerdown', () => report({ type: 'pressed' }));
    let reportedMs = 0;
    // A frame of another process does not always get an event when the pointer leaves it.
    on('pointermove', (event) => {
      const { clientX, clientY, pointerType, target, timeStamp } = event as PointerEvent;
      const isOnFrame = target instanceof Element && target.matches(FRAMES);
      if (pointerType === 'touch' || isOnFrame || timeStamp - reportedMs < POINTER_INTERVAL_MS) return;
      reportedMs = timeStamp;
      const { x, y } = shown?.pointer ?? { x: 0, y: 0 };
      report({ type: 'pointerAway', x: clientX - x, y: clientY - y });
    });
    on('scroll', ({ target }) => {
      if (target instanceof Document || (target instanceof Element && target.querySelector(FRAMES))) {
        report({ type: 'scrolled' });
      }
    });
    on(
      'keydown',
      (event) => {
        const { key, isComposing, defaultPrevented } = event as KeyboardEvent;
        if (key !== 'Escape' || isComposing || defaultPrevented || isTyping(document)) return;
        event.preventDefault();
        event.stopPropagation();
        report({ type: 'escape' });
      },
      false,
    );
    window.addEventListener('resize', () => report({ type: 'scrolled' }), { signal: cardSignal });
    const aliveTimer = setInterval(() => report({ type: 'alive' }), ALIVE_INTERVAL_MS);
    cardSignal.addEventListener('abort', () => clearInterval(aliveTimer));
  }

  function pointerOf(place: Sent['place']): Point | null {
    if (!place) return null;
    const pointer = toViewport(place.pointer, sightings, window);
    const viewport = { x: 0, y: 0, width: window.innerWidth, height: window.innerHeight };
    return contains(grown(viewport, MAX_OUTSIDE_PX), pointer) ? pointer : null;
  }

  function draw(): void {
    if (!host?.isOpen || !shown) return;
    const { model, textSize, place, pointer, byTouch } = shown;
    mounted!.update(model, textSize * host.textScale());
    if (!place || !pointer) return positionHost(host, null);
    const anchor = place.anchor.map((rect) => ({ ...rect, x: rect.x + pointer.x, y: rect.y + pointer.y }));
    positionHost(host, { anchor, line: place.line, pointer, direction: place.direction, byTouch });
  }

  /** The card's rectangle relative to the pointer; null for a sheet. */
  function cardRectFrom(pointer: Point | null): Rect | null {
    const rect = pointer && host?.element.dataset['layout'] === 'float' ? host.rect() : null;
    return rect && { ...rect, x: rect.x - pointer!.x, y: rect.y - pointer!.y };
  }

  function update(card: Sent): Shown {
    const { frame, opening, model, textSize, byTouch, heard } = card;
    const before = shown?.opening === opening ? shown : null;
    const isMoved = JSON.stringify(before?.place ?? null) !== JSON.stringify(card.place);
    // Text typed while the frame's answer is in flight is newer than the answer.
    const newerDraft = before?.lastDraft && before.lastDraft.turn > heard ? before.lastDraft : null;
    const editor = newerDraft && before?.model.writing === model.writing ? newerDraft.draft : model.editor;
    return {
      frame,
      opening,
      model: { ...model, editor },
      textSize,
      byTouch,
      place: card.place,
      pointer: before && !isMoved ? before.pointer : pointerOf(card.place),
      lastDraft: newerDraft,
    };
  }

  const hasFocus = (): boolean => shown !== null && host !== null && host.root.activeElement !== null;
  const isInUse = (): boolean => hasFocus() || (shown !== null && shown.model.editor !== null);

  return {
    async show(card) {
      if (signal.aborted) return AWAY;
      if (card.opening === closedOpening) return BUSY;
      if (shown && shown.frame !== card.frame) {
        if (isInUse() && !card.focus) return BUSY;
        closeCard();
      }
      if (!shown && !options.closeOwnCard(card.focus)) return BUSY;
      shown = update(card);
      const requested = shown;
      let surface = scripts.card;
      try {
        surface ??= await scripts.loadCard();
      } catch {
        if (shown === requested) shown = null;
        return AWAY;
      }
      if (shown !== requested) return { shown: 'yes', card: null };
      makeHost(surface);
      if (!listeners) listen();
      if (!host!.isOpen) {
        const anchor = shown.pointer && document.elementFromPoint(shown.pointer.x, shown.pointer.y);
        host!.open({ anchor, byTouch: card.byTouch });
      }
      draw();
      if (card.focus) host!.focus();
      return { shown: 'yes', card: cardRectFrom(shown.pointer) };
    },
    hide({ frame, opening, returnFocus }) {
      if (shown?.frame !== frame || shown.opening !== opening) return false;
      closeCard(false, returnFocus);
      return true;
    },
    refresh: draw,
    command(command) {
      if (!hasFocus()) return false;
      report({ type: 'command', command });
      return true;
    },
    tryClose(byKeyboard) {
      if (isInUse() && !byKeyboard) return false;
      closeCard();
      return true;
    },
  };
}
