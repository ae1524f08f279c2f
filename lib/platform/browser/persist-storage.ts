/**
 * Asks the browser not to clear our origin when the disk runs low. It has to be asked from a page of ours; our
 * permission for unlimited storage lets Firefox agree without a question to the reader. Chromium says no to extensions,
 * and clears nothing of one with that permission all the same.
 *
 * @returns whether the notes are safe from it; null where the browser does not say.
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
