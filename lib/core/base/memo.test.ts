import { expect, test, vi } from 'vitest';
import { lazily, unlessChanged } from './memo.ts';

test('lazily makes once, also what is undefined', () => {
  const make = vi.fn(() => undefined);
  const get = lazily(make);
  expect(make).not.toHaveBeenCalled();
  expect([get(), get()]).toEqual([undefined, undefined]);
  expect(make).toHaveBeenCalledTimes(1);
});

test('unlessChanged makes anew only when it is asked with something else', () => {
  const make = vi.fn((list: readonly number[], more: number) => ({ sum: list.length + more }));
  const get = unlessChanged(make);
  const list = [1, 2];
  const first = get(list, 1);
  expect(get(list, 1)).toBe(first);
  // An equal list is another list.
  expect(get([1, 2], 1)).not.toBe(first);
  expect(get(list, 2)).toEqual({ sum: 4 });
  // Only the last answer is kept.
  expect(get(list, 1)).not.toBe(first);
  expect(make).toHaveBeenCalledTimes(4);
});
