/** Many notes in one turn of the store: one call of the database, so that all are written or none. */
import { equalNotes, type Note } from '../core/note.ts';
import type { NoteDatabase, StoredDocument } from './note-database.ts';
import { readRevisions, tombstoneOf, type Shelf } from './note-shelf.ts';
import { problemOf } from './store-problem.ts';

/** What a bulk write did, and what is needed to undo it: put `before` back (`over`), and purge `added`. */
export interface PutAll {
  /** Written, as they are stored now. */
  saved: Note[];
  /** As they were, those of `saved` that were there before. */
  before: Note[];
  /** Ids of those that were not. */
  added: string[];
  /** Left as they are: the same, or newer, is stored. */
  kept: number;
}

/**
 * Writes notes that are new, those that were purged included, or newer than what is stored; with `over` also those
 * that are older.
 */
export async function putNotes(
  database: NoteDatabase,
  shelf: Shelf,
  given: readonly Note[],
  over: boolean,
): Promise<PutAll> {
  const notes = [...new Map(given.map((note) => [note._id, note])).values()].filter((note) => {
    const known = shelf.notes.get(note._id)?.note;
    return !known || (!equalNotes(known, note) && (over || known.changed <= note.changed));
  });
  const added = notes.map(({ _id }) => _id).filter((id) => !shelf.notes.has(id));
  const before = notes.flatMap(({ _id }) => shelf.notes.get(_id)?.note ?? []);
  const gone = await readRevisions(database, added);
  const documents = notes.map((note): StoredDocument => {
    const rev = shelf.notes.get(note._id)?.rev ?? gone.get(note._id);
    return rev === undefined ? { ...note } : { ...note, _rev: rev };
  });
  const revs = await writeAll(database, documents);
  notes.forEach((note, at) => shelf.notes.set(note._id, { note, rev: revs[at]! }));
  return { saved: notes, before, added, kept: given.length - notes.length };
}

/** Leaves a tombstone of each. Ids that are not there are passed over: they may have gone by another hand. */
export async function purgeNotes(
  database: NoteDatabase,
  { notes }: Shelf,
  ids: readonly string[],
): Promise<Note[]> {
  const shelved = [...new Set(ids)].flatMap((id) => notes.get(id) ?? []);
  await writeAll(database, shelved.map(tombstoneOf));
  for (const { note } of shelved) notes.delete(note._id);
  return shelved.map(({ note }) => note);
}

/** The new revisions, in order. Somebody may have written one of the notes meanwhile: the store then looks afresh. */
async function writeAll(database: NoteDatabase, documents: StoredDocument[]): Promise<string[]> {
  if (documents.length === 0) return [];
  const results = (await database.bulkDocs(documents, { new_edits: true })) as { rev?: string }[];
  return results.map((result) => {
    if (result.rev === undefined || 'error' in result) throw problemOf(result);
    return result.rev;
  });
}
