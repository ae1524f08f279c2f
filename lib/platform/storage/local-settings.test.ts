import { describe, expect, it, vi } from 'vitest';
import { saltedHash } from '../../core/settings/page-mirror.ts';
import { addDecision, removeDecision } from '../../core/judge/term-decision.ts';
import type { SiteRule } from '../../core/sites/site-rule.ts';
import { createFakeStorage } from '../../testing/fake-runtime.ts';
import {
  createNotedPages,
  createSettings,
  createSiteDecisions,
  createSiteRules,
  DEFAULT_SETTINGS,
  ITEMS,
  readSalt,
} from './local-settings.ts';
import { createOrphanStore } from './orphan-store.ts';
import { openItem } from './storage-item.ts';

const DECISION = { concept: 'hukou', form: null, instead: null };

describe('damaged data', () => {
  it.each<[string, Record<string, unknown>]>([
    ['texts', { settings: 'x', sites: 'x', choices: 'x', orphans: 'x', 'last-backup': [] }],
    ['nulls', { settings: null, sites: null, choices: null, orphans: null, 'last-backup': null }],
    ['lists', { settings: [], sites: [1], choices: [1], orphans: [1], 'last-backup': [1] }],
    [
      'other values',
      {
        settings: { density: 'some' },
        sites: { 'a.org': 'maybe' },
        choices: { 'a.org': [{ concept: 1 }] },
        orphans: { n1: 1 },
        'last-backup': 1,
      },
    ],
  ])('reads as nothing: %s', async (_name, data) => {
    const storage = createFakeStorage(data);
    expect(await createSettings(storage).get()).toEqual({ ...DEFAULT_SETTINGS, density: 'section' });
    expect(await createSiteRules(storage).get()).toEqual({});
    expect(await createSiteDecisions(storage).get()).toEqual({});
    expect(await createOrphanStore(storage).get()).toEqual(new Map());
    expect(await openItem(storage, ITEMS.lastBackup).get()).toBe('');
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

describe('decisions', () => {
  it('keeps them by site, and forgets a site without any', async () => {
    const storage = createFakeStorage();
    const decisions = createSiteDecisions(storage);
    await decisions.change('a.org', (all) => addDecision(all, DECISION));
    await decisions.change('b.org', (all) => addDecision(all, { ...DECISION, concept: 'soviet' }));
    expect(storage.data['choices']).toEqual({
      'a.org': [DECISION],
      'b.org': [{ ...DECISION, concept: 'soviet' }],
    });
    await decisions.change('a.org', (all) => removeDecision(all, DECISION));
    expect(Object.keys(await decisions.get())).toEqual(['b.org']);
  });

  it('loses none of two made at once', async () => {
    const decisions = createSiteDecisions(createFakeStorage());
    await Promise.all(
      ['x', 'y'].map((concept) =>
        decisions.change('a.org', (all) => addDecision(all, { ...DECISION, concept })),
      ),
    );
    expect((await decisions.get())['a.org']).toHaveLength(2);
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
  it('keeps salted hashes alone, and writes only what differs', async () => {
    const storage = createFakeStorage();
    const pages = createNotedPages(storage);
    const salt = await readSalt(storage);
    expect(salt).toMatch(/^[0-9a-f]{32}$/);
    const set = vi.spyOn(storage.local, 'set');
    const noted = () => new Set(storage.data['noted-pages'] as string[]);
    await pages.replace(['https://b.org/', 'https://a.org/']);
    await pages.replace(['https://a.org/', 'https://b.org/']);
    expect(set).toHaveBeenCalledTimes(1);
    const [a, b, c] = ['a', 'b', 'c'].map((name) => saltedHash(salt, `https://${name}.org/`));
    expect(noted()).toEqual(new Set([a, b]));
    await pages.add(['https://c.org/', 'https://a.org/']);
    expect(noted()).toEqual(new Set([a, b, c]));
    await pages.replace([]);
    expect(noted()).toEqual(new Set());
    expect(await readSalt(storage)).toBe(salt);
  });
});

it('a rule that was stored for a host as it was typed holds for the host that its pages have', async () => {
  const storage = createFakeStorage({ sites: { 'bücher.example': 'off' } });
  expect(await createSiteRules(storage).get()).toEqual({ 'xn--bcher-kva.example': 'off' });
});
