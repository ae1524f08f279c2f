import type { Permissions, Scripting, Tabs } from 'webextension-polyfill';
import { siteHost } from '../../core/sites/page-address.ts';
import type { TabState } from '../../core/sites/tab-state.ts';
import { restrictionOf, silenceOf } from '../../core/sites/restricted-pages.ts';
import { ruleFor, stateOf, type SiteRules } from '../../core/sites/site-rule.ts';
import { statusOfTab } from './frames.ts';
import type { SiteRulesStore } from '../storage/local-settings.ts';

export const ALL_URLS = { origins: ['<all_urls>'] };

export interface TabStateParts {
  tabs: Pick<Tabs.Static, 'sendMessage'>;
  permissions: Pick<Permissions.Static, 'contains'>;
  /** For the frames in the page; without it the page speaks alone. */
  scripting?: Pick<Scripting.Static, 'executeScript'> | undefined;
  /** Whether the reader has opened files to us; where nobody asks, it is left out. */
  filesAllowed?: (() => Promise<boolean>) | undefined;
  /** The browser lets nobody open its page about an extension: Firefox. */
  detailsByHand?: boolean | undefined;
}

/** How a tab answers: what its page says, or why there is none. Without access we are not told its address either. */
export async function readTabState(
  { tabs, permissions, scripting, filesAllowed, detailsByHand }: TabStateParts,
  rules: Pick<SiteRulesStore, 'get'>,
  { id, url }: { id?: number | undefined; url?: string | undefined },
): Promise<TabState> {
  const closed = restrictionOf(url);
  // The one page of ours that reads itself; another extension's page of that name does not answer.
  if (id !== undefined && url !== undefined && /^(chrome|moz)-extension:.*\/welcome\.html$/.test(url)) {
    const status = await statusOfTab({ tabs }, id).catch(() => null);
    if (status) return { kind: 'page', status, byAsking: false };
  }
  if (id === undefined || url === undefined || closed) {
    const isOpen = url !== undefined || (await permissions.contains(ALL_URLS));
    if (!isOpen) return { kind: 'noAccess' };
    // Chromium keeps also the addresses of files to itself until they are opened to us.
    const mayBeFile = id !== undefined && url === undefined && filesAllowed && !(await filesAllowed());
    if (mayBeFile && !(await isTheBrowsers(scripting, id))) {
      return { kind: 'blocked', why: 'browser', mayBeFile };
    }
    return { kind: 'blocked', why: closed ?? 'browser' };
  }
  const site = siteHost(url);
  // Without storage the page reads as usual, and says so itself.
  const known: SiteRules = site === null ? {} : await rules.get().catch(() => ({}));
  const state = site === null ? 'on' : stateOf(known, site, Date.now());
  try {
    // A page that is off says so too: that it answers tells one where we run from one where we do not.
    const status = await statusOfTab({ tabs, scripting }, id);
    if (status.isPdf) return { kind: 'silent', why: 'pdf' };
    if (state === 'off') return { kind: 'off' };
    if (state === 'paused') return { kind: 'paused', untilMs: pauseOf(known, site!) };
    if (state === 'asked' && status.state === 'asked') return { kind: 'asked' };
    // Its rule has just changed: it will have heard of it when it is asked next.
    const isBetween =
      status.state === 'off' || status.state === 'asked' || (state === 'asked' && status.byAsking !== true);
    if (isBetween) return { kind: 'asking' };
    const hereOnly = !(await permissions.contains(ALL_URLS)) && !(await mayRead(permissions, url));
    return { kind: 'page', status, byAsking: state === 'asked', ...(hereOnly && { hereOnly }) };
  } catch {
    if (!(await permissions.contains(ALL_URLS))) return { kind: 'noAccess' };
    let why = silenceOf(url);
    if (why === 'file') {
      // Not by trying: a press on our button lets us into this file alone, in Firefox.
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

/** Readers may give us a site and no other. */
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
