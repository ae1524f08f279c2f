import type { Permissions, Scripting, Tabs } from 'webextension-polyfill';
import type { PageStatus } from '../../core/sites/page-status.ts';
import { siteHost } from '../../core/sites/page-address.ts';
import type { TabState } from '../../core/sites/tab-state.ts';
import { restrictionOf, silenceOf } from '../../core/sites/restricted-pages.ts';
import { ruleFor, stateOf, type SiteRules } from '../../core/sites/site-rule.ts';
import { NOTHING_OUTLINED, type TabOutline } from '../../core/notes/page-notes-outline.ts';
import { reportOfTab } from './frames.ts';
import type { SiteRulesStore } from '../storage/local-settings.ts';

export const ALL_URLS = { origins: ['<all_urls>'] };

export interface TabStateParts {
  tabs: Pick<Tabs.Static, 'sendMessage'>;
  permissions: Pick<Permissions.Static, 'contains'>;
  /** Reaches the frames in the page; without it only the page is asked. */
  scripting?: Pick<Scripting.Static, 'executeScript'> | undefined;
  /** Whether the reader lets the extension read files; left out in browsers that do not ask. */
  filesAllowed?: (() => Promise<boolean>) | undefined;
  /**
   * Whether the reader has to open the browser's page about the extension by hand, as in Firefox, where no extension
   * may.
   */
  detailsByHand?: boolean | undefined;
}

export interface TabReading {
  state: TabState;
  /** The notes of the page and its frames; empty where no page is read. */
  outline: TabOutline;
}

type TabToRead = { id?: number | undefined; url?: string | undefined };

/** State and notes of a tab, from one message to each of its frames. */
export async function readTab(
  parts: TabStateParts,
  rules: Pick<SiteRulesStore, 'get'>,
  tab: TabToRead,
): Promise<TabReading> {
  let outline = NOTHING_OUTLINED;
  const state = await stateOfTab(parts, rules, tab, (answered) => (outline = answered));
  return { state, outline: state.kind === 'page' ? outline : NOTHING_OUTLINED };
}

/** The state of the page, or why there is none. Without access a browser withholds the address too. */
async function stateOfTab(
  { tabs, permissions, scripting, filesAllowed, detailsByHand }: TabStateParts,
  rules: Pick<SiteRulesStore, 'get'>,
  { id, url }: TabToRead,
  onOutline: (outline: TabOutline) => void,
): Promise<TabState> {
  const statusOf = async (tabId: number, isFramed: boolean): Promise<PageStatus> => {
    const { status, outline } = await reportOfTab(
      { tabs, scripting: isFramed ? scripting : undefined },
      tabId,
    );
    onOutline(outline);
    return status;
  };
  const closed = restrictionOf(url);
  // The welcome page reads itself; another extension's page of that name does not answer.
  if (id !== undefined && url !== undefined && /^(chrome|moz)-extension:.*\/welcome\.html$/.test(url)) {
    const status = await statusOf(id, false).catch(() => null);
    if (status) return { kind: 'page', status, byAsking: false };
  }
  if (id === undefined || url === undefined || closed) {
    const isOpen = url !== undefined || (await permissions.contains(ALL_URLS));
    if (!isOpen) return { kind: 'noAccess' };
    // Chromium withholds the addresses of files too until the reader allows files.
    const mayBeFile = id !== undefined && url === undefined && filesAllowed && !(await filesAllowed());
    if (mayBeFile && !(await isTheBrowsers(scripting, id))) {
      return { kind: 'blocked', why: 'browser', mayBeFile };
    }
    return { kind: 'blocked', why: closed ?? 'browser' };
  }
  const site = siteHost(url);
  // Without storage the page reads by default, and reports the problem itself.
  const known: SiteRules = site === null ? {} : await rules.get().catch(() => ({}));
  const state = site === null ? 'on' : stateOf(known, site, Date.now());
  try {
    // A page that is off answers too: its answer shows that a content script runs there.
    const status = await statusOf(id, true);
    if (status.isPdf) return { kind: 'silent', why: 'pdf' };
    if (state === 'off') return { kind: 'off' };
    if (state === 'paused') return { kind: 'paused', untilMs: pauseOf(known, site!) };
    if (state === 'asked' && status.state === 'asked') return { kind: 'asked' };
    // The page's rule has just changed; it will know when it is asked next.
    const isBetween =
      status.state === 'off' || status.state === 'asked' || (state === 'asked' && status.byAsking !== true);
    if (isBetween) return { kind: 'asking' };
    const hereOnly = !(await permissions.contains(ALL_URLS)) && !(await mayRead(permissions, url));
    return { kind: 'page', status, byAsking: state === 'asked', ...(hereOnly && { hereOnly }) };
  } catch {
    if (!(await permissions.contains(ALL_URLS))) return { kind: 'noAccess' };
    let why = silenceOf(url);
    if (why === 'file') {
      // Trying proves nothing: in Firefox a press on the button lets the extension into this file alone.
      if (filesAllowed && !(await filesAllowed())) {
        return { kind: 'silent', why, ...(detailsByHand && { byHand: true }) };
      }
      why = 'start';
    }
    if (why === 'start' && state === 'off') return { kind: 'off' };
    if (why === 'start' && state === 'paused') return { kind: 'paused', untilMs: pauseOf(known, site!) };
    // Viewers and error pages have a page's address, and let nobody in.
    if (why === 'start' && !(await letsIn(scripting, id))) return { kind: 'blocked', why: 'browser' };
    return { kind: 'silent', why };
  }
}

/** Readers may allow one site and no other. */
async function mayRead(permissions: TabStateParts['permissions'], url: string): Promise<boolean> {
  const { protocol, hostname } = new URL(url);
  if (!/^https?:$/.test(protocol)) return true;
  return permissions.contains({ origins: [`${protocol}//${hostname}/*`] });
}

/** A refusal may name what the page is: one of the browser's, its store, an error. A file it does not name. */
async function isTheBrowsers(scripting: TabStateParts['scripting'], tabId: number): Promise<boolean> {
  const refusal: unknown = await scripting
    ?.executeScript({ target: { tabId }, func: () => true })
    .then(() => null)
    .catch((error: unknown) => error);
  return refusal instanceof Error && /[a-z]:\/\/|gallery|error page/i.test(refusal.message);
}

async function letsIn(scripting: TabStateParts['scripting'], tabId: number): Promise<boolean> {
  if (!scripting) return true;
  return scripting.executeScript({ target: { tabId }, func: () => true }).then(
    () => true,
    () => false,
  );
}

function pauseOf(rules: SiteRules, host: string): number {
  const rule = ruleFor(rules, host);
  return typeof rule === 'object' ? rule.pausedUntilMs : Date.now();
}
