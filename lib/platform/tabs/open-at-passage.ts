/** Brings the page of a note to the front and scrolls to the passage. */
import type { Permissions, Scripting, Tabs, Windows } from 'webextension-polyfill';
import { textFragmentLink } from '../../core/exchange/text-fragment.ts';
import type { NotShown } from '../../core/library/library-state.ts';
import type { Note } from '../../core/notes/note.ts';
import {
  addressToOpen,
  isSamePage,
  isSameSite,
  pageAddress,
  siteHost,
} from '../../core/sites/page-address.ts';
import { siteState } from '../../core/sites/site-rule.ts';
import { askUntil, frameAddresses, isAsleep, notesOfTab } from './frames.ts';
import { readTab } from './read-tab-state.ts';
import type { SiteRulesStore } from '../storage/local-settings.ts';

export interface OpenParts {
  tabs: Pick<Tabs.Static, 'query' | 'create' | 'update' | 'get' | 'sendMessage'>;
  /** Missing in Firefox for Android. */
  windows: Pick<Windows.Static, 'update'> | undefined;
  permissions: Pick<Permissions.Static, 'contains'>;
  /** Finds passages in frames; without it only pages are asked. */
  scripting?: Pick<Scripting.Static, 'executeScript'> | undefined;
  rules: Pick<SiteRulesStore, 'get'>;
  pause(ms: number): Promise<void>;
  nowMs(): number;
}

const ASK_AGAIN_MS = 250;
/** A slow site may take its time to answer at all. */
const LOAD_MS = 60_000;
/** A loaded page answers, and fills in its late text, within this. */
const LATE_MS = 4000;
/** A tab that the browser has put to sleep may never say what its frames show; one on a busy machine takes its time. */
const FRAMES_MS = 3000;

/** Null: the passage is shown, or the reader closed the tab. @throws where the browser does not open the page. */
export async function openAtPassage(parts: OpenParts, note: Note): Promise<NotShown | null> {
  const { tabs, windows, rules } = parts;
  const { page, selectors } = note;
  if (page === null) return null;
  const byItself = textFragmentLink(addressToOpen(page), selectors);
  const site = siteHost(page);
  const isOn = site === null || siteState((await rules.get())[site], parts.nowMs()) === 'on';
  const all = await tabs.query({});
  const shows = all.find(({ url }) => url !== undefined && isSamePage(pageAddress(url), page));
  const around = shows ? undefined : await tabAround(parts, all, note);
  const open = shows ?? around;
  if (open?.id !== undefined) {
    await tabs.update(open.id, { active: true, ...(!isOn && !around && { url: byItself }) });
    if (open.windowId !== undefined) await windows?.update(open.windowId, { focused: true });
  }
  const id = open?.id ?? (await tabs.create({ url: isOn ? addressToOpen(page) : byItself })).id;
  if (selectors.length === 0 || id === undefined) return null;
  if (!isOn && !around) return 'off';
  const shown = await reveal(parts, id, note);
  // If no content script runs, the browser itself finds the words of the text fragment.
  if (shown === 'silent') await tabs.update(id, { url: byItself }).catch(() => undefined);
  return shown;
}

/** The tab that shows the passage in one of its frames; if there is none, the page is opened in a tab. */
async function tabAround(
  parts: OpenParts,
  all: readonly Tabs.Tab[],
  { _id, page, selectors }: Note,
): Promise<Tabs.Tab | undefined> {
  if (selectors.length === 0) return undefined;
  const ifShown = async (tab: Tabs.Tab): Promise<Tabs.Tab> => {
    const { id } = tab;
    if (id !== undefined && !isAsleep(tab)) {
      const frames = await frameAddresses(parts, id);
      const isOfSite = frames.some(({ url }) => isSameSite(url, page!));
      const notes = isOfSite ? (await notesOfTab(parts, id)).notes : [];
      if (notes.some((note) => note.id === _id && note.state === 'placed')) return tab;
    }
    throw new Error('It is not shown there.');
  };
  // Takes the first tab that shows the passage: one that never answers is waited for only if no other does.
  const shown = Promise.any(all.map(ifShown)).catch(() => undefined);
  return Promise.race([shown, parts.pause(FRAMES_MS).then(() => undefined)]);
}

async function reveal(parts: OpenParts, tabId: number, note: Note): Promise<NotShown | null> {
  const { tabs, rules, pause, nowMs } = parts;
  const begun = nowMs();
  /** Since when the page has been loaded without showing the passage. */
  let sinceMs: number | null = null;
  for (let why: NotShown = 'silent'; nowMs() - begun < LOAD_MS; await pause(ASK_AGAIN_MS)) {
    const tab = await tabs.get(tabId).catch(() => null);
    if (!tab) return null;
    const { state, outline } = await readTab(parts, rules, { id: tabId, url: tab.url });
    if (state.kind === 'page') {
      const shown = outline.notes.find(({ id }) => id === note._id);
      if (shown?.state === 'placed') {
        await askUntil(parts, tabId, 'page.reveal', { note: note._id }, ({ found }) => found);
        return null;
      }
      if (shown?.state === 'whole') return null;
      if (state.status.state === 'reading' || shown?.state === 'looking') {
        sinceMs = null;
        continue;
      }
      why = shown ? 'orphan' : 'moved';
    } else why = state.kind === 'off' || state.kind === 'paused' ? 'off' : 'silent';
    if (tab.status !== 'complete') continue;
    sinceMs ??= nowMs();
    if (nowMs() - sinceMs > LATE_MS) return why;
  }
  return 'silent';
}
