import type { Target, TargetKey } from '../../core/pointing/hover-types.ts';
import type { DecisionStore } from '../../core/card/card-decisions.ts';
import { createCardController } from '../../core/card/card-controller.ts';
import type { CardIntent } from '../../core/card/card-model.ts';
import type { DraftClient } from '../../core/notes/draft.ts';
import type { Point, Size } from '../../core/pointing/geometry.ts';
import { isTooSmallForCard, type CardCommand, type SentEvent } from '../../core/frame-card/frame-card.ts';
import { hoverConfigOf, type Settings } from '../../core/settings/settings.ts';
import type { Strings } from '../../core/i18n/strings.ts';
import { elementAround } from '../../dom/tree/composed-tree.ts';
import { createHoverRunner, type HoverAction } from '../../dom/pointing/hover-runner.ts';
import type { Mark } from '../../dom/reading/flow-record.ts';
import type { createPopoverHost } from '../../dom/card/popover-host.ts';
import { createPointer } from '../../dom/pointing/pointer.ts';
import type { Sender } from '../../platform/messaging/message-bus.ts';
import type { NoteTools } from '../../ui/notes/note-tools.ts';
import type { LazyScripts } from './lazy-scripts.ts';
import { createCardTargets, SELECTION } from './card-targets.ts';
import { createCardOccurrences } from './card-occurrence.ts';
import type { CardPosition, CardView } from './card-view.ts';
import type { EntryCache } from './entry-cache.ts';
import { createLocalCard } from './local-card.ts';
import type { PageNotes } from './page-notes.ts';
import type { PageReading } from './page-reading.ts';
import { createFrameCardClient } from './frame-card-client.ts';
import { createTermNavigation } from './term-navigation.ts';

export interface PagePointing {
  /** Begins to listen to pointer, keys and touch; a second call does nothing. */
  start(): void;
  command(command: CardCommand): boolean;
  revealConcept(id: string): boolean;
  /** Goes to the next or previous occurrence of a concept. */
  step(concept: string, by: 1 | -1): boolean;
  revealNote(id: string): boolean;
  pinSelection(): boolean;
  /** Redraws the open card and the pointed mark after notes, entries or marks changed. */
  refresh(): void;
  /** From the top frame, where it draws the card of this one. False where there is no such card. */
  cardHappened(sent: SentEvent): boolean;
  /** False where the top frame draws the cards of this one. */
  drawsHere(): boolean;
  /** Another frame's card is to be drawn here: false where the reader is busy with one of this frame. */
  makeRoom(byKeyboard: boolean): boolean;
}

export interface PagePointingOptions {
  signal: AbortSignal;
  sender: Sender;
  reading: PageReading;
  entries: EntryCache;
  scripts: LazyScripts;
  notes: PageNotes;
  drafts: DraftClient;
  tools: NoteTools;
  strings: Strings;
  lang: string;
  choices: DecisionStore | null;
  isPrivate(): boolean;
  settings(): Settings;
  /** A card opens here: false where the reader is busy with one that is drawn here for a frame. */
  mayOpen(byKeyboard: boolean): boolean;
  /** A popover of the page by default. */
  createHost?: typeof createPopoverHost | undefined;
}

