import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const SCHEMES = ['light', 'dark'] as const;
type Scheme = (typeof SCHEMES)[number];

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8');

/** The colours of each rule that sets this scheme, by token: it is set by default or by the system, and by name. */
const palettesOf = (scheme: Scheme): Map<string, string>[] =>
  css
    .split('}')
    .filter((rule) => rule.includes(`color-scheme: ${scheme} `))
    .map(
      (rule) =>
        new Map(Array.from(rule.matchAll(/--([\w-]+): (#\w{6}) /g), ([, name, hex]) => [name!, hex!])),
    );

/** Contrast as WCAG 2 counts it, 1 to 21. */
function contrast(a: string, b: string): number {
  const [dark, bright] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (bright + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

test('black on white is 21, a colour on itself 1', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrast('#a8231c', '#a8231c')).toBe(1);
});

/** Text 4.5, parts of controls and graphics 3. */
const PAIRS: [front: string, back: string, min: number][] = [
  ['ink', 'paper', 7],
  ['ink', 'paper-2', 7],
  ['ink', 'rubric-wash', 7],
  ['ink', 'pin-wash', 7],
  ['ink-2', 'paper', 4.5],
  ['ink-2', 'paper-2', 4.5],
  ['ink-2', 'rubric-wash', 4.5],
  ['rubric', 'paper', 4.5],
  ['rubric', 'paper-2', 4.5],
  ['rubric', 'rubric-wash', 4.5],
  ['paper', 'rubric', 4.5],
  ['paper', 'ink', 4.5],
  ['pin', 'paper', 4.5],
  ['pin', 'rubric-wash', 4.5],
  ['pin', 'pin-wash', 3],
  ['edge', 'paper', 3],
  ['edge', 'paper-2', 3],
  ['good', 'paper', 3],
  ['wait', 'paper', 3],
];

describe.each(SCHEMES)('%s', (scheme) => {
  const [palette, byName] = palettesOf(scheme) as [Map<string, string>, Map<string, string>];

  test('is the same by default and by name', () => {
    expect(palettesOf(scheme)).toHaveLength(2);
    expect(palette.size).toBe(12);
    expect(byName).toEqual(palette);
  });

  test.each(PAIRS)('%s on %s: at least %s', (front, back, min) =>
    expect(contrast(palette.get(front)!, palette.get(back)!)).toBeGreaterThanOrEqual(min),
  );
});
