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
  /** Makes room where a card of this frame is open; false where the reader is busy with it and was not asked. */
  makeRoom(byKeyboard: boolean): boolean;
  /** A popover of the page by default. */
  createHost?: typeof createPopoverHost | undefined;
}

export interface FrameCardHost {
  show(card: Sent): Promise<ShownCard>;
  hide(hidden: Hidden): boolean;
  /** Draws anew: the reader's language or the tree of a note came. */
  refresh(): void;
  /** Passes a command on to the frame whose card has the focus; false where none has. */
  command(command: CardCommand): boolean;
  /** A card of this frame opens: true where there is room for it now. */
  giveWay(byKeyboard: boolean): boolean;
}

interface Shown {
  frame: number;
  opening: string;
  model: CardModel;
  textSize: number;
  byTouch: boolean;
  /** As it was given, and where that is here. */
  place: Sent['place'];
  at: Point | null;
  /** The last draft typed here, and the number of the event that reported it. */
  typed: { draft: NoteDraft; turn: number } | null;
}

const BUSY: ShownCard = { shown: 'busy', card: null };
const AWAY: ShownCard = { shown: 'away', card: null };

/** How often the frame is told where the pointer goes. */
const TELL_EVERY_MS = 80;
/** How often the frame is asked whether it is still there. */
const ASK_EVERY_MS = 700;
/** Farther outside of the viewport than this, a place cannot be right. */
const OUTSIDE = 40;
const FRAMES = 'iframe, frame, object, embed';

