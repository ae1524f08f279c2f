/** Whether the page is light or dark around a text, so that its mark has enough contrast there. */

import { parentAcrossRoots } from '../tree/safe-elements.ts';

export type ColorScheme = 'light' | 'dark';

/** Relative luminance of a text's colour, 0 to 1: above the first the page is dark, below the second it is light. */
const CLEARLY_LIGHT = 0.45;
const CLEARLY_DARK = 0.15;

export interface Shine {
  /** Relative luminance as in WCAG 2, 0 to 1. */
  luminance: number;
  /** Opacity, 0 to 1. */
  alpha: number;
}

const linearOf = (part: number): number => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
const luminanceOf = (red: number, green: number, blue: number): number =>
  0.2126 * red + 0.7152 * green + 0.0722 * blue;

/** Parses a colour as `getComputedStyle` serialises it; null for a form that is not known here. */
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
      return { luminance: luminanceOf(linearOf(a / 255), linearOf(b / 255), linearOf(c / 255)), alpha };
    // The weights are those of sRGB; they are close enough in wider spaces to tell light from dark.
    case 'srgb':
    case 'display-p3':
    case 'a98-rgb':
    case 'prophoto-rgb':
    case 'rec2020':
      return { luminance: luminanceOf(linearOf(a), linearOf(b), linearOf(c)), alpha };
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

const prefersDark = (window: Window): boolean => window.matchMedia('(prefers-color-scheme: dark)').matches;

/** Whether marks on this text must be light. */
const isDarkText = (element: Element): boolean => colorSchemeOf(element) === 'dark';

/** Light text means a dark page. Text of middle brightness is compared with the colour behind it. */
export function colorSchemeOf(element: Element): ColorScheme {
  const text = parseShine(getComputedStyle(element).color);
  if (!text) return 'light';
  if (text.luminance >= CLEARLY_LIGHT) return 'dark';
  if (text.luminance <= CLEARLY_DARK) return 'light';
  return backgroundLuminance(element) < text.luminance ? 'dark' : 'light';
}

/** Luminance of the nearest opaque background around the element; that of the canvas if there is none. */
function backgroundLuminance(element: Element): number {
  for (let node: Node | null = element; node; node = parentAcrossRoots(node)) {
    if (!(node instanceof Element)) continue;
    const shine = parseShine(getComputedStyle(node).backgroundColor);
    if (shine && shine.alpha > 0.5) return shine.luminance;
  }
  const root = document.documentElement;
  const scheme = getComputedStyle(root).colorScheme;
  const isDark = /\bdark\b/.test(scheme) && (!/\blight\b/.test(scheme) || prefersDark(window));
  return isDark ? 0 : 1;
}

export interface PageColorScheme {
  /** Whether marks inside this element must be light. Cached until the page changes its colours. */
  isDark(element: Element): boolean;
  /** Compares the page's colours now, as after a time in which `isFollowed` was false. */
  check(): void;
}

export interface PageColorSchemeOptions {
  window: Window & typeof globalThis;
  signal: AbortSignal;
  /** False while the page changes too much to be followed. */
  isFollowed(): boolean;
  /** Colours are other than before: marks have to be painted again. */
  onChanged(): void;
}

/** Attributes by which pages switch their theme. */
const THEME_ATTRIBUTES = ['class', 'style', 'data-theme', 'data-color-mode', 'dark'];
/** Changes are gathered this long: some pages write `style` on their root in every frame. */
export const GATHER_COLORS_MS = 120;
/** Elements with marks whose colours are compared, beside those of html and body. */
const MAX_SAMPLES = 8;

export function createPageColorScheme(options: PageColorSchemeOptions): PageColorScheme {
  const { window, signal, isFollowed, onChanged } = options;
  const { document } = window;
  let known = new WeakMap<Element, boolean>();
  /** Colours as they were when marks were painted last. */
  let seen = new Map<Element, string>();
  let timer: number | undefined;
  let idle = 0;
  /** A switch may change parts of the page that are not among the samples. */
  let isSwitched = false;

  const colorsOf = (element: Element): string => {
    const { color, backgroundColor, colorScheme } = window.getComputedStyle(element);
    return `${color} ${backgroundColor} ${colorScheme}`;
  };
  const remember = (element: Element | null): void => {
    if (element && !seen.has(element)) seen.set(element, colorsOf(element));
  };

  function reset(): void {
    known = new WeakMap();
    seen = new Map();
    remember(document.documentElement);
    remember(document.body);
  }

  function change(): void {
    isSwitched = false;
    reset();
    onChanged();
  }

  function check(): void {
    if (signal.aborted || !isFollowed()) return;
    if (isSwitched) return change();
    for (const [element, colors] of seen) {
      if (element.isConnected && colorsOf(element) !== colors) return change();
    }
    // A page may replace its body.
    remember(document.body);
  }

  function checkSoon(records: MutationRecord[]): void {
    // Only `style` is written all the time, as for the position of the pointer.
    isSwitched ||= records.some(({ attributeName }) => attributeName !== 'style');
    timer ??= window.setTimeout(() => {
      timer = undefined;
      idle = window.requestIdleCallback(check, { timeout: GATHER_COLORS_MS });
    }, GATHER_COLORS_MS);
  }

  reset();
  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', change, { signal });
  const observer = new window.MutationObserver(checkSoon);
  const switches = { attributes: true, attributeFilter: THEME_ATTRIBUTES };
  for (const element of seen.keys()) observer.observe(element, switches);
  signal.addEventListener('abort', () => {
    observer.disconnect();
    window.clearTimeout(timer);
    window.cancelIdleCallback(idle);
  });
  return {
    isDark(element) {
      let isDark = known.get(element);
      if (isDark === undefined) {
        known.set(element, (isDark = isDarkText(element)));
        if (seen.size < MAX_SAMPLES) remember(element);
      }
      return isDark;
    },
    check,
  };
}
