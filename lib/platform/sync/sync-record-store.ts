import { parseSyncRecord, type SyncRecord } from '../../core/sync/sync-record.ts';
import { createIndexedStore } from '../storage/indexed-db.ts';

export interface SyncRecordStore {
  /** Null while sync is off. */
  read(): Promise<SyncRecord | null>;
  write(record: SyncRecord): Promise<void>;
  clear(): Promise<void>;
}

const KEY = 'record';

/** The password lies here only: never in `storage`, a backup, a log or a note. */
export function createSyncRecordStore(database = 'manicule-sync'): SyncRecordStore {
  const { transact } = createIndexedStore(database, 'sync');
  return {
    read: async () => parseSyncRecord(await transact('readonly', (store) => store.get(KEY))),
    write: (record) => transact('readwrite', async (store) => void (await store.put(record, KEY))),
    clear: () => transact('readwrite', (store) => store.clear()),
  };
}
