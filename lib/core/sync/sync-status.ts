/** The state of sync as reported to the extension's pages. */

/** Each has its own sentence with a remedy; `here` is a failure of this computer's database. */
export type RefusedWhy =
  'password' | 'forbidden' | 'missing' | 'nothing' | 'foreign' | 'full' | 'moved' | 'server' | 'here';

export type Trouble = { kind: 'offline' } | { kind: 'refused'; why: RefusedWhy };

/** Numbers of notes that a sync would take away: deleted, moved to the bin, out of all here, binned ones included. */
export interface Loss {
  deleted: number;
  binned: number;
  of: number;
}

export interface Progress {
  done: number;
  total: number;
}

export type SyncPhase =
  | { kind: 'off' }
  /** Between two syncs; `trouble` is why the last one failed. */
  | { kind: 'idle'; trouble: Trouble | null }
  | { kind: 'running'; progress: Progress | null }
  /** Waits for the reader's answer. */
  | { kind: 'blocked-by-loss-guard'; loss: Loss };

export interface SyncReport {
  /** Without the password. Null while sync is off. */
  account: { address: string; origin: string; user: string } | null;
  phase: SyncPhase;
  /** The last success; null if there was none. */
  lastMs: number | null;
  /** When the next try is due after a failure; 0 for at once. */
  nextMs: number;
}
