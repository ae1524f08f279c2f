import { canonicalJson } from '../../core/backup/canonical-json.ts';
import type { Json, BackedUpSettings, SectionReaders } from '../../core/backup/backup-file.ts';
import { fieldsOf } from '../../core/base/untrusted-fields.ts';
import { ITEMS } from '../storage/local-settings.ts';
import { openItem, type ReaderStorage } from '../storage/storage-item.ts';

type LocalStorage = Pick<ReaderStorage, 'local'>;

type Parse = (stored: unknown) => object;

/** Parsers of the items in a backup; null for those left out. A new stored item does not compile without an entry. */
export const SETTING_PARSERS: Record<keyof typeof ITEMS, Parse | null> = {
  settings: ITEMS.settings.parse,
  sites: ITEMS.sites.parse,
  decisions: ITEMS.decisions.parse,
  // Derived from the notes.
  notedPages: null,
  // Protects the hashes of noted pages on this machine alone.
  salt: null,
  // Found again when the pages are opened.
  orphans: null,
  // Concerns this machine alone.
  lastBackup: null,
};

const SECTIONS: { name: string; parse: Parse }[] = Object.entries(SETTING_PARSERS).flatMap(([item, parse]) =>
  parse ? [{ name: ITEMS[item as keyof typeof ITEMS].key, parse }] : [],
);

/** For `parseBackup()`; reads each value as if nothing else were stored. */
export const sectionReaders: SectionReaders = Object.fromEntries(
  SECTIONS.map(({ name, parse }) => [name, (value, key) => readAlone(parse, key, value)]),
);

/** Undefined for an unknown name or an invalid value, for which the item's parser returns its default or nothing. */
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

/** Leaves absent sections as they are. */
export async function writeSettingsBackup(
  { local }: LocalStorage,
  settings: BackedUpSettings,
): Promise<void> {
  const sections = SECTIONS.flatMap(({ name }) => {
    const values = Object.hasOwn(settings, name) ? settings[name] : undefined;
    return values ? [[name, name === ITEMS.settings.key ? { v: 1, ...values } : values]] : [];
  });
  await local.set(Object.fromEntries(sections) as Record<string, unknown>);
}

/** ISO 8601 in UTC; null if no backup was ever made. */
export const readLastBackup = async (storage: ReaderStorage): Promise<string | null> =>
  (await openItem(storage, ITEMS.lastBackup).get()) || null;

export const writeLastBackup = (storage: ReaderStorage, madeIso: string): Promise<void> =>
  openItem(storage, ITEMS.lastBackup).update(() => madeIso);

/** Calls back when any page made a backup. Returns a function that stops it. */
export const watchLastBackup = (storage: ReaderStorage, onMade: () => void): (() => void) =>
  openItem(storage, ITEMS.lastBackup).watch(onMade);
