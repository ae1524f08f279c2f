import type { Target, TargetKey } from '../../core/pointing/hover-types.ts';
import type { DecisionStore } from '../../core/card/card-decisions.ts';
import { createCardController } from '../../core/card/card-controller.ts';
import type { CardIntent } from '../../core/card/card-model.ts';
import type { DraftClient } from '../../core/notes/draft.ts';
import type { Point, Rect, Size } from '../../core/pointing/geometry.ts';
import { isTooSmallForCard, type CardCommand, type SentEvent } from '../../core/frame-card/frame-card.ts';
import { hoverConfigOf, type Settings } from '../../core/settings/settings.ts';
import type { Strings } from '../../core/i18n/strings.ts';
import { elementAround } from '../../dom/tree/composed-tree.ts';
import { rectsOfPieces } from '../../dom/pointing/hit-test.ts';
import { createHoverRunner, type HoverAction } from '../../dom/pointing/hover-runner.ts';
import { piecesOfMark, type Mark } from '../../dom/reading/flow-record.ts';
import type { Piece } from '../../dom/tree/text-pieces.ts';
import { createPointer } from '../../dom/pointing/pointer.ts';
import type { Sender } from '../../platform/messaging/message-bus.ts';
import type { NoteTools } from '../../ui/notes/note-tools.ts';
import type { LazyScripts } from './lazy-scripts.ts';
import { createCardOccurrences } from './card-occurrence.ts';
import type { CardPosition, CardView } from './card-view.ts';
import type { EntryCache } from './entry-cache.ts';
import { createLocalCard } from './local-card.ts';
import type { PageNotes } from './page-notes.ts';
import type { PageReading } from './page-reading.ts';
import { createFrameCardClient } from './frame-card-client.ts';
import { createTermNavigation } from './term-navigation.ts';

/** Key of a card that belongs to a selection, not to a mark or a saved note. */
const SELECTION = 'selection';

export interface PagePointing {
  /** Begins to listen to the reader's hands; a second call does nothing. */
  start(): void;
  command(command: CardCommand): boolean;
  revealConcept(id: string): boolean;
  /** Goes to the next or previous place of a concept. */
  step(concept: string, by: 1 | -1): boolean;
  revealNote(id: string): boolean;
  pinSelection(): boolean;
  /** What the open card shows may have changed. */
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
}

