import { describe, expect, it, vi } from 'vitest';
import { addChoice, removeChoice } from '../../core/judge/term-decision.ts';
import type { SiteRule } from '../../core/sites/site-rule.ts';
import { createFakeStorage } from '../../testing/fake-runtime.ts';
import {
  createNotedPages,
  createSettings,
  createSiteChoices,
  createSiteRules,
  readPageSettings,
  DEFAULT_SETTINGS,
} from './local-settings.ts';

const CHOICE = { concept: 'hukou', form: null, instead: null };

describe('readPageSettings', () => {
  it('is the default where nothing was chosen', async () => {
    expect(await readPageSettings(createFakeStorage(), 'a.org')).toEqual({
      settings: { ...DEFAULT_SETTINGS, density: 'section' },
      rules: {},
      choices: [],
      known: new Set(),
      notedPages: new Set(),
    });
  });

  it('tells all a page needs in one read', async () => {
    const storage = createFakeStorage({
      settings: { v: 1, density: 'all' },
      sites: { 'a.org': 'off', 'b.org': { pausedUntilMs: 5 } },
      'noted-pages': ['abc', 'def'],
      choices: { 'a.org': [CHOICE], 'b.org': [], '*': [{ ...CHOICE, concept: 'soviet' }] },
    });
    expect(await readPageSettings(storage, 'a.org')).toEqual({
      settings: { ...DEFAULT_SETTINGS, density: 'all' },
      rules: { 'a.org': 'off', 'b.org': { pausedUntilMs: 5 } },
      choices: [CHOICE],
      known: new Set(['soviet']),
      notedPages: new Set(['abc', 'def']),
    });
    expect(storage.reads).toBe(1);
    expect((await readPageSettings(storage, null)).choices).toEqual([]);
  });

  it.each<[string, Record<string, unknown>]>([
    ['texts', { settings: 'x', sites: 'x', 'noted-pages': 'x', choices: 'x' }],
    ['nulls', { settings: null, sites: null, 'noted-pages': null, choices: null }],
    ['lists', { settings: [], sites: [1], 'noted-pages': [1, {}], choices: [1] }],
    [
      'other values',
      {
        settings: { density: 'some' },
        sites: { 'a.org': 'maybe' },
        'noted-pages': {},
        choices: { 'a.org': [{ concept: 1 }] },
      },
    ],
  ])('reads damaged data as nothing: %s', async (_name, data) => {
    expect(await readPageSettings(createFakeStorage(data), 'a.org')).toEqual({
      settings: { ...DEFAULT_SETTINGS, density: 'section' },
      rules: {},
      choices: [],
      known: new Set(),
      notedPages: new Set(),
    });
  });
});

describe('settings', () => {
  it('keeps only what differs from the default', async () => {
    const storage = createFakeStorage();
    const settings = createSettings(storage);
    await settings.set({ density: 'page' });
    expect(storage.data['settings']).toEqual({ v: 1, density: 'page' });
    expect(await settings.get()).toEqual({ ...DEFAULT_SETTINGS, density: 'page' });
    await settings.set({ density: 'section' });
    expect(storage.data['settings']).toEqual({ v: 1 });
  });

  it('tells of changes of its own key until told to stop', async () => {
    const storage = createFakeStorage();
    const seen = vi.fn();
    const stop = createSettings(storage).watch(seen);
    await createSettings(storage).set({ density: 'all' });
    await storage.local.set({ sites: {} });
    expect(seen.mock.calls).toEqual([[{ ...DEFAULT_SETTINGS, density: 'all' }, DEFAULT_SETTINGS]]);
    stop();
    await createSettings(storage).set({ density: 'page' });
    expect(seen).toHaveBeenCalledTimes(1);
  });
});

describe('choices', () => {
  it('keeps them by site, and forgets a site without any', async () => {
    const storage = createFakeStorage();
    const choices = createSiteChoices(storage);
    await choices.change('a.org', (all) => addChoice(all, CHOICE));
    await choices.change('b.org', (all) => addChoice(all, { ...CHOICE, concept: 'soviet' }));
    expect(storage.data['choices']).toEqual({
      'a.org': [CHOICE],
      'b.org': [{ ...CHOICE, concept: 'soviet' }],
    });
    await choices.change('a.org', (all) => removeChoice(all, CHOICE));
    expect(Object.keys(await choices.get())).toEqual(['b.org']);
  });

  it('loses none of two made at once', async () => {
    const choices = createSiteChoices(createFakeStorage());
    await Promise.all(
      ['x', 'y'].map((concept) => choices.change('a.org', (all) => addChoice(all, { ...CHOICE, concept }))),
    );
    expect((await choices.get())['a.org']).toHaveLength(2);
  });
});

describe('site rules', () => {
  it('keeps what the reader decided, and forgets what says nothing any more', async () => {
    const storage = createFakeStorage({ sites: { 'old.org': { pausedUntilMs: 10 }, 'off.org': 'off' } });
    const rules = createSiteRules(storage);
    await rules.set('a.org', { pausedUntilMs: 5000 }, 1000);
    expect(await rules.get()).toEqual({ 'off.org': 'off', 'a.org': { pausedUntilMs: 5000 } });
    await rules.set('off.org', 'on', 1000);
    expect(storage.data['sites']).toEqual({ 'a.org': { pausedUntilMs: 5000 } });
  });

  it('loses none of several changes at once', async () => {
    const rules = createSiteRules(createFakeStorage());
    const hosts = Array.from({ length: 9 }, (_, at) => `${at}.org`);
    await Promise.all(hosts.map((host) => rules.set(host, 'off', 0)));
    expect(Object.keys(await rules.get())).toEqual(hosts);
  });

  it('goes on after a write that failed', async () => {
    const storage = createFakeStorage();
    const rules = createSiteRules(storage);
    const set = vi.spyOn(storage.local, 'set').mockRejectedValueOnce(new Error('full'));
    await expect(rules.set('a.org', 'off', 0)).rejects.toThrow('full');
    await rules.set('b.org', 'off', 0);
    expect(set).toHaveBeenCalledTimes(2);
    expect(await rules.get()).toEqual({ 'b.org': 'off' } satisfies Record<string, SiteRule>);
  });
});

describe('noted pages', () => {
  it('writes only what differs', async () => {
    const storage = createFakeStorage();
    const set = vi.spyOn(storage.local, 'set');
    const pages = createNotedPages(storage);
    await pages.set(new Set(['b', 'a']));
    await pages.set(new Set(['a', 'b']));
    expect(storage.data['noted-pages']).toEqual(['a', 'b']);
    expect(set).toHaveBeenCalledTimes(1);
    await pages.set(new Set());
    expect(await pages.get()).toEqual(new Set());
  });
});
