/** Runs sync in the background, whose worker may be stopped at any moment: record and alarm restore its state. */
import type { Alarms } from 'webextension-polyfill';
import type { Note } from '../../core/notes/note.ts';
import {
  allowedLoss,
  canBegin,
  isAgainDue,
  isDue,
  reduceSync,
  reportOf,
  SYNC_START,
  type RoundEvent,
  type SyncEvent,
} from '../../core/sync/sync-machine.ts';
import type { LossAnswer, SyncRecord } from '../../core/sync/sync-record.ts';
import type { SyncReport, Trouble } from '../../core/sync/sync-status.ts';
import { parseSyncAddress } from '../../core/sync/sync-address.ts';
import type { NoteStore } from '../notes/note-store.ts';
import { createLocalWins } from './local-wins.ts';
import { probeServer } from './probe-server.ts';
import { openRemote, type Replica } from './replicas.ts';
import { createServerWatch, pauseFor } from './server-watch.ts';
import { SyncProblem } from './server-fetch.ts';
import { syncOnce, type SyncOutcome } from './sync-once.ts';
import type { SyncRecordStore } from './sync-record-store.ts';

export interface SyncServiceParts {
  store: Pick<NoteStore, 'list' | 'listBin' | 'refresh' | 'putAll' | 'conflicts' | 'settle'>;
  openLocal: () => Replica;
  records: SyncRecordStore;
  alarms: Pick<Alarms.Static, 'create' | 'clear'>;
  onReport: (report: SyncReport) => void;
  /** Notes that a sync has changed here. */
  onNotes: (notes: readonly Note[]) => void;
  /** Called every 20 s while a round runs, so that the browser does not end the worker. */
  stayAwake: () => void;
  nowMs: () => number;
}

export interface SyncService {
  /** To be called at install, update and start of the browser. */
  start(): Promise<void>;
  /** For `alarms.onAlarm`; names of other alarms are ignored. */
  handleAlarm(name: string): Promise<void>;
  /** To be called when a note was saved here. */
  notesChanged(): void;
  /** Runs at once, whatever failed before; resolves when the round has ended. */
  syncNow(): Promise<void>;
  report(): Promise<SyncReport>;
  /** `trouble` null: the account was taken, or the reader has stopped sync meanwhile. */
  connect(account: { address: string; user: string; password: string }): Promise<{ trouble: Trouble | null }>;
  /** Forgets the account; all notes stay. Rejects if the record cannot be cleared. */
  stop(): Promise<void>;
  answerLossGuard(answer: LossAnswer): Promise<void>;
  /** While a page of the extension is open, the server's changes come at once. Returns a function that ends it. */
  addPage(): () => void;
}

const ALARM = 'sync';
const PERIOD_MINUTES = 5;
/** Several saves in a row share one round. */
const SETTLE_MS = 700;
const AWAKE_EVERY_MS = 20_000;

