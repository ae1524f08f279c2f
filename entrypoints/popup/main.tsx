import entries from 'virtual:manicule/entries';
import { render } from 'preact';
import { removeChoice, type Choices } from '../../lib/core/judge/term-decision.ts';
import { createCardController } from '../../lib/core/card/card-controller.ts';
import { errorMessageOf } from '../../lib/core/i18n/error-text.ts';
import { pageAddress, siteHost } from '../../lib/core/sites/page-address.ts';
import type { TabOutline } from '../../lib/core/notes/page-notes-outline.ts';
import {
  POPUP_START,
  reducePopup,
  rowsFor,
  type PopupEvent,
  type Row,
} from '../../lib/core/search/popup-state.ts';
import type { TabState } from '../../lib/core/sites/tab-state.ts';
import { createQuickSearch } from '../../lib/core/search/quick-search.ts';
import { createIndexAhead } from '../../lib/core/search/index-ahead.ts';
import type { StatusAction } from '../../lib/core/sites/status-line.ts';
import { ENTRY_LANGUAGES } from '../../lib/core/i18n/languages.ts';
import { pickLanguage } from '../../lib/core/i18n/pick-language.ts';
import { createStrings, withStrings } from '../../lib/core/i18n/strings.ts';
import { card as cardStrings } from '../../lib/core/i18n/tables/card/index.ts';
import { popup } from '../../lib/core/i18n/tables/popup/index.ts';
import { reminder } from '../../lib/core/i18n/tables/reminder/index.ts';
import { status } from '../../lib/core/i18n/tables/status/index.ts';
import { followTextSize } from '../../lib/dom/card/text-zoom.ts';
import { yieldToInput, runWhenIdle } from '../../lib/dom/reading/idle-slices.ts';
import { extension } from '../../lib/platform/browser/extension-api.ts';
import { fileAccessState } from '../../lib/platform/browser/file-access.ts';
import { readBackupDue } from '../../lib/platform/backup/backup-reminder.ts';
import { askUntil, notesOfTab } from '../../lib/platform/tabs/frames.ts';
import { createSender } from '../../lib/platform/messaging/message-bus.ts';
import { createNotesChannel } from '../../lib/platform/notes/notes-channel.ts';
import { readTabState } from '../../lib/platform/tabs/read-tab-state.ts';
import { createDraftsClient, createLocalNoteTools } from '../../lib/platform/drafts/drafts-client.ts';
import { createNotesClient } from '../../lib/platform/notes/notes-client.ts';
import { openLibrary } from '../../lib/platform/tabs/open-library.ts';
import { hasPanel, openPanel } from '../../lib/platform/browser/open-panel.ts';
import { persist } from '../../lib/platform/browser/persist-storage.ts';
import { createSiteChoices, createSiteRules } from '../../lib/platform/storage/local-settings.ts';
import { createStatusActions } from '../../lib/platform/tabs/status-actions.ts';
import { announcePage } from '../../lib/platform/sync/page-presence.ts';
import { setPageLanguage } from '../../lib/ui/base/set-page-language.ts';
import { Popup } from '../../lib/ui/popup/Popup.tsx';
import popupCss from '../../lib/ui/popup/popup.css?inline';
import { createLatestRelease } from '../../lib/app/popup/latest-release.ts';
import { createReportCollector } from '../../lib/app/popup/collect-report.ts';
import { openReaderStorage } from '../../lib/platform/storage/remote-reader-storage.ts';

/** While a page is read, its status is asked for this often. */
const ASK_AGAIN_MS = 250;

const sheet = new CSSStyleSheet();
sheet.replaceSync(popupCss);
document.adoptedStyleSheets = [sheet];
followTextSize(document);

const strings = createStrings(navigator.languages, withStrings(cardStrings, popup, reminder, status));
setPageLanguage(strings, 'Manicule');
const lang = pickLanguage(null, navigator.languages, ENTRY_LANGUAGES);
const search = createQuickSearch(entries);
const byId = new Map(entries.map((entry) => [entry.id, entry]));
const reader = openReaderStorage(extension);
const rules = createSiteRules(reader);
const siteChoices = createSiteChoices(reader);
let choices: Choices = [];
let state = POPUP_START;
let tab: TabState = { kind: 'asking' };
let tabId: number | undefined;
let url: string | undefined;
let activeTab: { windowId?: number } | undefined;
let title = '';
let isPrivate = false;
let card = false;
/** The page is on its way: asked again until it answers. */
let awaited = false;
let due: { days: number | null } | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

