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
  /** Starts to listen to pointer, keys and touch; a second call does nothing. */
  start(): void;
  command(command: CardCommand): boolean;
  revealConcept(id: string): boolean;
  /** Goes to the next or previous occurrence of a concept. */
  step(concept: string, by: 1 | -1): boolean;
  revealNote(id: string): boolean;
  pinSelection(): boolean;
  /** Redraws the open card and the pointed mark after notes, entries or marks changed. */
  refresh(): void;
  /** An event from the top frame, which draws this frame's card; false if there is no such card. */
  handleCardEvent(sent: SentEvent): boolean;
  /** False if the top frame draws the cards of this one. */
  drawsHere(): boolean;
  /** Closes the open card for one of another frame; false if the reader uses it and did not ask by keyboard. */
  tryClose(byKeyboard: boolean): boolean;
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
  loadStrings(): Promise<void>;
  lang: string;
  decisions: DecisionStore | null;
  isPrivate(): boolean;
  settings(): Settings;
  /** Closes a card that is drawn here for a frame; false if the reader uses it and did not ask by keyboard. */
  closeFrameCard(byKeyboard: boolean): boolean;
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
  loadStrings,
  lang,
  decisions,
  isPrivate,
  settings,
  closeFrameCard,
  createHost,
}: PagePointingOptions): PagePointing {
  const { occurrences, painter } = reading;
  let byTouch = false;

  const navigation = createTermNavigation({ occurrences, onCurrent: (mark) => painter.point(mark) });

  const card = createCardController({
    entries,
    notes,
    drafts,
    strings,
    lang,
    decisions,
    isPrivate,
    mayChange: notes.mayChange,
    onChanged: render,
    onDirty: (dirty) => hover.dispatch({ type: 'editorDirty', dirty, timeMs: performance.now() }),
    onClose: () => hover.dispatch({ type: 'keyEscape' }),
  });

  const occurrenceOf = createCardOccurrences({ reading, notes, navigation, open: (key) => open(key) });

  const targets = createCardTargets({
    markOf: (key) => occurrences.markOf(key),
    notePieces: (id) => notes.locator.piecesOf(id),
  });
  const open = (key: TargetKey): void => hover.dispatch({ type: 'keyOpen', target: { key, rect: 0 } });

  const hover = createHoverRunner({ signal, config: () => hoverConfigOf(settings()), act: perform });

  const textSize = (): number => settings().textSize;
  const dispatch = hover.dispatch;
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
    lastSeen: () => pointer.lastSeen,
    dispatch,
    onIntent,
    onCommand: command,
    onAway() {
      isTopAway = true;
      const { phase } = hover.state();
      if ('card' in phase) openCard(phase.card.target, phase.card.isFocused);
    },
  });
  /** Draws the open card; once it is closed, the view that drew it. */
  let view: CardView = local;
  /** The top frame answered that it draws no cards. */
  let isTopAway = false;

  const viewport = (): Size => ({ width: window.innerWidth, height: window.innerHeight });
  const isDrawnByTop = (): boolean => window.top !== window && !isTopAway && isTooSmallForCard(viewport());

  const positionOf = (target: Target, pointer: Point | null): CardPosition => ({
    ...targets.positionOf(target, pointer),
    byTouch,
  });

  function openTarget(): Target | null {
    const { phase } = hover.state();
    return 'card' in phase ? phase.card.target : null;
  }

  /** Redraws the open card, and positions it by its new size. */
  function render(): void {
    const target = openTarget();
    if (view.isOpen && target) view.draw(card.model(), positionOf(target, null));
  }

  function perform(action: HoverAction): void {
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

  /** Tells screen readers which occurrence was reached, if the browser can without a change of the page. */
  function announce(mark: Mark): void {
    const all = occurrences.marks();
    const index = all.findIndex(({ key }) => key === mark.key) + 1;
    const page = document as Document & { ariaNotify?(text: string): void };
    void loadStrings().then(() =>
      page.ariaNotify?.(strings.t('reached', { surface: mark.surface, index, total: all.length })),
    );
  }

  /** Loads script and entry during the delay, so that the card opens from memory. */
  function prepareCard(key: TargetKey): void {
    if (!isDrawnByTop()) scripts.loadCard().catch(() => undefined);
    const mark = typeof key === 'number' ? occurrences.markOf(key) : undefined;
    if (mark) entries.load(mark.occurrence.concepts.map(reading.conceptId)).catch(() => undefined);
  }

  /** Sets the subject of the card; false if the target is gone. */
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
    if (!closeFrameCard(focus) || !setSubject(target.key)) {
      dispatch({ type: 'cardClosed' });
      return;
    }
    if (target.key !== navigation.current?.key) {
      // The reader pointed elsewhere: the mark that was reached by keyboard is no longer highlighted.
      navigation.leave();
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
    // The top frame may have been loading: the next card asks it again.
    isTopAway = false;
  }

  let pointedKey: TargetKey | null = null;

  function pointAt(key: TargetKey | null): void {
    pointedKey = key;
    painter.pointNote(typeof key === 'string' ? key : null);
    const mark = typeof key === 'number' ? (occurrences.markOf(key) ?? null) : navigation.current;
    // A term that the reader just refused is no longer shown, though its card is still open.
    painter.point(mark?.occurrence.verdict === 'hide' ? null : mark);
  }

  const findTarget = (node: Text, offset: number): TargetKey | null =>
    occurrences.find(node, offset)?.key ?? notes.noteAt(node, offset);

  const pointer = createPointer({
    document,
    signal,
    findTarget,
    rectsOf: targets.rectsOf,
    onEvent: (event) => {
      byTouch = event.type === 'touchTap' || (byTouch && view.isOpen);
      hover.dispatch(event);
    },
    cardRect: () => view.rect(),
    heldKey: () => settings().heldKey,
    isCard: (target) => target !== null && target === local.element,
    currentTarget: () => navigation.current?.key ?? null,
    shadowRoots: reading.shadows.roots,
  });
  reading.shadows.onFound((root) => pointer.watchScrolling(root));

  function command(command: CardCommand): boolean {
    pointer.start();
    if (command === 'open-card') {
      const mark = navigation.current ?? navigation.step(1);
      if (mark) open(mark.key);
      return mark !== null;
    }
    const mark = navigation.step(command === 'next-term' ? 1 : -1);
    if (mark) announce(mark);
    // An open card follows.
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
      navigation.goTo(mark);
      return true;
    },
    step(id, by) {
      const concept = reading.positionOf(id);
      if (concept === null || !navigation.step(by, concept)) return false;
      pointer.start();
      return true;
    },
    revealNote(id) {
      const [piece] = notes.locator.piecesOf(id);
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
    handleCardEvent: (sent) => remote.handleEvent(sent),
    tryClose(byKeyboard) {
      const { phase } = hover.state();
      if (!('card' in phase)) return true;
      const { isFocused, isDirty } = phase.card;
      if ((isFocused || isDirty) && !byKeyboard) return false;
      dispatch({ type: 'keyEscape' });
      return true;
    },
  };
}
