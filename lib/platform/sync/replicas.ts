/** The two databases that are kept the same, as sync needs them: the reader's own, and the one on the server. */
import PouchDB from 'pouchdb-core';
import http from 'pouchdb-adapter-http';
import replication from 'pouchdb-replication';
import { openNoteDatabase, type NoteDatabase, type StoredDocument } from '../notes/note-database.ts';
import { createServerFetch, SyncProblem, type ServerFetch } from './server-fetch.ts';
import type { SyncAccount } from './sync-record-store.ts';

export interface Change {
  id: string;
  /** Every leaf of the note's tree of versions. */
  changes: { rev: string }[];
  /** All of them are deleted. */
  deleted?: boolean;
}

export interface Changes {
  results: Change[];
  last_seq: string | number;
}

/** An emitter that is a promise, too. */
export interface Replication extends Promise<{ doc_write_failures: number }> {
  on(event: 'change', listener: (change: { docs_written: number; docs_read: number }) => void): this;
  on(event: 'denied', listener: () => void): this;
  cancel(): void;
}

export interface Replica extends NoteDatabase {
  changes(options: { since: string | number; style: 'all_docs'; batch_size: number }): Promise<Changes>;
  revsDiff(asked: Record<string, string[]>): Promise<Record<string, { missing: string[] }>>;
  replicate: {
    from(source: Replica, options: { batch_size: number; retry: false }): Replication;
    to(target: Replica, options: { batch_size: number; retry: false }): Replication;
  };
}

export interface Remote {
  database: Replica;
  server: ServerFetch;
  /** How many documents the database holds; null where there is none. */
  count(): Promise<number | null>;
  /** Makes the database. */
  create(): Promise<void>;
  /** Answers when something changed there since, or after a while. */
  waitForChange(since: string | number): Promise<boolean>;
}

/** The connection to the reader's database is shared with the store that opened it: it is not for sync to close. */
export function openLocal(name?: string): Replica {
  plugIn();
  return openNoteDatabase(name) as Replica;
}

const WAIT_MS = 25_000;

export function openRemote(account: SyncAccount, signal?: AbortSignal): Remote {
  plugIn();
  const server = createServerFetch(account, signal);
  const { address } = account;
  const database = new PouchDB(address, {
    adapter: 'http',
    skip_setup: true,
    fetch: server.fetch,
  }) as Replica;
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
      // 412: somebody else was faster.
      if (!ok && status !== 412) {
        throw new SyncProblem(server.trouble() ?? { kind: 'refused', why: 'forbidden' });
      }
    },
    async waitForChange(since) {
      const query = new URLSearchParams({ feed: 'longpoll', since: String(since), timeout: String(WAIT_MS) });
      // Some servers wait for ever.
      const limit = AbortSignal.timeout(WAIT_MS + 5000);
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

let isPlugged = false;
function plugIn(): void {
  if (isPlugged) return;
  isPlugged = true;
  PouchDB.plugin(http).plugin(replication);
}

export type { StoredDocument };
