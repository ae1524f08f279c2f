import type { Storage } from 'webextension-polyfill';

/** Stores the reader's values: a database in the background, a client of it in the extension's pages (STORAGE-01). */
export interface ReaderStorage {
  local: Pick<Storage.StorageArea, 'get' | 'set'>;
  onChanged: Pick<Storage.Static['onChanged'], 'addListener' | 'removeListener'>;
  /**
   * Stores the result of `change` (given undefined if nothing is stored) unless it is the same. Atomic across contexts:
   * `change` may be called again with a later value.
   */
  update(key: string, change: (stored: unknown) => unknown): Promise<void>;
}

export interface ItemDefinition<T> {
  /** A change of the stored form needs a new key. */
  key: string;
  /** Never throws; damaged values count as nothing stored. */
  parse(stored: unknown): T;
  /** The stored form; the value itself by default. */
  pack?(value: T): unknown;
}

export const defineItem = <T>(definition: ItemDefinition<T>): ItemDefinition<T> => definition;

export interface Stored<T> {
  get(): Promise<T>;
  /** Calls back after each change in any context. Returns a function that stops it. */
  watch(onChange: (value: T, before: T) => void): () => void;
}

export interface StorageItem<T> extends Stored<T> {
  /** Writes nothing if the value is the same. `change` may be called again with a later value. */
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
