import type { Storage } from 'webextension-polyfill';

/** Where the reader's own values lie: in the background its database, in the extension's pages a way to it. STORAGE-01 */
export interface ReaderStorage {
  local: Pick<Storage.StorageArea, 'get' | 'set'>;
  onChanged: Pick<Storage.Static['onChanged'], 'addListener' | 'removeListener'>;
  /**
   * Stores what `change` makes of the value under the key (undefined: none), unless it is the same. Nothing that is
   * written at the same time in another context is lost. `change` may be called again, with a later value.
   */
  update(key: string, change: (stored: unknown) => unknown): Promise<void>;
}

export interface ItemDefinition<T> {
  /** A stored form that changes takes a new key. */
  key: string;
  /** Never throws: damaged values read as if nothing were stored. */
  parse(stored: unknown): T;
  /** As it is stored; by default as it is. */
  pack?(value: T): unknown;
}

export const defineItem = <T>(definition: ItemDefinition<T>): ItemDefinition<T> => definition;

export interface Stored<T> {
  get(): Promise<T>;
  /** Calls back with the new value after each change, whoever made it. Returns a function that stops it. */
  watch(onChange: (value: T, before: T) => void): () => void;
}

export interface StorageItem<T> extends Stored<T> {
  /** The same value writes nothing. `change` may be called again, with a later value. */
  update(change: (value: T) => T): Promise<void>;
}

export function openItem<T>(storage: ReaderStorage, { key, parse, pack }: ItemDefinition<T>): StorageItem<T> {
  const get = async (): Promise<T> => parse((await storage.local.get(key))[key]);
  return {
    get,
    update: (change) =>
      storage.update(key, (stored) => {
        const value = parse(stored);
        const next = change(value);
        if (next === value) return stored;
        return pack ? pack(next) : next;
      }),
    watch(onChange) {
      const listener = (changes: Record<string, Storage.StorageChange>, area: string): void => {
        const change = area === 'local' ? changes[key] : undefined;
        if (change) onChange(parse(change.newValue), parse(change.oldValue));
      };
      storage.onChanged.addListener(listener);
      return () => storage.onChanged.removeListener(listener);
    },
  };
}
