import { expect, test } from 'vitest';
import { withFrames, type PageStatus } from './page-status.ts';

const status = (changes: Partial<PageStatus>): PageStatus => ({
  state: 'on',
  textLength: 10,
  terms: [],
  notes: 0,
  problem: null,
  ...changes,
});
const hukou = { concept: 'hukou', surface: 'hukou', count: 2 };
const lenin = { concept: 'lenin', surface: 'Lenin', count: 1 };

test.each<[string, PageStatus, PageStatus[], Partial<PageStatus>]>([
  ['a page alone is as it was', status({ terms: [hukou] }), [], { terms: [hukou], textLength: 10 }],
  [
    'terms of frames come after, those of the page are counted with them',
    status({ terms: [hukou], notes: 1 }),
    [status({ terms: [lenin, { ...hukou, surface: '户口' }], notes: 2 })],
    { terms: [{ ...hukou, count: 4 }, lenin], textLength: 20, notes: 3 },
  ],
  ['a frame is still read', status({}), [status({ state: 'reading' })], { state: 'reading' }],
  [
    'a frame runs wild, another is read',
    status({}),
    [status({ state: 'reading' }), status({ state: 'paused' })],
    { state: 'paused' },
  ],
  ['a frame is too large', status({}), [status({ state: 'too-large' })], { state: 'too-large' }],
  [
    'a page that runs wild comes before its frames',
    status({ state: 'paused' }),
    [status({ state: 'too-large' })],
    { state: 'paused' },
  ],
  ['a frame that is off says nothing of the page', status({}), [status({ state: 'off' })], { state: 'on' }],
  ['a page that is off is off', status({ state: 'off' }), [status({ state: 'reading' })], { state: 'off' }],
  [
    'what went wrong is told',
    status({}),
    [status({ problem: { code: 'gone' } })],
    { problem: { code: 'gone' } },
  ],
])('%s', (_name, top, frames, expected) => {
  expect(withFrames(top, frames)).toMatchObject(expected);
});