/** From pointing to card: hands, the hover machine, the popover and what stands in it, connected. */
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
}: PagePointingOptions): PagePointing {
  const { occurrences, painter } = reading;
  let selected: readonly Piece[] = [];
  let byTouch = false;

  const walk = createTermNavigation({ occurrences, onCurrent: (mark) => painter.point(mark) });

  const desk = createCardController({
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

  const piecesFor = (key: TargetKey): readonly Piece[] => {
    if (key === SELECTION) return selected;
    if (typeof key === 'string') return notes.places.piecesOf(key);
    const mark = occurrences.markOf(key);
    return mark ? piecesOfMark(mark) : [];
  };
  function elementOf(key: TargetKey): Element {
    const [piece] = piecesFor(key);
    return (piece && elementAround(piece.node)) ?? document.documentElement;
  }
  const rectsOf = (key: TargetKey): readonly Rect[] => rectsOfPieces(piecesFor(key));
  const open = (key: TargetKey): void => loop.dispatch({ type: 'keyOpen', target: { key, rect: 0 } });

  const loop = createHoverRunner({ signal, config: () => hoverConfigOf(settings()), act });

  const textSize = (): number => settings().textSize;
  const dispatch = loop.dispatch;
  const onIntent = (intent: CardIntent): void => desk.act(intent);
  const local = createLocalCard({
    signal,
    strings,
    tools,
    surface: () => scripts.card,
    textSize,
    dispatch,
    onIntent,
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
      if ('card' in phase) show(phase.card.target, phase.card.focused);
    },
  });
  /** What draws the card that is open, or was the last. */
  let view: CardView = local;
  let isTopAway = false;

  const viewport = (): Size => ({ width: window.innerWidth, height: window.innerHeight });
  const isDrawnByTop = (): boolean => window.top !== window && !isTopAway && isTooSmallForCard(viewport());

  /** Where the target was seen last: the card of a note that was just deleted stays there, with the way to Undo. */
  let lastAnchor: { key: TargetKey; rects: readonly Rect[] } | null = null;

  function anchorOf(key: TargetKey): readonly Rect[] {
    const rects = rectsOf(key);
    if (rects.length > 0) lastAnchor = { key, rects };
    return lastAnchor?.key === key ? lastAnchor.rects : rects;
  }

  function placeOf({ key, rect }: Target, at: Point | null): CardPosition {
    const { direction } = getComputedStyle(elementOf(key));
    return {
      anchor: anchorOf(key),
      line: rect,
      pointer: at,
      direction: direction === 'rtl' ? 'rtl' : 'ltr',
      byTouch,
    };
  }

  /** Draws the open card anew, and places it by its new size. */
  function render(): void {
    const { phase } = loop.state();
    if (view.isOpen && 'card' in phase) view.draw(desk.model(), placeOf(phase.card.target, null));
  }

  function act(effect: HoverAction): void {
    if (effect.type === 'prepare') prepare(effect.target.key);
    else if (effect.type === 'open') show(effect.target, effect.focus);
    else if (effect.type === 'close') {
      view.close({ returnFocus: effect.returnFocus });
      // It may only have been loading.
      isTopAway = false;
    } else if (effect.type === 'place') {
      const { phase } = loop.state();
      if ('card' in phase) view.move(placeOf(phase.card.target, null));
    } else point(effect.target?.key ?? null);
  }

  /** Says where next and previous have led to those who do not see it, where the browser can without a trace. */
  function announce(mark: Mark): void {
    const all = occurrences.marks();
    const index = all.findIndex(({ key }) => key === mark.key) + 1;
    const page = document as Document & { ariaNotify?(text: string): void };
    page.ariaNotify?.(strings.t('reached', { surface: mark.surface, index, total: all.length }));
  }

  /** While the pointer still rests: the entry is there before the card opens. */
  function prepare(key: TargetKey): void {
    if (!isDrawnByTop()) scripts.loadCard().catch(() => undefined);
    const mark = typeof key === 'number' ? occurrences.markOf(key) : undefined;
    if (mark) entries.load(mark.occurrence.concepts.map(reading.conceptId)).catch(() => undefined);
  }

  /** Lays the card out for a target; false where it is gone. */
  function lay(key: TargetKey): boolean {
    if (key === SELECTION) return true;
    if (typeof key === 'string') return desk.showNote(key);
    const mark = occurrences.markOf(key);
    if (mark) desk.showOccurrence(occurrenceOf(mark));
    return mark !== undefined;
  }

  function show(target: Target, focus: boolean): void {
    const next = isDrawnByTop() ? remote : local;
    if (next === local && !scripts.card) {
      // Rarely: the page was pointed at before its idle moment came.
      scripts.loadCard().then(
        () => {
          const { phase } = loop.state();
          if ('card' in phase && phase.card.target.key === target.key) show(target, focus);
        },
        () => dispatch({ type: 'cardClosed' }),
      );
      return;
    }
    if (!mayOpen(focus) || !lay(target.key)) {
      dispatch({ type: 'cardClosed' });
      return;
    }
    if (target.key !== walk.current?.key) {
      // The reader went on by other means: what the keys led to is no longer lit.
      walk.leave();
      point(pointedAt);
    }
    if (next !== view) view.close({ returnFocus: false });
    view = next;
    const node = piecesFor(target.key)[0]?.node ?? null;
    view.open({
      model: desk.model(),
      position: placeOf(target, focus ? null : pointer.position),
      node,
      focus,
    });
  }

  let pointedAt: TargetKey | null = null;

  function point(key: TargetKey | null): void {
    pointedAt = key;
    painter.pointNote(typeof key === 'string' ? key : null);
    const mark = typeof key === 'number' ? (occurrences.markOf(key) ?? null) : walk.current;
    // A term that the reader has just refused is no longer shown, though its card is still open.
    painter.point(mark?.occurrence.verdict === 'hide' ? null : mark);
  }

  const pointer = createPointer({
    document,
    signal,
    findTarget: (node, offset) => occurrences.find(node, offset)?.key ?? notes.at(node, offset),
    rectsOf,
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
      selected = notes.piecesFor(range);
      pointer.start();
      desk.startNote(described.selectors);
      open(SELECTION);
      return true;
    },
    refresh() {
      point(pointedAt);
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
