import { describe, expect, test, vi } from 'vitest';
import { exactStart } from './exact-quote.ts';

const nowhere = (): number => 0;
const quote = (
  exact: string,
  prefix = '',
  suffix = '',
): { exact: string; prefix: string; suffix: string } => ({
  exact,
  prefix,
  suffix,
});

describe('the very words of a quote', () => {
  test.each([
    ['gone', 'a b c', quote('soviet'), null, null],
    ['where they were', 'one soviet, two soviet, ', quote('soviet', 'two ', ', '), 16, 16],
    ['elsewhere, in the same context', 'one soviet, two soviet, ', quote('soviet', 'two ', ', '), 4, 16],
    [
      'in the more similar context',
      'the old soviet sat. the new soviet met.',
      quote('soviet', 'a new ', ' met'),
      0,
      28,
    ],
    ['alone, in another context', 'the old soviet sat.', quote('soviet', 'xx ', ' yy'), null, 8],
    [
      'short, several times, in no known context',
      'soviet and soviet',
      quote('soviet', 'xx', 'yy'),
      null,
      null,
    ],
    ['without any context', 'soviet and soviet', quote('soviet'), null, 0],
    [
      'long enough to be meant',
      'workers of the world, workers of the world',
      quote('workers of the world', 'xx', 'yy'),
      null,
      0,
    ],
  ])('%s', (_name, text, wanted, was, start) => {
    expect(exactStart(text, wanted, was, nowhere)).toBe(start);
  });

  test('of equals the nearest to where it is expected', () => {
    const text = 'a soviet, a soviet, a soviet';
    expect(exactStart(text, quote('soviet', 'a ', ''), 100, () => 13)).toBe(12);
  });
});

test('on a longer page no more occurrences are compared in detail', () => {
  const slicesFor = (times: number): number => {
    const slice = vi.spyOn(String.prototype, 'slice');
    try {
      exactStart(`${'a b '.repeat(times)}c`, quote('a', 'zz', 'yy'), null, nowhere);
      return slice.mock.calls.length;
    } finally {
      slice.mockRestore();
    }
  };
  expect(slicesFor(100)).toBeGreaterThan(0);
  expect(slicesFor(100_000)).toBe(slicesFor(100));
});