const host = (): string | null => (url === undefined ? null : siteHost(url));
/** By what notes know the page and its frames: they say it themselves, else the tab's address does. */
let addresses: Pick<TabOutline, 'page' | 'pages'> | null = null;
const page = (): string | null => addresses?.page ?? (url === undefined ? null : pageAddress(url));
const pages = (): readonly string[] => addresses?.pages ?? [page()].filter((known) => known !== null);
const said = (error: unknown): string => errorMessageOf(error, strings);
const files = fileAccessState(extension, import.meta.env.FIREFOX);
const termOf = (id: string): string => byId.get(id)?.term.en ?? id;

const sender = createSender(extension.runtime);
const notes = createNotesClient({
  sender,
  page,
  title: () => title,
  onChanged: draw,
});
const drafts = createDraftsClient(sender, draw);
const tools = createLocalNoteTools(notes);
const news = createLatestRelease(strings, draw);
const report = createReportCollector({
  sender,
  tab: () => tab,
  page,
  entries: entries.length,
  notes: () => notes.list().length,
  onChanged: draw,
});
const desk = createCardController({
  entries: { get: (id) => byId.get(id), bring: () => Promise.resolve() },
  notes,
  drafts,
  strings,
  lang,
  isPrivate: () => isPrivate,
  onChanged: draw,
  onDirty: () => undefined,
  onClose: closeCard,
  onBack: closeCard,
});

function closeCard(): void {
  card = false;
  draw();
}

function dispatch(event: PopupEvent): void {
  state = reducePopup(state, event);
  draw();
}

const readAhead = createIndexAhead({ idle: runWhenIdle, soon: yieldToInput, onReady: draw });

/** Terms answer each key at once; many notes join them as soon as they are read. */
function rows(): Row[] {
  const all = notes.list();
  const isSearch = state.query.trim() !== '';
  readAhead.read(all);
  if (isSearch) readAhead.hurry();
  const found = isSearch && !readAhead.isReady(all) ? [] : all;
  return rowsFor(state.query, { search, conceptOf: (id) => byId.get(id), notes: found, pages: pages(), tab });
}

function open(row: Row, pin = false): void {
  card = true;
  if (row.kind === 'note') desk.showNote(row.note._id);
  else desk.showConcept(row.kind === 'result' ? row.result.concept.id : row.concept.id);
  if (pin) desk.act(row.kind === 'note' ? { type: 'editNote', id: row.note._id } : { type: 'pin' });
  draw();
}

function onKey(key: string): boolean {
  const all = rows();
  const row = all[state.cursor];
  if (key === 'ArrowDown' || key === 'ArrowUp') {
    dispatch({ type: 'moved', by: key === 'ArrowDown' ? 1 : -1, rows: all.length });
  } else if (key === 'Home' || key === 'End') {
    dispatch({ type: 'jumped', to: key === 'Home' ? 'first' : 'last', rows: all.length });
  } else if (key === 'Escape') {
    // First what was typed, then the popup.
    if (state.query === '') return false;
    dispatch({ type: 'typed', query: '' });
  } else if (row) {
    open(row, key === 'Pin');
  }
  return true;
}

/** Shows the open card's concept where it stands on the page. */
function reveal(): (() => void) | null {
  const { entry } = desk.model();
  const isHere = tab.kind === 'page' && tab.status.terms.some(({ concept }) => concept === entry?.id);
  if (!entry || !isHere || tabId === undefined) return null;
  const id = tabId;
  return () => {
    askUntil(frameParts, id, 'page.reveal', { concept: entry.id }, ({ found }) => found).then(
      () => window.close(),
      draw,
    );
  };
}

