import { canonicalJson } from '../backup/canonical-json.ts';
import { sipHash } from '../base/siphash.ts';
import { fieldsOf } from '../base/untrusted-fields.ts';
import type { TermDecisions } from '../judge/term-decision.ts';
import { ALL_SITES, knownConcepts } from '../judge/term-decision.ts';
import { domainsOf, parseSiteRule, type SiteRule, type SiteRules } from '../sites/site-rule.ts';
import { DEFAULT_SETTINGS, packSettings, parseSettings, type Settings } from './settings.ts';

/**
 * The reader's decisions as content scripts may read them without waking the background. Sites and addresses are salted
 * hashes, so a page can look up itself but list nothing. STORAGE-01
 */
export interface PageMirror {
  v: 1;
  salt: string;
  settings: Record<string, unknown>;
  /** Ids of the concepts that the reader knows. */
  known: string[];
  /** By hash of the host. */
  sites: Record<string, SiteRule>;
  /** By hash of the host, for hosts with decisions about terms: a stamp that changes with them. */
  decided: Record<string, string>;
  /** Hashes of the addresses with notes or drafts. */
  noted: string[];
}

export interface MirroredState {
  salt: string;
  settings: Settings;
  rules: SiteRules;
  decisions: Readonly<Record<string, TermDecisions>>;
  /** Hashes under the same salt. */
  noted: readonly string[];
}

export function createPageMirror({ salt, settings, rules, decisions, noted }: MirroredState): PageMirror {
  const hosts = Object.keys(decisions).filter((host) => host !== ALL_SITES);
  return {
    v: 1,
    salt,
    // Pages show no backup reminder, so its setting is not exposed to them.
    settings: packSettings({ ...settings, backupReminder: DEFAULT_SETTINGS.backupReminder }),
    known: [...knownConcepts(decisions[ALL_SITES] ?? [])].sort(),
    sites: Object.fromEntries(Object.entries(rules).map(([host, rule]) => [saltedHash(salt, host), rule])),
    decided: Object.fromEntries(
      hosts.map((host) => [saltedHash(salt, host), saltedHash(salt, canonicalJson([host, decisions[host]]))]),
    ),
    noted: [...noted].sort(),
  };
}

export interface OpenPageMirror {
  settings: Settings;
  known: ReadonlySet<string>;
  /** The rules of the host and its parent domains. */
  rulesFor(host: string): SiteRules;
  /** Changes with the decisions about terms on this host; null if there are none. */
  decisionsStamp(host: string): string | null;
  isNoted(address: string): boolean;
}

/** Null for an invalid mirror: pages can overwrite it. */
export function openPageMirror(stored: unknown): OpenPageMirror | null {
  const { v, salt, settings, known, sites, decided, noted } = fieldsOf(stored);
  if (v !== 1 || typeof salt !== 'string' || !SALT.test(salt)) return null;
  if (!isTexts(known) || !isTexts(noted)) return null;
  const [rules, stamps] = [fieldsOf(sites), fieldsOf(decided)];
  // Skips hashing, which costs time in every frame, if nothing was decided.
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
