/** What sync is doing, as a pure machine: what happened comes in, what to show and when to try again comes out. */

/** Why a server does not take part; each has its own sentence with a remedy. */
export type RefusedWhy =
  'password' | 'forbidden' | 'missing' | 'nothing' | 'foreign' | 'full' | 'moved' | 'server' | 'here';

export type Trouble = { kind: 'offline' } | { kind: 'refused'; why: RefusedWhy };

/** Notes that a sync would take away, out of how many. */
export interface Loss {
  /** Would be deleted for good. */
  deleted: number;
  /** Would go into the bin. */
  binned: number;
  /** Notes here, those in the bin included. */
  of: number;
}

export interface Progress {
  done: number;
  total: number;
}

export type SyncPhase =
  | { kind: 'resting' }
  | { kind: 'syncing'; progress: Progress | null }
  | { kind: 'offline' }
  | { kind: 'refused'; why: RefusedWhy }
  | { kind: 'braked'; loss: Loss };

export interface SyncState {
  phase: SyncPhase;
  /** When a sync last ended well, in milliseconds; null: never. */
  lastMs: number | null;
  /** In a row. */
  failures: number;
  /** Not before, unless the reader asks; 0: at once. */
  nextMs: number;
}

export type SyncEvent =
  | { type: 'began' }
  | { type: 'moved'; progress: Progress }
  | { type: 'ended'; nowMs: number }
  | { type: 'offline'; nowMs: number }
  | { type: 'refused'; why: RefusedWhy; nowMs: number }
  | { type: 'braked'; loss: Loss };

export const SYNC_START: SyncState = { phase: { kind: 'resting' }, lastMs: null, failures: 0, nextMs: 0 };

const FIRST_WAIT_MS = 5000;
const LONGEST_WAIT_MS = 30 * 60_000;

/** 5, 10, 20 … seconds, at most half an hour. `failures` counts from 1. */
export function backOffMs(failures: number): number {
  return Math.min(FIRST_WAIT_MS * 2 ** Math.min(failures - 1, 20), LONGEST_WAIT_MS);
}

export function reduceSync(state: SyncState, event: SyncEvent): SyncState {
  switch (event.type) {
    case 'began':
      return { ...state, phase: { kind: 'syncing', progress: null } };
    case 'moved':
      return state.phase.kind === 'syncing'
        ? { ...state, phase: { kind: 'syncing', progress: event.progress } }
        : state;
    case 'ended':
      return { phase: { kind: 'resting' }, lastMs: event.nowMs, failures: 0, nextMs: 0 };
    case 'offline':
      return failed(state, { kind: 'offline' }, event.nowMs);
    case 'refused':
      return failed(state, { kind: 'refused', why: event.why }, event.nowMs);
    case 'braked':
      // Only the reader's answer goes on from here.
      return { ...state, phase: { kind: 'braked', loss: event.loss } };
  }
}

function failed(state: SyncState, phase: SyncPhase, nowMs: number): SyncState {
  const failures = state.failures + 1;
  return { ...state, phase, failures, nextMs: nowMs + backOffMs(failures) };
}

/** May a sync begin that nobody asked for? */
export function isDue({ phase, nextMs }: SyncState, nowMs: number): boolean {
  return phase.kind !== 'braked' && phase.kind !== 'syncing' && nowMs >= nextMs;
}

/** What every page of ours may know: everything but the password. */
export interface SyncReport {
  /** Null while sync is off. */
  account: { address: string; origin: string; user: string } | null;
  state: SyncState;
}
