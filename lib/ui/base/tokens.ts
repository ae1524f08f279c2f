/** Every surface draws from these and nothing else. Contrast is AA in both schemes; tokens.test.ts counts it. */

const LIGHT = {
  paper: '#fffdf8',
  'paper-2': '#f6f1e6',
  ink: '#221c16',
  'ink-2': '#655a4d',
  line: '#e2d8c6',
  edge: '#8d8069',
  rubric: '#a8231c',
  'rubric-wash': '#f9e6e0',
  pin: '#1f5f8b',
  'pin-wash': '#e1eef6',
  good: '#3c7d3c',
  wait: '#8a5f00',
};

const DARK: typeof LIGHT = {
  paper: '#1d1a17',
  'paper-2': '#272320',
  ink: '#f1e9dc',
  'ink-2': '#b3a795',
  line: '#3c352e',
  edge: '#857a6b',
  rubric: '#ff8d7e',
  'rubric-wash': '#3d211d',
  pin: '#8cc7ee',
  'pin-wash': '#1a2f3e',
  good: '#8fce8f',
  wait: '#e6b84c',
};

export const PALETTES = { light: LIGHT, dark: DARK };

const properties = (palette: typeof LIGHT, shade: string, shadow: string): string =>
  Object.entries({ ...palette, shade, shadow })
    .map(([name, value]) => `--${name}:${value};`)
    .join('');

const SCHEMES = {
  light: `color-scheme: light; ${properties(LIGHT, 'rgb(59 42 18 / 16%)', '0 1px 2px rgb(0 0 0 / 13%), 0 8px 28px rgb(59 42 18 / 20%)')}`,
  dark: `color-scheme: dark; ${properties(DARK, 'rgb(0 0 0 / 55%)', '0 1px 2px #000, 0 8px 28px rgb(0 0 0 / 67%)')}`,
};

/** Tokens on the root that `select` names, in the scheme the reader prefers, or in that of its `data-scheme`. */
export const tokensFor = (select: (more?: string) => string): string => `
${select()} {
  ${SCHEMES.light}
  --serif: 'Iowan Old Style', 'Palatino Nova', Palatino, 'Noto Serif', Georgia, 'Source Han Serif SC', 'Noto Serif CJK SC', serif;
  --sans: system-ui, -apple-system, 'Segoe UI', 'Noto Sans', 'Noto Sans CJK SC', sans-serif;
}
@media (prefers-color-scheme: dark) { ${select()} { ${SCHEMES.dark} } }
${select('[data-scheme=light]')} { ${SCHEMES.light} }
${select('[data-scheme=dark]')} { ${SCHEMES.dark} }
@media (prefers-contrast: more) { ${select()} { --ink-2: var(--ink); --line: var(--ink); --edge: var(--ink); } }
`;
