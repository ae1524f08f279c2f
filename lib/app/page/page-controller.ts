import type { Decisions } from '../../core/judge/term-decision.ts';
import type { DecisionStore } from '../../core/card/card-decisions.ts';
import type { PageOutline, SelectedPassage } from '../../core/notes/page-notes-outline.ts';
import type { PageStatus } from '../../core/sites/page-status.ts';
import type { Spotter } from '../../core/spotter/spotter.ts';
import type { SentEvent } from '../../core/frame-card/frame-card.ts';
import type { Settings } from '../../core/settings/settings.ts';
import type { createPopoverHost } from '../../dom/card/popover-host.ts';
import { createRemoteNoteTools } from '../../platform/drafts/remote-note-tools.ts';
import { createDraftSender } from '../../platform/drafts/draft-sender.ts';
import type { Sender } from '../../platform/messaging/message-bus.ts';
import type { NotedPages } from '../../platform/storage/page-settings.ts';
import { createLazyScripts } from './lazy-scripts.ts';
import { createEntryCache } from './entry-cache.ts';
import { createCardLanguage, pickEntryLanguage } from './card-language.ts';
import { outlineOf } from './notes-outline.ts';
import { createPageNotes } from './page-notes.ts';
import { createPagePointing } from './page-pointing.ts';
import { createPageReading } from './page-reading.ts';
import { createFrameCardHost, type FrameCardHost } from './frame-card-host.ts';

/** Runs everything on a page while its site is on. */
export interface PageController {
  status(): Omit<PageStatus, 'problem'>;
  outline(): PageOutline;
  step(concept: string, by: 1 | -1): boolean;
  /** Null if nothing is selected. */
  selection(): SelectedPassage | null;
  command(command: 'next-term' | 'previous-term' | 'open-card'): boolean;
  reveal(what: { concept: string } | { note: string }): Promise<boolean>;
  pinSelection(): Promise<boolean>;
  notesChanged(): boolean;
  /** False if nothing was paused. */
  goOn(): boolean;
  /** False if the page is not too large. */
  readAnyway(): boolean;
  setSettings(settings: Settings): void;
  setDecisions(decisions: Decisions): void;
  /** An event of this frame's card in the top frame; false if there is no such card. */
  handleCardEvent(sent: SentEvent): boolean;
  /** Draws the cards of frames too small for them; null but in the top frame. */
  topCard: FrameCardHost | null;
}

export interface PageControllerOptions {
  signal: AbortSignal;
  settings: Settings;
  decisions: Decisions;
  /** Host that decisions are stored for; null on a page without one. */
  host: string | null;
  /** Addresses that had notes when the page was opened. */
  notedPages: NotedPages;
  askNotedPages(): Promise<NotedPages>;
  sender: Sender;
  isPrivate(): boolean;
  /** False once the extension behind this script is gone. */
  isAlive(): boolean;
  /** The page never stops changing and is no longer followed; or it is again. */
  onPaused(isPaused: boolean): void;
  onError(error: unknown): void;
  /** The bundled glossary's by default. */
  spotter?: () => Spotter;
  /** A popover of the page by default. */
  createHost?: typeof createPopoverHost;
}

