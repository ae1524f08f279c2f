import { expect, onTestFinished, test, vi } from 'vitest';
import { createFitWindow, fitWindow } from './fit-window.ts';

test.each<[string, windowHeights: number[], content: number, limits: number[]]>([
  ['a window that holds all', [580], 580, []],
  ['a window that the screen limits', [206, 510], 580, [510]],
  ['a window that still grows', [206], 580, []],
  ['a window that grew in steps', [380, 580], 580, []],
])('%s', (_, windowHeights, content, limits) => {
  const set: number[] = [];
  let timer: (() => void) | null = null;
  let height = 0;
  const resized = createFitWindow({
    windowHeight: () => height,
    contentHeight: () => content,
    setMaxHeight: (limit) => void set.push(limit),
    after(_ms, run) {
      timer = run;
      return () => (timer = null);
    },
  });
  for (height of windowHeights) resized();
  timer!();
  expect(set).toEqual(limits);
});

test('a popup that is resized learns its limit when the browser is done, and once only', () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const set: string[][] = [];
  const view = Object.assign(new EventTarget(), {
    innerHeight: 510,
    document: {
      documentElement: {
        scrollHeight: 580,
        style: { setProperty: (...named: string[]) => void set.push(named) },
      },
    },
  });
  fitWindow(view as unknown as Window);
  view.dispatchEvent(new Event('resize'));
  vi.advanceTimersByTime(200);
  view.dispatchEvent(new Event('resize'));
  vi.advanceTimersByTime(200);
  expect(set).toEqual([]);
  vi.runAllTimers();
  expect(set).toEqual([['--window-height', '510px']]);
});
