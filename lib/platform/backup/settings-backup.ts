/** The part of the storage that a backup holds, and when the last backup was made. */
import { canonicalJson } from '../../core/backup/canonical-json.ts';
import type { Json, BackedUpSettings, SectionReaders } from '../../core/backup/backup-file.ts';
import { fieldsOf, isText } from '../../core/base/untrusted-fields.ts';
import {
  KEYS,
  parseSettings,
  parseSiteChoices,
  parseSiteRules,
  type SettingsStorage,
} from '../storage/local-settings.ts';

type LocalStorage = Pick<SettingsStorage, 'local'>;

const LAST_BACKUP = 'last-backup';

/** The one validator of what lies under a key of the storage. */
type Parse = (stored: unknown) => object;

/**
 * What goes into a backup, by key of the storage: every key is here, with its validator, or with null where the reader
 * made nothing of it. A new key does not compile until that is decided; new settings under a known one come by themselves.
 */
export const SETTING_PARSERS: Record<keyof typeof KEYS, Parse | null> = {
  settings: parseSettings,
  sites: parseSiteRules,
  choices: parseSiteChoices,
  // Made from the notes, whenever they change.
  notedPages: null,
};

const SECTIONS: { name: string; parse: Parse }[] = Object.entries(SETTING_PARSERS).flatMap(([key, parse]) =>
  parse ? [{ name: KEYS[key as keyof typeof KEYS], parse }] : [],
);

/** For `parseBackup`: each value is read as if nothing else were stored. */
export const sectionReaders: SectionReaders = Object.fromEntries(
  SECTIONS.map(({ name, parse }) => [name, (value, key) => readAlone(parse, key, value)]),
);

/** Undefined for a name or a value that the validator does not know: it answers with a default, or not at all. */
function readAlone(parse: Parse, key: string, value: unknown): Json | undefined {
  const fallback = Object.entries(parse({})).find(([name]) => name === key)?.[1] as Json | undefined;
  const read = Object.entries(parse(Object.fromEntries([[key, value]]))).find(([name]) => name === key);
  const isFallback = fallback !== undefined && canonicalJson(read?.[1]) === canonicalJson(fallback);
  return isFallback && canonicalJson(value) !== canonicalJson(fallback) ? undefined : (read?.[1] as Json);
}

export async function readSettingsBackup({ local }: LocalStorage): Promise<BackedUpSettings> {
  const stored = await local.get(SECTIONS.map(({ name }) => name));
  return Object.fromEntries(
    SECTIONS.map(({ name, parse }) => {
      const values = Object.entries(fieldsOf(stored[name])).map(
        ([key, value]) => [key, readAlone(parse, key, value)] as const,
      );
      return [
        name,
        Object.fromEntries(values.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]))),
      ];
    }),
  );
}

/** Sections that are not given stay as they are. */
export async function writeSettingsBackup({ local }: LocalStorage, kept: BackedUpSettings): Promise<void> {
  const sections = SECTIONS.flatMap(({ name }) => {
    const values = Object.hasOwn(kept, name) ? kept[name] : undefined;
    return values ? [[name, name === KEYS.settings ? { v: 1, ...values } : values]] : [];
  });
  await local.set(Object.fromEntries(sections) as Record<string, unknown>);
}

/** ISO 8601 in UTC; null where no backup was ever made. */
export async function readLastBackup({ local }: LocalStorage): Promise<string | null> {
  const stored = (await local.get(LAST_BACKUP))[LAST_BACKUP];
  return isText(stored) ? stored : null;
}

export const writeLastBackup = ({ local }: LocalStorage, madeIso: string): Promise<void> =>
  local.set({ [LAST_BACKUP]: madeIso });

/** Calls back when a backup was made, by whichever page. The answer ends it. */
export function watchLastBackup(
  { onChanged }: Pick<SettingsStorage, 'onChanged'>,
  onMade: () => void,
): () => void {
  const listener = (changes: Record<string, unknown>, area: string): void => {
    if (area === 'local' && LAST_BACKUP in changes) onMade();
  };
  onChanged.addListener(listener);
  return () => onChanged.removeListener(listener);
}
