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

/** All that works on a page while its site is on. */
export interface PageController {
  status(): Omit<PageStatus, 'problem'>;
  outline(): PageOutline;
  step(concept: string, by: 1 | -1): boolean;
  /** Null where nothing is selected. */
  selection(): SelectedPassage | null;
  command(command: 'next-term' | 'previous-term' | 'open-card'): boolean;
  reveal(what: { concept: string } | { note: string }): Promise<boolean>;
  pinSelection(): Promise<boolean>;
  notesChanged(): boolean;
  /** False where nothing was paused. */
  goOn(): boolean;
  /** False where the page is not too large. */
  readAnyway(): boolean;
  setSettings(settings: Settings): void;
  setDecisions(decisions: Decisions): void;
  /** A card of this frame, drawn by the top frame; false where there is none. */
  cardHappened(sent: SentEvent): boolean;
  /** Draws the cards of frames too small for them; null but in the top frame. */
  topCard: FrameCardHost | null;
}

export interface PageControllerOptions {
  signal: AbortSignal;
  settings: Settings;
  decisions: Decisions;
  /** Host that choices are kept for; null on a page without one. */
  host: string | null;
  /** Stores what becomes of the choices of a host. */
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
  const language = createCardLanguage(sender, () => {
    pointing.refresh();
    topCard?.refresh();
  });
  const entries = createEntryCache(sender);
  const scripts = createLazyScripts(sender, signal);
  let idle = 0;
  let ready = false;

  /** Where the top frame draws the cards, this one needs nothing for it. */
  function bringCard(): void {
    if (pointing.drawsHere()) scripts.loadCard().catch(() => undefined);
  }

  /** Once marks are painted, a few messages bring what cards will need. */
  function bringEntries(): void {
    if (idle !== 0) return;
    idle = requestIdleCallback(
      () => {
        idle = 0;
        if (signal.aborted || !isAlive()) return;
        const ids = [...reading.occurrences.concepts].map(reading.conceptId);
        if (ids.length === 0) return;
        void language.load();
        bringCard();
        entries.load(ids).catch(() => undefined);
        notes.bringOf(ids).catch(() => undefined);
      },
      { timeout: 2000 },
    );
  }
  signal.addEventListener('abort', () => cancelIdleCallback(idle));

  const reading = createPageReading({
    signal,
    marking: settings,
    decisions: options.decisions,
    spotter: options.spotter,
    isAlive,
    onPaused: options.onPaused,
    onError,
    onMarks() {
      if (!ready) return;
      pointing.start();
      pointing.refresh();
      bringEntries();
    },
    onRead() {
      if (ready) notes.pageChanged();
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
        void language.load();
        bringCard();
      }
      tools.load(notes.list().map(({ text }) => text));
      pointing.refresh();
    },
    onLoaded() {
      drafts.load().catch(onError);
    },
  });
  /** A decision that the background stores returns through the mirror, here and in every other tab concerned. */
  const choices: DecisionStore = {
    site: host,
    add: async (made, scope) =>
      (await sender.sendUntilAcknowledged('decisions.add', { choices: [...made], scope })).replaced,
    undo: async (made, scope, replaced) => {
      const undone = { choices: [...made], replaced: [...replaced], scope };
      await sender.sendUntilAcknowledged('decisions.undo', undone);
    },
  };
  const refresh = (): void => {
    if (!ready || signal.aborted) return;
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
  // Send the last words before the page is gone.
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
          makeRoom(byKeyboard) {
            void language.load();
            return pointing.makeRoom(byKeyboard);
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
    lang: pickEntryLanguage(document, navigator.languages),
    choices,
    isPrivate: options.isPrivate,
    settings: () => settings,
    createHost,
    mayOpen: (byKeyboard) => topCard?.giveWay(byKeyboard) ?? true,
  });
  ready = true;
  if (reading.occurrences.records.length > 0) {
    pointing.start();
    bringEntries();
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
      await language.load();
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
    cardHappened: (sent) => pointing.cardHappened(sent),
    topCard,
  };
}
