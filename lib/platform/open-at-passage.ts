/** From a note to its passage: its page in front, read, and scrolled to the place. */
import type { Permissions, Tabs, Windows } from 'webextension-polyfill';
import { textFragmentLink } from '../core/exchange/text-fragment.ts';
import type { NotShown } from '../core/library/state.ts';
import type { Note } from '../core/note.ts';
import { addressToOpen, pageAddress, siteHost } from '../core/page-address.ts';
import { siteState } from '../core/site-rule.ts';
import { lookAtTab } from './look-at-tab.ts';
import { sendToTab } from './message-bus.ts';
import type { SiteRulesStore } from './settings.ts';

export interface OpenParts {
  tabs: Pick<Tabs.Static, 'query' | 'create' | 'update' | 'get' | 'sendMessage'>;
  windows: Pick<Windows.Static, 'update'>;
  permissions: Pick<Permissions.Static, 'contains'>;
  rules: Pick<SiteRulesStore, 'get'>;
  pause(ms: number): Promise<void>;
  nowMs(): number;
}

const ASK_AGAIN_MS = 250;
/** A slow site may take its time to answer at all. */
const LOAD_MS = 60_000;
/** What comes late on a page comes within this; and a page that is loaded answers within this. */
const LATE_MS = 4000;

/** Null: the passage is shown, or the reader closed the tab. @throws where the browser does not open the page. */
export async function openAtPassage(parts: OpenParts, note: Note): Promise<NotShown | null> {
  const { tabs, windows, rules } = parts;
  const { page, selectors } = note;
  if (page === null) return null;
  const byItself = textFragmentLink(addressToOpen(page), selectors);
  const site = siteHost(page);
  const isOn = site === null || siteState((await rules.get())[site], parts.nowMs()) === 'on';
  const open = (await tabs.query({})).find(({ url }) => url !== undefined && pageAddress(url) === page);
  if (open?.id !== undefined) {
    await tabs.update(open.id, { active: true, ...(!isOn && { url: byItself }) });
    if (open.windowId !== undefined) await windows.update(open.windowId, { focused: true });
  }
  const id = open?.id ?? (await tabs.create({ url: isOn ? addressToOpen(page) : byItself })).id;
  if (selectors.length === 0 || id === undefined) return null;
  if (!isOn) return 'off';
  const shown = await reveal(parts, id, note);
  // What we cannot do there the browser may: it looks for the words of the fragment.
  if (shown === 'silent') await tabs.update(id, { url: byItself }).catch(() => undefined);
  return shown;
}

async function reveal(parts: OpenParts, tabId: number, note: Note): Promise<NotShown | null> {
  const { tabs, rules, pause, nowMs } = parts;
  const begun = nowMs();
  /** Since when the page is loaded and yet does not say that the passage is there. */
  let sinceMs: number | null = null;
  for (let why: NotShown = 'silent'; nowMs() - begun < LOAD_MS; await pause(ASK_AGAIN_MS)) {
    const tab = await tabs.get(tabId).catch(() => null);
    if (!tab) return null;
    const state = await lookAtTab(parts, rules, { id: tabId, url: tab.url });
    if (state.kind === 'page') {
      const outline = await sendToTab(tabs, tabId, 'page.outline', {}, 0).catch(() => null);
      const place = outline?.notes.find(({ id }) => id === note._id);
      if (place?.state === 'placed') {
        await sendToTab(tabs, tabId, 'page.reveal', { note: note._id }, 0);
        return null;
      }
      if (place?.state === 'whole') return null;
      if (state.status.state === 'reading' || place?.state === 'looking') {
        sinceMs = null;
        continue;
      }
      why = place ? 'orphan' : 'moved';
    } else why = state.kind === 'off' || state.kind === 'paused' ? 'off' : 'silent';
    if (tab.status !== 'complete') continue;
    sinceMs ??= nowMs();
    if (nowMs() - sinceMs > LATE_MS) return why;
  }
  return 'silent';
}
