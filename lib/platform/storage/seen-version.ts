/** The version whose news the reader has seen: that of the install, or the last one whose news were put away. */
import { isText } from '../../core/base/untrusted-fields.ts';
import type { SettingsStorage } from './local-settings.ts';

type LocalStorage = Pick<SettingsStorage, 'local'>;

const SEEN = 'seen-version';

/** Null for who came before versions were kept. */
export async function readSeenVersion({ local }: LocalStorage): Promise<string | null> {
  const stored = (await local.get(SEEN))[SEEN];
  return isText(stored) ? stored : null;
}

export const writeSeenVersion = ({ local }: LocalStorage, version: string): Promise<void> =>
  local.set({ [SEEN]: version });
