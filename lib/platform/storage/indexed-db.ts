import { openDB, type IDBPObjectStore } from 'idb';

export type StoreIn<M extends IDBTransactionMode> = IDBPObjectStore<unknown, [string], string, M>;

export interface IndexedStore {
  /** Rejects, and writes nothing, if `work` or the transaction fails. `work` may await nothing but the store. */
  transact<M extends IDBTransactionMode, T>(mode: M, work: (store: StoreIn<M>) => Promise<T>): Promise<T>;
}

/**
 * A database with one store in the extension's origin, out of reach of content scripts. Each transaction opens and
 * closes it, so that a background that is ended has written all of a change or none of it.
 */
export function createIndexedStore(database: string, name: string): IndexedStore {
  return {
    async transact(mode, work) {
      const opened = await openDB(database, 1, {
        upgrade: (created) => void created.createObjectStore(name),
      });
      try {
        const transaction = opened.transaction<[string], typeof mode>([name], mode);
        const answer = work(transaction.objectStore(name)).catch((error: unknown) => {
          abort(transaction);
          throw error;
        });
        const [value] = await Promise.all([answer, transaction.done]);
        return value;
      } finally {
        opened.close();
      }
    },
  };
}

/** `abort()` throws if a failed request has aborted the transaction already. */
function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch {
    // Aborted already.
  }
}
