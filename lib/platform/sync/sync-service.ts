/**
 * Sync in the background: when it runs, what it remembers, what it says. Off until an account is given. Everything
 * here may end at any moment with the worker; the account, the marks and the alarm bring it back.
 */
import type { Alarms } from 'webextension-polyfill';
import type { Note } from '../../core/notes/note.ts';
import { laterThan } from '../../core/notes/note.ts';
import {
  isDue,
  reduceSync,
  SYNC_START,
  type SyncEvent,
  type SyncReport,
} from '../../core/sync/sync-status.ts';
import type { IncomingDeletion } from '../../core/sync/loss-guard.ts';
import { parseSyncAddress } from '../../core/sync/sync-address.ts';
import type { NoteStore } from '../notes/note-store.ts';
import { probeServer } from './probe-server.ts';
import { openRemote, type Replica } from './replicas.ts';
import { syncOnce, type SyncOutcome } from './sync-once.ts';
import { SyncProblem } from './server-fetch.ts';
import type { Trouble } from '../../core/sync/sync-status.ts';
import type { SyncRecordStore, SyncRecord } from './sync-record-store.ts';

export interface SyncServiceParts {
  store: Pick<NoteStore, 'list' | 'listBin' | 'refresh' | 'putAll' | 'conflicts' | 'settle'>;
  openLocal: () => Replica;
  keep: SyncRecordStore;
  alarms: Pick<Alarms.Static, 'create' | 'clear'>;
  /** To all pages of ours. */
  tell: (report: SyncReport) => void;
  /** Notes that came from the server. */
  taken: (notes: readonly Note[]) => void;
  /** Called now and then while a sync runs, so that the browser does not end us in the middle. */
  stayAwake: () => void;
  nowMs: () => number;
}

export interface SyncAnswer {
  /** Why the server was not taken; null: connected. */
  trouble: Trouble | null;
}

export interface SyncService {
  /** At install, update and start. */
  start(): Promise<void>;
  /** For `alarms.onAlarm`. */
  alarmRang(name: string): Promise<void>;
  /** A note was saved here. */
  changed(): void;
  /** The reader asks, or opened a page of ours: at once, whatever went wrong before. Resolves when it has ended. */
  now(): Promise<void>;
  report(): Promise<SyncReport>;
  connect(given: { address: string; user: string; password: string }): Promise<SyncAnswer>;
  /** Forgets account, password and marks. All notes stay. */
  stop(): Promise<void>;
  /** The reader's answer to the brake: take what the server has, or put the notes that are here over it. */
  brake(choice: 'take' | 'keep'): Promise<void>;
  /** A page of ours is open: what happens on the server is known at once. The answer ends it. */
  live(): () => void;
}

const ALARM = 'sync';
const EVERY_MINUTES = 5;
/** Saves in a row go in one sync. */
const SETTLE_MS = 700;
const AWAKE_EVERY_MS = 20_000;
/** Between two looks of a live feed, whatever the server does. */
const LIVE_PAUSE_MS = 500;

