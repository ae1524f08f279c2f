/**
 * What the reader chose, in `storage.local`: settings, rules by site, and which pages carry notes. Whatever is
 * damaged reads as if it had never been chosen.
 */
import type { Storage } from 'webextension-polyfill';
import { ALL_SITES, knownIn, parseChoices, type Choices } from '../../core/judge/term-decision.ts';
import {
  DEFAULT_SETTINGS,
  packSettings,
  parseSettings,
  type Settings,
} from '../../core/settings/settings.ts';
import { parseSiteRule, withRule, type SiteRule, type SiteRules } from '../../core/sites/site-rule.ts';
import { fieldsOf, isText } from '../../core/base/untrusted-fields.ts';

/** `storage`, or what a test puts in its place. */
export interface SettingsStorage {
  local: Pick<Storage.StorageArea, 'get' | 'set'>;
  onChanged: Storage.Static['onChanged'];
}

export { DEFAULT_SETTINGS, parseSettings, type Settings };

export type { SiteRules };

/** All a content script has to know before it reads its page. */
export interface PageSettings {
  settings: Settings;
  rules: SiteRules;
  /** What the reader decided about terms on that host. */
  choices: Choices;
  /** Ids of the concepts that the reader knows. */
  known: ReadonlySet<string>;
  /** Hashes (`addressHash`) of the addresses that carry notes. */
  notedPages: ReadonlySet<string>;
}

export const KEYS = {
  settings: 'settings',
  sites: 'sites',
  notedPages: 'noted-pages',
  choices: 'choices',
} as const;

/** One read for everything. */
export async function readPageSettings(storage: SettingsStorage, host: string | null): Promise<PageSettings> {
  const stored = await storage.local.get(Object.values(KEYS));
  const rules = parseSiteRules(stored[KEYS.sites]);
  const choices = parseSiteChoices(stored[KEYS.choices]);
  return {
    settings: parseSettings(stored[KEYS.settings]),
    rules,
    choices: choicesOf(choices, host),
    known: knownIn(choicesOf(choices, ALL_SITES)),
    notedPages: parseNotedPages(stored[KEYS.notedPages]),
  };
}

export interface Stored<T> {
  get(): Promise<T>;
  /** Calls back with the new value after each change, whoever made it. The answer ends it. */
  watch(onChange: (value: T, before: T) => void): () => void;
}

export interface SettingsStore extends Stored<Settings> {
  set(changes: Partial<Settings>): Promise<void>;
  /** Writes what `change` makes of the stored settings. */
  change(change: (settings: Settings) => Partial<Settings>): Promise<void>;
}

export function createSettings(storage: SettingsStorage): SettingsStore {
  const stored = createStored(storage, KEYS.settings, parseSettings);
  const change: SettingsStore['change'] = (changesOf) =>
    stored.update((settings) => packSettings({ ...settings, ...changesOf(settings) }));
  return { ...stored, change, set: (changes) => change(() => changes) };
}

export interface SiteRulesStore extends Stored<SiteRules> {
  /** Rules that say nothing any more (a pause that is over, what holds anyway) are taken out on the way. */
  set(host: string, rule: SiteRule, nowMs: number): Promise<void>;
}

export function createSiteRules(storage: SettingsStorage): SiteRulesStore {
  const stored = createStored(storage, KEYS.sites, parseSiteRules);
  return {
    ...stored,
    set: (host, rule, nowMs) => stored.update((rules) => withRule(rules, host, rule, nowMs)),
  };
}

/** By host, and `EVERYWHERE`. */
export type SiteChoices = Record<string, Choices>;

export const choicesOf = (sites: SiteChoices, host: string | null): Choices =>
  host === null ? [] : (sites[host] ?? []);

export interface SiteChoicesStore extends Stored<SiteChoices> {
  /** Writes what `change` makes of the choices of a site; a site without any is forgotten. */
  change(host: string, change: (choices: Choices) => Choices): Promise<void>;
}

export function createSiteChoices(storage: SettingsStorage): SiteChoicesStore {
  const stored = createStored(storage, KEYS.choices, parseSiteChoices);
  return {
    ...stored,
    change: (host, change) =>
      stored.update((sites) =>
        Object.fromEntries(
          Object.entries({ ...sites, [host]: change(sites[host] ?? []) }).filter(
            ([, choices]) => choices.length > 0,
          ),
        ),
      ),
  };
}

export interface NotedPagesStore extends Stored<ReadonlySet<string>> {
  /** Writes only when something differs. */
  set(hashes: ReadonlySet<string>): Promise<void>;
}

export function createNotedPages(storage: SettingsStorage): NotedPagesStore {
  const stored = createStored<ReadonlySet<string>>(storage, KEYS.notedPages, parseNotedPages);
  return {
    ...stored,
    set: (hashes) =>
      stored.update((known) => {
        const same = known.size === hashes.size && [...hashes].every((hash) => known.has(hash));
        return same ? undefined : [...hashes].sort();
      }),
  };
}

export function parseSiteRules(input: unknown): SiteRules {
  const rules: SiteRules = {};
  for (const [host, value] of Object.entries(fieldsOf(input))) {
    const rule = parseSiteRule(value);
    if (rule !== undefined) rules[host] = rule;
  }
  return rules;
}

export function parseSiteChoices(input: unknown): SiteChoices {
  return Object.fromEntries(
    Object.entries(fieldsOf(input))
      .map(([host, choices]) => [host, parseChoices(choices)] as const)
      .filter(([, choices]) => choices.length > 0),
  );
}

const parseNotedPages = (input: unknown): ReadonlySet<string> =>
  new Set(Array.isArray(input) ? input.filter(isText) : []);

export interface UpdatableStored<T> extends Stored<T> {
  /** `change` gives what to write, or undefined to leave it. Changes made here wait for each other. */
  update(change: (value: T) => unknown): Promise<void>;
}

export function createStored<T>(
  storage: SettingsStorage,
  key: string,
  parse: (input: unknown) => T,
): UpdatableStored<T> {
  let queue: Promise<void> = Promise.resolve();
  const get = async (): Promise<T> => parse((await storage.local.get(key))[key]);
  return {
    get,
    update(change) {
      const done = queue.then(async () => {
        const next = change(await get());
        if (next !== undefined) await storage.local.set({ [key]: next });
      });
      queue = done.catch(() => undefined);
      return done;
    },
    watch(onChange) {
      const listener = (changes: Record<string, Storage.StorageChange>, area: string): void => {
        const change = area === 'local' ? changes[key] : undefined;
        if (change) onChange(parse(change.newValue), parse(change.oldValue));
      };
      storage.onChanged.addListener(listener);
      return () => storage.onChanged.removeListener(listener);
    },
  };
}