const frameParts = {
  tabs: extension.tabs,
  permissions: extension.permissions,
  scripting: extension.scripting,
};
const look = (): Promise<TabState> =>
  readTabState({ ...frameParts, ...files }, rules, {
    id: tabId,
    url,
  }).catch((error: unknown): TabState => ({
    kind: 'failed',
    problem: said(error),
  }));

async function ask(): Promise<void> {
  clearTimeout(timer);
  tab = await look();
  const isStarting = tab.kind === 'asking' || (tab.kind === 'page' && tab.status.state === 'reading');
  if (isStarting || awaited) timer = setTimeout(() => void ask(), ASK_AGAIN_MS);
  if (tab.kind === 'page' || tab.kind === 'asked') awaited = false;
  draw();
  const before = pages().join();
  const isRead = tab.kind === 'page' && tabId !== undefined;
  addresses = isRead ? await notesOfTab(frameParts, tabId!).catch(() => null) : null;
  if (pages().join() !== before) draw();
}

const acts = createStatusActions({
  tabs: extension.tabs,
  permissions: extension.permissions,
  runtime: extension.runtime,
  rules,
  nowMs: Date.now,
});

/** A site that is read by itself may be read only when asked instead. */
const isAskable = (): boolean => host() !== null && tab.kind === 'page' && tab.byAsking !== true;

async function doStatus(act: StatusAction): Promise<void> {
  try {
    await acts(act, { id: tabId, host: host() });
  } catch (error) {
    tab = { kind: 'failed', problem: said(error) };
    return draw();
  }
  // A page that was just let in, or that loads again, may answer only after a while.
  awaited = act === 'reload' || act === 'allow';
  if (act === 'allow') return start();
  if (tab.kind !== 'page') tab = { kind: 'asking' };
  await ask();
}

function showPanel(): void {
  void openPanel(activeTab).then(() => window.close());
}

function showLibrary(): void {
  const { tabs, runtime } = extension;
  void openLibrary({ tabs, base: runtime.getURL('') }).then(() => window.close());
}

/** What the reader decided for this site, now and whenever it changes. */
async function loadChoices(): Promise<void> {
  const site = host();
  choices = site === null ? [] : ((await siteChoices.get())[site] ?? []);
  draw();
}

function draw(): void {
  render(
    <Popup
      {...{ state, tab, strings, tools, lang, termOf, onKey }}
      rows={rows()}
      entries={entries.length}
      choices={choices}
      due={due}
      onUndo={(choice) => {
        const site = host();
        if (site !== null) void siteChoices.change(site, (all) => removeChoice(all, choice)).then(ask);
      }}
      host={host()}
      nowMs={Date.now()}
      card={card ? desk.model() : null}
      onType={(query) => dispatch({ type: 'typed', query })}
      onPoint={(row) => dispatch({ type: 'pointed', row })}
      onOpen={open}
      onCard={(intent) => desk.act(intent)}
      onShow={card ? reveal() : null}
      onStatus={(act) => void doStatus(act)}
      onAsked={isAskable() ? () => void doStatus('asked') : null}
      onOptions={() => void extension.runtime.openOptionsPage().then(() => window.close())}
      news={news.view()}
      report={report.view()}
      onReport={() => void report.open()}
      onPanel={hasPanel() ? showPanel : null}
      onLibrary={showLibrary}
    />,
    document.getElementById('root')!,
  );
}

document.addEventListener('keydown', (event) => {
  // Esc in a card goes back to the list before it closes the popup.
  if (event.key !== 'Escape' || event.defaultPrevented || !(card || report.view())) return;
  event.preventDefault();
  if (card) desk.act({ type: 'back' });
  else report.close();
});

async function start(): Promise<void> {
  const [active] = await extension.tabs.query({ active: true, currentWindow: true });
  activeTab = active;
  tabId = active?.id;
  url = active?.url;
  title = active?.title ?? '';
  isPrivate = active?.incognito ?? false;
  siteChoices.watch(() => void loadChoices());
  createNotesChannel().listen(() => void notes.load());
  await Promise.all([ask(), notes.load(), drafts.load(), loadChoices(), news.load()]);
  due = await readBackupDue(reader, notes.list().length, Date.now());
  draw();
  if (notes.list().length > 0) await persist();
}

draw();
announcePage(extension.runtime);
void start();
