/**
 * What sync has to remember: the account with its password, and how far it came. In a database of its own, in the
 * extension's origin, which content scripts cannot reach; never in `storage`, a backup, a log or a note.
 */
import { fieldsOf, isText } from '../../core/protocol/guards.ts';

export interface SyncAccount {
  address: string;
  origin: string;
  user: string;
  password: string;
}

/** How far both sides were compared. Opaque texts and numbers of the two databases. */
export interface SyncMarks {
  /** Names the document with our mark on the server. */
  client: string;
  /** What our mark there said last; another one: the database was made anew, or set back to an older state. */
  token: string;
  remoteSince: string | number;
  localSince: string | number;
  lastMs: number | null;
}

export interface SyncRecord {
  account: SyncAccount;
  marks: SyncMarks;
}

export interface SyncRecordStore {
  /** Null while sync is off. */
  read(): Promise<SyncRecord | null>;
  write(record: SyncRecord): Promise<void>;
  clear(): Promise<void>;
}

const STORE = 'sync';
const KEY = 'record';

export function createSyncRecordStore(name = 'manicule-sync'): SyncRecordStore {
  async function inStore<T>(
    mode: IDBTransactionMode,
    work: (store: IDBObjectStore) => IDBRequest<T>,
  ): Promise<T> {
    const database = await open(name);
    try {
      const transaction = database.transaction(STORE, mode);
      const request = work(transaction.objectStore(STORE));
      return await new Promise<T>((resolve, reject) => {
        transaction.oncomplete = () => resolve(request.result);
        transaction.onabort = () => reject(transaction.error ?? new Error('aborted'));
      });
    } finally {
      database.close();
    }
  }
  return {
    read: async () => parseRecord(await inStore<unknown>('readonly', (store) => store.get(KEY))),
    write: async (record) => void (await inStore('readwrite', (store) => store.put(record, KEY))),
    clear: async () => void (await inStore('readwrite', (store) => store.clear())),
  };
}

function open(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => void request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('not opened'));
  });
}

function parseRecord(input: unknown): SyncRecord | null {
  const { account, marks } = fieldsOf(input);
  const { address, origin, user, password } = fieldsOf(account);
  const { client, token, remoteSince, localSince, lastMs } = fieldsOf(marks);
  if (!isText(address) || !isText(origin) || !isText(user) || !isText(password)) return null;
  return {
    account: { address, origin, user, password },
    marks: {
      client: isText(client) ? client : crypto.randomUUID(),
      token: isText(token) ? token : '',
      remoteSince: isMark(remoteSince) ? remoteSince : 0,
      localSince: isMark(localSince) ? localSince : 0,
      lastMs: typeof lastMs === 'number' ? lastMs : null,
    },
  };
}

const isMark = (value: unknown): value is string | number => isText(value) || typeof value === 'number';
