/** The part of the storage that a backup holds, as it lies there, and when the last backup was made. */
import type { Json, KeptSettings } from '../core/backup/backup.ts';
import { fieldsOf, isText } from './guard.ts';
import { KEYS, parseSiteChoices, parseSiteRules, type SettingsStorage } from './settings.ts';

type LocalStorage = Pick<SettingsStorage, 'local'>;

const LAST_BACKUP = 'last-backup';

export async function readKeptSettings({ local }: LocalStorage): Promise<KeptSettings> {
  const stored = await local.get([KEYS.settings, KEYS.sites, KEYS.choices]);
  const settings = Object.entries(fieldsOf(stored[KEYS.settings])).filter(([name]) => name !== 'v');
  return {
    settings: Object.fromEntries(settings) as Record<string, Json>,
    sites: parseSiteRules(stored[KEYS.sites]),
    choices: parseSiteChoices(stored[KEYS.choices]),
  };
}

export async function writeKeptSettings({ local }: LocalStorage, kept: KeptSettings): Promise<void> {
  await local.set({
    [KEYS.settings]: { v: 1, ...kept.settings },
    [KEYS.sites]: kept.sites,
    [KEYS.choices]: kept.choices,
  });
}

/** ISO 8601 in UTC; null where no backup was ever made. */
export async function readLastBackup({ local }: LocalStorage): Promise<string | null> {
  const stored = (await local.get(LAST_BACKUP))[LAST_BACKUP];
  return isText(stored) ? stored : null;
}

export const writeLastBackup = ({ local }: LocalStorage, madeIso: string): Promise<void> =>
  local.set({ [LAST_BACKUP]: madeIso });
