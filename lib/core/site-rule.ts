/** What the reader decided for a site. A site without a rule is on. */
export type SiteRule = 'on' | 'off' | { pausedUntilMs: number };

export type SiteState = 'on' | 'off' | 'paused';

/** Terms are marked on this site now. */
export function isActive(rule: SiteRule | undefined, nowMs: number): boolean {
  return siteState(rule, nowMs) === 'on';
}

/** A pause that is over is on again, though its rule may still be stored. */
export function siteState(rule: SiteRule | undefined, nowMs: number): SiteState {
  if (rule === undefined || rule === 'on') return 'on';
  if (rule === 'off') return 'off';
  return rule.pausedUntilMs > nowMs ? 'paused' : 'on';
}

/** Undefined for what is no rule, so that a damaged one leaves the site on. */
export function parseSiteRule(input: unknown): SiteRule | undefined {
  if (input === 'on' || input === 'off') return input;
  if (typeof input !== 'object' || input === null) return undefined;
  const until = (input as Record<string, unknown>)['pausedUntilMs'];
  return Number.isFinite(until) ? { pausedUntilMs: until as number } : undefined;
}
