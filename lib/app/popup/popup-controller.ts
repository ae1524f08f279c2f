/** The popup without its surface: the tab in front, what is searched and listed, and the card that is open. */
import { createCardController } from '../../core/card/card-controller.ts';
import type { CardIntent, CardModel } from '../../core/card/card-model.ts';
import type { Concept } from '../../core/glossary/concept.ts';
import { errorMessageOf } from '../../core/i18n/error-text.ts';
import type { Strings } from '../../core/i18n/strings.ts';
import { removeDecision, type TermDecision, type TermDecisions } from '../../core/judge/term-decision.ts';
import type { DraftClient } from '../../core/notes/draft.ts';
import { NOTHING_OUTLINED, type TabOutline } from '../../core/notes/page-notes-outline.ts';
import { createIndexAhead, type Scheduler } from '../../core/search/index-ahead.ts';
import {
  POPUP_START,
  reducePopup,
  rowsFor,
  type PopupEvent,
  type Row,
} from '../../core/search/popup-state.ts';
import { createConceptSearch } from '../../core/search/concept-search.ts';
import { pageAddress, siteHost } from '../../core/sites/page-address.ts';
import type { StatusAction } from '../../core/sites/status-line.ts';
import type { TabState } from '../../core/sites/tab-state.ts';
import type { Sender } from '../../platform/messaging/message-bus.ts';
import { createNotesClient, type NotesClient } from '../../platform/notes/notes-client.ts';
import type { NotesChannel } from '../../platform/notes/notes-channel.ts';
import type { TabReading } from '../../platform/tabs/read-tab-state.ts';
import type { BackupDue } from '../../ui/popup/BackupReminder.tsx';
import type { ProblemReportProps } from '../../ui/popup/ProblemReport.tsx';
import type { ReleaseNoteProps } from '../../ui/popup/ReleaseNote.tsx';
import type { SearchKey } from '../../ui/popup/SearchBox.tsx';
import type { ReportSource } from './collect-report.ts';

export interface FrontTab {
  id?: number | undefined;
  url?: string | undefined;
  title?: string | undefined;
  incognito?: boolean | undefined;
  windowId?: number | undefined;
}

export interface PopupParts {
  sender: Sender;
  strings: Strings;
  /** Language of the entries, BCP 47. */
  lang: string;
  entries: readonly Concept[];
  createDrafts(onChanged: () => void): DraftClient;
  createReport(
    source: ReportSource,
    onChanged: () => void,
  ): { open(): Promise<void>; close(): void; view(): ProblemReportProps | null };
  createReleaseNote(onChanged: () => void): { load(): Promise<void>; view(): ReleaseNoteProps | null };
  notesChannel: Pick<NotesChannel, 'listen'>;
  siteDecisions: {
    get(): Promise<Record<string, TermDecisions>>;
    change(site: string, change: (decisions: TermDecisions) => TermDecisions): Promise<unknown>;
    watch(onChanged: () => void): unknown;
  };
  frontTab(): Promise<FrontTab | undefined>;
  /** State and notes of the tab, from one message to each of its frames. */
  readTab(tab: FrontTab): Promise<TabReading>;
  /** Shows the concept on the page; rejects if the page does not answer. */
  reveal(tabId: number, concept: string): Promise<unknown>;
  runStatusAction(action: StatusAction, tab: { id: number | undefined; host: string | null }): Promise<void>;
  backupDue(notes: number): Promise<BackupDue | null>;
  /** Asks the browser never to evict the notes. */
  persist(): Promise<unknown>;
  /** Null if the browser has no side panel. */
  openPanel: ((tab: FrontTab) => Promise<void>) | null;
  openLibrary(): Promise<void>;
  openOptions(): Promise<void>;
  close(): void;
  idle: Scheduler;
  soon: Scheduler;
  /** Returns a function that cancels it. */
  after(ms: number, run: () => void): () => void;
  onChanged(): void;
}

