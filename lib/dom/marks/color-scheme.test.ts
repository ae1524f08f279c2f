import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest';
import { createFakePage, type FakePage } from '../../testing/fake-page.ts';
import { createPageColorScheme, GATHER_COLORS_MS, parseShine } from './color-scheme.ts';

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

describe('a page that writes on html and body', () => {
  let page: FakePage;
  let stop: AbortController;
  let isFollowed: boolean;
  const onChanged = vi.fn();

  beforeEach(() => {
    page = createFakePage('<p>mint</p>');
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    page.window.setTimeout = setTimeout as never;
    page.window.clearTimeout = clearTimeout;
    stop = new AbortController();
    isFollowed = true;
    onChanged.mockReset();
  });
  afterEach(() => {
    stop.abort();
    vi.useRealTimers();
    page.close();
  });

  /** Writes in each of 60 frames, over one second. */
  async function eachFrame(write: (frame: number) => void): Promise<void> {
    for (let frame = 0; frame < 60; frame++) {
      write(frame);
      await Promise.resolve();
      vi.advanceTimersByTime(1000 / 60);
      page.idle();
    }
    vi.advanceTimersByTime(GATHER_COLORS_MS);
    page.idle();
  }

  test.each<[name: string, write: (frame: number) => void, min: number, max: number]>([
    [
      'the position of the pointer: nothing is painted again',
      (frame) => page.document.documentElement.style.setProperty('--mouse-x', `${frame}px`),
      0,
      0,
    ],
    [
      'the colour it had already: nothing is painted again',
      () => (page.document.body.style.color = 'rgb(0, 0, 0)'),
      0,
      0,
    ],
    [
      'another background once: painted again once',
      (frame) => (page.document.body.style.backgroundColor = frame < 30 ? '' : 'rgb(0, 0, 0)'),
      1,
      1,
    ],
    [
      'the colour of an element inside: not watched',
      (frame) => (page.document.querySelector('p')!.style.color = frame < 30 ? '' : 'rgb(255, 255, 255)'),
      0,
      0,
    ],
    [
      'a class once: painted again once, as it may colour any part',
      (frame) => {
        if (frame === 30) page.document.documentElement.className = 'dark';
      },
      1,
      1,
    ],
    [
      'another background in each frame: painted again a few times',
      (frame) => (page.document.body.style.backgroundColor = `rgb(0, 0, ${frame})`),
      5,
      9,
    ],
  ])('%s', async (_name, write, min, max) => {
    page.document.body.style.color = 'rgb(0, 0, 0)';
    const { isDark } = createPageColorScheme({
      window: page.window,
      signal: stop.signal,
      isFollowed: () => isFollowed,
      onChanged,
    });
    isDark(page.document.querySelector('p')!);
    await eachFrame(write);
    expect(onChanged.mock.calls.length).toBeGreaterThanOrEqual(min);
    expect(onChanged.mock.calls.length).toBeLessThanOrEqual(max);
  });

  test('while it is not followed nothing is compared; asked afterwards, the change is found', async () => {
    const scheme = createPageColorScheme({
      window: page.window,
      signal: stop.signal,
      isFollowed: () => isFollowed,
      onChanged,
    });
    isFollowed = false;
    await eachFrame(() => (page.document.documentElement.className = 'dark'));
    expect(onChanged).not.toHaveBeenCalled();
    isFollowed = true;
    scheme.check();
    scheme.check();
    expect(onChanged).toHaveBeenCalledTimes(1);
  });

  test('a text whose colour changed is asked again', async () => {
    const paragraph = page.document.querySelector('p')!;
    const { isDark } = createPageColorScheme({
      window: page.window,
      signal: stop.signal,
      isFollowed: () => isFollowed,
      onChanged,
    });
    expect(isDark(paragraph)).toBe(false);
    paragraph.style.color = 'rgb(255, 255, 255)';
    expect(isDark(paragraph)).toBe(false);
    await eachFrame((frame) => {
      if (frame === 0) page.document.body.style.setProperty('--theme', 'night');
    });
    expect(onChanged).toHaveBeenCalledTimes(1);
    expect(isDark(paragraph)).toBe(true);
  });
});
