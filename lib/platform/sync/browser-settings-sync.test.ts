import type { Storage } from 'webextension-polyfill';
import { describe, expect, it } from 'vitest';
import { until } from '../../testing/until.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../core/settings/settings.ts';
import { createSettings } from '../storage/local-settings.ts';
import type { ReaderStorage } from '../storage/storage-item.ts';
import { createBrowserSync, type BrowserSyncStorage } from './browser-settings-sync.ts';

type Items = Record<string, unknown>;
type Listener = (changes: Record<string, Storage.StorageChange>, area: string) => void;

/** The browser's cloud, and profiles that share it: what one writes, all hear. */
function cloud(quota = Infinity) {
  const shared: Items = {};
  const all: Listener[] = [];
  let writes = 0;
  const area = (data: Items, listeners: Listener[], name: string) => ({
    get: async (key: unknown) =>
      structuredClone({ ...((key as string) in data && { [key as string]: data[key as string] }) }),
    set: async (items: Items) => {
      if (name === 'sync') {
        writes++;
        if (JSON.stringify(items).length > quota) throw new Error('QUOTA_BYTES_PER_ITEM quota exceeded');
      }
      const changes = Object.fromEntries(
        Object.entries(structuredClone(items)).map(([key, newValue]) => [
          key,
          { oldValue: data[key], newValue },
        ]),
      );
      Object.assign(data, structuredClone(items));
      for (const listener of listeners) listener(changes, name);
    },
    remove: async () => undefined,
  });
  function profile(local: Items = {}) {
    const own: Listener[] = [];
    const storage = {
      local: area(local, own, 'local'),
      sync: area(shared, all, 'sync'),
      onChanged: {
        addListener: (listener: Listener) => {
          own.push(listener);
          all.push(listener);
        },
        removeListener: () => undefined,
      },
      update: async (key: string, change: (stored: unknown) => unknown) => {
        const next = change(structuredClone(local[key]));
        await area(local, own, 'local').set({ [key]: next });
      },
    } as unknown as BrowserSyncStorage & ReaderStorage;
    const sync = createBrowserSync(storage);
    sync.run();
    return { local, storage, sync };
  }
  return { shared, profile, writes: () => writes };
}

const eventually = (what: string, look: () => boolean): Promise<unknown> => until(look, { what });

describe('the browser’s own sync', () => {
  it('sends nothing until it is ticked', async () => {
    const { shared, profile } = cloud();
    const { storage, sync } = profile();
    await storage.local.set({ settings: { v: 1, density: 'all' }, sites: { 'a.org': 'off' } });
    expect(await sync.get()).toEqual({ look: false, sites: false, problem: '' });
    expect(shared).toEqual({});
  });

  it('carries looks, and neither reminders nor sites, between profiles that ticked it', async () => {
    const { shared, profile, writes } = cloud();
    const a = profile({
      settings: { v: 1, density: 'all', backupReminder: 'week' },
      sites: { 'a.org': 'off' },
    });
    const b = profile({ settings: { v: 1, backupReminder: 'month' } });
    await a.sync.choose({ look: true });
    expect(shared).toEqual({ look: { density: 'all' } });
    await b.sync.choose({ look: true });
    expect(b.local['settings']).toEqual({ v: 1, density: 'all', backupReminder: 'month' });
    await b.storage.local.set({ settings: { v: 1, density: 'page', backupReminder: 'month' } });
    await eventually('the setting on the other', () =>
      JSON.stringify(a.local['settings']).includes('"density":"page"'),
    );
    expect(a.local['settings']).toMatchObject({ backupReminder: 'week' });
    expect(writes()).toBe(2);
  });

  it('carries every setting of looks and habits, also back to what is usual', async () => {
    const { profile } = cloud();
    const [a, b] = [profile(), profile()];
    await a.sync.choose({ look: true });
    await b.sync.choose({ look: true });
    const chosen: Settings = {
      density: 'page',
      headings: false,
      links: false,
      markStyle: 'tint',
      offSubjects: ['soviet-history'],
      opens: 'hover-with-key',
      heldKey: 'Shift',
      openDelayMs: 700,
      leaveDelayMs: 1200,
      textSize: 130,
      backupReminder: 'week',
    };
    for (const [name, value] of Object.entries(chosen)) {
      expect(value, name).not.toEqual(DEFAULT_SETTINGS[name as keyof Settings]);
    }
    await createSettings(a.storage).set(chosen);
    await eventually('the last setting on the other', () =>
      JSON.stringify(b.local['settings']).includes('130'),
    );
    expect(await createSettings(b.storage).get()).toEqual({ ...chosen, backupReminder: 'never' });
    await createSettings(b.storage).set({ textSize: 100, markStyle: 'dotted' });
    await eventually('what is usual', () => !JSON.stringify(a.local['settings']).includes('130'));
    expect(await createSettings(a.storage).get()).toEqual({ ...chosen, textSize: 100, markStyle: 'dotted' });
  });

  it('leaves there what only a later version understands', async () => {
    const { shared, profile } = cloud();
    shared['look'] = { density: 'all', glow: 'soft' };
    const { local, storage, sync } = profile();
    await sync.choose({ look: true });
    expect(local['settings']).toEqual({ v: 1, density: 'all' });
    await createSettings(storage).set({ density: 'page' });
    await eventually('the change', () => JSON.stringify(shared).includes('page'));
    expect(shared['look']).toEqual({ density: 'page', glow: 'soft' });
  });

  it('joins the sites of both when it is ticked, and carries what is taken away', async () => {
    const { profile } = cloud();
    const a = profile({ sites: { 'a.org': 'off' } });
    const b = profile({ sites: { 'b.org': 'off' } });
    await a.sync.choose({ sites: true });
    await b.sync.choose({ sites: true });
    await eventually('both sites', () => Object.keys(a.local['sites'] as Items).length === 2);
    await a.storage.local.set({ sites: { 'b.org': 'off' } });
    await eventually('one site', () => !('a.org' in (b.local['sites'] as Items)));
  });

  it('says when there is too much, and keeps what is here', async () => {
    const { profile } = cloud(20);
    const { local, sync } = profile({ sites: { 'a-very-long-name.org': 'off' } });
    await sync.choose({ sites: true });
    expect((await sync.get()).problem).toBe('full');
    expect(local['sites']).toEqual({ 'a-very-long-name.org': 'off' });
  });
});
