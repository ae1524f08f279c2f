import type { Storage } from 'webextension-polyfill';

/** Stays in `storage.local`, which pages can read and clear: it is no secret, and its loss costs one release note. */
export interface SeenVersionStorage {
  local: Pick<Storage.StorageArea, 'get' | 'set'>;
}

const KEY = 'seen-version';

/** The installed version, or the last one whose release note was closed; null if none is stored yet. */
export async function readSeenVersion({ local }: SeenVersionStorage): Promise<string | null> {
  const stored = (await local.get(KEY))[KEY];
  return typeof stored === 'string' ? stored : null;
}

export const writeSeenVersion = ({ local }: SeenVersionStorage, version: string): Promise<void> =>
  local.set({ [KEY]: version });