export function createSyncService(parts: SyncServiceParts): SyncService {
  const { store, openLocal, keep, alarms, tell, taken, stayAwake, nowMs } = parts;
  let state = SYNC_START;
  let record: SyncRecord | null = null;
  let loaded: Promise<void> | null = null;
  let local: Replica | null = null;
  let running: Promise<void> | null = null;
  let isAskedAgain = false;
  let settling: ReturnType<typeof setTimeout> | undefined;
  /** Ends what speaks with the server of the account that was. */
  let connection = new AbortController();
  let allowed = 0;
  /** Notes that the brake holds. */
  let held: IncomingDeletion[] = [];
  let pages = 0;
  let isWatching = false;

  const load = (): Promise<void> =>
    (loaded ??= keep.read().then(
      (kept) => {
        record = kept;
        state = { ...SYNC_START, lastMs: kept?.marks.lastMs ?? null };
      },
      // A database that cannot be read now may be read later.
      () => void (loaded = null),
    ));

  const reportNow = (): SyncReport => {
    const account = record && {
      address: record.account.address,
      origin: record.account.origin,
      user: record.account.user,
    };
    return { account, state };
  };

  function happened(event: SyncEvent): void {
    state = reduceSync(state, event);
    tell(reportNow());
  }

  async function forget(): Promise<void> {
    connection.abort();
    connection = new AbortController();
    await running;
    state = SYNC_START;
    allowed = 0;
  }

  /** One after the other; who asks while one runs gets another after it. */
  function run(): Promise<void> {
    if (running) {
      isAskedAgain = true;
      return running;
    }
    const mine = (async () => {
      do {
        isAskedAgain = false;
        await round();
      } while (isAskedAgain && state.phase.kind === 'resting');
    })().finally(() => (running = null));
    running = mine;
    return mine;
  }

  async function round(): Promise<void> {
    await load();
    const current = record;
    if (!current) return;
    const { signal } = connection;
    const awake = setInterval(stayAwake, AWAKE_EVERY_MS);
    happened({ type: 'began' });
    try {
      const end = await attempt(current, signal).catch((error: unknown) => {
        // The store closed the connection that both share; a fresh one finds everything as it was.
        if (error instanceof SyncProblem || signal.aborted) throw error;
        local = null;
        return attempt(current, signal);
      });
      if (end.kind === 'braked') {
        held = end.takings;
        happened({ type: 'braked', loss: end.loss });
        return;
      }
      record = { ...current, marks: end.marks };
      allowed = 0;
      await keep.write(record).catch(() => undefined);
      happened({ type: 'ended', nowMs: nowMs() });
    } catch (error) {
      if (signal.aborted) return;
      local = error instanceof SyncProblem ? local : null;
      const trouble: Trouble =
        error instanceof SyncProblem ? error.trouble : { kind: 'refused', why: 'here' };
      happened(
        trouble.kind === 'offline'
          ? { type: 'offline', nowMs: nowMs() }
          : { type: 'refused', why: trouble.why, nowMs: nowMs() },
      );
    } finally {
      clearInterval(awake);
      if (pages > 0) void watch();
    }
  }

  function attempt({ account, marks }: SyncRecord, signal: AbortSignal): Promise<SyncOutcome> {
    local ??= openLocal();
    return syncOnce({
      local,
      remote: openRemote(account, signal),
      store,
      marks,
      allowed,
      nowMs,
      onProgress: (progress) => happened({ type: 'moved', progress }),
      onTaken: taken,
    });
  }

  async function runIfDue(): Promise<void> {
    await load();
    if (record && !running && isDue(state, nowMs())) await run();
  }

  /** While a page of ours is open: waits for the server to change, then syncs; after trouble, waits its time. */
  async function watch(): Promise<void> {
    if (isWatching) return;
    isWatching = true;
    try {
      while (pages > 0 && record) {
        const { account, marks } = record;
        const { signal } = connection;
        await pause(Math.max(LIVE_PAUSE_MS, state.nextMs - nowMs()), signal);
        if (pages === 0) break;
        if (state.phase.kind === 'braked') break;
        if (state.phase.kind !== 'resting') {
          if (running) await running;
          else await run();
          continue;
        }
        // Trouble shows itself in the round that follows.
        const hasChanged = await openRemote(account, signal)
          .waitForChange(marks.remoteSince)
          .catch(() => true);
        if (!signal.aborted && hasChanged && pages > 0) await run();
      }
    } finally {
      isWatching = false;
    }
  }

  async function setAlarm(): Promise<void> {
    // In Firefox creating answers nothing, in Chromium a promise.
    if (record) await Promise.resolve(alarms.create(ALARM, { periodInMinutes: EVERY_MINUTES }));
    else await alarms.clear(ALARM);
  }

  const now = async (): Promise<void> => {
    await load();
    if (state.phase.kind === 'braked') return;
    await run();
  };

  return {
    async start() {
      await load();
      await setAlarm();
      await runIfDue();
    },
    alarmRang: async (name) => {
      if (name === ALARM) await runIfDue();
    },
    changed() {
      clearTimeout(settling);
      settling = setTimeout(() => void (running ? run() : runIfDue()), SETTLE_MS);
    },
    now,
    report: async () => {
      await load();
      return reportNow();
    },
    async connect({ address: typed, user, password }) {
      const parsed = parseSyncAddress(typed);
      if (!parsed.ok) return { trouble: { kind: 'refused', why: 'missing' } };
      const { address, origin } = parsed.value;
      const account = { address, origin, user, password };
      const trouble = await probeServer(account);
      if (trouble) return { trouble };
      await load();
      await forget();
      const marks = { client: crypto.randomUUID(), token: '', remoteSince: 0, localSince: 0, lastMs: null };
      const next = { account, marks };
      try {
        await keep.write(next);
      } catch {
        return { trouble: { kind: 'refused', why: 'here' } };
      }
      record = next;
      tell(reportNow());
      await setAlarm();
      void run();
      return { trouble: null };
    },
    async stop() {
      await load();
      await forget();
      await keep.clear();
      record = null;
      await setAlarm();
      tell(reportNow());
    },
    async brake(choice) {
      if (state.phase.kind !== 'braked') return;
      const { loss } = state.phase;
      const takings = held;
      if (choice === 'keep') await putOver(takings);
      allowed = loss.deleted + loss.binned;
      await run();
      if (choice === 'keep') await settleOver(new Set(takings.map(({ note }) => note._id)));
    },
    live() {
      pages++;
      void now();
      let isOpen = true;
      return () => {
        if (isOpen) pages--;
        isOpen = false;
      };
    },
  };

  /** A new version of these notes as they are here: it stands beside what the server has, and is the newer one. */
  async function putOver(takings: readonly IncomingDeletion[]): Promise<void> {
    const nowIso = new Date(nowMs()).toISOString();
    const known = new Map((await store.list()).map((note) => [note._id, note]));
    const over = takings.flatMap(({ note: { _id }, changed }) => {
      const note = known.get(_id);
      if (!note) return [];
      // The clock of the other machine may be ahead of ours.
      return [{ ...note, changed: laterThan(changed > note.changed ? { ...note, changed } : note, nowIso) }];
    });
    taken((await store.putAll(over, true)).saved);
  }

  /** The reader has chosen already: the server's versions need not be offered beside them. */
  async function settleOver(ids: ReadonlySet<string>): Promise<void> {
    const conflicts = (await store.conflicts()).filter(({ shown }) => ids.has(shown._id));
    for (const { shown, others } of conflicts) {
      for (const { rev } of others) taken(await store.settle(shown._id, rev, 'shown', crypto.randomUUID()));
    }
    if (conflicts.length > 0) await run();
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done, { once: true });
    function done(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
  });
}
