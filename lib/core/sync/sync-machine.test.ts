import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  allowedLoss,
  backOffMs,
  canBegin,
  isAgainDue,
  isDue,
  reduceSync,
  reportOf,
  SYNC_START,
  type SyncEvent,
  type SyncState,
} from './sync-machine.ts';
import { parseSyncRecord, type LossQuestion, type SyncRecord } from './sync-record.ts';

const NOW = 1_000_000;
const RECORD: SyncRecord = {
  account: {
    address: 'https://a.example/notes',
    origin: 'https://a.example',
    user: 'me',
    password: 'secret',
  },
  marks: { client: 'c', token: '', remoteSince: 0, localSince: 0, lastMs: null },
  lossQuestion: null,
};
const OTHER: SyncRecord = { ...RECORD, account: { ...RECORD.account, address: 'https://b.example/notes' } };
const MARKS = { ...RECORD.marks, token: 't', remoteSince: '7-x', lastMs: NOW };
const LOSS = { deleted: 30, binned: 2, of: 40 };
const QUESTION: LossQuestion = { loss: LOSS, deletions: [{ id: 'n', changed: '' }], answer: null };

const loaded: SyncEvent = { type: 'loaded', record: RECORD };
const connected: SyncEvent = { type: 'connected', record: RECORD };
const stopped: SyncEvent = { type: 'stopped' };
const wanted: SyncEvent = { type: 'wanted' };
const began = (generation = 0): SyncEvent => ({ type: 'began', generation });
const progressed = (generation = 0): SyncEvent => ({
  type: 'progressed',
  progress: { done: 1, total: 2 },
  generation,
});
const ended = (generation = 0): SyncEvent => ({ type: 'ended', marks: MARKS, generation });
const offline = (generation = 0): SyncEvent => ({
  type: 'failed',
  trouble: { kind: 'offline' },
  nowMs: NOW,
  generation,
});
const blocked = (generation = 0): SyncEvent => ({ type: 'blocked', question: QUESTION, generation });
const answered: SyncEvent = { type: 'answered', answer: 'take' };

const after = (...events: SyncEvent[]): SyncState => events.reduce(reduceSync, SYNC_START);

