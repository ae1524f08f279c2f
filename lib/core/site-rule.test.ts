import { describe, expect, it } from 'vitest';
import { isActive, parseSiteRule, siteState, type SiteRule, type SiteState } from './site-rule.ts';

describe('siteState', () => {
  it.each<[SiteRule | undefined, SiteState]>([
    [undefined, 'on'],
    ['on', 'on'],
    ['off', 'off'],
    [{ pausedUntilMs: 1001 }, 'paused'],
    [{ pausedUntilMs: 1000 }, 'on'],
    [{ pausedUntilMs: 0 }, 'on'],
  ])('%j at 1000 ms: %s', (rule, state) => {
    expect(siteState(rule, 1000)).toBe(state);
    expect(isActive(rule, 1000)).toBe(state === 'on');
  });
});

describe('parseSiteRule', () => {
  it.each<[unknown, SiteRule | undefined]>([
    ['on', 'on'],
    ['off', 'off'],
    [{ pausedUntilMs: 5, more: 1 }, { pausedUntilMs: 5 }],
    [{ pausedUntilMs: NaN }, undefined],
    [{ pausedUntilMs: '5' }, undefined],
    ['paused', undefined],
    [null, undefined],
    [undefined, undefined],
    [7, undefined],
  ])('%j → %j', (input, rule) => {
    expect(parseSiteRule(input)).toEqual(rule);
  });
});