export interface PopupModel {
  query: string;
  cursor: number;
  rows: readonly Row[];
  tab: TabState;
  host: string | null;
  /** The reader's decisions about terms on this site. */
  decisions: readonly TermDecision[];
  backupDue: BackupDue | null;
  releaseNote: ReleaseNoteProps | null;
  report: ProblemReportProps | null;
  card: CardModel | null;
  /** Whether the open concept is on the page. */
  canReveal: boolean;
  /** Whether the site's rule can be changed to reading only on request. */
  canRequireAsking: boolean;
  hasPanel: boolean;
}

export interface PopupController {
  start(): Promise<void>;
  model(): PopupModel;
  type(query: string): void;
  /** False: the browser is to handle the key. */
  press(key: SearchKey): boolean;
  /** Esc outside the search field: leaves the card or the report. False: nothing was open. */
  escape(): boolean;
  point(row: number): void;
  open(row: Row): void;
  act(intent: CardIntent): void;
  reveal(): void;
  runStatusAction(action: StatusAction): Promise<void>;
  undo(decision: TermDecision): void;
  openReport(): void;
  openPanel(): void;
  openLibrary(): void;
  openOptions(): void;
  readonly notes: Pick<NotesClient, 'list'>;
}

/** While the page is being read. */
const POLL_MS = 250;

