/** Extension APIs small enough to read, for tests in Node: messages, tabs, storage. */
import type { Runtime, Storage } from 'webextension-polyfill';
import type { MessageSender } from '../core/protocol/sender-policy.ts';
import type { MessageRuntime, MessageTabs } from '../platform/messaging/message-bus.ts';

type Listener = (message: unknown, sender: MessageSender, sendResponse: (reply: unknown) => void) => unknown;

export interface FakeRuntime extends MessageRuntime {
  /** Does with a message as a browser: copies it, asks the listeners, rejects if there is none. */
  deliver(message: unknown, sender?: MessageSender): Promise<unknown>;
  listeners: Set<Listener>;
}

export const FAKE_ID = 'manicule-id';
export const FAKE_BASE = 'chrome-extension://manicule-id/';
const POPUP: MessageSender = { id: FAKE_ID, url: `${FAKE_BASE}popup.html` };

export function createFakeRuntime(id: string = FAKE_ID): FakeRuntime {
  const listeners = new Set<Listener>();
  const deliver: FakeRuntime['deliver'] = (message, sender = POPUP) =>
    new Promise((resolve, reject) => {
      if (listeners.size === 0) {
        reject(new Error('Could not establish connection. Receiving end does not exist.'));
        return;
      }
      const copy = structuredClone(message);
      const answers = [...listeners].map((listener) =>
        listener(copy, sender, (reply) => resolve(structuredClone(reply))),
      );
      if (!answers.includes(true)) resolve(undefined);
    });
  return {
    id,
    listeners,
    getURL: (path: string) => FAKE_BASE + path,
    deliver,
    sendMessage: (message: unknown) => deliver(message),
    onMessage: {
      addListener: (listener: unknown) => void listeners.add(listener as Listener),
      removeListener: (listener: unknown) => void listeners.delete(listener as Listener),
    } as unknown as Runtime.Static['onMessage'],
  };
}

/** Tabs by id, each with the runtimes of its frames by frame id. */
export function createFakeTabs(tabs: Record<number, Record<number, FakeRuntime>>): MessageTabs {
  return {
    sendMessage: (async (tabId: number, message: unknown, options?: { frameId?: number }) => {
      const frames = tabs[tabId];
      if (!frames) throw new Error(`No tab with id: ${tabId}.`);
      const asked = options?.frameId === undefined ? Object.values(frames) : [frames[options.frameId]];
      const background: MessageSender = { id: FAKE_ID };
      return Promise.race(
        asked.map((frame) => frame?.deliver(message, background) ?? Promise.reject(new Error('No frame.'))),
      );
    }) as MessageTabs['sendMessage'],
  };
}

type Changes = Record<string, Storage.StorageChange>;

export interface FakeStorage {
  local: Pick<Storage.StorageArea, 'get' | 'set'>;
  onChanged: Storage.Static['onChanged'];
  update(key: string, change: (stored: unknown) => unknown): Promise<void>;
  /** The stored items, and how often they were read. */
  data: Record<string, unknown>;
  reads: number;
}

/** `storage` with a local area that copies items and reports changes, as a browser does. */
export function createFakeStorage(data: Record<string, unknown> = {}): FakeStorage {
  const listeners = new Set<(changes: Changes, area: string) => void>();
  const fake = { data, reads: 0 } as FakeStorage;
  fake.local = {
    get: async (keys: string | string[]) => {
      fake.reads++;
      const wanted = Array.isArray(keys) ? keys : [keys];
      return structuredClone(
        Object.fromEntries(wanted.filter((key) => key in data).map((key) => [key, data[key]])),
      );
    },
    set: async (items) => {
      const changes: Changes = {};
      for (const [key, newValue] of Object.entries(structuredClone(items))) {
        changes[key] = { oldValue: data[key], newValue };
        data[key] = newValue;
      }
      for (const listener of listeners) listener(structuredClone(changes), 'local');
    },
  };
  fake.update = async (key, change) => {
    const stored = structuredClone(data[key]);
    const next = change(stored);
    if (next !== stored) await fake.local.set({ [key]: next });
  };
  fake.onChanged = {
    addListener: (listener: never) => void listeners.add(listener),
    removeListener: (listener: never) => void listeners.delete(listener),
    hasListener: (listener: never) => listeners.has(listener),
    hasListeners: () => listeners.size > 0,
  } as Storage.Static['onChanged'];
  return fake;
}