/** Connects user input, the hover reducer, the card's controller and the view that draws the card. */
export function createPagePointing({
  signal,
  sender,
  reading,
  entries,
  scripts,
  notes,
  drafts,
  tools,
  strings,
  lang,
  choices,
  isPrivate,
  settings,
  mayOpen,
  createHost,
}: PagePointingOptions): PagePointing {
  const { occurrences, painter } = reading;
  let byTouch = false;

  const walk = createTermNavigation({ occurrences, onCurrent: (mark) => painter.point(mark) });

  const card = createCardController({
    entries,
    notes,
    drafts,
    strings,
    lang,
    decisions: choices,
    isPrivate,
    mayChange: notes.mayChange,
    onChanged: render,
    onDirty: (dirty) => loop.dispatch({ type: 'editorDirty', dirty, timeMs: performance.now() }),
    onClose: () => loop.dispatch({ type: 'keyEscape' }),
  });

  const occurrenceOf = createCardOccurrences({ reading, notes, walk, open: (key) => open(key) });

  const targets = createCardTargets({
    markOf: (key) => occurrences.markOf(key),
    notePieces: (id) => notes.places.piecesOf(id),
  });
  const open = (key: TargetKey): void => loop.dispatch({ type: 'keyOpen', target: { key, rect: 0 } });

  const loop = createHoverRunner({ signal, config: () => hoverConfigOf(settings()), act });

  const textSize = (): number => settings().textSize;
  const dispatch = loop.dispatch;
  const onIntent = (intent: CardIntent): void => card.act(intent);
  const local = createLocalCard({
    signal,
    strings,
    tools,
    surface: () => scripts.card,
    textSize,
    dispatch,
    onIntent,
    createHost,
  });
  const remote = createFrameCardClient({
    signal,
    sender,
    textSize,
    seen: () => pointer.lastSeen,
    dispatch,
    onIntent,
    onCommand: command,
    onAway() {
      isTopAway = true;
      const { phase } = loop.state();
      if ('card' in phase) openCard(phase.card.target, phase.card.focused);
    },
  });
  /** Draws the open card, or drew the last one. */
  let view: CardView = local;
  let isTopAway = false;

  const viewport = (): Size => ({ width: window.innerWidth, height: window.innerHeight });
  const isDrawnByTop = (): boolean => window.top !== window && !isTopAway && isTooSmallForCard(viewport());

  const positionOf = (target: Target, at: Point | null): CardPosition => ({
    ...targets.positionOf(target, at),
    byTouch,
  });

  function openTarget(): Target | null {
    const { phase } = loop.state();
    return 'card' in phase ? phase.card.target : null;
  }

  /** Redraws the open card, and positions it by its new size. */
  function render(): void {
    const target = openTarget();
    if (view.isOpen && target) view.draw(card.model(), positionOf(target, null));
  }

  function act(action: HoverAction): void {
    switch (action.type) {
      case 'prepare':
        return prepareCard(action.target.key);
      case 'open':
        return openCard(action.target, action.focus);
      case 'place':
        return moveCard();
      case 'close':
        return closeCard(action.returnFocus);
      case 'point':
        return pointAt(action.target?.key ?? null);
    }
  }

  /** Tells screen readers which occurrence next and previous led to, where the browser can without changing the page. */
  function announce(mark: Mark): void {
    const all = occurrences.marks();
    const index = all.findIndex(({ key }) => key === mark.key) + 1;
    const page = document as Document & { ariaNotify?(text: string): void };
    page.ariaNotify?.(strings.t('reached', { surface: mark.surface, index, total: all.length }));
  }

  /** Loads script and entry while the pointer still rests, so that the card opens from memory. */
  function prepareCard(key: TargetKey): void {
    if (!isDrawnByTop()) scripts.loadCard().catch(() => undefined);
    const mark = typeof key === 'number' ? occurrences.markOf(key) : undefined;
    if (mark) entries.load(mark.occurrence.concepts.map(reading.conceptId)).catch(() => undefined);
  }

  /** Gives the card its subject; false where the target is gone. */
  function setSubject(key: TargetKey): boolean {
    if (key === SELECTION) return true;
    if (typeof key === 'string') return card.showNote(key);
    const mark = occurrences.markOf(key);
    if (mark) card.showOccurrence(occurrenceOf(mark));
    return mark !== undefined;
  }

  function openCard(target: Target, focus: boolean): void {
    const next = isDrawnByTop() ? remote : local;
    if (next === local && !scripts.card) return openOnceLoaded(target, focus);
    if (!mayOpen(focus) || !setSubject(target.key)) {
      dispatch({ type: 'cardClosed' });
      return;
    }
    if (target.key !== walk.current?.key) {
      // The reader went on by other means: the mark that the keys led to is no longer highlighted.
      walk.leave();
      pointAt(pointedKey);
    }
    if (next !== view) view.close({ returnFocus: false });
    view = next;
    view.open({
      model: card.model(),
      position: positionOf(target, focus ? null : pointer.position),
      node: targets.piecesOf(target.key)[0]?.node ?? null,
      focus,
    });
  }

  /** The card's script is missing only if the reader pointed before the page's first idle moment. */
  function openOnceLoaded(target: Target, focus: boolean): void {
    scripts.loadCard().then(
      () => {
        if (openTarget()?.key === target.key) openCard(target, focus);
      },
      () => dispatch({ type: 'cardClosed' }),
    );
  }

  function moveCard(): void {
    const target = openTarget();
    if (target) view.move(positionOf(target, null));
  }

  function closeCard(returnFocus: boolean): void {
    view.close({ returnFocus });
    // The top frame may only have been loading: the next card asks it again.
    isTopAway = false;
  }

  let pointedKey: TargetKey | null = null;

  function pointAt(key: TargetKey | null): void {
    pointedKey = key;
    painter.pointNote(typeof key === 'string' ? key : null);
    const mark = typeof key === 'number' ? (occurrences.markOf(key) ?? null) : walk.current;
    // A term that the reader has just refused is no longer shown, though its card is still open.
    painter.point(mark?.occurrence.verdict === 'hide' ? null : mark);
  }

  const findTarget = (node: Text, offset: number): TargetKey | null =>
    occurrences.find(node, offset)?.key ?? notes.at(node, offset);

  const pointer = createPointer({
    document,
    signal,
    findTarget,
    rectsOf: targets.rectsOf,
    onEvent: (event) => {
      byTouch = event.type === 'touchTap' || (byTouch && view.isOpen);
      loop.dispatch(event);
    },
    cardRect: () => view.rect(),
    heldKey: () => settings().heldKey,
    isCard: (target) => target !== null && target === local.element,
    currentTarget: () => walk.current?.key ?? null,
    shadowRoots: reading.shadows.roots,
  });
  reading.shadows.onFound((root) => pointer.watchScrolling(root));

  function command(command: CardCommand): boolean {
    pointer.start();
    if (command === 'open-card') {
      const mark = walk.current ?? walk.step(1);
      if (mark) open(mark.key);
      return mark !== null;
    }
    const by = command === 'next-term' ? 1 : -1;
    const mark = walk.step(by);
    if (mark) announce(mark);
    // An open card goes along.
    if (mark && view.isOpen) open(mark.key);
    return mark !== null;
  }

  return {
    start: () => pointer.start(),
    command,
    revealConcept(id) {
      const mark = occurrences
        .marks()
        .find(({ occurrence }) => occurrence.concepts.some((c) => reading.conceptId(c) === id));
      if (!mark) return false;
      pointer.start();
      walk.goTo(mark);
      return true;
    },
    step(id, by) {
      const concept = reading.positionOf(id);
      if (concept === null || !walk.step(by, concept)) return false;
      pointer.start();
      return true;
    },
    revealNote(id) {
      const [piece] = notes.places.piecesOf(id);
      if (!piece) return false;
      elementAround(piece.node)?.scrollIntoView({ block: 'center' });
      painter.pointNote(id);
      return true;
    },
    pinSelection() {
      const range = notes.selected();
      if (!range) return false;
      const described = notes.describe(range);
      if (!described) return false;
      targets.select(notes.piecesFor(range));
      pointer.start();
      card.startNote(described.selectors);
      open(SELECTION);
      return true;
    },
    refresh() {
      pointAt(pointedKey);
      render();
    },
    drawsHere: () => !isDrawnByTop(),
    cardHappened: (sent) => remote.happened(sent),
    makeRoom(byKeyboard) {
      const { phase } = loop.state();
      if (!('card' in phase)) return true;
      const { focused, dirty } = phase.card;
      if ((focused || dirty) && !byKeyboard) return false;
      dispatch({ type: 'keyEscape' });
      return true;
    },
  };
}
