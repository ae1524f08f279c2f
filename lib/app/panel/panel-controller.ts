/** The side panel without its surface: the tab it shows, that page's terms and notes, and the note that is edited. */
import { errorMessageOf } from '../../core/i18n/error-text.ts';
import type { Strings } from '../../core/i18n/strings.ts';
import { attachNote } from '../../core/notes/attach-note.ts';
import { isWanted, type Draft, type DraftClient } from '../../core/notes/draft.ts';
import { createNoteEditorController } from '../../core/notes/note-editor-controller.ts';
import type { NoteEditorModel, NoteIntent } from '../../core/notes/note-editor-model.ts';
import {
  noteGroups,
  NOTHING_OUTLINED,
  type SelectedPassage,
  type TabOutline,
} from '../../core/notes/page-notes-outline.ts';
import { pageAddress, siteHost } from '../../core/sites/page-address.ts';
import type { PageStatus } from '../../core/sites/page-status.ts';
import type { StatusAction } from '../../core/sites/status-line.ts';
import type { TabState } from '../../core/sites/tab-state.ts';
import type { ConflictChoice } from '../../core/sync/conflict.ts';
import type { Sender } from '../../platform/messaging/message-bus.ts';
import { createConflictsClient } from '../../platform/notes/conflicts-client.ts';
import { createNotesClient } from '../../platform/notes/notes-client.ts';
import type { NotesChannel } from '../../platform/notes/notes-channel.ts';
import type { PanelRequest } from '../../platform/storage/panel-request.ts';
import type { TabReading } from '../../platform/tabs/read-tab-state.ts';
import type { PinnedNote } from '../../ui/panel/PinnedNote.tsx';

export interface ShownTab {
  id?: number | undefined;
  url?: string | undefined;
  title?: string | undefined;
  incognito?: boolean | undefined;
}

/** Asks the page and its frames; each rejects if the page does not answer. */
export interface PanelPages {
  selection(tabId: number): Promise<SelectedPassage | null>;
  reveal(tabId: number, target: { concept: string } | { note: string }): Promise<unknown>;
  step(tabId: number, concept: string, by: 1 | -1): Promise<unknown>;
}

export interface PanelParts {
  sender: Sender;
  strings: Pick<Strings, 't'>;
  createDrafts(onChanged: () => void): DraftClient;
  notesChannel: Pick<NotesChannel, 'listen'>;
  panelRequest: Pick<PanelRequest, 'listen'>;
  /** Undefined if it is closed. */
  currentTab(): Promise<ShownTab | undefined>;
  /** State and notes of the tab, from one message to each of its frames. */
  readTab(tab: ShownTab): Promise<TabReading>;
  pages: PanelPages;
  runStatusAction(action: StatusAction, tab: { id: number | undefined; host: string | null }): Promise<void>;
  isVisible(): boolean;
  /** Returns a function that cancels it. */
  after(ms: number, run: () => void): () => void;
  onChanged(): void;
}

export interface PanelModel {
  tab: TabState;
  host: string | null;
  /** Null if the page cannot be read. */
  status: PageStatus | null;
  notes: readonly PinnedNote[];
  drafts: readonly Draft[];
  editing: NoteEditorModel;
  /** The note above the deleted one; null: it was the first. */
  deletedAfter: string | null;
  canWrite: boolean;
  /** A note that the library wants to be seen. */
  requested: { note: string } | null;
  message: { text: string; isProblem: boolean } | null;
}

export interface PanelController {
  start(): void;
  model(): PanelModel;
  /** To be called when the panel becomes visible, or another tab is in front. */
  refresh(): Promise<void>;
  /** For `tabs.onUpdated`. */
  tabUpdated(id: number): void;
  edit(intent: NoteIntent): void;
  write(): void;
  reveal(target: { concept: string } | { note: string }): void;
  step(concept: string, by: 1 | -1): void;
  /** Attaches an orphan to what is selected on the page. */
  attach(id: string): Promise<void>;
  settle(id: string, rev: string, choice: ConflictChoice): void;
  runStatusAction(action: StatusAction): Promise<void>;
  notes(): ReturnType<ReturnType<typeof createNotesClient>['list']>;
}

/** While the panel is visible: a page changes by itself and notifies nobody. */
const POLL_MS = 700;

