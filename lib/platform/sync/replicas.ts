/** Both databases, with the parts of PouchDB that sync uses. */
import PouchDB from 'pouchdb-core';
import http from 'pouchdb-adapter-http';
import replication from 'pouchdb-replication';
import { openNoteDatabase, type NoteDatabase } from '../notes/note-database.ts';
import { createServerFetch, SyncProblem, type ServerFetch } from './server-fetch.ts';
import type { SyncAccount } from '../../core/sync/sync-record.ts';

export interface Change {
  id: string;
  /** The leaves of the document's revision tree. */
  changes: { rev: string }[];
  /** All leaves are deleted. */
  deleted?: boolean;
}

export interface Changes {
  results: Change[];
  last_seq: string | number;
}

/** Both an emitter and a promise. */
export interface Replication extends Promise<{ doc_write_failures: number }> {
  on(event: 'change', listener: (change: { docs_written: number; docs_read: number }) => void): this;
  on(event: 'denied', listener: () => void): this;
  cancel(): void;
}

export interface Replica extends NoteDatabase {
  changes(options: { since: string | number; style: 'all_docs'; batch_size: number }): Promise<Changes>;
  info(): Promise<{ update_seq: string | number }>;
  revsDiff(revs: Record<string, string[]>): Promise<Record<string, { missing: string[] }>>;
  replicate: {
    from(source: Replica, options: { batch_size: number; retry: false }): Replication;
    to(target: Replica, options: { batch_size: number; retry: false }): Replication;
  };
}

export interface Remote {
  database: Replica;
  server: ServerFetch;
  /** The number of documents; null if there is no such database. */
  count(): Promise<number | null>;
  create(): Promise<void>;
  /** True when something has changed there since; false after a while without a change. */
  waitForChange(since: string | number): Promise<boolean>;
}

/** PouchDB shares the connection with the note store, which alone may close it. */
export function openLocal(name?: string): Replica {
  addPlugins();
  return openNoteDatabase(name) as Replica;
}

const LONG_POLL_MS = 25_000;

export function openRemote(account: SyncAccount, signal?: AbortSignal): Remote {
  addPlugins();
  const server = createServerFetch(account, signal);
  const { address } = account;
  const database = new PouchDB(address, {
    adapter: 'http',
    skip_setup: true,
    fetch: server.fetch,
  }) as Replica;
  const { info } = database;
  // finishBatch() of pouchdb-replication 9.0.0 asks for it for `activeTasks` alone, and handles no rejection.
  database.info = () => info.call(database).catch(() => ({ update_seq: 0 }));
  return {
    database,
    server,
    async count() {
      const response = await server.fetch(address);
      if (response.status === 404) return null;
      const { doc_count: count } = (await response.json().catch(() => ({}))) as { doc_count?: unknown };
      if (response.ok && typeof count === 'number') return count;
      throw new SyncProblem(server.trouble() ?? { kind: 'refused', why: 'nothing' });
    },
    async create() {
      const { ok, status } = await server.fetch(address, { method: 'PUT' });
      // 412: another computer has made it meanwhile.
      if (!ok && status !== 412) {
        throw new SyncProblem(server.trouble() ?? { kind: 'refused', why: 'forbidden' });
      }
    },
    async waitForChange(since) {
      const query = new URLSearchParams({
        feed: 'longpoll',
        since: String(since),
        timeout: String(LONG_POLL_MS),
      });
      // Some servers ignore `timeout`.
      const limit = AbortSignal.timeout(LONG_POLL_MS + 5000);
      const response = await server
        .fetch(`${address}/_changes?${query.toString()}`, { signal: limit })
        .catch((error: unknown) => {
          if (limit.aborted) return null;
          throw error;
        });
      if (!response) return false;
      if (!response.ok) throw new SyncProblem(server.trouble() ?? { kind: 'refused', why: 'missing' });
      const { results } = (await response.json()) as { results?: unknown[] };
      return Array.isArray(results) && results.length > 0;
    },
  };
}

let hasPlugins = false;
function addPlugins(): void {
  if (hasPlugins) return;
  hasPlugins = true;
  PouchDB.plugin(http).plugin(replication);
}
