/** Firefox asks the reader once more, in its own words, before an add-on may send data. */
import type { Permissions } from 'webextension-polyfill';

/** As declared in the manifest: what notes are made of. */
const SYNC_DATA = ['websiteContent', 'browsingActivity'] as const;

/** To be called first of all in the reader's click. Where a browser knows no such question, the answer is yes. */
export async function askDataPermission(
  permissions: Pick<Permissions.Static, 'request'>,
  isFirefox: boolean,
): Promise<boolean> {
  if (!isFirefox) return true;
  return permissions.request({ data_collection: [...SYNC_DATA] });
}
