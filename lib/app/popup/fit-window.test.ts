import { expect, test } from 'vitest';
import { createFitWindow } from './fit-window.ts';

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
