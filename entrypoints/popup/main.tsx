import entries from 'virtual:manicule/entries';
import { render } from 'preact';
import { removeChoice, type Choices } from '../../lib/core/choice.ts';
import { createCardDesk } from '../../lib/core/card-desk.ts';
import { pageAddress, siteHost } from '../../lib/core/page-address.ts';
import {
  POPUP_START,
  reducePopup,
  rowsFor,
  type PopupEvent,
  type Row,
  type TabState,
} from '../../lib/core/popup-state.ts';
import { createQuickSearch } from '../../lib/core/quick-search.ts';
import { createStrings, withStrings } from '../../lib/core/strings.ts';
import { popup } from '../../lib/core/strings/popup/index.ts';
import { status } from '../../lib/core/strings/status/index.ts';
import { extension } from '../../lib/platform/extension.ts';
import { createSender, sendToTab } from '../../lib/platform/message-bus.ts';
import { createNotesSignal } from '../../lib/platform/notes-signal.ts';
import { EVERYWHERE, lookAtTab } from '../../lib/platform/look-at-tab.ts';
import { createOwnDrafts, createOwnTools } from '../../lib/platform/own-drafts.ts';
import { createOwnNotes } from '../../lib/platform/own-notes.ts';
import { hasPanel, openPanel } from '../../lib/platform/open-panel.ts';
import { persist } from '../../lib/platform/persist.ts';
import { createSiteChoices, createSiteRules } from '../../lib/platform/settings.ts';
import { holdLive } from '../../lib/platform/sync/sync-signal.ts';
import { Popup } from '../../lib/ui/Popup.tsx';
import { popupCss } from '../../lib/ui/popup.css.ts';

const HOUR_MS = 3_600_000;
/** While a page is read, its status is asked for this often. */
const ASK_AGAIN_MS = 250;

const sheet = new CSSStyleSheet();
sheet.replaceSync(popupCss);
document.adoptedStyleSheets = [sheet];

const strings = createStrings(navigator.languages, withStrings(popup, status));
const lang = navigator.languages.find((tag) => /^zh/i.test(tag)) ?? 'en';
const search = createQuickSearch(entries);
const byId = new Map(entries.map((entry) => [entry.id, entry]));
const rules = createSiteRules(extension.storage);
const siteChoices = createSiteChoices(extension.storage);
let choices: Choices = [];
let state = POPUP_START;
let tab: TabState = { kind: 'asking' };
let tabId: number | undefined;
let url: string | undefined;
let activeTab: { windowId?: number } | undefined;
let title = '';
let isPrivate = false;
let card = false;
let reloading = false;
let timer: ReturnType<typeof setTimeout> | undefined;

const host = (): string | null => (url === undefined ? null : siteHost(url));
const page = (): string | null => (url === undefined ? null : pageAddress(url));
const termOf = (id: string): string => byId.get(id)?.term.en ?? id;

const sender = createSender(extension.runtime);
const notes = createOwnNotes({
  sender,
  page,
  title: () => title,
  onChanged: draw,
});
const drafts = createOwnDrafts(sender, draw);
const tools = createOwnTools(notes);
const desk = createCardDesk({
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

const rows = (): Row[] =>
  rowsFor(state.query, { search, conceptOf: (id) => byId.get(id), notes: notes.list(), page: page(), tab });

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
    sendToTab(extension.tabs, id, 'page.reveal', { concept: entry.id }, 0).then(() => window.close(), draw);
  };
}

async function decide(rule: 'on' | 'off' | { pausedUntilMs: number }): Promise<void> {
  const site = host();
  if (site === null) return;
  await rules.set(site, rule, Date.now());
  tab = { kind: 'asking' };
  await ask();
}

const look = (): Promise<TabState> => lookAtTab(extension, rules, { id: tabId, url });

async function ask(): Promise<void> {
  clearTimeout(timer);
  tab = await look();
  const isStarting = tab.kind === 'asking' || (tab.kind === 'page' && tab.status.state === 'reading');
  if (isStarting || reloading) timer = setTimeout(() => void ask(), ASK_AGAIN_MS);
  if (tab.kind === 'page') reloading = false;
  draw();
}

/** A page that never stops changing is followed again. */
async function goOn(): Promise<void> {
  if (tabId !== undefined) await sendToTab(extension.tabs, tabId, 'page.goOn', {}, 0);
  await ask();
}

async function allow(): Promise<void> {
  // Asked for first of all: a browser wants to see the reader's hand in it.
  if (await extension.permissions.request(EVERYWHERE)) await start();
}

function showPanel(): void {
  void openPanel(activeTab).then(() => window.close());
}

async function reload(): Promise<void> {
  if (tabId === undefined) return;
  reloading = true;
  await extension.tabs.reload(tabId);
  await ask();
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
      onSwitch={(on) => void decide(on ? 'on' : 'off')}
      onPause={() => void decide({ pausedUntilMs: Date.now() + HOUR_MS })}
      onResume={() => void decide('on')}
      onGoOn={() => void goOn()}
      onAllow={() => void allow()}
      onReload={() => void reload()}
      onPanel={hasPanel() ? showPanel : null}
    />,
    document.getElementById('root')!,
  );
}

document.addEventListener('keydown', (event) => {
  // Esc in a card goes back to the list before it closes the popup.
  if (event.key !== 'Escape' || !card || event.defaultPrevented) return;
  event.preventDefault();
  desk.act({ type: 'back' });
});

async function start(): Promise<void> {
  const [active] = await extension.tabs.query({ active: true, currentWindow: true });
  activeTab = active;
  tabId = active?.id;
  url = active?.url;
  title = active?.title ?? '';
  isPrivate = active?.incognito ?? false;
  siteChoices.watch(() => void loadChoices());
  createNotesSignal().listen(() => void notes.load());
  await Promise.all([ask(), notes.load(), drafts.load(), loadChoices()]);
  if (notes.list().length > 0) await persist();
}

draw();
holdLive(extension.runtime);
void start();
