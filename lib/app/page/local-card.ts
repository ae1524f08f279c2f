import type { CardIntent, CardModel } from '../../core/card/card-model.ts';
import type { HoverEvent } from '../../core/pointing/hover-types.ts';
import { cardPosition, sheetPosition } from '../../core/pointing/placement.ts';
import type { Strings } from '../../core/i18n/strings.ts';
import { createPopoverHost, type PopoverHost } from '../../dom/card/popover-host.ts';
import type { CardSurface } from '../../ui/card/card-bundle.ts';
import type { MountedCard } from '../../ui/card/mount-card.tsx';
import type { NoteTools } from '../../ui/notes/note-tools.ts';
import type { CardPosition, CardView } from './card-view.ts';
import { cardDisplay } from './highlight-sheet.ts';

/** Narrower than this, a card is a sheet along the lower edge. */
const SHEET_BELOW = 480;

/** Places a card in the viewport of its host; without a position, along the lower edge. */
export function positionHost(host: PopoverHost, position: CardPosition | null): void {
  const viewport = { x: 0, y: 0, width: window.innerWidth, height: window.innerHeight };
  const asSheet = !position || position.byTouch || viewport.width < SHEET_BELOW;
  host.moveTo(asSheet ? sheetPosition(viewport) : cardPosition({ ...position, card: host.size(), viewport }));
}

export interface LocalCardOptions {
  signal: AbortSignal;
  strings: Strings;
  tools: NoteTools;
  /** Null until it is loaded; no card is opened before. */
  surface(): CardSurface | null;
  /** Size of the text in percent of the default. */
  textSize(): number;
  dispatch(event: HoverEvent): void;
  onIntent(intent: CardIntent): void;
  /** A popover of the page by default. */
  createHost?: typeof createPopoverHost | undefined;
}

export interface LocalCard extends CardView {
  readonly element: HTMLElement | null;
}

/** The card, drawn in the frame that has the term. */
export function createLocalCard(options: LocalCardOptions): LocalCard {
  const { signal, strings, tools, dispatch, createHost = createPopoverHost } = options;
  let host: PopoverHost | null = null;
  let mounted: MountedCard | null = null;

  /** Created when the first card opens: most pages never need it. */
  function openHost(): PopoverHost | null {
    const surface = options.surface();
    if (host || !surface) return host;
    host = createHost({
      document,
      signal,
      css: surface.css,
      display: cardDisplay,
      onPointer: (inside, x, y) => {
        const timeMs = performance.now();
        dispatch(inside ? { type: 'pointerOnCard', timeMs } : { type: 'pointerOffCard', x, y, timeMs });
      },
      onFocus: (inside) =>
        dispatch(
          inside ? { type: 'focusEnteredCard' } : { type: 'focusLeftCard', timeMs: performance.now() },
        ),
      onEscape: () => dispatch({ type: 'keyEscape' }),
      onClosedByPage: () => dispatch({ type: 'cardClosed' }),
    });
    mounted = surface.mount(host.root, strings, tools, (intent) => options.onIntent(intent));
    return host;
  }

  function draw(model: CardModel, position: CardPosition): void {
    if (!host?.isOpen) return;
    mounted!.update(model, options.textSize() * host.textScale());
    positionHost(host, position);
  }

  return {
    get element() {
      return host?.element ?? null;
    },
    get isOpen() {
      return host?.isOpen === true;
    },
    rect: () => host?.rect() ?? null,
    open({ model, position, node, focus }) {
      const opened = openHost();
      opened?.open({ anchor: node, byTouch: position.byTouch });
      draw(model, position);
      if (focus) opened?.focus();
    },
    draw,
    move(position) {
      if (host) positionHost(host, position);
    },
    close: (options) => host?.close(options),
  };
}