describe('the machine of sync', () => {
  const IDLE = { kind: 'idle', trouble: null };
  const RUNNING = { kind: 'running', progress: null };
  const BLOCKED = { kind: 'blocked-by-loss-guard', loss: LOSS };
  test.each<[string, SyncEvent[], object]>([
    ['is off at first', [], { phase: { kind: 'off' }, isLoaded: false }],
    ['stays off without a record', [{ type: 'loaded', record: null }], { phase: { kind: 'off' } }],
    ['is idle with one', [loaded], { phase: IDLE, generation: 0 }],
    ['runs', [loaded, began()], { phase: RUNNING }],
    ['does not run while off', [began()], { phase: { kind: 'off' } }],
    [
      'says how far it is',
      [loaded, began(), progressed()],
      { phase: { ...RUNNING, progress: { done: 1, total: 2 } } },
    ],
    ['stores how far it came', [loaded, began(), ended()], { phase: IDLE, record: { marks: MARKS } }],
    [
      'waits after a failure',
      [loaded, began(), offline()],
      { phase: { kind: 'idle', trouble: { kind: 'offline' } }, failures: 1, nextMs: NOW + 5000 },
    ],
    [
      'waits longer after the second',
      [loaded, began(), offline(), began(), offline()],
      { failures: 2, nextMs: NOW + 10_000 },
    ],
    [
      'forgets failures once it was well',
      [loaded, began(), offline(), began(), ended()],
      { failures: 0, nextMs: 0, phase: IDLE },
    ],
    [
      'asks before a loss, and stores the question',
      [loaded, began(), blocked()],
      { phase: BLOCKED, record: { lossQuestion: QUESTION } },
    ],
    ['does not run while it asks', [loaded, began(), blocked(), began()], { phase: BLOCKED }],
    [
      'asks again after a restart',
      [{ type: 'loaded', record: { ...RECORD, lossQuestion: QUESTION } }],
      { phase: BLOCKED },
    ],
    [
      'carries an answer out after a restart',
      [{ type: 'loaded', record: { ...RECORD, lossQuestion: { ...QUESTION, answer: 'keep' } } }],
      { phase: IDLE },
    ],
    [
      'stores the answer',
      [loaded, began(), blocked(), answered],
      { phase: IDLE, record: { lossQuestion: { ...QUESTION, answer: 'take' } } },
    ],
    [
      'has done with the question when a sync has ended',
      [loaded, began(), blocked(), answered, began(), ended()],
      { phase: IDLE, record: { lossQuestion: null } },
    ],
    ['takes no answer without a question', [loaded, answered], { phase: IDLE, record: RECORD }],
    ['stops', [loaded, stopped], { phase: { kind: 'off' }, record: null, generation: 1 }],
    ['stops before the record was read', [stopped, loaded], { phase: { kind: 'off' }, record: null }],
    ['stops while it runs', [loaded, began(), stopped], { phase: { kind: 'off' }, record: null }],
    ['connects', [connected], { phase: IDLE, record: RECORD, generation: 1 }],
    [
      'connects elsewhere while it runs',
      [loaded, began(), { type: 'connected', record: OTHER }, ended()],
      { phase: IDLE, record: OTHER, generation: 1 },
    ],
    ['forgets what was asked for when it stops', [loaded, wanted, stopped], { isAgainWanted: false }],
    ['has nothing to run while off', [wanted], { isAgainWanted: false }],
  ])('%s', (_, events, expected) => expect(after(...events)).toMatchObject(expected));

  test.each<[string, SyncEvent[], boolean]>([
    ['while it runs', [loaded, began(), wanted], false],
    ['when that was well', [loaded, began(), wanted, ended()], true],
    ['when that has failed', [loaded, began(), wanted, offline()], false],
    ['when that was blocked', [loaded, began(), wanted, blocked()], false],
    ['once', [loaded, began(), wanted, ended(), began(), ended()], false],
  ])('begins again, if asked for meanwhile, %s', (_, events, isAgain) =>
    expect(isAgainDue(after(...events))).toBe(isAgain),
  );

  it('tries by itself only when it is time, and never past the loss guard', () => {
    const failed = after(loaded, began(), offline());
    expect([isDue(failed, NOW), isDue(failed, NOW + 5000), canBegin(failed)]).toEqual([false, true, true]);
    expect(isDue(after(loaded, began(), blocked()), NOW + 9e9)).toBe(false);
    expect(isDue(after(loaded, began()), NOW)).toBe(false);
    expect(isDue(SYNC_START, NOW)).toBe(false);
  });

  it('allows no loss that the reader has not agreed to', () => {
    expect(allowedLoss(RECORD)).toBe(0);
    expect(allowedLoss(after(loaded, began(), blocked()).record!)).toBe(0);
    expect(allowedLoss(after(loaded, began(), blocked(), answered).record!)).toBe(32);
  });

  it('has nothing of an account after it stopped, whatever its rounds do', () => {
    const round = fc.constantFrom(began, progressed, ended, offline, blocked);
    const event = fc.oneof(
      round.map((of) => of(1)),
      fc.constantFrom(wanted, answered, loaded),
    );
    fc.assert(
      fc.property(fc.array(event), fc.array(event), (before, later) => {
        const off = after(connected, ...before, stopped);
        expect(later.reduce(reduceSync, off)).toBe(off);
        expect(off).toEqual({ ...SYNC_START, isLoaded: true, generation: 2 });
      }),
    );
  });

  it('reports everything but the password', () => {
    const report = reportOf(after(loaded, began(), ended()));
    expect(report).toEqual({
      account: { address: 'https://a.example/notes', origin: 'https://a.example', user: 'me' },
      phase: IDLE,
      lastMs: NOW,
      nextMs: 0,
    });
    expect(reportOf(SYNC_START)).toEqual({
      account: null,
      phase: { kind: 'off' },
      lastMs: null,
      nextMs: 0,
    });
  });
});

test('waits are 5, 10, 20 … seconds, and never more than half an hour', () => {
  expect([1, 2, 3, 4].map(backOffMs)).toEqual([5000, 10_000, 20_000, 40_000]);
  expect(backOffMs(1000)).toBe(1_800_000);
});

describe('the stored record', () => {
  test.each<[string, unknown, SyncRecord | null]>([
    ['nothing', undefined, null],
    ['something else', { account: 'me' }, null],
    ['a whole one', { ...RECORD, lossQuestion: QUESTION }, { ...RECORD, lossQuestion: QUESTION }],
    [
      'one of before questions were stored',
      { account: RECORD.account, marks: MARKS },
      { ...RECORD, marks: MARKS },
    ],
    [
      'one with marks that make no sense',
      { ...RECORD, marks: { client: 'c', token: 1, remoteSince: null, lastMs: 'x' } },
      RECORD,
    ],
    ['a question that makes no sense', { ...RECORD, lossQuestion: { loss: 3 } }, RECORD],
  ])('%s', (_, stored, record) => expect(parseSyncRecord(stored)).toEqual(record));
});
