import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import { createReaderDatabase } from './reader-database.ts';

let databases = 0;

function create(old: Record<string, unknown> = {}, name = `reader-${++databases}`) {
  const legacy = {
    get: vi.fn(async () => structuredClone(old)),
    remove: vi.fn(async (keys: string[]) => {
      for (const key of keys) delete old[key];
    }),
  };
  return {
    name,
    legacy,
    old,
    reader: createReaderDatabase({ legacy: legacy, name }),
  };
}

describe('the database of the reader', () => {
  it('keeps values, and tells of each change with what was there before', async () => {
    const { reader } = create();
    const seen = vi.fn();
    reader.onChanged.addListener(seen);
    await reader.local.set({ a: { x: 1 } });
    await reader.local.set({ a: 2, b: 3 });
    expect(await reader.local.get(['a', 'b', 'c'])).toEqual({ a: 2, b: 3 });
    expect(await reader.local.get('a')).toEqual({ a: 2 });
    expect(seen.mock.calls.map(([changes]) => changes as unknown)).toEqual([
      { a: { oldValue: undefined, newValue: { x: 1 } } },
      { a: { oldValue: { x: 1 }, newValue: 2 }, b: { oldValue: undefined, newValue: 3 } },
    ]);
    reader.onChanged.removeListener(seen);
    await reader.local.set({ a: 4 });
    expect(seen).toHaveBeenCalledTimes(2);
  });

  it('loses no change of several at one time', async () => {
    const { reader, name } = create();
    const others = [reader, create({}, name).reader, create({}, name).reader];
    await Promise.all(
      others.map((each, index) => each.update('names', (names) => [...((names as number[]) ?? []), index])),
    );
    expect((await reader.local.get('names'))['names']).toHaveLength(3);
  });

  it('writes and tells nothing where nothing changes, or where a change fails', async () => {
    const { reader } = create();
    await reader.local.set({ a: 1 });
    const seen = vi.fn();
    reader.onChanged.addListener(seen);
    await reader.update('a', (a) => a);
    const failing = reader.update('a', () => {
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await reader.local.get('a')).toEqual({ a: 1 });
    expect(seen).not.toHaveBeenCalled();
  });

  it('takes over what lay in storage.local, once, and leaves nothing of it there', async () => {
    const old = {
      settings: { v: 1 },
      sites: { 'a.org': 'off' },
      'lost-places': { n1: 'x' },
      'noted-pages': ['h'],
    };
    const { reader, name, legacy } = create(old);
    expect(await reader.local.get(['settings', 'sites', 'orphans', 'noted-pages'])).toEqual({
      settings: { v: 1 },
      sites: { 'a.org': 'off' },
      orphans: { n1: 'x' },
    });
    expect(old).toEqual({});
    expect(legacy.get).toHaveBeenCalledTimes(1);
    // Written there by a page later.
    const later = create({ sites: { 'a.org': 'on' } }, name);
    expect(await later.reader.local.get('sites')).toEqual({ sites: { 'a.org': 'off' } });
    expect(later.legacy.get).not.toHaveBeenCalled();
  });

  it('works where storage.local cannot be read, and tries again', async () => {
    const { reader, legacy } = create({ settings: { v: 1 } });
    legacy.get.mockRejectedValueOnce(new Error('damaged'));
    expect(await reader.local.get('settings')).toEqual({});
    expect(await reader.local.get('settings')).toEqual({ settings: { v: 1 } });
  });
});
