import { describe, expect, it } from 'vitest';
import { ALL_SITES } from '../judge/term-decision.ts';
import { createPageMirror, openPageMirror, saltedHash } from './page-mirror.ts';
import { DEFAULT_SETTINGS } from './settings.ts';

const SALT = '000102030405060708090a0b0c0d0e0f';
const DECISION = { concept: 'hukou', form: null, instead: null };
const PAGE = 'https://clinic.example/patients/4711';

const mirror = createPageMirror({
  salt: SALT,
  settings: { ...DEFAULT_SETTINGS, density: 'all', backupReminder: 'week' },
  rules: { 'clinic.example': 'off', 'b.example': { pausedUntilMs: 5 } },
  decisions: { 'union.example': [{ ...DECISION, concept: 'wobblies' }], [ALL_SITES]: [DECISION] },
  noted: [saltedHash(SALT, PAGE)],
});

describe('the mirror', () => {
  it('names no site, no address and no word of a site', () => {
    const text = JSON.stringify(mirror);
    for (const secret of ['clinic', '4711', 'b.example', 'union', 'wobblies', 'week']) {
      expect(text).not.toContain(secret);
    }
  });

  it('is the same whatever order things were decided in', () => {
    const other = createPageMirror({
      salt: SALT,
      settings: { ...DEFAULT_SETTINGS, density: 'all' },
      rules: { 'b.example': { pausedUntilMs: 5 }, 'clinic.example': 'off' },
      decisions: { [ALL_SITES]: [DECISION], 'union.example': [{ ...DECISION, concept: 'wobblies' }] },
      noted: mirror.noted,
    });
    expect(other).toEqual(mirror);
  });

  it('has another stamp for other decisions', () => {
    const stamp = (concept: string) =>
      openPageMirror(
        createPageMirror({
          salt: SALT,
          settings: DEFAULT_SETTINGS,
          rules: {},
          decisions: { 'union.example': [{ ...DECISION, concept }] },
          noted: [],
        }),
      )!.decisionsStamp('union.example');
    expect(stamp('wobblies')).toBe(stamp('wobblies'));
    expect(stamp('wobblies')).not.toBe(stamp('hukou'));
  });

  it('tells a page what holds for it', () => {
    const open = openPageMirror(structuredClone(mirror))!;
    expect(open.settings).toEqual({ ...DEFAULT_SETTINGS, density: 'all' });
    expect(open.known).toEqual(new Set(['hukou']));
    expect(open.rulesFor('www2.clinic.example')).toEqual({ 'clinic.example': 'off' });
    expect(open.rulesFor('b.example')).toEqual({ 'b.example': { pausedUntilMs: 5 } });
    expect(open.rulesFor('example')).toEqual({});
    expect(open.decisionsStamp('union.example')).toMatch(/^[0-9a-z]+$/);
    expect(open.decisionsStamp('clinic.example')).toBeNull();
    expect([open.isNoted(PAGE), open.isNoted(`${PAGE}1`)]).toEqual([true, false]);
  });

  it.each([
    ['nothing', undefined],
    ['a text', 'x'],
    ['an empty object', {}],
    ['another version', { ...mirror, v: 2 }],
    ['a salt that is none', { ...mirror, salt: 'salt' }],
    ['lists of other things', { ...mirror, noted: [1] }],
    ['no list', { ...mirror, known: 'hukou' }],
  ])('is not read from %s', (_, stored) => {
    expect(openPageMirror(stored)).toBeNull();
  });

  it('passes over rules that are none', () => {
    const sites = { [saltedHash(SALT, 'a.example')]: 'perhaps' };
    expect(openPageMirror({ ...mirror, sites })!.rulesFor('a.example')).toEqual({});
  });
});

it('another salt makes another hash', () => {
  expect(saltedHash(SALT, 'a.example')).not.toBe(saltedHash(SALT.replace('0f', '0e'), 'a.example'));
});
