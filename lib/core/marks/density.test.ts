import { expect, test } from 'vitest';
import { thin, type Density } from './density.ts';

const page = (text: string) =>
  // One letter an occurrence, | between sections, * after one that is already painted.
  text.split('|').flatMap((part, section) =>
    [...part.matchAll(/([a-z])(\*?)/g)].map(([, letter, star]) => ({
      concept: letter!.charCodeAt(0),
      section,
      wasShown: star === '*',
    })),
  );

test.each<[Density, string, string]>([
  ['all', 'aab|ab', '11111'],
  ['section', 'aab|ab', '10111'],
  ['page', 'aab|abc', '101001'],
  ['section', 'aa*b|aa', '01110'],
  ['page', 'aab|a*c', '00111'],
  ['section', '', ''],
])('%s: %s', (density, text, shown) => {
  expect(
    thin(page(text), density)
      .map((on) => (on ? '1' : '0'))
      .join(''),
  ).toBe(shown);
});
