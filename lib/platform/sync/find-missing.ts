/** Compares both sides before any document moves. */
import type { Note } from '../../core/notes/note.ts';
import { parseNote } from '../../core/notes/note-schema.ts';
import { incomingDeletionOf, type IncomingDeletion } from '../../core/sync/loss-guard.ts';
import type { StoredDocument } from '../notes/note-database.ts';
import type { Change, Replica } from './replicas.ts';

const MAX_IDS_PER_REQUEST = 500;

export interface Missing {
  changes: Change[];
  lastSeq: string | number;
}

/** Changes of `source` with revisions that `target` has never seen. */
export async function findMissing(
  source: Replica,
  target: Replica,
  since: string | number,
): Promise<Missing> {
  const { results, last_seq: lastSeq } = await source.changes({ since, style: 'all_docs', batch_size: 1000 });
  const notes = results.filter(({ id }) => !id.startsWith('_design/'));
  const changes: Change[] = [];
  for (const chunk of chunksOf(notes)) {
    const diff = await target.revsDiff(
      Object.fromEntries(chunk.map(({ id, changes }) => [id, changes.map(({ rev }) => rev)])),
    );
    changes.push(...chunk.filter(({ id }) => Object.hasOwn(diff, id) && diff[id]!.missing.length > 0));
  }
  return { changes, lastSeq };
}

/** The server's `changes` that would delete one of `notes`. */
export async function findIncomingDeletions(
  changes: readonly Change[],
  remote: Replica,
  notes: ReadonlyMap<string, Note>,
): Promise<IncomingDeletion[]> {
  const known = changes.filter(({ id }) => notes.has(id));
  const deletions = known
    .filter(({ deleted }) => deleted)
    .flatMap(({ id }) => incomingDeletionOf(notes.get(id)!, null) ?? []);
  const alive = known.filter(({ deleted }) => !deleted).map(({ id }) => id);
  for (const keys of chunksOf(alive)) {
    const { rows } = await remote.allDocs({ include_docs: true, keys });
    deletions.push(...rows.flatMap(({ id, doc }) => deletionBy(doc, notes.get(id ?? ''))));
  }
  return deletions;
}

/** A document that is not a note takes nothing away: the database keeps the version here beside it. */
function deletionBy(document: StoredDocument | null | undefined, note: Note | undefined): IncomingDeletion[] {
  const incoming = parseNote(document);
  const deletion = note && incoming.ok ? incomingDeletionOf(note, incoming.value) : null;
  return deletion ? [deletion] : [];
}

/**
 * The documents of an incoming batch that would delete one of `notes`. A tombstone does so only if it descends
 * from the revision that is here; one of another branch, as a settled conflict leaves it, does not.
 */
export async function incomingDeletionsOfBatch(
  documents: readonly StoredDocument[],
  local: Replica,
  notes: ReadonlyMap<string, Note>,
): Promise<IncomingDeletion[]> {
  const alive = new Set(documents.filter(({ _deleted }) => !_deleted).map(({ _id }) => _id));
  const tombstones = documents.filter(({ _id, _deleted }) => _deleted && notes.has(_id) && !alive.has(_id));
  const keys = [...new Set(tombstones.map(({ _id }) => _id))];
  const { rows } = keys.length > 0 ? await local.allDocs({ include_docs: false, keys }) : { rows: [] };
  const revisions = new Map(rows.map(({ value }, index) => [keys[index]!, value?.rev ?? '']));
  const deleted = tombstones.filter(({ _id, _revisions }) => {
    const rev = revisions.get(_id)!;
    return _revisions?.ids.includes(rev.slice(rev.indexOf('-') + 1)) ?? true;
  });
  return [
    ...deleted.flatMap(({ _id }) => incomingDeletionOf(notes.get(_id)!, null) ?? []),
    ...documents
      .filter(({ _deleted }) => !_deleted)
      .flatMap((document) => deletionBy(document, notes.get(document._id))),
  ];
}

function* chunksOf<T>(items: readonly T[]): Generator<T[]> {
  for (let start = 0; start < items.length; start += MAX_IDS_PER_REQUEST) {
    yield items.slice(start, start + MAX_IDS_PER_REQUEST);
  }
}
