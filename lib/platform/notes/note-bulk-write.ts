/** Writes many notes in one call of the database, so that all are written or none. */
import type { BulkWrite } from '../../core/notes/bulk-write.ts';
import { equalNotes, type Note } from '../../core/notes/note.ts';
import { settleConflict, type ConflictChoice } from '../../core/sync/conflict.ts';
import type { NoteDatabase, StoredDocument } from './note-database.ts';
import { readRevisions, tombstoneOf, tombstonesOf, type NoteCache } from './note-cache.ts';
import { storeErrorOf } from './store-error.ts';

/** Writes notes that are new, purged before, or not older than the stored version; with `over` also older ones. */
export async function putNotes(
  database: NoteDatabase,
  cache: NoteCache,
  given: readonly Note[],
  over: boolean,
): Promise<BulkWrite> {
  const notes = [...new Map(given.map((note) => [note._id, note])).values()].filter((note) => {
    const known = cache.notes.get(note._id)?.note;
    return !known || (!equalNotes(known, note) && (over || known.changed <= note.changed));
  });
  const added = notes.map(({ _id }) => _id).filter((id) => !cache.notes.has(id));
  const before = notes.flatMap(({ _id }) => cache.notes.get(_id)?.note ?? []);
  const gone = await readRevisions(database, added);
  const documents = notes.map((note): StoredDocument => {
    const rev = cache.notes.get(note._id)?.rev ?? gone.get(note._id);
    return rev === undefined ? { ...note } : { ...note, _rev: rev };
  });
  const revs = await writeAll(database, documents);
  notes.forEach((note, at) => {
    cache.notes.set(note._id, { ...cache.notes.get(note._id), note, rev: revs[at]! });
  });
  return { saved: notes, before, added, unchanged: given.length - notes.length };
}

/** Replaces notes by tombstones. Ignores unknown ids, which another context may have purged. */
export async function purgeNotes(
  database: NoteDatabase,
  { notes }: NoteCache,
  ids: readonly string[],
): Promise<Note[]> {
  const cached = [...new Set(ids)].flatMap((id) => notes.get(id) ?? []);
  await writeAll(database, cached.flatMap(tombstonesOf));
  for (const { note } of cached) notes.delete(note._id);
  return cached.map(({ note }) => note);
}

/** Ends a conflict and returns the notes written; does nothing if the other version was settled before. */
export async function settleNote(
  database: NoteDatabase,
  cache: NoteCache,
  { id, rev, choice }: { id: string; rev: string; choice: ConflictChoice },
  fresh: { nowIso: string; newId: string },
): Promise<Note[]> {
  const known = cache.notes.get(id);
  const other = known?.others?.find((version) => version.rev === rev);
  if (!known || !other) return known ? [known.note] : [];
  const notes = settleConflict(known.note, other.note, choice, fresh);
  const [revNow, revNew] = await writeAll(database, [
    ...notes.map((note): StoredDocument => (note._id === id ? { ...note, _rev: known.rev } : { ...note })),
    tombstoneOf(other),
  ]);
  const others = known.others!.filter((version) => version !== other);
  cache.notes.set(id, { note: notes[0]!, rev: revNow!, ...(others.length > 0 && { others }) });
  if (notes[1]) cache.notes.set(notes[1]._id, { note: notes[1], rev: revNew! });
  return notes;
}

/** Returns the new revisions, in order. Throws `conflict` if replication wrote meanwhile; the store then retries. */
async function writeAll(database: NoteDatabase, documents: StoredDocument[]): Promise<string[]> {
  if (documents.length === 0) return [];
  const results = (await database.bulkDocs(documents, { new_edits: true })) as { rev?: string }[];
  return results.map((result) => {
    if (result.rev === undefined || 'error' in result) throw storeErrorOf(result);
    return result.rev;
  });
}
