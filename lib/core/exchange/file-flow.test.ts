import { describe, expect, it } from 'vitest';
import {
  FILE_FLOW_START,
  isWorking,
  reduceFileFlow,
  type FileFlow,
  type FileFlowEvent,
} from './file-flow.ts';

type Flow = FileFlow<string>;
type Event = FileFlowEvent<string>;
const after = (...events: Event[]): Flow => events.reduce<Flow>(reduceFileFlow, FILE_FLOW_START);
const outcome = { written: 2, unchanged: 1, problem: null };
const CHOSEN: Event = { type: 'chosen', name: 'a.json' };
const LOOKED: Event = { type: 'previewed', preview: 'what is in it' };
const BEGAN: Event = { type: 'began', total: 3 };
const ENDED: Event = { type: 'ended', outcome };

describe('a file that is given', () => {
  it.each<[string, Event[], Partial<Flow>]>([
    ['is read', [CHOSEN], { step: 'reading', name: 'a.json' }],
    ['is shown before anything is done', [CHOSEN, LOOKED], { step: 'preview', preview: 'what is in it' }],
    ['is refused with reasons', [CHOSEN, { type: 'refused', reasons: ['cut off'] }], { step: 'refused' }],
    ['may be another one', [CHOSEN, LOOKED, { type: 'chosen', name: 'b' }], { step: 'reading', name: 'b' }],
    ['is left alone', [CHOSEN, LOOKED, { type: 'closed' }], { step: 'idle' }],
    ['is written', [CHOSEN, LOOKED, BEGAN], { step: 'working', done: 0, total: 3 }],
    ['moves', [CHOSEN, LOOKED, BEGAN, { type: 'moved', done: 2, total: 3 }], { step: 'working', done: 2 }],
    ['ends', [CHOSEN, LOOKED, BEGAN, ENDED], { step: 'done', outcome, isUndoing: false }],
    [
      'is undone',
      [CHOSEN, LOOKED, BEGAN, ENDED, { type: 'undoing' }, { type: 'undone' }],
      { step: 'undone' },
    ],
    [
      'can be undone again where that failed',
      [CHOSEN, LOOKED, BEGAN, ENDED, { type: 'undoing' }, { type: 'undoFailed', problem: { code: 'full' } }],
      { step: 'done', isUndoing: false, problem: { code: 'full' } },
    ],
  ])('%s', (_name, events, expected) => expect(after(...events)).toMatchObject(expected));

  it.each<[string, Event[], Event]>([
    ['written before it was shown', [CHOSEN], BEGAN],
    ['written twice', [CHOSEN, LOOKED, BEGAN], BEGAN],
    ['exchanged while it is written', [CHOSEN, LOOKED, BEGAN], CHOSEN],
    ['closed while it is written', [CHOSEN, LOOKED, BEGAN], { type: 'closed' }],
    ['exchanged while it is undone', [CHOSEN, LOOKED, BEGAN, ENDED, { type: 'undoing' }], CHOSEN],
    ['undone without a wish', [CHOSEN, LOOKED, BEGAN, ENDED], { type: 'undone' }],
    ['shown when it was closed meanwhile', [CHOSEN, { type: 'closed' }], LOOKED],
  ])('is not %s', (_name, events, late) => expect(after(...events, late)).toEqual(after(...events)));

  it('keeps the page busy only while something is written', () => {
    expect(isWorking(after(CHOSEN, LOOKED))).toBe(false);
    expect(isWorking(after(CHOSEN, LOOKED, BEGAN))).toBe(true);
    expect(isWorking(after(CHOSEN, LOOKED, BEGAN, ENDED))).toBe(false);
    expect(isWorking(after(CHOSEN, LOOKED, BEGAN, ENDED, { type: 'undoing' }))).toBe(true);
  });
});
