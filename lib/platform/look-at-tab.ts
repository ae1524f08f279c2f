import type { Permissions, Tabs } from 'webextension-polyfill';
import { siteHost } from '../core/page-address.ts';
import type { TabState } from '../core/popup-state.ts';
import { closedTo, silenceOf } from '../core/reach.ts';
import { siteState } from '../core/site-rule.ts';
import { sendToTab } from './message-bus.ts';
import type { SiteRulesStore } from './settings.ts';

export const EVERYWHERE = { origins: ['<all_urls>'] };

interface LookParts {
  tabs: Pick<Tabs.Static, 'sendMessage'>;
  permissions: Pick<Permissions.Static, 'contains'>;
}

/** How a tab answers: what its page says, or why there is none. Without access we are not told its address either. */
export async function lookAtTab(
  { tabs, permissions }: LookParts,
  rules: Pick<SiteRulesStore, 'get'>,
  { id, url }: { id?: number | undefined; url?: string | undefined },
): Promise<TabState> {
  const closed = closedTo(url);
  if (id === undefined || url === undefined || closed) {
    const isOpen = url !== undefined || (await permissions.contains(EVERYWHERE));
    return isOpen ? { kind: 'blocked', why: closed ?? 'browser' } : { kind: 'noAccess' };
  }
  const site = siteHost(url);
  const rule = site === null ? undefined : (await rules.get())[site];
  const ruled = siteState(rule, Date.now());
  if (ruled === 'paused' && typeof rule === 'object') return { kind: 'paused', untilMs: rule.pausedUntilMs };
  if (ruled === 'off') return { kind: 'off' };
  try {
    const status = await sendToTab(tabs, id, 'page.status', {}, 0);
    return status.state === 'off' ? { kind: 'asking' } : { kind: 'page', status };
  } catch {
    return (await permissions.contains(EVERYWHERE))
      ? { kind: 'silent', why: silenceOf(url) }
      : { kind: 'noAccess' };
  }
}
