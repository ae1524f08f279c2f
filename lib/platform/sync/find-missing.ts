/** What each side has that the other lacks, before any document moves. */
import type { Note } from '../../core/notes/note.ts';
import { parseNote } from '../../core/notes/note-schema.ts';
import { incomingDeletionOf, type IncomingDeletion } from '../../core/sync/loss-guard.ts';
import type { StoredDocument } from '../notes/note-database.ts';
import type { Change, Replica } from './replicas.ts';

/** Ids in one request. */
const AT_ONCE = 500;

export interface Missing {
  changes: Change[];
  lastSeq: string | number;
}

/** Changes of `source` with versions that `target` has never seen. */
export async function findMissing(
  source: Replica,
  target: Replica,
  since: string | number,
): Promise<Missing> {
  const { results, last_seq: lastSeq } = await source.changes({ since, style: 'all_docs', batch_size: 1000 });
  const notes = results.filter(({ id }) => !id.startsWith('_design/'));
  const changes: Change[] = [];
  for (const part of inParts(notes)) {
    const diff = await target.revsDiff(
      Object.fromEntries(part.map(({ id, changes }) => [id, changes.map(({ rev }) => rev)])),
    );
    changes.push(...part.filter(({ id }) => (diff[id]?.missing.length ?? 0) > 0));
  }
  return { changes, lastSeq };
}

/** Notes here that these changes of the server would take away. */
export async function findIncomingDeletions(
  changes: readonly Change[],
  remote: Replica,
  here: ReadonlyMap<string, Note>,
): Promise<IncomingDeletion[]> {
  const known = changes.filter(({ id }) => here.has(id));
  const takings = known
    .filter(({ deleted }) => deleted)
    .flatMap(({ id }) => incomingDeletionOf(here.get(id)!, null) ?? []);
  const alive = known.filter(({ deleted }) => !deleted).map(({ id }) => id);
  for (const keys of inParts(alive)) {
    const { rows } = await remote.allDocs({ include_docs: true, keys });
    takings.push(...rows.flatMap(({ id, doc }) => incomingDeletionBy(here.get(id ?? ''), doc)));
  }
  return takings;
}

/** A document that is no note to us takes nothing away: what is here stays beside it. */
export function incomingDeletionBy(
  note: Note | undefined,
  document: StoredDocument | null | undefined,
): IncomingDeletion[] {
  const arriving = parseNote(document);
  const taking = note && arriving.ok ? incomingDeletionOf(note, arriving.value) : null;
  return taking ? [taking] : [];
}

/**
 * Notes here that a batch of arriving documents would take away. A tombstone takes a note only where it was made of
 * the very version that is here: one of another branch, as a settled conflict leaves it, does not.
 */
export async function incomingDeletionsOfBatch(
  documents: readonly StoredDocument[],
  local: Replica,
  here: ReadonlyMap<string, Note>,
): Promise<IncomingDeletion[]> {
  const alive = new Set(documents.filter(({ _deleted }) => !_deleted).map(({ _id }) => _id));
  const tombstones = documents.filter(({ _id, _deleted }) => _deleted && here.has(_id) && !alive.has(_id));
  const keys = [...new Set(tombstones.map(({ _id }) => _id))];
  const { rows } = keys.length > 0 ? await local.allDocs({ include_docs: false, keys }) : { rows: [] };
  const revs = new Map(rows.map(({ value }, at) => [keys[at]!, value?.rev ?? '']));
  const gone = tombstones.filter(({ _id, _revisions }) => {
    const rev = revs.get(_id)!;
    return _revisions?.ids.includes(rev.slice(rev.indexOf('-') + 1)) ?? true;
  });
  return [
    ...gone.flatMap(({ _id }) => incomingDeletionOf(here.get(_id)!, null) ?? []),
    ...documents
      .filter(({ _deleted }) => !_deleted)
      .flatMap((doc) => incomingDeletionBy(here.get(doc._id), doc)),
  ];
}

export function* inParts<T>(items: readonly T[], most = AT_ONCE): Generator<T[]> {
  for (let at = 0; at < items.length; at += most) yield items.slice(at, at + most);
}
