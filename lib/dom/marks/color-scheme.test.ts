import { describe, expect, it } from 'vitest';
import { parseShine } from './color-scheme.ts';

describe('parseShine', () => {
  it.each([
    ['rgb(255, 255, 255)', 1, 1],
    ['rgb(0, 0, 0)', 0, 1],
    ['rgba(255, 0, 0, 0.5)', 0.2126, 0.5],
    ['rgb(0 255 0 / 25%)', 0.7152, 0.25],
    ['rgb(118, 118, 118)', 0.181, 1],
    ['color(srgb 1 1 1)', 1, 1],
    ['color(srgb 0.5 0.5 0.5 / 0.3)', 0.214, 0.3],
    ['color(display-p3 0 0 1)', 0.0722, 1],
    ['color(srgb-linear 0.5 0.5 0.5)', 0.5, 1],
    ['color(xyz-d65 0.3 0.4 0.5)', 0.4, 1],
    ['lab(50 20 -30)', 0.184, 1],
    ['lch(5 20 120)', 0.0055, 1],
    ['oklab(0.5 0.1 0.1)', 0.125, 1],
    ['oklch(1 0 none)', 1, 1],
  ])('%s', (color, luminance, alpha) => {
    const shine = parseShine(color);
    expect(shine?.luminance).toBeCloseTo(luminance, 3);
    expect(shine?.alpha).toBe(alpha);
  });

  it.each(['', 'transparent', 'red', 'rgb(a, b, c)', 'color(unknown 1 1 1)', 'hsl(0 0% 0%)'])(
    'does not guess at %s',
    (color) => {
      expect(parseShine(color)).toBeNull();
    },
  );
});
