import type { Draft } from '../../core/notes/draft.ts';
import { parseDraft } from '../../core/notes/note-schema.ts';
import { createIndexedStore } from '../storage/indexed-db.ts';

export interface DraftStore {
  list(): Promise<Draft[]>;
  /** Stores the draft unless a later one of its note is stored. @throws if there are too many drafts. */
  put(draft: Draft): Promise<{ isFirst: boolean }>;
  /** Resolves to true if there was one. */
  drop(note: string): Promise<boolean>;
}

/** Far above any reader's number of drafts; keeps a runaway page from filling the disk. */
const MAX_DRAFTS = 500;

export function createDraftStore(name = 'manicule-drafts'): DraftStore {
  const drafts = createIndexedStore(name, 'drafts');
  return {
    list: () => drafts.transact('readonly', async (store) => (await store.getAll()).flatMap(readDraft)),
    put: (draft) =>
      drafts.transact('readwrite', async (store) => {
        const [before] = readDraft(await store.get(draft.note));
        if (before && before.changed > draft.changed) return { isFirst: false };
        if (!before && (await store.count()) >= MAX_DRAFTS) throw new Error('Too many drafts');
        await store.put(draft, draft.note);
        return { isFirst: before === undefined };
      }),
    drop: (note) =>
      drafts.transact('readwrite', async (store) => {
        const wasThere = (await store.getKey(note)) !== undefined;
        await store.delete(note);
        return wasThere;
      }),
  };
}

function readDraft(stored: unknown): Draft[] {
  const parsed = parseDraft(stored);
  return parsed.ok ? [parsed.value] : [];
}
