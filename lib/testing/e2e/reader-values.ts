/** The reader's stored values, read and written behind the extension's back as a test needs them. */
import type { ReadingBrowser } from '../browsers/driver.ts';

interface Api {
  storage: { local: { remove(key: string): Promise<void> } };
}

/** Null removes a value. Open pages follow, as they do when a page has cleared the mirror. */
export async function putReaderValues(
  reading: ReadingBrowser,
  items: Record<string, unknown>,
): Promise<void> {
  await reading.background(async (given) => {
    const { browser, chrome } = globalThis as unknown as Record<string, Api | undefined>;
    const opened = indexedDB.open('manicule-reader');
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      opened.onsuccess = () => resolve(opened.result);
      opened.onerror = () => reject(new Error(String(opened.error)));
    });
    const transaction = database.transaction('values', 'readwrite');
    for (const [key, value] of Object.entries(given)) {
      if (value === null) transaction.objectStore('values').delete(key);
      else transaction.objectStore('values').put(value, key);
    }
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(new Error(String(transaction.error)));
    });
    database.close();
    await (browser ?? chrome)!.storage.local.remove('page-mirror');
    return null;
  }, items);
}

/** Null where nothing is stored. */
export const getReaderValue = (reading: ReadingBrowser, key: string): Promise<unknown> =>
  reading.background(async (wanted) => {
    const opened = indexedDB.open('manicule-reader');
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      opened.onsuccess = () => resolve(opened.result);
      opened.onerror = () => reject(new Error(String(opened.error)));
    });
    const request = database.transaction('values').objectStore('values').get(wanted) as IDBRequest<unknown>;
    const value = await new Promise<unknown>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result ?? null);
      request.onerror = () => reject(new Error(String(request.error)));
    });
    database.close();
    return value;
  }, key);
