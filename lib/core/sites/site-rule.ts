/** The reader's rules for sites, the default rules, and the resulting state of a page. */
import { DEFAULT_ASK_SITES } from './default-ask-sites.ts';

/** `asked`: pages are read only when the reader asks, again on each visit. */
export type SiteRule = 'on' | 'off' | 'asked' | { pausedUntilMs: number };

export type SiteState = 'on' | 'off' | 'asked' | 'paused';

/** By host, as from `siteHost()`. A rule also covers the subdomains without a rule of their own. */
export type SiteRules = Record<string, SiteRule>;

/** The host, then each parent domain: `a.b.org`, `b.org`, `org`. */
export function domainsOf(host: string): string[] {
  // The parts of an IP address are not domains.
  if (/^[\d.]+(:\d+)?$|^\[/.test(host)) return [host];
  const labels = host.split('.');
  return labels.map((_, i) => labels.slice(i).join('.'));
}

/** The reader's rule of the host, else of its closest parent domain. */
function ownRule(rules: SiteRules, host: string): SiteRule | undefined {
  const domain = domainsOf(host).find((each) => Object.hasOwn(rules, each));
  return domain === undefined ? undefined : rules[domain];
}

/** The domain of the default list that covers the host. */
export const defaultAskGroupOf = (host: string): string | undefined =>
  domainsOf(host.replace(/:\d+$/, '')).find((domain) => DEFAULT_ASK_SITES.has(domain));

/** The reader's rule, else the default rule; undefined if there is none. */
export const ruleFor = (rules: SiteRules, host: string): SiteRule | undefined =>
  ownRule(rules, host) ?? (defaultAskGroupOf(host) === undefined ? undefined : 'asked');

/** `on` after a pause has ended, though its rule may still be stored. */
export function siteState(rule: SiteRule | undefined, nowMs: number): SiteState {
  if (rule === undefined) return 'on';
  if (typeof rule === 'string') return rule;
  return rule.pausedUntilMs > nowMs ? 'paused' : 'on';
}

/** Ignores rules of pauses that have ended, so that a parent domain's rule or the default counts again. */
export function stateOf(rules: SiteRules, host: string, nowMs: number): SiteState {
  return siteState(ruleFor(withoutEnded(rules, nowMs), host), nowMs);
}

const isEnded = (rule: SiteRule, nowMs: number): boolean =>
  typeof rule === 'object' && rule.pausedUntilMs <= nowMs;

const withoutEnded = (rules: SiteRules, nowMs: number): SiteRules =>
  Object.fromEntries(Object.entries(rules).filter(([, rule]) => !isEnded(rule, nowMs)));

/** Adds a rule, and drops rules without effect: ended pauses, and the new one if it would hold without it. */
export function withRule(rules: SiteRules, host: string, rule: SiteRule, nowMs: number): SiteRules {
  const next = withoutEnded({ ...rules, [host]: rule }, nowMs);
  const others = Object.fromEntries(Object.entries(next).filter(([other]) => other !== host));
  const holdsAnyway = rule === (ruleFor(others, host) ?? 'on');
  return holdsAnyway ? others : next;
}

/** Undefined for an invalid rule, which then counts as none. */
export function parseSiteRule(input: unknown): SiteRule | undefined {
  if (input === 'on' || input === 'off' || input === 'asked') return input;
  if (typeof input !== 'object' || input === null) return undefined;
  const until = (input as Record<string, unknown>)['pausedUntilMs'];
  return Number.isFinite(until) ? { pausedUntilMs: until as number } : undefined;
}
