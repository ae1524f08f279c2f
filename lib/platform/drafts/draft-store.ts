/**
 * Drafts, in a database of their own in the extension's origin, which pages and content scripts cannot reach. Each call
 * opens and closes it: a background that ends at any moment has written either all of a draft or nothing.
 */
import { parseDraft, type Draft } from '../../core/notes/draft.ts';

export interface DraftStore {
  list(): Promise<Draft[]>;
  /** Keeps it unless a later one of the same note is here; answers whether it is the first of its note. */
  put(draft: Draft): Promise<{ isFirst: boolean }>;
  /** Answers whether there was one. */
  drop(note: string): Promise<boolean>;
}

const STORE = 'drafts';
/** Far above what anybody begins; a page that went wild is not to fill the disk. */
const MAX_DRAFTS = 500;

export function createDraftStore(name = 'manicule-drafts'): DraftStore {
  async function inStore<T>(
    mode: IDBTransactionMode,
    work: (store: IDBObjectStore, answer: (value: T) => void) => void,
  ): Promise<T> {
    const database = await open(name);
    try {
      const transaction = database.transaction(STORE, mode);
      let answered: T;
      work(transaction.objectStore(STORE), (value) => {
        answered = value;
      });
      return await new Promise<T>((resolve, reject) => {
        transaction.oncomplete = () => resolve(answered);
        transaction.onabort = () => reject(transaction.error ?? new Error('aborted'));
      });
    } finally {
      database.close();
    }
  }
  const draftIn = (stored: unknown): Draft[] => {
    const parsed = parseDraft(stored);
    return parsed.ok ? [parsed.value] : [];
  };

  return {
    list: () =>
      inStore('readonly', (store, answer) => {
        const all = store.getAll();
        all.onsuccess = () => answer((all.result as unknown[]).flatMap(draftIn));
      }),
    put: (draft) =>
      inStore('readwrite', (store, answer) => {
        const count = store.count();
        const known = store.get(draft.note);
        known.onsuccess = () => {
          const [before] = draftIn(known.result);
          answer({ isFirst: before === undefined });
          if (before && before.changed > draft.changed) return;
          if (!before && count.result >= MAX_DRAFTS) return store.transaction.abort();
          store.put(draft, draft.note);
        };
      }),
    drop: (note) =>
      inStore('readwrite', (store, answer) => {
        const known = store.getKey(note);
        known.onsuccess = () => {
          answer(known.result !== undefined);
          store.delete(note);
        };
      }),
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