/** Draws the card of a frame that is too small for it. The frame decides everything; this shows it and tells. */
export function createFrameCardHost(options: FrameCardHostOptions): FrameCardHost {
  const { signal, sender, scripts, createHost = createPopoverHost } = options;
  let host: PopoverHost | null = null;
  let mounted: MountedCard | null = null;
  let shown: Shown | null = null;
  /** The last that ended here: what was on its way to it comes too late. */
  let ended = '';
  let open: AbortController | null = null;
  let turn = 0;
  let sightings: Sighting[] = [];

  // Where the pointer goes over into a frame is seen here too: that tells where on the screen this page is.
  const see = (event: PointerEvent): void => {
    if (!event.isTrusted || event.pointerType === 'touch') return;
    const { screenX, screenY, clientX, clientY } = event;
    sightings = withSighting(sightings, {
      screen: { x: screenX, y: screenY },
      client: { x: clientX, y: clientY },
      shape: shapeOf(window),
    });
  };
  for (const type of ['pointerover', 'pointerout'] as const) {
    document.addEventListener(type, see, { capture: true, passive: true, signal });
  }
  signal.addEventListener('abort', () => end());

  function tell(event: FrameCardEvent): number {
    const told = shown;
    if (!told) return turn;
    turn++;
    const lost = (): void => {
      if (shown === told) end(false);
    };
    const { frame, opening } = told;
    sender.sendUntilAcknowledged('card.event', { frame, opening, turn, event }).then(({ heard }) => {
      if (!heard) lost();
    }, lost);
    return turn;
  }

  /** `tells`: the frame does not know yet. */
  function end(tells = true, returnFocus = false): void {
    if (!shown) return;
    if (tells) tell({ type: 'lost' });
    ended = shown.opening;
    shown = null;
    open?.abort();
    open = null;
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
        if (inside) tell({ type: 'pointerOn' });
        else tell({ type: 'pointerOff', x: x - (shown?.at?.x ?? 0), y: y - (shown?.at?.y ?? 0) });
      },
      onFocus: (inside) => tell({ type: inside ? 'focusIn' : 'focusOut' }),
      onEscape: () => tell({ type: 'escape' }),
      onClosedByPage: () => end(),
    });
    mounted = mount(host.root, options.strings, options.tools, (intent) => {
      const told = tell({ type: 'intent', intent });
      if (intent.type !== 'changeDraft' || !shown) return;
      shown.typed = { draft: intent.draft, turn: told };
      shown.model = { ...shown.model, editor: intent.draft };
      draw();
    });
    return host;
  }

  /** Events of the page around the frame while the card is open. */
  function listen(): void {
    open = new AbortController();
    const on = (type: string, listener: (event: Event) => void, passive = true): void =>
      document.addEventListener(
        type,
        (event) => {
          if (event.isTrusted && event.target !== host?.element) listener(event);
        },
        { capture: true, passive, signal: open!.signal },
      );
    on('pointerdown', () => tell({ type: 'pressed' }));
    let toldMs = 0;
    // A frame of another process is not always told that the pointer left it.
    on('pointermove', (event) => {
      const { clientX, clientY, pointerType, target, timeStamp } = event as PointerEvent;
      const isOnFrame = target instanceof Element && target.matches(FRAMES);
      if (pointerType === 'touch' || isOnFrame || timeStamp - toldMs < TELL_EVERY_MS) return;
      toldMs = timeStamp;
      const { x, y } = shown?.at ?? { x: 0, y: 0 };
      tell({ type: 'pointerAway', x: clientX - x, y: clientY - y });
    });
    on('scroll', ({ target }) => {
      if (target instanceof Document || (target instanceof Element && target.querySelector(FRAMES))) {
        tell({ type: 'scrolled' });
      }
    });
    on(
      'keydown',
      (event) => {
        const { key, isComposing, defaultPrevented } = event as KeyboardEvent;
        if (key !== 'Escape' || isComposing || defaultPrevented || isTyping(document)) return;
        event.preventDefault();
        event.stopPropagation();
        tell({ type: 'escape' });
      },
      false,
    );
    window.addEventListener('resize', () => tell({ type: 'scrolled' }), { signal: open.signal });
    const asking = setInterval(() => tell({ type: 'alive' }), ASK_EVERY_MS);
    open.signal.addEventListener('abort', () => clearInterval(asking));
  }

  function placeHere(place: Sent['place']): Point | null {
    if (!place) return null;
    const at = toViewport(place.pointer, sightings, window);
    const viewport = { x: 0, y: 0, width: window.innerWidth, height: window.innerHeight };
    return contains(grown(viewport, OUTSIDE), at) ? at : null;
  }

  function draw(): void {
    if (!host?.isOpen || !shown) return;
    const { model, textSize, place, at, byTouch } = shown;
    mounted!.update(model, textSize * host.textScale());
    if (!place || !at) return positionHost(host, null);
    const anchor = place.anchor.map((rect) => ({ ...rect, x: rect.x + at.x, y: rect.y + at.y }));
    positionHost(host, { anchor, line: place.line, pointer: at, direction: place.direction, byTouch });
  }

  /** Where the card stands, as seen from the pointer. */
  function seenFrom(at: Point | null): Rect | null {
    const rect = at && host?.element.dataset['layout'] === 'float' ? host.rect() : null;
    return rect && { ...rect, x: rect.x - at!.x, y: rect.y - at!.y };
  }

  function update(card: Sent): Shown {
    const { frame, opening, model, textSize, byTouch, heard } = card;
    const before = shown?.opening === opening ? shown : null;
    const isMoved = JSON.stringify(before?.place ?? null) !== JSON.stringify(card.place);
    // Text typed while the frame's answer is in flight is newer than the answer.
    const typed = before?.typed && before.typed.turn > heard ? before.typed : null;
    const editor = typed && before?.model.writing === model.writing ? typed.draft : model.editor;
    return {
      frame,
      opening,
      model: { ...model, editor },
      textSize,
      byTouch,
      place: card.place,
      at: before && !isMoved ? before.at : placeHere(card.place),
      typed,
    };
  }

  const hasFocus = (): boolean => shown !== null && host !== null && host.root.activeElement !== null;
  const isHeld = (): boolean => hasFocus() || (shown !== null && shown.model.editor !== null);

  return {
    async show(card) {
      if (signal.aborted) return AWAY;
      if (card.opening === ended) return BUSY;
      if (shown && shown.frame !== card.frame) {
        if (isHeld() && !card.focus) return BUSY;
        end();
      }
      if (!shown && !options.makeRoom(card.focus)) return BUSY;
      shown = update(card);
      const wanted = shown;
      let surface = scripts.card;
      try {
        surface ??= await scripts.loadCard();
      } catch {
        if (shown === wanted) shown = null;
        return AWAY;
      }
      if (shown !== wanted) return { shown: 'yes', card: null };
      makeHost(surface);
      if (!open) listen();
      if (!host!.isOpen) {
        const anchor = shown.at && document.elementFromPoint(shown.at.x, shown.at.y);
        host!.open({ anchor, byTouch: card.byTouch });
      }
      draw();
      if (card.focus) host!.focus();
      return { shown: 'yes', card: seenFrom(shown.at) };
    },
    hide({ frame, opening, returnFocus }) {
      if (shown?.frame !== frame || shown.opening !== opening) return false;
      end(false, returnFocus);
      return true;
    },
    refresh: draw,
    command(command) {
      if (!hasFocus()) return false;
      tell({ type: 'command', command });
      return true;
    },
    giveWay(byKeyboard) {
      if (isHeld() && !byKeyboard) return false;
      end();
      return true;
    },
  };
}
