import PouchDB from 'pouchdb-core';
import idb from 'pouchdb-adapter-idb';

/** A document as PouchDB takes and gives it: a note's fields with the database's own. */
export interface StoredDocument {
  _id: string;
  _rev?: string;
  _deleted?: boolean;
  _revisions?: { start: number; ids: string[] };
  _revs_info?: { rev: string; status: string }[];
  /** Revisions of other versions that stand beside this one; told where asked for. */
  _conflicts?: string[];
  [field: string]: unknown;
}

export interface Row {
  id?: string;
  /** `not_found` for a key that never was. */
  error?: string;
  value?: { rev: string; deleted?: boolean };
  doc?: StoredDocument | null;
}

/** What the note store needs of a PouchDB database; tests give their own that fail on purpose. */
export interface NoteDatabase {
  allDocs(options: {
    include_docs: boolean;
    conflicts?: boolean;
    keys?: string[];
    limit?: number;
  }): Promise<{ rows: Row[] }>;
  get(id: string, options: { rev?: string; revs_info?: boolean }): Promise<StoredDocument>;
  put(document: StoredDocument): Promise<{ rev: string }>;
  /** With `new_edits: false` revisions are taken as given, else made; one answer a document, an error or its `rev`. */
  bulkDocs(documents: StoredDocument[], options: { new_edits: boolean }): Promise<object[]>;
  close(): Promise<void>;
}

/**
 * The database in the extension's own origin. Only the background opens it. The adapter is the long-proven `idb`:
 * the newer `indexeddb` has open reports of lost writes. Without compaction: earlier texts of a note stay in its tree.
 */
export function openNoteDatabase(name = 'notes'): NoteDatabase {
  PouchDB.plugin(idb);
  return new PouchDB(name, { adapter: 'idb', auto_compaction: false }) as NoteDatabase;
}
