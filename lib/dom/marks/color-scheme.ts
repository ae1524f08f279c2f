/** Whether the page is light or dark where a text stands, so that its mark can be seen there. */

import { parentAcrossRoots, unshadowed } from '../tree/safe-document.ts';

export type ColorScheme = 'light' | 'dark';

/** Relative luminance, 0 to 1, where dark text on light and light text on dark part ways. */
const CLEARLY_LIGHT = 0.45;
const CLEARLY_DARK = 0.15;

/** What a computed colour gives off: relative luminance as in WCAG, and how much of it covers what lies behind. */
export interface Shine {
  luminance: number;
  alpha: number;
}

const linear = (part: number): number => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
const luminanceOf = (red: number, green: number, blue: number): number =>
  0.2126 * red + 0.7152 * green + 0.0722 * blue;

/** Reads a colour as `getComputedStyle` gives it; null for what it does not know. */
export function parseShine(color: string): Shine | null {
  const [, name, inside] = /^([a-z]+)\((.*)\)$/.exec(color) ?? [];
  if (name === undefined || inside === undefined) return null;
  const words = inside.split(/[\s,/]+/).filter((word) => word !== '');
  const space = name === 'color' ? words.shift() : name;
  const [a = 0, b = 0, c = 0, alpha = 1] = words.map((word) =>
    word === 'none' ? 0 : word.endsWith('%') ? parseFloat(word) / 100 : parseFloat(word),
  );
  if ([a, b, c, alpha].some(Number.isNaN)) return null;
  switch (space ?? '') {
    case 'rgb':
    case 'rgba':
      return { luminance: luminanceOf(linear(a / 255), linear(b / 255), linear(c / 255)), alpha };
    // The weights are those of sRGB; for telling light from dark they serve the wider spaces too.
    case 'srgb':
    case 'display-p3':
    case 'a98-rgb':
    case 'prophoto-rgb':
    case 'rec2020':
      return { luminance: luminanceOf(linear(a), linear(b), linear(c)), alpha };
    case 'srgb-linear':
      return { luminance: luminanceOf(a, b, c), alpha };
    case 'xyz':
    case 'xyz-d50':
    case 'xyz-d65':
      return { luminance: b, alpha };
    case 'lab':
    case 'lch':
      return { luminance: a > 8 ? ((a + 16) / 116) ** 3 : a / 903.3, alpha };
    case 'oklab':
    case 'oklch':
      return { luminance: a ** 3, alpha };
    default:
      return null;
  }
}

export const prefersDark = (window: Window): boolean =>
  window.matchMedia('(prefers-color-scheme: dark)').matches;

/** Light text means a dark page. Text of middle brightness is weighed against what lies behind it. */
/** The same as a question: whether marks on this text must be light. */
export const isDarkText = (element: Element): boolean => colorSchemeOf(element) === 'dark';

export function colorSchemeOf(element: Element): ColorScheme {
  const text = parseShine(getComputedStyle(element).color);
  if (!text) return 'light';
  if (text.luminance >= CLEARLY_LIGHT) return 'dark';
  if (text.luminance <= CLEARLY_DARK) return 'light';
  return behind(element) < text.luminance ? 'dark' : 'light';
}

/** Luminance of the nearest colour behind the element; the canvas when there is none. */
function behind(element: Element): number {
  for (let at: Node | null = element; at; at = parentAcrossRoots(at)) {
    if (!(at instanceof Element)) continue;
    const shine = parseShine(getComputedStyle(at).backgroundColor);
    if (shine && shine.alpha > 0.5) return shine.luminance;
  }
  const root = unshadowed(document).documentElement;
  const scheme = getComputedStyle(root).colorScheme;
  const dark = /\bdark\b/.test(scheme) && (!/\blight\b/.test(scheme) || prefersDark(window));
  return dark ? 0 : 1;
}

export interface PageColorScheme {
  /** Whether marks inside this element must be light. */
  isDark(element: Element): boolean;
}

/** Asked for every mark that is painted: remembers its answers until the page changes its colours. */
export function createPageColorScheme(options: {
  window: Window & typeof globalThis;
  signal: AbortSignal;
  /** The page may look different now: paint again. */
  onChanged: () => void;
}): PageColorScheme {
  const { window: view, signal, onChanged } = options;
  let known = new WeakMap<Element, boolean>();
  const changed = (): void => {
    known = new WeakMap();
    onChanged();
  };
  view.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', changed, { signal });
  // Pages that have a switch of their own turn it here.
  const observer = new view.MutationObserver(changed);
  const switches = {
    attributes: true,
    attributeFilter: ['class', 'style', 'data-theme', 'data-color-mode', 'dark'],
  };
  const { documentElement, body } = unshadowed(view.document);
  observer.observe(documentElement, switches);
  if (body as HTMLElement | null) observer.observe(body, switches);
  signal.addEventListener('abort', () => observer.disconnect());
  return {
    isDark(element) {
      let dark = known.get(element);
      if (dark === undefined) known.set(element, (dark = colorSchemeOf(element) === 'dark'));
      return dark;
    },
  };
}
