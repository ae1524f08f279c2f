import { expect, test } from 'vitest';
import { extensionTasks, type TraceEvent } from './extension-tasks.ts';

const OURS = 'chrome-extension://abc/page.js';

const span = (name: string, ts: number, dur: number, url?: string, tid = 1): TraceEvent => ({
  name,
  ph: 'X',
  ts,
  dur,
  pid: 1,
  tid,
  ...(url !== undefined && { args: { data: { url } } }),
});
const start = [span('RunTask', 0, 10_000), span('EvaluateScript', 1000, 8000, OURS)];

test.each<[string, TraceEvent[], [startUs: number, ms: number][]]>([
  ['nothing of ours', [span('RunTask', 0, 900), span('FunctionCall', 0, 900, 'https://a/b.js')], []],
  ['a script of ours in its task', start, [[0, 8]]],
  ['a call in a call counts once', [...start, span('FunctionCall', 2000, 3000, OURS)], [[0, 8]]],
  [
    'two calls and the promises between them are one task',
    [
      ...start,
      span('RunTask', 20_000, 20_000),
      span('FunctionCall', 21_000, 2000, OURS),
      span('RunMicrotasks', 23_000, 3000),
      span('FunctionCall', 30_000, 1000, OURS),
    ],
    [
      [0, 8],
      [20_000, 6],
    ],
  ],
  [
    'an answer of the browser, with no call at all',
    [
      ...start,
      span('RunTask', 20_000, 9000),
      span('RunMicrotasks', 20_100, 7000),
      span('V8.HandleInterrupts', 21_000, 100),
    ],
    [
      [0, 8],
      [20_000, 7],
    ],
  ],
  [
    'promises kept before we began',
    [span('RunTask', -9000, 8000), span('RunMicrotasks', -8000, 7000), ...start],
    [[0, 8]],
  ],
  [
    'promises of a task in which others are called',
    [
      ...start,
      span('RunTask', 20_000, 9000),
      span('FunctionCall', 20_000, 10, ''),
      span('RunMicrotasks', 20_100, 7000),
    ],
    [[0, 8]],
  ],
  [
    'promises on a thread without us',
    [...start, span('RunTask', 0, 9000, undefined, 2), span('RunMicrotasks', 1000, 7000, undefined, 2)],
    [[0, 8]],
  ],
  [
    'a look that finds nothing put off',
    [...start, span('RunTask', 20_000, 50), span('RunMicrotasks', 20_000, 40)],
    [[0, 8]],
  ],
  ['a call without a task', [span('FunctionCall', 500, 4000, OURS)], [[500, 4]]],
])('%s', (_, events, tasks) =>
  expect(extensionTasks(events).map(({ startUs, ms }) => [startUs, ms])).toEqual(tasks),
);
