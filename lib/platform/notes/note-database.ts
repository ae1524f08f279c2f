import PouchDB from 'pouchdb-core';
import idb from 'pouchdb-adapter-idb';

/** A PouchDB document: a note's fields and the database's own. */
export interface StoredDocument {
  _id: string;
  _rev?: string;
  _deleted?: boolean;
  _revisions?: { start: number; ids: string[] };
  _revs_info?: { rev: string; status: string }[];
  /** Revisions of conflicting versions, if asked for. */
  _conflicts?: string[];
  [field: string]: unknown;
}

export interface Row {
  id?: string;
  /** `not_found` for a key that never existed. */
  error?: string;
  value?: { rev: string; deleted?: boolean };
  doc?: StoredDocument | null;
}

/** The part of PouchDB that the note store uses; tests pass databases that fail on purpose. */
export interface NoteDatabase {
  allDocs(options: {
    include_docs: boolean;
    conflicts?: boolean;
    keys?: string[];
    limit?: number;
  }): Promise<{ rows: Row[] }>;
  get(id: string, options: { rev?: string; revs_info?: boolean }): Promise<StoredDocument>;
  put(document: StoredDocument): Promise<{ rev: string }>;
  /** With `new_edits: false` stores given revisions, else makes them. Resolves to an error or a `rev` by document. */
  bulkDocs(documents: StoredDocument[], options: { new_edits: boolean }): Promise<object[]>;
  close(): Promise<void>;
}

/**
 * For the background alone. Uses `idb`, as `indexeddb` loses data (https://github.com/apache/pouchdb/issues/9018), and no
 * compaction, so that earlier texts of a note stay in its history.
 */
export function openNoteDatabase(name = 'notes'): NoteDatabase {
  PouchDB.plugin(idb);
  return new PouchDB(name, { adapter: 'idb', auto_compaction: false }) as NoteDatabase;
}