export function createPanelController(parts: PanelParts): PanelController {
  const { sender, strings, pages, onChanged } = parts;
  let tab: ShownTab = {};
  let state: TabState = { kind: 'asking' };
  let status: PageStatus | null = null;
  let outline: TabOutline = NOTHING_OUTLINED;
  let deletedAfter: string | null = null;
  let requested: PanelModel['requested'] = null;
  let message: PanelModel['message'] = null;
  /** Counts the polls: an answer to an older one is dropped. */
  let polls = 0;
  let cancelPoll = (): void => undefined;

  const addressOf = ({ url }: ShownTab): string | null => (url === undefined ? null : pageAddress(url));
  const host = (): string | null => (tab.url === undefined ? null : siteHost(tab.url));
  const notes = createNotesClient({
    sender,
    page: () => outline.page,
    title: () => tab.title ?? '',
    onChanged,
  });
  const conflicts = createConflictsClient(sender, onChanged);
  const drafts = parts.createDrafts(onChanged);
  const editor = createNoteEditorController({
    strings,
    notes,
    drafts,
    isPrivate: () => tab.incognito ?? false,
    onChanged,
  });

  async function refresh(): Promise<void> {
    cancelPoll();
    const poll = ++polls;
    const isStale = (): boolean => poll !== polls;
    const { id, url, title, incognito } = (await parts.currentTab().catch(() => undefined)) ?? {};
    if (isStale()) return;
    const nextTab: ShownTab = { id, url, title, incognito };
    const reading = await parts.readTab(nextTab).catch(failedReading);
    if (isStale()) return;
    show(nextTab, reading);
    if (parts.isVisible()) cancelPoll = parts.after(POLL_MS, () => void refresh());
  }

  const failedReading = (error: unknown): TabReading => ({
    state: { kind: 'failed', problem: errorMessageOf(error, strings) },
    outline: NOTHING_OUTLINED,
  });

  function show(nextTab: ShownTab, { state: nextState, outline: nextOutline }: TabReading): void {
    const { page } = nextOutline;
    const isElsewhere = page === null ? addressOf(nextTab) !== addressOf(tab) : page !== outline.page;
    const isEditing = editor.model().editor !== null;
    // While a page reloads it has no answer: the editor stays where it is, with all around it.
    const isWaiting = isEditing && page === null && !isElsewhere;
    if (nextTab.id !== tab.id || nextTab.url !== tab.url) message = null;
    tab = nextTab;
    state = nextState;
    if (nextState.kind === 'page') status = nextState.status;
    else if (!isWaiting) status = null;
    if (!isWaiting) outline = nextOutline;
    // A draft stays with its page, and waits there.
    if (isElsewhere && isEditing) editor.act({ type: 'leaveDraft' });
    onChanged();
  }

  /** A page that went away is reported by its state, not as a fault. */
  async function askPage<T>(ask: (id: number) => Promise<T>): Promise<T | null> {
    return tab.id === undefined ? null : ask(tab.id).catch(() => null);
  }

  function notify(text: string, isProblem = false): void {
    message = { text, isProblem };
    onChanged();
  }

  const pinned = (): PinnedNote[] =>
    outline.notes.flatMap((place) => {
      const note = notes.list().find(({ _id }) => _id === place.id);
      return note ? [{ note, place, conflict: conflicts.of(note._id) }] : [];
    });

  return {
    start() {
      parts.notesChannel.listen(() => {
        void notes.load().then(refresh);
        void conflicts.load();
      });
      parts.panelRequest.listen((note) => {
        requested = { note };
        onChanged();
      });
      void notes.load().then(refresh);
      void conflicts.load();
      void drafts.load();
    },
    model() {
      const editing = editor.model();
      const shown = pinned();
      const ids = shown.map(({ note }) => note._id);
      const here = [outline.page, ...outline.pages].map((page) => ({ page, notes: ids }));
      return {
        tab: state,
        host: host(),
        status,
        notes: shown,
        drafts: editing.unfinished.filter((draft) => here.some((page) => isWanted(draft, page))),
        editing,
        deletedAfter,
        canWrite: outline.page !== null,
        requested,
        message,
      };
    },
    refresh,
    tabUpdated(id) {
      if (id === tab.id) void refresh();
    },
    edit(intent) {
      if (intent.type === 'deleteNote') {
        const ids = noteGroups(pinned()).flatMap((group) => group.notes.map(({ note }) => note._id));
        deletedAfter = ids[ids.indexOf(intent.id) - 1] ?? null;
      }
      editor.act(intent);
    },
    write: () => editor.begin([], null),
    reveal: (target) => void askPage((id) => pages.reveal(id, target)),
    step: (concept, by) => void askPage((id) => pages.step(id, concept, by)),
    async attach(id) {
      const note = notes.list().find(({ _id }) => _id === id);
      if (!note) return;
      const selection = await askPage((tabId) => pages.selection(tabId));
      const attached = attachNote(note, selection, notes.stamp().nowIso);
      if ('why' in attached) {
        notify(strings.t(attached.why === 'nothing' ? 'panelNothingSelected' : 'panelNoAddress'), true);
        return;
      }
      try {
        await notes.save(attached.note);
        notify(strings.t('panelAttached'));
      } catch (error) {
        notify(errorMessageOf(error, strings), true);
      }
      await refresh();
    },
    settle: (id, rev, choice) => void conflicts.settle(id, rev, choice),
    async runStatusAction(action) {
      try {
        await parts.runStatusAction(action, { id: tab.id, host: host() });
      } catch (error) {
        notify(errorMessageOf(error, strings), true);
      }
      await refresh();
    },
    notes: () => notes.list(),
  };
}
