import type { Tabs } from 'webextension-polyfill';
import { isSameSite } from '../../core/page-address.ts';
import { sendToTab } from '../message-bus.ts';

export type TellingTabs = Pick<Tabs.Static, 'query' | 'sendMessage'>;

/**
 * Tells every tab that shows this site that notes of a page changed; which page it is, by its canonical address,
 * only the tab knows. Tabs that do not listen are no error.
 */
export function createTellTabs(tabs: TellingTabs): (page: string) => Promise<void> {
  return async (page) => {
    const open = await tabs.query({}).catch(() => []);
    const told = open
      .filter(({ id, url }) => id !== undefined && url !== undefined && isSameSite(url, page))
      .map(({ id }) => sendToTab(tabs, id!, 'page.notesChanged', {}));
    await Promise.allSettled(told);
  };
}
