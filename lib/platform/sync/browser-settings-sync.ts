/**
 * Syncs small settings through the browser's own sync if the reader ticks it: appearance, marks and cards, and
 * separately site rules. Writes only differences, so that two machines do not answer each other for ever.
 */
import type { Storage } from 'webextension-polyfill';
import { APPEARANCE_KEYS } from '../../core/settings/settings.ts';
import { fieldsOf, isText } from '../../core/base/untrusted-fields.ts';
import { ITEMS } from '../storage/local-settings.ts';
import type { ReaderStorage } from '../storage/storage-item.ts';

export interface BrowserSyncStorage {
  local: Pick<Storage.StorageArea, 'get' | 'set'>;
  sync: Pick<Storage.StorageArea, 'get' | 'set' | 'remove'>;
  onChanged: ReaderStorage['onChanged'];
}

/** Joins the reader's settings and the browser's sync area behind one interface. */
export const joinBrowserSync = (
  reader: ReaderStorage,
  shared: { sync: BrowserSyncStorage['sync']; onChanged: ReaderStorage['onChanged'] },
): BrowserSyncStorage => {
  type Listener = Parameters<ReaderStorage['onChanged']['addListener']>[0];
  const registered = new Map<Listener, Listener>();
  return {
    local: reader.local,
    sync: shared.sync,
    onChanged: {
      addListener(listener) {
        const onShared: Listener = (changes, area) => {
          if (area === 'sync') listener(changes, area);
        };
        registered.set(listener, onShared);
        reader.onChanged.addListener(listener);
        shared.onChanged.addListener(onShared);
      },
      removeListener(listener) {
        const onShared = registered.get(listener);
        if (onShared) shared.onChanged.removeListener(onShared);
        registered.delete(listener);
        reader.onChanged.removeListener(listener);
      },
    },
  };
};

export interface BrowserSyncChoice {
  look: boolean;
  sites: boolean;
  /** Why the browser refused the last write; empty if it did not. `full`: the quota is exceeded. */
  problem: string;
}

export interface BrowserSync {
  get(): Promise<BrowserSyncChoice>;
  /** Calls back after each change. The function returned ends it. */
  watch(onChange: (choice: BrowserSyncChoice) => void): () => void;
  /**
   * Ticking takes over the values of other machines and sends those that only this one has. Unticking changes neither
   * side.
   */
  choose(change: Partial<Pick<BrowserSyncChoice, 'look' | 'sites'>>): Promise<void>;
  /** Keeps both sides equal from now on; for the background. */
  run(): void;
}

const KEY = 'browser-sync';
type Json = Record<string, unknown>;
type Part = 'look' | 'sites';
const PARTS: Record<
  Part,
  {
    local: string;
    sync: string;
    pick(local: unknown): Json;
    put(local: unknown, given: Json): Json;
    spare(theirs: unknown): Json;
  }
> = {
  look: {
    local: ITEMS.settings.key,
    sync: 'look',
    pick: (local) => only(local, (name) => APPEARANCE_KEYS.includes(name)),
    put: (local, given) => ({
      v: 1,
      ...only(local, (name) => !APPEARANCE_KEYS.includes(name)),
      ...only(given, (name) => APPEARANCE_KEYS.includes(name)),
    }),
    // A later version on another machine may have appearance settings that this one does not know: leave them in place.
    spare: (theirs) => only(theirs, (name) => !APPEARANCE_KEYS.includes(name)),
  },
  sites: {
    local: ITEMS.sites.key,
    sync: 'sites',
    pick: (local) => fieldsOf(local),
    put: (_local, given) => given,
    spare: () => ({}),
  },
};

export function createBrowserSync({ local, sync, onChanged }: BrowserSyncStorage): BrowserSync {
  const get = async (): Promise<BrowserSyncChoice> => parse((await local.get(KEY))[KEY]);
  const readLocal = async (part: Part): Promise<unknown> =>
    (await local.get(PARTS[part].local))[PARTS[part].local];

  async function keep(change: Partial<BrowserSyncChoice>): Promise<void> {
    const choice = await get();
    const next = { ...choice, ...change };
    if (!same(choice, next)) await local.set({ [KEY]: { v: 1, ...next } });
  }

  async function send(part: Part): Promise<void> {
    const { sync: key, pick, spare } = PARTS[part];
    try {
      const theirs = (await sync.get(key))[key];
      const ours = { ...spare(theirs), ...pick(await readLocal(part)) };
      if (!same(ours, theirs)) await sync.set({ [key]: ours });
      await keep({ problem: '' });
    } catch (error) {
      const said = error instanceof Error ? error.message : String(error);
      await keep({ problem: /quota|QUOTA/.test(said) ? 'full' : said });
    }
  }

  async function take(part: Part, given: unknown): Promise<void> {
    if (typeof given !== 'object' || given === null) return;
    const { local: key, put } = PARTS[part];
    const before = await readLocal(part);
    const after = put(before, fieldsOf(given));
    if (!same(before ?? {}, after)) await local.set({ [key]: after });
  }

  return {
    get,
    watch(onChange) {
      const listener = (changes: Record<string, Storage.StorageChange>, area: string): void => {
        const change = area === 'local' ? changes[KEY] : undefined;
        if (change) onChange(parse(change.newValue));
      };
      onChanged.addListener(listener);
      return () => onChanged.removeListener(listener);
    },
    async choose(change) {
      await keep({ ...change, problem: '' });
      for (const part of ['look', 'sites'] as const) {
        if (change[part] !== true) continue;
        const { sync: key, pick } = PARTS[part];
        const stored: Json = await sync.get(key).catch(() => ({}));
        const theirs = stored[key];
        if (theirs !== undefined) await take(part, { ...pick(await readLocal(part)), ...fieldsOf(theirs) });
        await send(part);
      }
    },
    run() {
      onChanged.addListener((changes, area) => {
        for (const part of ['look', 'sites'] as const) {
          const change = changes[area === 'sync' ? PARTS[part].sync : PARTS[part].local];
          if (!change || (area !== 'sync' && area !== 'local')) continue;
          void get().then((choice) => {
            if (!choice[part]) return;
            return area === 'sync' ? take(part, change.newValue) : send(part);
          });
        }
      });
    },
  };
}

function parse(input: unknown): BrowserSyncChoice {
  const { look, sites, problem } = fieldsOf(input);
  return { look: look === true, sites: sites === true, problem: isText(problem) ? problem : '' };
}

const only = (input: unknown, wanted: (name: string) => boolean): Json =>
  Object.fromEntries(Object.entries(fieldsOf(input)).filter(([name]) => wanted(name)));

/** Compares regardless of the order of fields: browsers return stored objects with their fields in another order. */
const same = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
