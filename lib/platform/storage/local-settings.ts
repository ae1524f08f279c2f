/** The stored values of the reader other than notes, and the changes made to them (STORAGE-02). */
import { parseDecisions, type TermDecisions } from '../../core/judge/term-decision.ts';
import type { OrphanedNotes } from '../../core/library/note-filter.ts';
import { fieldsOf } from '../../core/base/untrusted-fields.ts';
import { saltedHash } from '../../core/settings/page-mirror.ts';
import {
  DEFAULT_SETTINGS,
  packSettings,
  parseSettings,
  type Settings,
} from '../../core/settings/settings.ts';
import { parseSiteRule, withRule, type SiteRule, type SiteRules } from '../../core/sites/site-rule.ts';
import { defineItem, openItem, type ReaderStorage, type Stored } from './storage-item.ts';
import { pageKey } from '../../core/sites/page-address.ts';

export { DEFAULT_SETTINGS, type Settings, type SiteRules, type Stored };

/** By host; `ALL_SITES` holds for every site. */
export type DecisionsBySite = Record<string, TermDecisions>;

export const ITEMS = {
  settings: defineItem<Settings>({ key: 'settings', parse: parseSettings, pack: packSettings }),
  sites: defineItem<SiteRules>({ key: 'sites', parse: parseSiteRules }),
  decisions: defineItem<DecisionsBySite>({ key: 'choices', parse: parseDecisionsBySite }),
  /** Salted hashes of the addresses with notes or drafts. */
  notedPages: defineItem<readonly string[]>({ key: 'noted-pages', parse: parseTexts }),
  /** 128 random bits in hexadecimal digits; empty until drawn. */
  salt: defineItem<string>({ key: 'page-salt', parse: parseText }),
  /**
   * Notes whose passage this machine did not find, with the time that was first noticed. Not the reader's own data, so
   * neither synced nor backed up.
   */
  orphans: defineItem<OrphanedNotes>({
    key: 'orphans',
    parse: (stored) =>
      new Map(
        Object.entries(fieldsOf(stored)).filter((entry): entry is [string, string] => isText(entry[1])),
      ),
    pack: Object.fromEntries,
  }),
  /** ISO 8601 in UTC; empty if no backup was ever made. */
  lastBackup: defineItem<string>({ key: 'last-backup', parse: parseText }),
} as const;

export interface SettingsStore extends Stored<Settings> {
  set(changes: Partial<Settings>): Promise<void>;
  /** For a value that depends on the stored one, which another page may have changed meanwhile. */
  change(change: (settings: Settings) => Partial<Settings>): Promise<void>;
}

export function createSettings(storage: ReaderStorage): SettingsStore {
  const item = openItem(storage, ITEMS.settings);
  const change: SettingsStore['change'] = (changesOf) =>
    item.update((settings) => ({ ...settings, ...changesOf(settings) }));
  return { ...item, change, set: (changes) => change(() => changes) };
}

export interface SiteRulesStore extends Stored<SiteRules> {
  /** Also removes rules without effect: ended pauses, and the given one if it would hold without it. */
  set(host: string, rule: SiteRule, nowMs: number): Promise<void>;
}

export function createSiteRules(storage: ReaderStorage): SiteRulesStore {
  const item = openItem(storage, ITEMS.sites);
  return { ...item, set: (host, rule, nowMs) => item.update((rules) => withRule(rules, host, rule, nowMs)) };
}

export const decisionsOf = (sites: DecisionsBySite, host: string | null): TermDecisions =>
  host === null ? [] : (sites[host] ?? []);

export interface SiteDecisionsStore extends Stored<DecisionsBySite> {
  /** Stores the decisions that `change` returns; a site without decisions is removed. */
  change(host: string, change: (decisions: TermDecisions) => TermDecisions): Promise<void>;
}

export function createSiteDecisions(storage: ReaderStorage): SiteDecisionsStore {
  const item = openItem(storage, ITEMS.decisions);
  return {
    ...item,
    change: (host, change) =>
      item.update((sites) =>
        Object.fromEntries(
          Object.entries({ ...sites, [host]: change(sites[host] ?? []) }).filter(
            ([, decisions]) => decisions.length > 0,
          ),
        ),
      ),
  };
}

export interface NotedPagesStore {
  add(pages: readonly string[]): Promise<void>;
  replace(pages: readonly string[]): Promise<void>;
}

export function createNotedPages(storage: ReaderStorage): NotedPagesStore {
  const item = openItem(storage, ITEMS.notedPages);
  const write = async (pages: readonly string[], isAdded: boolean): Promise<void> => {
    const salt = await readSalt(storage);
    const hashes = pages.map((page) => saltedHash(salt, pageKey(page)));
    await item.update((before) => {
      const after = [...new Set(isAdded ? [...before, ...hashes] : hashes)].sort();
      return after.join() === before.join() ? before : after;
    });
  };
  return { add: (pages) => write(pages, true), replace: (pages) => write(pages, false) };
}

/** Draws the salt on the first call. */
export async function readSalt(storage: ReaderStorage): Promise<string> {
  const item = openItem(storage, ITEMS.salt);
  const stored = await item.get();
  if (stored !== '') return stored;
  await item.update((now) => now || drawSalt());
  return item.get();
}

const drawSalt = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

function parseSiteRules(input: unknown): SiteRules {
  const rules: SiteRules = {};
  for (const [host, value] of Object.entries(fieldsOf(input))) {
    const rule = parseSiteRule(value);
    if (rule !== undefined) rules[asciiHost(host)] = rule;
  }
  return rules;
}

/** Rules stored by an early 0.1.0 may have a host as typed, with letters beyond ASCII, which matches no page. */
const asciiHost = (host: string): string =>
  /[^\0-\x7f]/.test(host) ? (URL.parse(`http://${host}`)?.host ?? host) : host;

function parseDecisionsBySite(input: unknown): DecisionsBySite {
  return Object.fromEntries(
    Object.entries(fieldsOf(input))
      .map(([host, decisions]) => [host, parseDecisions(decisions)] as const)
      .filter(([, decisions]) => decisions.length > 0),
  );
}

function parseTexts(stored: unknown): readonly string[] {
  return Array.isArray(stored) ? stored.filter(isText) : [];
}

function parseText(stored: unknown): string {
  return isText(stored) ? stored : '';
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
