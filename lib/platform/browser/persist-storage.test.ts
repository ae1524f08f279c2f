import { expect, it, vi } from 'vitest';
import { persist } from './persist-storage.ts';

const storage = (persisted: boolean, agrees: boolean) => ({
  persisted: vi.fn(async () => persisted),
  persist: vi.fn(async () => agrees),
});

it('asks once, and not where it is granted already', async () => {
  const granted = storage(true, false);
  expect(await persist(granted)).toBe(true);
  expect(granted.persist).not.toHaveBeenCalled();
  expect(await persist(storage(false, true))).toBe(true);
  expect(await persist(storage(false, false))).toBe(false);
});

it('minds no browser that does not say', async () => {
  expect(await persist({ persist: vi.fn(), persisted: () => Promise.reject(new TypeError('no')) })).toBe(
    null,
  );
});
