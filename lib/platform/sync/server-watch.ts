import type { SyncRecord } from '../../core/sync/sync-record.ts';
import type { SyncState } from '../../core/sync/sync-machine.ts';

export interface ServerWatchParts {
  state(): SyncState;
  /** Aborted when the account goes. */
  signal(): AbortSignal;
  /** Resolves to true when the server has changed since `marks.remoteSince`, to false after a while. */
  waitForChange(record: SyncRecord, signal: AbortSignal): Promise<boolean>;
  /** Begins a round, or has the running one followed by another; resolves when they have ended. */
  run(): Promise<void>;
  /** The round that runs, else null. */
  running(): Promise<void> | null;
  /** Resolves early if `signal` is aborted. */
  pause(ms: number, signal: AbortSignal): Promise<void>;
  nowMs(): number;
}

export interface ServerWatch {
  /** Watches while a page is open. Returns a function to be called when it has closed. */
  addPage(): () => void;
  /** To be called when a round has ended: watches on if it had stopped for want of an account or an answer. */
  resume(): void;
}

/** Between two long polls, in case a server answers them at once. */
const MIN_PAUSE_MS = 500;

/** Runs a round as soon as the server changes, while a page of the extension is open. */
export function createServerWatch(parts: ServerWatchParts): ServerWatch {
  const { state, signal, waitForChange, run, running, pause, nowMs } = parts;
  let pages = 0;
  let isWatching = false;

  const isWanted = (): boolean =>
    pages > 0 && state().record !== null && state().phase.kind !== 'blocked-by-loss-guard';

  async function watch(): Promise<void> {
    while (isWanted()) {
      const { generation } = state();
      await pause(Math.max(MIN_PAUSE_MS, state().nextMs - nowMs()), signal());
      const { record, phase } = state();
      if (state().generation !== generation || !record || !isWanted()) continue;
      const round = running();
      if (round) await round;
      else if (phase.kind === 'idle' && phase.trouble) await run();
      else {
        // The next round reports why the poll failed.
        const hasChanged = await waitForChange(record, signal()).catch(() => true);
        if (state().generation === generation && isWanted() && hasChanged) await run();
      }
    }
  }

  function resume(): void {
    if (isWatching || pages === 0) return;
    isWatching = true;
    void watch().finally(() => (isWatching = false));
  }

  return {
    addPage() {
      pages++;
      resume();
      let isOpen = true;
      return () => {
        if (isOpen) pages--;
        isOpen = false;
      };
    },
    resume,
  };
}

export function pauseFor(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done, { once: true });
    if (signal.aborted) done();
    function done(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
  });
}
