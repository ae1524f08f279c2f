/** What the reader decided for a site, what holds where nothing was decided, and what follows for a page. */
import { DEFAULT_ASK_SITES } from './default-ask-sites.ts';

/** `asked`: its pages are read only when the reader asks for it, each visit anew. */
export type SiteRule = 'on' | 'off' | 'asked' | { pausedUntilMs: number };

export type SiteState = 'on' | 'off' | 'asked' | 'paused';

/** By host, as `siteHost` gives it. A rule also covers what lies below its host, unless that has its own. */
export type SiteRules = Record<string, SiteRule>;

/** A host, then each domain around it: `a.b.org`, `b.org`, `org`. */
export function domainsOf(host: string): string[] {
  // Of a numeric address the parts mean nothing.
  if (/^[\d.]+(:\d+)?$|^\[/.test(host)) return [host];
  const labels = host.split('.');
  return labels.map((_, i) => labels.slice(i).join('.'));
}

/** The reader's own rule that is nearest to the host. */
function ownRule(rules: SiteRules, host: string): SiteRule | undefined {
  const domain = domainsOf(host).find((each) => Object.hasOwn(rules, each));
  return domain === undefined ? undefined : rules[domain];
}

/** The starter list's domain that covers the host. */
export const defaultAskGroupOf = (host: string): string | undefined =>
  domainsOf(host.replace(/:\d+$/, '')).find((domain) => DEFAULT_ASK_SITES.has(domain));

/** The rule of a host: the reader's own, else that of the starter list; undefined where nobody said anything. */
export const ruleFor = (rules: SiteRules, host: string): SiteRule | undefined =>
  ownRule(rules, host) ?? (defaultAskGroupOf(host) === undefined ? undefined : 'asked');

/** A pause that is over is on again, though its rule may still be stored. */
export function siteState(rule: SiteRule | undefined, nowMs: number): SiteState {
  if (rule === undefined) return 'on';
  if (typeof rule === 'string') return rule;
  return rule.pausedUntilMs > nowMs ? 'paused' : 'on';
}

/** How things stand with a host. A pause that is over leaves what held before it. */
export function stateOf(rules: SiteRules, host: string, nowMs: number): SiteState {
  return siteState(ruleFor(withoutEnded(rules, nowMs), host), nowMs);
}

const isEnded = (rule: SiteRule, nowMs: number): boolean =>
  typeof rule === 'object' && rule.pausedUntilMs <= nowMs;

const withoutEnded = (rules: SiteRules, nowMs: number): SiteRules =>
  Object.fromEntries(Object.entries(rules).filter(([, rule]) => !isEnded(rule, nowMs)));

/** The rules with one more, and without those that say nothing any more: a pause that is over, what holds anyway. */
export function withRule(rules: SiteRules, host: string, rule: SiteRule, nowMs: number): SiteRules {
  const next = withoutEnded({ ...rules, [host]: rule }, nowMs);
  const others = Object.fromEntries(Object.entries(next).filter(([other]) => other !== host));
  const holdsAnyway = rule === (ruleFor(others, host) ?? 'on');
  return holdsAnyway ? others : next;
}

/** Undefined for what is no rule, so that a damaged one leaves the site as it would be without. */
export function parseSiteRule(input: unknown): SiteRule | undefined {
  if (input === 'on' || input === 'off' || input === 'asked') return input;
  if (typeof input !== 'object' || input === null) return undefined;
  const until = (input as Record<string, unknown>)['pausedUntilMs'];
  return Number.isFinite(until) ? { pausedUntilMs: until as number } : undefined;
}
