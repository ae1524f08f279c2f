/** The browser's tabs, over functions that record what they were called with. */
import { vi } from 'vitest';
import type { Tabs } from 'webextension-polyfill';

/** As `tabs.query` lists them: two of one site, others, one asleep, some out of reach. */
export const OPEN = [
  { id: 1, url: 'https://example.org/a', active: false },
  { id: 2, url: 'https://www.example.org/b', active: true },
  { id: 3, url: 'https://other.org/', active: false },
  { id: 4, url: 'chrome://settings/', active: false },
  { id: 5, active: false },
  { url: 'https://example.org/without-id', active: false },
  { id: 6, url: 'https://example.org/asleep', active: false, discarded: true },
] as Tabs.Tab[];

export function fakeTabs() {
  const sendMessage = vi.fn<(...sent: unknown[]) => Promise<unknown>>(async () => ({ ok: true, result: {} }));
  const query = vi.fn<(filter: unknown) => Promise<Tabs.Tab[]>>(async () => OPEN);
  const create = vi.fn<(made: unknown) => Promise<Tabs.Tab>>(async () => ({}) as Tabs.Tab);
  const update = vi.fn<(...asked: unknown[]) => Promise<Tabs.Tab>>(async () => ({}) as Tabs.Tab);
  return { sendMessage, query, create, update } as {
    sendMessage: typeof sendMessage & Tabs.Static['sendMessage'];
    query: typeof query & Tabs.Static['query'];
    create: typeof create & Tabs.Static['create'];
    update: typeof update & Tabs.Static['update'];
  };
}

export const i18n = { getMessage: (key: string) => `«${key}»` };
