/** Carries out the actions that the status line of a tab offers, for popup and panel alike. */
import type { Permissions, Runtime, Tabs } from 'webextension-polyfill';
import type { StatusAction } from '../../core/sites/status-line.ts';
import { ALL_URLS } from './read-tab-state.ts';
import { sendToTab } from '../messaging/message-bus.ts';
import type { SiteRulesStore } from '../storage/local-settings.ts';

const HOUR_MS = 3_600_000;

export interface StatusActionParts {
  tabs: Pick<Tabs.Static, 'sendMessage' | 'reload' | 'create'>;
  permissions: Pick<Permissions.Static, 'request'>;
  runtime: Pick<Runtime.Static, 'id'>;
  rules: Pick<SiteRulesStore, 'set'>;
  nowMs: () => number;
}

export interface ActiveTab {
  id?: number | undefined;
  /** The host in the form that site rules use. */
  host: string | null;
}

/** Answers when it is done; rejects with what the reader is to know. */
export function createStatusActions({ tabs, permissions, runtime, rules, nowMs }: StatusActionParts) {
  return async (act: StatusAction, { id, host }: ActiveTab): Promise<void> => {
    // First of all: a browser wants to see the reader's hand in it.
    if (act === 'allow') return void (await permissions.request(ALL_URLS));
    if (act === 'details') return void (await tabs.create({ url: `chrome://extensions/?id=${runtime.id}` }));
    if (act === 'on' || act === 'off' || act === 'asked' || act === 'pause') {
      const rule = act === 'pause' ? { pausedUntilMs: nowMs() + HOUR_MS } : act;
      return host === null ? undefined : rules.set(host, rule, nowMs());
    }
    if (id === undefined) return;
    if (act === 'reload') return tabs.reload(id);
    // Frames are read and left with their page; each knows whether it is meant.
    if (act === 'goOn' || act === 'readAnyway') return void (await sendToTab(tabs, id, `page.${act}`, {}));
    if (act === 'readNow') return void (await sendToTab(tabs, id, 'page.readNow', {}));
    await sendToTab(tabs, id, 'page.setActive', { active: act === 'again' });
  };
}
