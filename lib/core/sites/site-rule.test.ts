import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  parseSiteRule,
  ruleFor,
  siteState,
  defaultAskGroupOf,
  stateOf,
  withRule,
  type SiteRule,
  type SiteRules,
  type SiteState,
} from './site-rule.ts';
import { parseDomain } from '../../ui/options/parse-domain.ts';
import { DEFAULT_ASK_SITES } from './default-ask-sites.ts';

describe('siteState', () => {
  it.each<[SiteRule | undefined, SiteState]>([
    [undefined, 'on'],
    ['on', 'on'],
    ['off', 'off'],
    ['asked', 'asked'],
    [{ pausedUntilMs: 1001 }, 'paused'],
    [{ pausedUntilMs: 1000 }, 'on'],
    [{ pausedUntilMs: 0 }, 'on'],
  ])('%j at 1000 ms: %s', (rule, state) => {
    expect(siteState(rule, 1000)).toBe(state);
  });
});

describe('a rule covers what lies below its host, unless that has its own', () => {
  const RULES: SiteRules = {
    'example.org': 'off',
    'read.example.org': 'on',
    'wiki.example.org:8080': 'asked',
    'over.org': { pausedUntilMs: 1000 },
    'paused.org': { pausedUntilMs: 1001 },
    'mail.google.com': 'on',
    '127.0.0.1:80': 'off',
    '1': 'off',
  };
  it.each<[string, SiteState]>([
    ['other.org', 'on'],
    ['example.org', 'off'],
    ['a.b.example.org', 'off'],
    ['notexample.org', 'on'],
    ['read.example.org', 'on'],
    ['a.read.example.org', 'on'],
    ['wiki.example.org:8080', 'asked'],
    ['wiki.example.org', 'off'],
    ['over.org', 'on'],
    ['www.paused.org', 'paused'],
    // The starter list, and the reader's own word over it.
    ['docs.google.com', 'asked'],
    ['acme.docs.google.com', 'asked'],
    ['google.com', 'on'],
    ['mail.google.com', 'on'],
    ['chat.mail.google.com', 'on'],
    ['first.bank', 'asked'],
    ['riverbank', 'on'],
    // No part of a number is a domain, and nothing of an object's own is a rule.
    ['127.0.0.1:80', 'off'],
    ['10.0.0.1', 'on'],
    ['constructor', 'on'],
    ['file', 'on'],
  ])('%s: %s', (host, state) => {
    expect(stateOf(RULES, host, 1000)).toBe(state);
  });

  it('a pause that is over leaves what held before it', () => {
    expect(stateOf({ 'docs.google.com': { pausedUntilMs: 1 } }, 'docs.google.com', 5)).toBe('asked');
  });
});

describe('withRule', () => {
  it.each<[string, SiteRules, string, SiteRule, SiteRules]>([
    ['says off', {}, 'a.org', 'off', { 'a.org': 'off' }],
    ['forgets what holds anyway', { 'a.org': 'off' }, 'a.org', 'on', {}],
    [
      'keeps what differs from the domain',
      { 'b.org': 'off' },
      'a.b.org',
      'on',
      { 'b.org': 'off', 'a.b.org': 'on' },
    ],
    ['keeps what differs from the starter list', {}, 'docs.google.com', 'on', { 'docs.google.com': 'on' }],
    ['forgets what is on the starter list', { 'docs.google.com': 'on' }, 'docs.google.com', 'asked', {}],
    ['forgets pauses that are over', { 'x.org': { pausedUntilMs: 9 } }, 'a.org', 'on', {}],
    ['keeps a pause', {}, 'a.org', { pausedUntilMs: 11 }, { 'a.org': { pausedUntilMs: 11 } }],
  ])('%s', (_, rules, host, rule, expected) => {
    expect(withRule(rules, host, rule, 10)).toEqual(expected);
  });

  test('what was said holds, whatever was there', () => {
    const host = fc.constantFrom(
      'org',
      'a.org',
      'b.a.org',
      'bank',
      'x.bank',
      'docs.google.com',
      'localhost:1',
    );
    const rule = fc.constantFrom<SiteRule>('on', 'off', 'asked', { pausedUntilMs: 5 }, { pausedUntilMs: 50 });
    fc.assert(
      fc.property(fc.dictionary(host, rule), host, rule, (rules, about, said) => {
        const next = withRule(rules, about, said, 10);
        const ended = typeof said === 'object' && said.pausedUntilMs <= 10;
        const others = Object.fromEntries(Object.entries(rules).filter(([domain]) => domain !== about));
        expect(stateOf(next, about, 10)).toBe(ended ? stateOf(others, about, 10) : siteState(said, 10));
      }),
    );
  });
});

describe('the starter list', () => {
  it('is short, and names domains alone', () => {
    expect(DEFAULT_ASK_SITES.size).toBeLessThan(30);
    for (const domain of DEFAULT_ASK_SITES.keys()) expect(parseDomain(domain)).toBe(domain);
  });

  it('is what holds where the reader said nothing', () => {
    expect(defaultAskGroupOf('web.telegram.org:443')).toBe('web.telegram.org');
    expect(defaultAskGroupOf('telegram.org')).toBeUndefined();
    expect(ruleFor({}, 'paypal.com')).toBe('asked');
  });
});

describe('parseSiteRule', () => {
  it.each<[unknown, SiteRule | undefined]>([
    ['on', 'on'],
    ['off', 'off'],
    ['asked', 'asked'],
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