export function createSyncService(parts: SyncServiceParts): SyncService {
  const { store, openLocal, records, alarms, onReport, onNotes, stayAwake, nowMs } = parts;
  const localWins = createLocalWins({ store, onNotes, nowMs });
  let state = SYNC_START;
  let loading: Promise<void> | null = null;
  /** The last write of the record; writes follow one another. */
  let saved: Promise<void> = Promise.resolve();
  /** Aborted with its generation. */
  let connection = new AbortController();
  let connecting = new AbortController();
  let running: Promise<void> | null = null;
  let settling: ReturnType<typeof setTimeout> | undefined;
  let local: Replica | null = null;

  function dispatch(event: SyncEvent): void {
    const before = state;
    state = reduceSync(state, event);
    if (state.generation !== before.generation) {
      connection.abort();
      connection = new AbortController();
    }
    if (event.type !== 'loaded' && (event.type === 'stopped' || state.record !== before.record)) save();
    if (state.phase !== before.phase || state.record !== before.record) onReport(reportOf(state));
  }

  /** Stores the record as it is when its turn comes, so that an older one never overwrites a newer one. */
  function save(): void {
    saved = saved
      .catch(() => undefined)
      .then(() => (state.record ? records.write(state.record) : records.clear()));
    saved.catch(() => undefined);
  }

  const load = (): Promise<void> =>
    (loading ??= records.read().then(
      (record) => dispatch({ type: 'loaded', record }),
      // The next call tries again.
      () => void (loading = null),
    ));

  async function setAlarm(): Promise<void> {
    if (!state.isLoaded) return;
    // Firefox returns nothing here, Chromium a promise.
    if (state.record) await Promise.resolve(alarms.create(ALARM, { periodInMinutes: PERIOD_MINUTES }));
    else await alarms.clear(ALARM);
  }

  function run(): Promise<void> {
    if (running) {
      dispatch({ type: 'wanted' });
      return running;
    }
    running = (async () => {
      do await round();
      while (isAgainDue(state));
    })().finally(() => (running = null));
    return running;
  }

  async function round(): Promise<void> {
    await load();
    const { record, generation } = state;
    if (!record || !canBegin(state)) return;
    const { signal } = connection;
    const happened = (event: RoundEvent): void => dispatch({ ...event, generation });
    const awake = setInterval(stayAwake, AWAKE_EVERY_MS);
    happened({ type: 'began' });
    try {
      const outcome = await attempt(record, signal, happened);
      if (outcome.kind === 'done') happened({ type: 'ended', marks: outcome.marks });
      else {
        const { loss } = outcome;
        const deletions = outcome.deletions.map(({ note, changed }) => ({ id: note._id, changed }));
        happened({ type: 'blocked', question: { loss, deletions, answer: null } });
      }
      await saved.catch(() => undefined);
    } catch (error) {
      if (signal.aborted) return;
      const trouble: Trouble =
        error instanceof SyncProblem ? error.trouble : { kind: 'refused', why: 'here' };
      happened({ type: 'failed', trouble, nowMs: nowMs() });
    } finally {
      clearInterval(awake);
      watch.resume();
    }
  }

  async function attempt(
    record: SyncRecord,
    signal: AbortSignal,
    happened: (event: RoundEvent) => void,
  ): Promise<SyncOutcome> {
    const refused = record.lossQuestion?.answer === 'keep' ? record.lossQuestion.deletions : null;
    if (refused) await localWins.writeNewer(refused);
    const outcome = await replicate(record, signal, happened).catch((error: unknown) => {
      if (error instanceof SyncProblem || signal.aborted) throw error;
      // The store has closed the connection they share; a new one finds everything as it was.
      local = null;
      return replicate(record, signal, happened);
    });
    signal.throwIfAborted();
    if (refused && outcome.kind === 'done' && (await localWins.settle(refused))) dispatch({ type: 'wanted' });
    return outcome;
  }

  async function replicate(
    record: SyncRecord,
    signal: AbortSignal,
    happened: (event: RoundEvent) => void,
  ): Promise<SyncOutcome> {
    signal.throwIfAborted();
    local ??= openLocal();
    try {
      return await syncOnce({
        local,
        remote: openRemote(record.account, signal),
        store,
        marks: record.marks,
        allowedLoss: allowedLoss(record),
        signal,
        nowMs,
        onProgress: (progress) => happened({ type: 'progressed', progress }),
        onNotes,
      });
    } catch (error) {
      if (!(error instanceof SyncProblem) && !signal.aborted) local = null;
      throw error;
    }
  }

  async function runIfDue(): Promise<void> {
    await load();
    if (!running && isDue(state, nowMs())) await run();
  }

  async function syncNow(): Promise<void> {
    await load();
    if (running || canBegin(state)) await run();
  }

  const watch = createServerWatch({
    state: () => state,
    signal: () => connection.signal,
    waitForChange: ({ account, marks }, signal) =>
      openRemote(account, signal).waitForChange(marks.remoteSince),
    run,
    running: () => running,
    pause: pauseFor,
    nowMs,
  });

  return {
    async start() {
      await load();
      await setAlarm();
      await runIfDue();
    },
    handleAlarm: async (name) => {
      if (name === ALARM) await runIfDue();
    },
    notesChanged() {
      clearTimeout(settling);
      settling = setTimeout(() => void (running ? run() : runIfDue()), SETTLE_MS);
    },
    syncNow,
    async report() {
      await load();
      return reportOf(state);
    },
    async connect({ address: typed, user, password }) {
      const parsed = parseSyncAddress(typed);
      if (!parsed.ok) return { trouble: { kind: 'refused', why: 'missing' } };
      const { address, origin } = parsed.value;
      const account = { address, origin, user, password };
      connecting.abort();
      connecting = new AbortController();
      const { signal } = connecting;
      const trouble = await probeServer(account, signal);
      if (signal.aborted) return { trouble: null };
      if (trouble) return { trouble };
      const marks = { client: crypto.randomUUID(), token: '', remoteSince: 0, localSince: 0, lastMs: null };
      dispatch({ type: 'connected', record: { account, marks, lossQuestion: null } });
      const { generation } = state;
      try {
        await saved;
      } catch {
        if (state.generation === generation) dispatch({ type: 'stopped' });
        return { trouble: { kind: 'refused', why: 'here' } };
      }
      await setAlarm();
      void run();
      return { trouble: null };
    },
    async stop() {
      connecting.abort();
      clearTimeout(settling);
      dispatch({ type: 'stopped' });
      await saved;
      await setAlarm();
    },
    async answerLossGuard(answer) {
      await load();
      dispatch({ type: 'answered', answer });
      await saved.catch(() => undefined);
      await run();
    },
    addPage() {
      const remove = watch.addPage();
      void syncNow();
      return remove;
    },
  };
}
