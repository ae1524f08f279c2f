import type { Storage } from 'webextension-polyfill';
import { createIndexedStore } from './indexed-db.ts';
import type { ReaderStorage } from './storage-item.ts';

type Listener = Parameters<ReaderStorage['onChanged']['addListener']>[0];

export interface ReaderDatabaseParts {
  /** `storage.local`, where versions before 0.1.0 stored everything; content scripts can read and clear it. */
  legacy: Pick<Storage.StorageArea, 'get' | 'remove'>;
  name?: string;
}

/** Deleted, not moved, as it is derived from the notes. */
const LEGACY_NOTED = 'noted-pages';
const LEGACY_KEYS: Record<string, string> = {
  settings: 'settings',
  sites: 'sites',
  choices: 'choices',
  'last-backup': 'last-backup',
  'browser-sync': 'browser-sync',
  'lost-places': 'orphans',
};
const MOVED = 'moved-from-storage-local';

/** The reader's values in a database that content scripts cannot reach; for the background alone (STORAGE-01). */
export function createReaderDatabase(parts: ReaderDatabaseParts): ReaderStorage {
  const { legacy, name = 'manicule-reader' } = parts;
  const store = createIndexedStore(name, 'values');
  const listeners = new Set<Listener>();
  let moved: Promise<void> | null = null;

  /** Runs once, as content of `storage.local` written later may come from a page. */
  async function move(): Promise<void> {
    if (await store.transact('readonly', (values) => values.get(MOVED))) return;
    const old = await legacy.get(Object.keys(LEGACY_KEYS));
    await store.transact('readwrite', async (values) => {
      for (const [from, to] of Object.entries(LEGACY_KEYS)) {
        if (old[from] !== undefined) await values.put(old[from], to);
      }
      await values.put(true, MOVED);
    });
    await legacy.remove([...Object.keys(LEGACY_KEYS), LEGACY_NOTED]);
  }

  const announce = (changes: Record<string, Storage.StorageChange>): void => {
    for (const listener of listeners) listener(changes, 'local');
  };

  /** Continues after a failed move, as a browser without `storage.local` has nothing to move. */
  const ready = (): Promise<void> => (moved ??= move().catch(() => void (moved = null)));

  return {
    local: {
      async get(wanted) {
        await ready();
        const keys = [wanted].flat() as string[];
        const entries = await store.transact('readonly', (values) =>
          Promise.all(keys.map(async (key) => [key, (await values.get(key)) as unknown] as const)),
        );
        return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
      },
      async set(items) {
        await ready();
        const entries = Object.entries(items);
        const changes = await store.transact('readwrite', async (values) => {
          const before = await Promise.all(entries.map(([key]) => values.get(key) as Promise<unknown>));
          await Promise.all(entries.map(([key, value]) => values.put(value, key)));
          return entries.map(([key, newValue], index) => [key, { oldValue: before[index], newValue }]);
        });
        announce(Object.fromEntries(changes) as Record<string, Storage.StorageChange>);
      },
    },
    async update(key, change) {
      await ready();
      const written = await store.transact('readwrite', async (values) => {
        const oldValue = (await values.get(key)) as unknown;
        const newValue = change(oldValue);
        if (newValue === oldValue) return null;
        await values.put(newValue, key);
        return { oldValue, newValue };
      });
      if (written) announce({ [key]: written });
    },
    onChanged: {
      addListener: (listener) => void listeners.add(listener),
      removeListener: (listener) => void listeners.delete(listener),
    },
  };
}
