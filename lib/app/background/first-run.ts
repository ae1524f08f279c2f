import type { Runtime, Tabs } from 'webextension-polyfill';
import { readSeenVersion, writeSeenVersion } from '../../platform/storage/seen-version.ts';
import type { SettingsStorage } from '../../platform/storage/local-settings.ts';

export interface FirstRunParts {
  storage: Pick<SettingsStorage, 'local'>;
  tabs: Pick<Tabs.Static, 'create'>;
  runtime: Pick<Runtime.Static, 'getURL' | 'getManifest'>;
}

/** The page that welcomes: after the install, once; never after an update. */
export async function welcome({ storage, tabs, runtime }: FirstRunParts, reason: string): Promise<void> {
  if (reason !== 'install' || (await readSeenVersion(storage)) !== null) return;
  await tabs.create({ url: runtime.getURL('welcome.html') });
  await writeSeenVersion(storage, runtime.getManifest().version);
}
