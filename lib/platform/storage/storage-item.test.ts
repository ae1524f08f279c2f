import { expect, it, vi } from 'vitest';
import { createFakeStorage } from '../../testing/fake-runtime.ts';
import { defineItem, openItem } from './storage-item.ts';

const NAMES = defineItem<readonly string[]>({
  key: 'names',
  parse: (stored) => (Array.isArray(stored) ? stored.map(String) : []),
});

it('goes on after a change that failed, and writes nothing where nothing changed', async () => {
  const storage = createFakeStorage();
  const item = openItem(storage, NAMES);
  const set = vi.spyOn(storage.local, 'set').mockRejectedValueOnce(new Error('full'));
  await expect(item.update(() => ['a'])).rejects.toThrow('full');
  await item.update((names) => names);
  expect(set).toHaveBeenCalledTimes(1);
  await item.update(() => ['b']);
  expect(await item.get()).toEqual(['b']);
});
