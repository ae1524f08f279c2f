/**
 * One sync, from looking to done: what the server has is looked at first, the brake decides, then notes come, then
 * ours go. Whatever ends it half-way, the next one goes on from there; PouchDB's replication repeats nothing.
 */
import type { Note } from '../../core/notes/note.ts';
import { lossToConfirm, type IncomingDeletion } from '../../core/sync/loss-guard.ts';
import type { Loss, Progress } from '../../core/sync/sync-status.ts';
import type { NoteStore } from '../notes/note-store.ts';
import { findMissing, findIncomingDeletions, incomingDeletionsOfBatch } from './find-missing.ts';
import type { Remote, Replica, Replication } from './replicas.ts';
import { SyncProblem } from './server-fetch.ts';
import type { SyncMarks } from './sync-record-store.ts';

export interface SyncOnceParts {
  local: Replica;
  remote: Remote;
  store: Pick<NoteStore, 'list' | 'listBin' | 'refresh'>;
  marks: SyncMarks;
  /** Notes that the reader has agreed to lose. */
  allowed: number;
  nowMs: () => number;
  onProgress(progress: Progress): void;
  /** Notes that came, as they were here and as they are. */
  onTaken(notes: Note[]): void;
}

export type SyncOutcome =
  { kind: 'done'; marks: SyncMarks } | { kind: 'braked'; loss: Loss; takings: IncomingDeletion[] };

/** Documents in one go: enough for speed, few enough that progress can be seen. */
const BATCH = 100;

/** @throws SyncProblem, or what the database here throws. */
export async function syncOnce(parts: SyncOnceParts): Promise<SyncOutcome> {
  try {
    return await run(parts);
  } catch (error) {
    if (error instanceof Braked) return { kind: 'braked', loss: error.loss, takings: error.takings };
    if (error instanceof SyncProblem) throw error;
    const trouble = parts.remote.server.trouble();
    throw trouble ? new SyncProblem(trouble, error) : error;
  }
}

async function run(parts: SyncOnceParts): Promise<SyncOutcome> {
  const { local, remote, nowMs, onProgress } = parts;
  const { marks, rev } = await checkMark(parts);
  const coming = await findMissing(remote.database, local, marks.remoteSince);
  if (coming.changes.length > 0) {
    const here = await notesHere(parts.store);
    brake(parts, await findIncomingDeletions(coming.changes, remote.database, here), here);
    const total = coming.changes.length;
    await gated(parts, here, () =>
      replicated(local.replicate.from(remote.database, { batch_size: BATCH, retry: false }), (done) =>
        onProgress({ done: Math.min(done, total), total }),
      ),
    );
  }
  const going = await findMissing(local, remote.database, marks.localSince);
  if (going.changes.length > 0) {
    const total = going.changes.length;
    await replicated(local.replicate.to(remote.database, { batch_size: BATCH, retry: false }), (done) =>
      onProgress({ done: Math.min(done, total), total }),
    );
  }
  const hasMoved = coming.changes.length + going.changes.length > 0 || marks.token === '';
  const token = hasMoved ? crypto.randomUUID() : marks.token;
  const mark = { _id: markId(marks), token };
  if (hasMoved) await remote.database.put(rev === undefined ? mark : { ...mark, _rev: rev });
  return {
    kind: 'done',
    marks: {
      client: marks.client,
      token,
      remoteSince: coming.lastSeq,
      localSince: going.lastSeq,
      lastMs: nowMs(),
    },
  };
}

const markId = ({ client }: SyncMarks): string => `_local/manicule-${client}`;

/** A server whose mark is not the one we left has another database than last time: everything is compared anew. */
async function checkMark({
  remote: { database, server, count },
  marks,
}: SyncOnceParts): Promise<{ marks: SyncMarks; rev: string | undefined }> {
  const anew: SyncMarks = { ...marks, token: '', remoteSince: 0, localSince: 0 };
  try {
    const { _rev: rev, token } = await database.get(markId(marks), {});
    return { marks: token === marks.token ? marks : anew, rev };
  } catch (error) {
    const trouble = server.trouble();
    if (trouble) throw new SyncProblem(trouble, error);
    if ((await count()) === null) throw new SyncProblem({ kind: 'refused', why: 'missing' }, error);
    return { marks: anew, rev: undefined };
  }
}

async function notesHere(store: SyncOnceParts['store']): Promise<Map<string, Note>> {
  const notes = [...(await store.list()), ...(await store.listBin())];
  return new Map(notes.map((note) => [note._id, note]));
}

class Braked extends Error {
  readonly loss: Loss;
  readonly takings: IncomingDeletion[];
  constructor(loss: Loss, takings: IncomingDeletion[]) {
    super('braked');
    this.loss = loss;
    this.takings = takings;
  }
}

function brake(
  { allowed, nowMs }: SyncOnceParts,
  takings: readonly IncomingDeletion[],
  here: ReadonlyMap<string, Note>,
): void {
  const loss = lossToConfirm(takings, [...here.values()], nowMs());
  if (!loss || loss.deleted + loss.binned <= allowed) return;
  throw new Braked(loss, [...takings]);
}

/**
 * Lets notes come, with a gate before every batch: what changed on the server after we looked is braked, too. What
 * has come is told at once.
 */
async function gated(
  parts: SyncOnceParts,
  here: ReadonlyMap<string, Note>,
  replicate: () => Promise<void>,
): Promise<void> {
  const { local, store, onTaken } = parts;
  const takings: IncomingDeletion[] = [];
  const open = local.bulkDocs;
  let loss: unknown = null;
  local.bulkDocs = async (given, ...rest) => {
    // Replication passes an object with the documents in it.
    const documents = Array.isArray(given) ? given : (given as { docs: typeof given }).docs;
    takings.push(...(await incomingDeletionsOfBatch(documents, local, here)));
    try {
      brake(parts, takings, here);
    } catch (error) {
      loss = error;
      throw error;
    }
    const written = await open.call(local, given, ...rest);
    onTaken(await store.refresh(documents.map(({ _id }) => _id)));
    return written;
  };
  try {
    await replicate();
  } catch (error) {
    // PouchDB wraps what it is thrown.
    throw loss instanceof Error ? loss : error;
  } finally {
    local.bulkDocs = open;
  }
}

async function replicated(replication: Replication, onWritten: (done: number) => void): Promise<void> {
  void replication.on('change', ({ docs_written: done }) => onWritten(done));
  const { doc_write_failures: failures } = await replication;
  if (failures > 0) throw new SyncProblem({ kind: 'refused', why: 'forbidden' });
}
