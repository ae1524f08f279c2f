import { expect, it, vi } from 'vitest';
import { createFakeStorage } from '../../testing/fake-runtime.ts';
import { defineItem, openItem } from './storage-item.ts';

const NAMES = defineItem<readonly string[]>({
  key: 'names',
  parse: (stored) => (Array.isArray(stored) ? stored.map(String) : []),
});

it('loses no change of two contexts at one time', async () => {
  const storage = createFakeStorage();
  // As a browser answers: each read and each write takes a turn of its own.
  const { get, set } = storage.local;
  storage.local.get = async (keys) => {
    await new Promise((resolve) => setTimeout(resolve));
    return get(keys);
  };
  storage.local.set = async (items) => {
    await new Promise((resolve) => setTimeout(resolve));
    await set(items);
  };
  const contexts = [openItem(storage, NAMES), openItem(storage, NAMES), openItem(storage, NAMES)];
  await Promise.all(contexts.map((item, index) => item.update((names) => [...names, `of context ${index}`])));
  expect(await contexts[0]!.get()).toEqual(['of context 0', 'of context 1', 'of context 2']);
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
