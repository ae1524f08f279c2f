import { describe, expect, test, vi } from 'vitest';
import { reduceSync, SYNC_START, type SyncEvent } from '../../core/sync/sync-machine.ts';
import type { SyncRecord } from '../../core/sync/sync-record.ts';
import { createServerWatch } from './server-watch.ts';

const record = (address: string): SyncRecord => ({
  account: { address, origin: '', user: '', password: '' },
  marks: { client: 'c', token: '', remoteSince: 0, localSince: 0, lastMs: null },
  lossQuestion: null,
});
const MARKS = record('').marks;

/** A watch whose pauses and polls end when the test says so. `log` holds what it did, in order. */
function watching(...events: SyncEvent[]) {
  let state = events.reduce(reduceSync, SYNC_START);
  let connection = new AbortController();
  const log: string[] = [];
  const resolvers: { pause?: () => void; poll?: (hasChanged: boolean) => void } = {};
  const watch = createServerWatch({
    state: () => state,
    signal: () => connection.signal,
    pause: async (ms) => {
      log.push(`pause ${ms}`);
      await new Promise<void>((resolve) => (resolvers.pause = resolve));
    },
    waitForChange: async ({ account }, signal) => {
      log.push(`poll ${account.address}`);
      return new Promise((resolve, reject) => {
        resolvers.poll = resolve;
        signal.addEventListener('abort', () => reject(new Error('aborted')));
      });
    },
    run: async () => void log.push('run'),
    running: () => null,
    nowMs: () => 1000,
  });
  const turn = (): Promise<void> => vi.waitFor(() => undefined).then(() => Promise.resolve());
  return {
    watch,
    log,
    async happen(...later: SyncEvent[]) {
      const { generation } = state;
      state = later.reduce(reduceSync, state);
      if (state.generation !== generation) {
        connection.abort();
        connection = new AbortController();
        resolvers.pause?.();
      }
      await turn();
    },
    async pauseEnds() {
      resolvers.pause!();
      await turn();
    },
    async pollEnds(hasChanged: boolean) {
      resolvers.poll!(hasChanged);
      await turn();
    },
  };
}

const loaded: SyncEvent = { type: 'loaded', record: record('A') };
const began: SyncEvent = { type: 'began', generation: 0 };

describe('the watch of the server', () => {
  test('polls after a pause, and runs when something has changed', async () => {
    const { watch, log, pauseEnds, pollEnds } = watching(loaded);
    watch.addPage();
    await pauseEnds();
    await pollEnds(false);
    await pauseEnds();
    await pollEnds(true);
    expect(log).toEqual(['pause 500', 'poll A', 'pause 500', 'poll A', 'run', 'pause 500']);
  });

  test('asks nothing without a page, an account, or an answer to the loss guard', async () => {
    const question = { loss: { deleted: 3, binned: 0, of: 3 }, deletions: [], answer: null };
    for (const events of [
      [],
      [loaded, began, { type: 'blocked', question, generation: 0 }],
    ] as SyncEvent[][]) {
      const { watch, log } = watching(...events);
      watch.addPage();
      expect(log).toEqual([]);
    }
    const { watch, log } = watching(loaded);
    watch.resume();
    expect(log).toEqual([]);
  });

  test('sends no poll to the old server after Stop', async () => {
    const { watch, log, happen } = watching(loaded);
    watch.addPage();
    await happen({ type: 'stopped' });
    expect(log).toEqual(['pause 500']);
  });

  test('drops the poll to the old server at Stop, without a round', async () => {
    const { watch, log, pauseEnds, happen } = watching(loaded);
    watch.addPage();
    await pauseEnds();
    await happen({ type: 'stopped' });
    expect(log).toEqual(['pause 500', 'poll A']);
  });

  test('goes on with the new server when the reader connects to another', async () => {
    const { watch, log, happen, pauseEnds } = watching(loaded);
    watch.addPage();
    await happen({ type: 'connected', record: record('B') });
    await pauseEnds();
    expect(log).toEqual(['pause 500', 'pause 500', 'poll B']);
  });

  test('goes on when an account comes', async () => {
    const { watch, log, happen } = watching();
    watch.addPage();
    await happen({ type: 'connected', record: record('A') });
    watch.resume();
    expect(log).toEqual(['pause 500']);
  });

  test('waits its time after trouble, then tries a round', async () => {
    const { watch, log, happen, pauseEnds } = watching(loaded, began);
    await happen({ type: 'failed', trouble: { kind: 'offline' }, nowMs: 1000, generation: 0 });
    watch.addPage();
    await pauseEnds();
    expect(log).toEqual(['pause 5000', 'run', 'pause 5000']);
  });

  test('ends with the last page', async () => {
    const { watch, log, happen, pauseEnds } = watching(loaded);
    const [closeFirst, closeSecond] = [watch.addPage(), watch.addPage()];
    closeFirst();
    closeFirst();
    await pauseEnds();
    closeSecond();
    await happen(began, { type: 'ended', marks: MARKS, generation: 0 });
    expect(log).toEqual(['pause 500', 'poll A']);
    const polled = log.length;
    watch.resume();
    expect(log).toHaveLength(polled);
  });
});
