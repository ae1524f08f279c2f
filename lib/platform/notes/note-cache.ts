/** Reads notes from the database into memory, and writes earlier revisions and tombstones. */
import { isWellFormed } from '../../core/base/well-formed.ts';
import { equalNotes, type Note } from '../../core/notes/note.ts';
import { parseNote } from '../../core/notes/note-schema.ts';
import { newestFirst, type Version } from '../../core/sync/conflict.ts';
import type { NoteDatabase, Row, StoredDocument } from './note-database.ts';
import { StoreError } from './store-error.ts';

export interface CachedNote {
  note: Note;
  rev: string;
  /** Versions that other machines wrote at the same time, newest first. */
  others?: Version[];
}

/** Notes by id, including the bin, and the ids of documents that this version cannot read as notes. */
export interface NoteCache {
  notes: Map<string, CachedNote>;
  unreadable: Set<string>;
}

/** The deleted revision of a note that is not in the cache. */
export interface Tombstone {
  /** Last change before the purge; empty if unknown, or if there was no such note. */
  changed: string;
  /** The parent of a next revision; undefined if there was no such note. */
  rev: string | undefined;
}

/** Limits the revisions compared before an older text is added to the history. */
const MAX_HISTORY_COMPARED = 100;

export async function readNoteCache(database: NoteDatabase): Promise<NoteCache> {
  const cache: NoteCache = { notes: new Map(), unreadable: new Set() };
  const { rows } = await database.allDocs({ include_docs: true, conflicts: true });
  for (const row of rows) await cacheRow(database, cache, row);
  return cache;
}

/** Reads these notes again after replication wrote them. Returns them as they were and as they are. */
export async function updateCache(database: NoteDatabase, cache: NoteCache, ids: string[]): Promise<Note[]> {
  const before = ids.flatMap((id) => cache.notes.get(id)?.note ?? []);
  const { rows } = await database.allDocs({ include_docs: true, conflicts: true, keys: ids });
  for (const [at, row] of rows.entries()) {
    const id = ids[at]!;
    cache.notes.delete(id);
    cache.unreadable.delete(id);
    if (row.value && !row.value.deleted) await cacheRow(database, cache, { ...row, id });
  }
  return [...before, ...ids.flatMap((id) => cache.notes.get(id)?.note ?? [])];
}

/** Shows the last changed of conflicting versions; PouchDB would choose the one with the longest history. */
async function cacheRow(database: NoteDatabase, cache: NoteCache, { id, value, doc }: Row): Promise<void> {
  if (id === undefined || id.startsWith('_design/')) return;
  const note = noteIn(doc);
  if (!note || !value) {
    cache.unreadable.add(id);
    return;
  }
  const versions = [await repaired(database, doc, { note, rev: value.rev })];
  for (const rev of doc?._conflicts ?? []) {
    const document = await database.get(id, { rev });
    const other = noteIn(document);
    if (other) versions.push(await repaired(database, document, { note: other, rev }));
  }
  const [shown, ...others] = newestFirst(versions);
  cache.notes.set(id, others.length > 0 ? { ...shown!, others } : shown!);
}

/** Stores a version again whose texts were ill-formed: no server takes it, nor any note in one batch with it. WALL-03 */
async function repaired(database: NoteDatabase, document: unknown, version: Version): Promise<Version> {
  if (isWellFormed(document)) return version;
  try {
    const { rev } = await database.put({ ...version.note, _rev: version.rev });
    return { ...version, rev };
  } catch {
    // On a full disk it can be read all the same.
    return version;
  }
}

export async function readTombstone(database: NoteDatabase, id: string): Promise<Tombstone> {
  const { rows } = await database.allDocs({ include_docs: true, keys: [id] });
  const row: Row | undefined = rows[0];
  if (!row?.value) return { changed: '', rev: undefined };
  const { rev, deleted } = row.value;
  // A live document missing from the cache was written meanwhile, or by a later version; never overwrite it.
  if (!deleted) throw new StoreError(noteIn(row.doc) ? 'conflict' : 'unreadable');
  const { changed } = await database.get(id, { rev });
  return { changed: typeof changed === 'string' ? changed : '', rev };
}

/** Tombstones hold the last change time and no text. Every version needs one, or a conflicting version would win. */
export function tombstonesOf({ note, rev, others = [] }: CachedNote): StoredDocument[] {
  return [{ note, rev }, ...others].map((version) => tombstoneOf(version));
}

export const tombstoneOf = ({ note, rev }: Version): StoredDocument => ({
  _id: note._id,
  _rev: rev,
  _deleted: true,
  v: 1,
  changed: note.changed,
});

/** The deleted revisions of ids that are not in the cache; undefined for ids that never existed. */
export async function readRevisions(
  database: NoteDatabase,
  ids: string[],
): Promise<Map<string, string | undefined>> {
  if (ids.length === 0) return new Map();
  const { rows } = await database.allDocs({ include_docs: true, keys: ids });
  return new Map(
    rows.map(({ value, doc }, at) => {
      if (value && !value.deleted) throw new StoreError(noteIn(doc) ? 'conflict' : 'unreadable');
      return [ids[at]!, value?.rev];
    }),
  );
}

/** True if an earlier revision of the note equals it. */
export async function isInHistory(database: NoteDatabase, note: Note): Promise<boolean> {
  const { _revs_info: infos = [] } = await database.get(note._id, { revs_info: true });
  const available = infos.filter(({ status }) => status === 'available').slice(0, MAX_HISTORY_COMPARED);
  for (const { rev } of available) {
    const earlier = noteIn(await database.get(note._id, { rev }));
    if (earlier && equalNotes(earlier, note)) return true;
  }
  return false;
}

/**
 * Adds `older` to a note's history, then the note itself again, in one transaction: the newer text stays shown even if
 * the background ends in between. Returns the new revision.
 */
export async function putBeneath(
  database: NoteDatabase,
  { note, rev }: CachedNote,
  older: Note,
): Promise<string> {
  const [generation, hash] = [Number.parseInt(rev, 10), rev.slice(rev.indexOf('-') + 1)];
  const [beneath, top] = [newHash(), newHash()];
  const results = await database.bulkDocs(
    [revision(older, generation + 1, [beneath, hash]), revision(note, generation + 2, [top, beneath, hash])],
    { new_edits: false },
  );
  const failed = results.find((result) => 'error' in result);
  if (failed) throw failed as unknown as Error;
  return `${generation + 2}-${top}`;
}

function revision(note: Note, start: number, ids: string[]): StoredDocument {
  return { ...note, _rev: `${start}-${ids[0]}`, _revisions: { start, ids } };
}

/** 32 hexadecimal digits, like PouchDB's own revisions. */
const newHash = (): string => crypto.randomUUID().replaceAll('-', '');

function noteIn(document: StoredDocument | null | undefined): Note | null {
  const parsed = parseNote(document);
  return parsed.ok ? parsed.value : null;
}