export function createPageController(options: PageControllerOptions): PageController {
  const { signal, notedPages, sender, isAlive, onError, host, createHost } = options;
  let { settings } = options;
  const entries = createEntryCache(sender);
  const scripts = createLazyScripts(sender, signal);
  const language = createCardLanguage(
    sender,
    () => scripts.card?.english ?? null,
    () => {
      pointing.refresh();
      topCard?.refresh();
    },
  );
  let idleCallback = 0;
  let isReady = false;

  /** Loads the card's script, not needed if the top frame draws the cards of this one, and strings that it lacks. */
  async function loadCard(): Promise<void> {
    if (pointing.drawsHere()) await scripts.loadCard().catch(() => undefined);
    await language.load();
  }

  /** Loads what cards need once the page is idle, after the first marks are painted. */
  function loadCardsWhenIdle(): void {
    if (idleCallback !== 0) return;
    idleCallback = requestIdleCallback(
      () => {
        idleCallback = 0;
        if (signal.aborted || !isAlive()) return;
        const ids = [...reading.occurrences.concepts].map(reading.conceptId);
        if (ids.length === 0) return;
        void loadCard();
        entries.load(ids).catch(() => undefined);
        notes.loadForConcepts(ids).catch(() => undefined);
      },
      { timeout: 2000 },
    );
  }
  signal.addEventListener('abort', () => cancelIdleCallback(idleCallback));

  const reading = createPageReading({
    signal,
    marking: settings,
    decisions: options.decisions,
    spotter: options.spotter,
    isAlive,
    onPaused: options.onPaused,
    onError,
    onMarks() {
      if (!isReady) return;
      pointing.start();
      pointing.refresh();
      loadCardsWhenIdle();
    },
    onRead() {
      if (isReady) notes.pageChanged();
    },
  });
  const notes = createPageNotes({
    signal,
    sender,
    reading,
    scripts,
    notedPages,
    askNotedPages: options.askNotedPages,
    onError,
    onChanged() {
      if (notes.ofPage().length > 0) {
        pointing.start();
        void loadCard();
      }
      tools.load(notes.list().map(({ text }) => text));
      pointing.refresh();
    },
    onLoaded() {
      drafts.load().catch(onError);
    },
  });
  // A stored decision comes back through `setDecisions`, in this tab as in every other.
  const decisionStore: DecisionStore = {
    site: host,
    add: async (decided, scope) =>
      (await sender.sendUntilAcknowledged('decisions.add', { decisions: [...decided], scope })).replaced,
    undo: async (decided, scope, replaced) => {
      const undone = { decisions: [...decided], replaced: [...replaced], scope };
      await sender.sendUntilAcknowledged('decisions.undo', undone);
    },
  };
  const refresh = (): void => {
    if (!isReady || signal.aborted) return;
    pointing.refresh();
    topCard?.refresh();
  };
  const tools = createRemoteNoteTools(sender, refresh);
  const drafts = createDraftSender({
    sender,
    read: () => {
      const page = notes.address();
      const ids = notes.list().map(({ _id }) => _id);
      return sender.sendUntilAcknowledged('drafts.wanted', { page, notes: ids }, { signal });
    },
    onChanged: refresh,
  });
  // Send unsent drafts before the page is unloaded.
  window.addEventListener('pagehide', () => drafts.flush(), { signal });
  signal.addEventListener('abort', () => drafts.flush());
  const topCard =
    window.top === window
      ? createFrameCardHost({
          createHost,
          signal,
          sender,
          scripts,
          strings: language.strings,
          tools,
          closeOwnCard(byKeyboard) {
            void language.load();
            return pointing.tryClose(byKeyboard);
          },
        })
      : null;
  const pointing = createPagePointing({
    signal,
    sender,
    reading,
    entries,
    scripts,
    notes,
    drafts,
    tools,
    strings: language.strings,
    loadStrings: () => language.load(),
    lang: pickEntryLanguage(document, navigator.languages),
    decisions: decisionStore,
    isPrivate: options.isPrivate,
    settings: () => settings,
    createHost,
    closeFrameCard: (byKeyboard) => topCard?.tryClose(byKeyboard) ?? true,
  });
  isReady = true;
  if (reading.occurrences.records.length > 0) {
    pointing.start();
    loadCardsWhenIdle();
  }
  notes.load().catch(onError);

  return {
    status() {
      const terms = new Map<string, { concept: string; surface: string; count: number }>();
      for (const { occurrence, surface } of reading.occurrences.marks()) {
        const concept = reading.conceptId(occurrence.concepts[0]!);
        const term = terms.get(concept);
        if (term) term.count++;
        else terms.set(concept, { concept, surface, count: 1 });
      }
      return {
        state: reading.state,
        textLength: reading.textLength,
        terms: [...terms.values()],
        notes: notes.ofPage().length,
      };
    },
    outline: () => outlineOf(notes),
    step: (concept, by) => pointing.step(concept, by),
    selection: () => notes.selection(),
    command: (command) => topCard?.command(command) === true || pointing.command(command),
    reveal: async (what) =>
      'concept' in what ? pointing.revealConcept(what.concept) : pointing.revealNote(what.note),
    async pinSelection() {
      await loadCard();
      return pointing.pinSelection();
    },
    notesChanged() {
      notes.load(true).catch(onError);
      return true;
    },
    goOn: () => reading.goOn(),
    readAnyway: () => reading.readAnyway(),
    setSettings(next) {
      settings = next;
      reading.setMarking(next);
      pointing.refresh();
    },
    setDecisions: (next) => reading.setDecisions(next),
    handleCardEvent: (sent) => pointing.handleCardEvent(sent),
    topCard,
  };
}
