/** Every style of marks, as public/highlights.css paints it: there, seen on light and dark pages, and never printed. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { highlightName, MARK_STYLES } from '../../core/marks/mark-style.ts';
import { HIGHLIGHT_KINDS } from './painter.ts';

const css = readFileSync(new URL('../../../public/highlights.css', import.meta.url), 'utf8');
const [screen, print] = css.split('@media print') as [string, string];
const blockOf = (name: string): string =>
  new RegExp(`::highlight\\(${name}\\) \\{([^}]*)\\}`).exec(screen)?.[1] ?? '';

type Color = [number, number, number];
const colorOf = (hex: string): Color => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)) as Color;

/** A background as the file writes it, over what lies behind. */
function over(block: string, page: Color): Color {
  const [, red, green, blue, alpha] =
    /background-color: rgb\((\d+) (\d+) (\d+) \/ (\d+)%\)/.exec(block)?.map(Number) ?? [];
  if (alpha === undefined) return page;
  return [red!, green!, blue!].map((part, i) => (part * alpha + page[i]! * (100 - alpha)) / 100) as Color;
}

function contrast(a: Color, b: Color): number {
  const shine = (color: Color): number => {
    const [red, green, blue] = color.map((part) => {
      const value = part / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    }) as Color;
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [dark, bright] = [shine(a), shine(b)].sort((x, y) => x - y) as [number, number];
  return (bright + 0.05) / (dark + 0.05);
}

const PAGES: Record<'light' | 'dark', { paper: Color; ink: Color }[]> = {
  light: [
    { paper: [255, 255, 255], ink: [0, 0, 0] },
    { paper: colorOf('#f6f1e6'), ink: colorOf('#333333') },
  ],
  dark: [
    { paper: [0, 0, 0], ink: [255, 255, 255] },
    { paper: colorOf('#272320'), ink: colorOf('#dddddd') },
  ],
};

const cases = MARK_STYLES.flatMap((style) =>
  (['term', 'ask'] as const).flatMap((look) =>
    (['light', 'dark'] as const).map((scheme) => [look, style, scheme] as const),
  ),
);

describe.each(cases)('%s, %s, on a %s page', (look, style, scheme) => {
  const name = highlightName(look, scheme === 'dark', style);
  const block = blockOf(name);

  test('is underlined, with a contrast of 3 or more; text on it stays readable', () => {
    const line = /text-decoration: underline \w+ [\d.]+px (#[\da-f]{6})/.exec(block)?.[1];
    expect(line).toBeDefined();
    for (const { paper, ink } of PAGES[scheme]) {
      const back = over(block, paper);
      expect(contrast(colorOf(line!), back)).toBeGreaterThanOrEqual(3);
      expect(contrast(ink, back)).toBeGreaterThanOrEqual(7);
    }
  });

  test('is not printed', () => expect(print).toContain(`::highlight(${name})`));
});

test('no look is without its styles, and names are those that were always there', () => {
  for (const look of HIGHLIGHT_KINDS) expect(blockOf(highlightName(look, false))).not.toBe('');
  expect(highlightName('term', true)).toBe('manicule-term-dark');
  expect(highlightName('term', true, 'wavy')).toBe('manicule-term-wavy-dark');
});
