import type { Runtime, Tabs } from 'webextension-polyfill';
import {
  readSeenVersion,
  writeSeenVersion,
  type SeenVersionStorage,
} from '../../platform/storage/seen-version.ts';

export interface FirstRunParts {
  storage: SeenVersionStorage;
  tabs: Pick<Tabs.Static, 'create'>;
  runtime: Pick<Runtime.Static, 'getURL' | 'getManifest'>;
}

/** The page that welcomes: after the install, once; never after an update. */
export async function welcome({ storage, tabs, runtime }: FirstRunParts, reason: string): Promise<void> {
  if (reason !== 'install' || (await readSeenVersion(storage)) !== null) return;
  await tabs.create({ url: runtime.getURL('welcome.html') });
  await writeSeenVersion(storage, runtime.getManifest().version);
}
