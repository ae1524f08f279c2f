import { canonicalJson } from '../backup/canonical-json.ts';
import { sipHash } from '../base/siphash.ts';
import { fieldsOf } from '../base/untrusted-fields.ts';
import type { Choices } from '../judge/term-decision.ts';
import { ALL_SITES, knownIn } from '../judge/term-decision.ts';
import { domainsOf, parseSiteRule, type SiteRule, type SiteRules } from '../sites/site-rule.ts';
import { DEFAULT_SETTINGS, packSettings, parseSettings, type Settings } from './settings.ts';

/**
 * All that a content script may read of what the reader decided. Sites and addresses are only in it as hashes under a
 * random salt: a page can tell what holds for itself, without waking the background, and can list nothing. STORAGE-1
 */
export interface PageMirror {
  v: 1;
  salt: string;
  settings: Record<string, unknown>;
  /** Ids of the concepts that the reader knows. */
  known: string[];
  /** By hash of the host. */
  sites: Record<string, SiteRule>;
  /** By hash of the host, for those with decisions about terms: a text that changes with the decisions. */
  decided: Record<string, string>;
  /** Hashes of the addresses with notes or drafts. */
  noted: string[];
}

export interface MirroredState {
  salt: string;
  settings: Settings;
  rules: SiteRules;
  choices: Readonly<Record<string, Choices>>;
  /** Hashed already, under the same salt. */
  noted: readonly string[];
}

export function createPageMirror({ salt, settings, rules, choices, noted }: MirroredState): PageMirror {
  const hosts = Object.keys(choices).filter((host) => host !== ALL_SITES);
  return {
    v: 1,
    salt,
    // A page does not remind of backups.
    settings: packSettings({ ...settings, backupReminder: DEFAULT_SETTINGS.backupReminder }),
    known: [...knownIn(choices[ALL_SITES] ?? [])].sort(),
    sites: Object.fromEntries(Object.entries(rules).map(([host, rule]) => [saltedHash(salt, host), rule])),
    decided: Object.fromEntries(
      hosts.map((host) => [saltedHash(salt, host), saltedHash(salt, canonicalJson([host, choices[host]]))]),
    ),
    noted: [...noted].sort(),
  };
}

export interface OpenPageMirror {
  settings: Settings;
  known: ReadonlySet<string>;
  /** The rules that count on this host: its own and those of the domains around it. */
  rulesFor(host: string): SiteRules;
  /** Changes with the decisions about terms on this host; null where there are none. */
  decisionsStamp(host: string): string | null;
  isNoted(address: string): boolean;
}

/** Null for anything else, as a page may have left it there. */
export function openPageMirror(stored: unknown): OpenPageMirror | null {
  const { v, salt, settings, known, sites, decided, noted } = fieldsOf(stored);
  if (v !== 1 || typeof salt !== 'string' || !SALT.test(salt)) return null;
  if (!isTexts(known) || !isTexts(noted)) return null;
  const [rules, stamps] = [fieldsOf(sites), fieldsOf(decided)];
  // Hashing costs time in every frame, and most readers have decided nothing.
  const find = (by: Record<string, unknown>, text: string): unknown =>
    Object.keys(by).length === 0 ? undefined : by[saltedHash(salt, text)];
  return {
    settings: parseSettings(settings),
    known: new Set(known),
    rulesFor(host) {
      const own = domainsOf(host).map((domain) => [domain, parseSiteRule(find(rules, domain))] as const);
      return Object.fromEntries(
        own.flatMap(([domain, rule]) => (rule === undefined ? [] : [[domain, rule]])),
      );
    },
    decisionsStamp(host) {
      const stamp = find(stamps, host);
      return typeof stamp === 'string' ? stamp : null;
    },
    isNoted: (address) => noted.length > 0 && noted.includes(saltedHash(salt, address)),
  };
}

/** 128 bits in hexadecimal digits. */
const SALT = /^[0-9a-f]{32}$/;

/** @param salt 32 hexadecimal digits. */
export function saltedHash(salt: string, text: string): string {
  const key = [BigInt(`0x${salt.slice(0, 16)}`), BigInt(`0x${salt.slice(16)}`)] as const;
  const bytes: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    bytes.push(unit & 0xff, unit >> 8);
  }
  return sipHash(key, bytes).toString(36);
}

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string');