export function createPopupController(parts: PopupParts): PopupController {
  const { sender, strings, lang, entries, onChanged } = parts;
  const search = createConceptSearch(entries);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  let state = POPUP_START;
  let front: FrontTab = {};
  let tab: TabState = { kind: 'asking' };
  /** Addresses as the page and its frames report them; null until they answer. */
  let addresses: Pick<TabOutline, 'page' | 'pages'> | null = null;
  let decisions: TermDecisions = [];
  let backupDue: BackupDue | null = null;
  let isCardOpen = false;
  /** Access was just granted or the page reloads: poll until it answers. */
  let isAwaited = false;
  let polls = 0;
  let cancelPoll = (): void => undefined;

  const host = (): string | null => (front.url === undefined ? null : siteHost(front.url));
  const page = (): string | null =>
    addresses?.page ?? (front.url === undefined ? null : pageAddress(front.url));
  const pages = (): readonly string[] => addresses?.pages ?? [page()].filter((address) => address !== null);
  const failedState = (error: unknown): TabState => ({
    kind: 'failed',
    problem: errorMessageOf(error, strings),
  });
  const failedReading = (error: unknown): TabReading => ({
    state: failedState(error),
    outline: NOTHING_OUTLINED,
  });

  const notes = createNotesClient({ sender, page, title: () => front.title ?? '', onChanged });
  const drafts = parts.createDrafts(onChanged);
  const releaseNote = parts.createReleaseNote(onChanged);
  const report = parts.createReport(
    { tab: () => tab, page, entries: entries.length, notes: () => notes.list().length },
    onChanged,
  );
  const card = createCardController({
    entries: { get: (id) => byId.get(id), load: () => Promise.resolve() },
    notes,
    drafts,
    strings,
    lang,
    isPrivate: () => front.incognito ?? false,
    onChanged,
    onDirty: () => undefined,
    onClose: closeCard,
    onBack: closeCard,
  });
  const index = createIndexAhead({ idle: parts.idle, soon: parts.soon, onReady: onChanged });

  function closeCard(): void {
    isCardOpen = false;
    onChanged();
  }

  function dispatch(event: PopupEvent): void {
    state = reducePopup(state, event);
    onChanged();
  }

  /** Terms answer each key at once; many notes join them as soon as they are indexed. */
  function rows(): Row[] {
    const all = notes.list();
    const isSearch = state.query.trim() !== '';
    index.read(all);
    if (isSearch) index.hurry();
    const found = isSearch && !index.isReady(all) ? [] : all;
    return rowsFor(state.query, {
      search,
      conceptOf: (id) => byId.get(id),
      notes: found,
      pages: pages(),
      tab,
    });
  }

  function open(row: Row, isPin = false): void {
    isCardOpen = true;
    if (row.kind === 'note') card.showNote(row.note._id);
    else card.showConcept(row.kind === 'result' ? row.result.concept.id : row.concept.id);
    if (isPin) card.act(row.kind === 'note' ? { type: 'editNote', id: row.note._id } : { type: 'pin' });
    onChanged();
  }

  async function refresh(): Promise<void> {
    cancelPoll();
    const poll = ++polls;
    const { state: next, outline } = await parts.readTab(front).catch(failedReading);
    if (poll !== polls) return;
    tab = next;
    addresses = tab.kind === 'page' ? outline : null;
    const isReading = tab.kind === 'asking' || (tab.kind === 'page' && tab.status.state === 'reading');
    if (isReading || isAwaited) cancelPoll = parts.after(POLL_MS, () => void refresh());
    if (tab.kind === 'page' || tab.kind === 'asked') isAwaited = false;
    onChanged();
  }

  async function loadDecisions(): Promise<void> {
    const site = host();
    decisions = site === null ? [] : ((await parts.siteDecisions.get())[site] ?? []);
    onChanged();
  }

  async function load(): Promise<void> {
    // News that came after the list would push it down under the pointer.
    const [found] = await Promise.all([parts.frontTab(), releaseNote.load().catch(() => undefined)]);
    front = found ?? {};
    await Promise.all([refresh(), notes.load(), drafts.load(), loadDecisions()]);
    backupDue = await parts.backupDue(notes.list().length);
    onChanged();
    if (notes.list().length > 0) await parts.persist();
  }

  /** The concept of the open card if the page has it. */
  function conceptOnPage(): string | null {
    const id = isCardOpen ? card.model().entry?.id : undefined;
    const isHere = tab.kind === 'page' && tab.status.terms.some(({ concept }) => concept === id);
    return id !== undefined && isHere && front.id !== undefined ? id : null;
  }

  return {
    async start() {
      parts.siteDecisions.watch(() => void loadDecisions());
      parts.notesChannel.listen(() => void notes.load());
      await load();
    },
    model: () => ({
      ...state,
      rows: rows(),
      tab,
      host: host(),
      decisions,
      backupDue,
      releaseNote: releaseNote.view(),
      report: report.view(),
      card: isCardOpen ? card.model() : null,
      canReveal: conceptOnPage() !== null,
      canRequireAsking: host() !== null && tab.kind === 'page' && tab.byAsking !== true,
      hasPanel: parts.openPanel !== null,
    }),
    type: (query) => dispatch({ type: 'typed', query }),
    press(key) {
      const all = rows();
      if (key === 'ArrowDown' || key === 'ArrowUp') {
        dispatch({ type: 'moved', by: key === 'ArrowDown' ? 1 : -1, rows: all.length });
      } else if (key === 'Home' || key === 'End') {
        dispatch({ type: 'jumped', to: key === 'Home' ? 'first' : 'last', rows: all.length });
      } else if (key === 'Escape') {
        // First the query goes, then the popup.
        if (state.query === '') return false;
        dispatch({ type: 'typed', query: '' });
      } else {
        const row = all[state.cursor];
        if (row) open(row, key === 'Pin');
      }
      return true;
    },
    escape() {
      if (isCardOpen) card.act({ type: 'back' });
      else if (report.view()) report.close();
      else return false;
      return true;
    },
    point: (row) => dispatch({ type: 'pointed', row }),
    open,
    act: (intent) => card.act(intent),
    reveal() {
      const concept = conceptOnPage();
      if (concept !== null) parts.reveal(front.id!, concept).then(parts.close, onChanged);
    },
    async runStatusAction(action) {
      try {
        await parts.runStatusAction(action, { id: front.id, host: host() });
      } catch (error) {
        tab = failedState(error);
        onChanged();
        return;
      }
      isAwaited = action === 'reload' || action === 'allow';
      // With access the browser tells the tab's address.
      if (action === 'allow') return load();
      if (tab.kind !== 'page') tab = { kind: 'asking' };
      await refresh();
    },
    undo(decision) {
      const site = host();
      if (site === null) return;
      void parts.siteDecisions.change(site, (all) => removeDecision(all, decision)).then(refresh);
    },
    openReport: () => void report.open(),
    openPanel: () => void parts.openPanel?.(front).then(parts.close),
    openLibrary: () => void parts.openLibrary().then(parts.close),
    openOptions: () => void parts.openOptions().then(parts.close),
    notes,
  };
}
