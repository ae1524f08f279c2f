import entries from 'virtual:manicule/entries';
import { render } from 'preact';
import { attachNote } from '../../lib/core/notes/attach-note.ts';
import { errorMessageOf } from '../../lib/core/i18n/error-text.ts';
import { createNoteEditorController } from '../../lib/core/notes/note-editor.ts';
import type { NoteIntent } from '../../lib/core/notes/note-editor-model.ts';
import { isWanted } from '../../lib/core/notes/draft.ts';
import { siteHost } from '../../lib/core/sites/page-address.ts';
import { noteGroups, NOTHING_OUTLINED, type TabOutline } from '../../lib/core/notes/page-notes-outline.ts';
import type { TabState } from '../../lib/core/sites/tab-state.ts';
import type { StatusAction } from '../../lib/core/sites/status-line.ts';
import { ENTRY_LANGUAGES } from '../../lib/core/i18n/languages.ts';
import { pickLanguage } from '../../lib/core/i18n/pick-language.ts';
import { createStrings, withStrings } from '../../lib/core/i18n/strings.ts';
import { card } from '../../lib/core/i18n/tables/card/index.ts';
import { conflict } from '../../lib/core/i18n/tables/conflict/index.ts';
import { panel } from '../../lib/core/i18n/tables/panel/index.ts';
import { status } from '../../lib/core/i18n/tables/status/index.ts';
import { followTextSize } from '../../lib/dom/card/text-zoom.ts';
import { extension } from '../../lib/platform/browser/extension-api.ts';
import { fileAccessState } from '../../lib/platform/browser/file-access.ts';
import { readTabState } from '../../lib/platform/tabs/read-tab-state.ts';
import { askUntil, notesOfTab, selectionOfTab } from '../../lib/platform/tabs/frames.ts';
import { createSender } from '../../lib/platform/messaging/message-bus.ts';
import { createNotesChannel } from '../../lib/platform/notes/notes-channel.ts';
import { openLibrary } from '../../lib/platform/tabs/open-library.ts';
import { createConflictsClient } from '../../lib/platform/notes/conflicts-client.ts';
import { createDraftsClient, createLocalNoteTools } from '../../lib/platform/drafts/drafts-client.ts';
import { createPanelRequest } from '../../lib/platform/storage/panel-request.ts';
import { createNotesClient } from '../../lib/platform/notes/notes-client.ts';
import { createSiteRules } from '../../lib/platform/storage/local-settings.ts';
import { createStatusActions } from '../../lib/platform/tabs/status-actions.ts';
import { announcePage } from '../../lib/platform/sync/page-presence.ts';
import { setPageLanguage } from '../../lib/ui/base/set-page-language.ts';
import { Panel } from '../../lib/ui/panel/Panel.tsx';
import panelCss from '../../lib/ui/panel/panel.css?inline';
import { openReaderStorage } from '../../lib/platform/storage/remote-reader-storage.ts';

/** The page is asked so often while the panel is seen: it changes by itself, and tells nobody but who asks. */
const ASK_AGAIN_MS = 700;

const sheet = new CSSStyleSheet();
sheet.replaceSync(panelCss);
document.adoptedStyleSheets = [sheet];
followTextSize(document);

const { tabs, windows, permissions, scripting, runtime, storage } = extension;
const strings = createStrings(navigator.languages, withStrings(card, panel, status, conflict));
setPageLanguage(strings, strings.t('panelTitle'));
const lang = pickLanguage(null, navigator.languages, ENTRY_LANGUAGES);
const byId = new Map(entries.map((entry) => [entry.id, entry]));
const rules = createSiteRules(openReaderStorage(extension));
const files = fileAccessState(extension, import.meta.env.FIREFOX);
/** For one tab, or for whichever is in front. */
const fixedTab = Number(new URLSearchParams(location.search).get('tab')) || null;

interface ShownTab {
  id?: number | undefined;
  url?: string | undefined;
  title?: string | undefined;
  incognito?: boolean | undefined;
}
let tab: ShownTab = {};
let state: TabState = { kind: 'asking' };
let outline: TabOutline = NOTHING_OUTLINED;
/** Where the deleted note stood: below this one. */
let deletedAfter: string | null = null;
/** A note that the library wants to be seen. */
let asked: { note: string } | null = null;
let said: { text: string; isProblem: boolean } | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

const host = (): string | null => (tab.url === undefined ? null : siteHost(tab.url));
const sender = createSender(runtime);
const notes = createNotesClient({
  sender,
  page: () => outline.page,
  title: () => tab.title ?? '',
  onChanged: draw,
});
const conflicts = createConflictsClient(sender, draw);
const drafts = createDraftsClient(sender, draw);
const tools = createLocalNoteTools(notes);
const desk = createNoteEditorController({
  strings,
  notes,
  drafts,
  isPrivate: () => tab.incognito ?? false,
  onChanged: draw,
});

