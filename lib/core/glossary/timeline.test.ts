import { expect, test } from 'vitest';
import { timelineOf, yearsOf } from './timeline.ts';

test.each([
  ['1958', null, '1958–', ['1958'], true],
  ['1967-01-06', '1967-02-05', '1967', ['1967'], false],
  ['1917', '1991', '1917–1991', ['1917', '1991'], false],
  ['1905', '1917', '1905–1917', ['1905–1917'], false],
  ['1840s', '1890s', '1840s–1890s', ['1840s', '1890'], false],
])('%s to %s', (start, end, years, labels, open) => {
  const dates = { start, end };
  expect(yearsOf(dates)).toBe(years);
  const strip = timelineOf(dates, 2026)!;
  expect(strip.labels.map(({ text }) => text)).toEqual(labels);
  expect(strip.isOpen).toBe(open);
  expect(strip.ticks.map(({ text }) => text)).toEqual(['1900', '1950', '2000']);
  expect(strip.from).toBeGreaterThanOrEqual(0);
  expect(strip.to).toBeLessThanOrEqual(1);
  expect(strip.from).toBeLessThanOrEqual(strip.to);
});

test('what is older than the line has none', () =>
  expect(timelineOf({ start: '1381', end: '1381' }, 2026)).toBeNull());
