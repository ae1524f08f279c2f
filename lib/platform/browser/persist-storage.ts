/**
 * Asks the browser not to evict the extension's storage. Must be called on a page. With `unlimitedStorage` Firefox
 * agrees without a prompt; Chromium refuses, but evicts no extension with that permission.
 *
 * @returns whether the notes are safe from eviction; null if the browser does not report it.
 */
export async function persist(
  storage: Pick<StorageManager, 'persist' | 'persisted'> | undefined = navigator.storage,
): Promise<boolean | null> {
  try {
    if (!storage) return null;
    return (await storage.persisted()) || (await storage.persist());
  } catch {
    return null;
  }
}