function onNote(intent: NoteIntent): void {
  if (intent.type === 'deleteNote') {
    const ids = noteGroups(pinned()).flatMap((group) => group.notes.map(({ note }) => note._id));
    deletedAfter = ids[ids.indexOf(intent.id) - 1] ?? null;
  }
  desk.act(intent);
}

function tell(text: string, isProblem = false): void {
  said = { text, isProblem };
  draw();
}

const frames = { tabs, scripting };
const isFound = ({ found }: { found: boolean }): boolean => found;

/** Asks the page; a page that went away is told by its state, not as a fault. */
async function toPage<T>(work: (id: number) => Promise<T>): Promise<T | null> {
  return tab.id === undefined ? null : work(tab.id).catch(() => null);
}

async function ask(): Promise<void> {
  clearTimeout(timer);
  const now = fixedTab === null ? await inFront() : await tabs.get(fixedTab).catch(() => undefined);
  if (now?.id !== tab.id || now?.url !== tab.url) said = null;
  tab = { id: now?.id, url: now?.url, title: now?.title, incognito: now?.incognito };
  state = await readTabState({ tabs, permissions, scripting, ...files }, rules, tab).catch(
    (error: unknown): TabState => ({
      kind: 'failed',
      problem: errorMessageOf(error, strings),
    }),
  );
  const { page } = outline;
  outline =
    state.kind === 'page' ? ((await toPage((id) => notesOfTab(frames, id))) ?? outline) : NOTHING_OUTLINED;
  // A draft stays with its page, and waits there.
  if (outline.page !== page && desk.model().editor) desk.act({ type: 'leaveDraft' });
  draw();
  if (document.visibilityState === 'visible') timer = setTimeout(() => void ask(), ASK_AGAIN_MS);
}

async function inFront() {
  const { id: windowId } = await windows.getCurrent();
  const query = windowId === undefined ? { currentWindow: true } : { windowId };
  return (await tabs.query({ active: true, ...query }))[0];
}

const acts = createStatusActions({ tabs, permissions, runtime, rules, nowMs: Date.now });

async function doStatus(act: StatusAction): Promise<void> {
  try {
    await acts(act, { id: tab.id, host: host() });
  } catch (error) {
    tell(errorMessageOf(error, strings), true);
  }
  await ask();
}

async function attach(id: string): Promise<void> {
  const note = notes.list().find(({ _id }) => _id === id);
  if (!note) return;
  const selected = await toPage((tabId) => selectionOfTab(frames, tabId));
  const attached = attachNote(note, selected, notes.stamp().nowIso);
  if ('why' in attached) {
    return tell(strings.t(attached.why === 'nothing' ? 'panelNothingSelected' : 'panelNoAddress'), true);
  }
  try {
    await notes.save(attached.note);
    tell(strings.t('panelAttached'));
  } catch (error) {
    tell(errorMessageOf(error, strings), true);
  }
  await ask();
}

const pinned = () =>
  outline.notes.flatMap((place) => {
    const note = notes.list().find(({ _id }) => _id === place.id);
    return note ? [{ note, place, conflict: conflicts.of(note._id) }] : [];
  });

function draw(): void {
  const writing = desk.model();
  const own = pinned();
  const ids = own.map(({ note }) => note._id);
  const here = [outline.page, ...outline.pages].map((page) => ({ page, notes: ids }));
  render(
    <Panel
      {...{ strings, lang, said, asked, tools, writing, deletedAfter }}
      tab={state}
      host={host()}
      nowMs={Date.now()}
      status={state.kind === 'page' ? state.status : null}
      notes={own}
      conceptOf={(id) => byId.get(id)}
      drafts={writing.unfinished.filter((draft) => here.some((page) => isWanted(draft, page)))}
      onNote={onNote}
      onWrite={outline.page === null ? null : () => desk.begin([], null)}
      onGo={(concept) => void toPage((id) => askUntil(frames, id, 'page.reveal', { concept }, isFound))}
      onStep={(concept, by) =>
        void toPage((id) => askUntil(frames, id, 'page.step', { concept, by }, isFound))
      }
      onGoNote={(note) => void toPage((id) => askUntil(frames, id, 'page.reveal', { note }, isFound))}
      onAttach={(id) => void attach(id)}
      onLibrary={() => void openLibrary({ tabs, base: runtime.getURL('') })}
      onSettle={(id, rev, choice) => void conflicts.settle(id, rev, choice)}
      onStatus={(act) => void doStatus(act)}
    />,
    document.getElementById('root')!,
  );
}

document.addEventListener('visibilitychange', () => void ask());
tabs.onActivated.addListener(() => void ask());
tabs.onUpdated.addListener((id) => {
  if (id === tab.id) void ask();
});
createNotesChannel().listen(() => {
  void notes.load().then(ask);
  void conflicts.load();
});
createPanelRequest(storage.session, storage.onChanged).listen((note) => {
  asked = { note };
  draw();
});
announcePage(runtime);

draw();
void notes.load().then(ask);
void conflicts.load();
void drafts.load();
