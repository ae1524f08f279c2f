import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { createIndexedStore } from './indexed-db.ts';

describe('a store of IndexedDB', () => {
  test('answers what the work answers, and keeps what it wrote for whoever opens it next', async () => {
    await createIndexedStore('one', 'things').transact('readwrite', (store) => store.put({ a: 1 }, 'key'));
    const again = createIndexedStore('one', 'things');
    expect(await again.transact('readonly', (store) => store.get('key'))).toEqual({ a: 1 });
    expect(await again.transact('readonly', (store) => store.get('other'))).toBeUndefined();
  });

  test('writes nothing of a work that fails half-way, and says why', async () => {
    const things = createIndexedStore('two', 'things');
    const failing = things.transact('readwrite', async (store) => {
      await store.put('half', 'key');
      throw new Error('full');
    });
    await expect(failing).rejects.toThrow('full');
    expect(await things.transact('readonly', (store) => store.get('key'))).toBeUndefined();
  });

  test('rejects what cannot be stored', async () => {
    const things = createIndexedStore('three', 'things');
    await expect(
      things.transact('readwrite', async (store) => void (await store.put(() => 0, 'key'))),
    ).rejects.toThrow();
  });

  test('changes made at one time wait for each other', async () => {
    const numbers = createIndexedStore('four', 'numbers');
    const add = () =>
      numbers.transact('readwrite', async (store) => {
        await store.put((((await store.get('sum')) as number | undefined) ?? 0) + 1, 'sum');
      });
    await Promise.all(Array.from({ length: 20 }, add));
    expect(await numbers.transact('readonly', (store) => store.get('sum'))).toBe(20);
  });
});
