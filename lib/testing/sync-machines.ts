/** Machines that sync with one real server of CouchDB's protocol, in one process. To be called in a test file. */
import 'fake-indexeddb/auto';
import { afterAll, beforeAll, expect, onTestFinished, vi } from 'vitest';
import { createNote, type Note } from '../core/notes/note.ts';
import type { SyncReport } from '../core/sync/sync-status.ts';
import { openNoteDatabase } from '../platform/notes/note-database.ts';
import { createNoteStore } from '../platform/notes/note-store.ts';
import { openLocal } from '../platform/sync/replicas.ts';
import { createSyncRecordStore } from '../platform/sync/sync-record-store.ts';
import { createSyncService, type SyncService } from '../platform/sync/sync-service.ts';
import { startCouchServer, type CouchServer } from './couch-server.ts';
import { until } from './until.ts';

export let server: CouchServer;
export function useCouch(): void {
  beforeAll(async () => {
    server = await startCouchServer();
  });
  afterAll(() => server.close());
}

let count = 0;
export const freshName = (): string => `notes${++count}`;
/** The clock of all machines. */
export let clock = Date.UTC(2026, 0, 1);
export const tick = (): string => new Date((clock += 1000)).toISOString();
export const forward = (ms: number): number => (clock += ms);
export const pin = (id: string, text = id): Note => createNote({ id, nowIso: tick(), text });

/** One machine: its store, its sync, and what it told. `again` is the same one after the background was ended. */
export function machine(name = `machine${++count}`) {
  const store = createNoteStore(() => openNoteDatabase(name), { nowMs: () => (clock += 1000) });
  const reports: SyncReport[] = [];
  const taken: string[] = [];
  const alarms = { create: vi.fn(), clear: vi.fn(async () => true) };
  const records = createSyncRecordStore(`${name}-sync`);
  const sync = createSyncService({
    store,
    openLocal: () => openLocal(name),
    records,
    alarms,
    onReport: (report) => reports.push(structuredClone(report)),
    onNotes: (notes) => taken.push(...notes.map(({ _id }) => _id)),
    stayAwake: () => undefined,
    nowMs: () => clock,
  });
  onTestFinished(() => store.close());
  const phase = () => reports.at(-1)?.phase;
  return {
    store,
    records,
    sync,
    reports,
    taken,
    alarms,
    phase,
    texts: async () => (await store.list()).map(({ text }) => text).sort(),
    again: () => machine(name),
  };
}
export type Machine = ReturnType<typeof machine>;

export async function connect({ sync }: Machine, database: string): Promise<void> {
  const { user, password } = server;
  expect(await sync.connect({ address: `${server.origin}/${database}`, user, password })).toEqual({
    trouble: null,
  });
  await settled(sync);
}

/** The sync that runs has ended, and so has one after it. */
export const settled = async (sync: SyncService): Promise<void> =>
  until(
    async () => {
      const { phase } = await sync.report();
      return phase.kind !== 'running';
    },
    { what: 'the sync to end' },
  ).then(() => undefined);

export async function pair(): Promise<{ a: Machine; b: Machine; database: string }> {
  const database = freshName();
  const [a, b] = [machine(), machine()];
  await connect(a, database);
  await connect(b, database);
  return { a, b, database };
}
