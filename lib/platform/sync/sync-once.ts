/**
 * One round of sync: compares the server's changes, asks the loss guard, then pulls and pushes. An interrupted round is
 * continued by the next: PouchDB's replication repeats nothing.
 */
import type { Note } from '../../core/notes/note.ts';
import { lossToConfirm, type IncomingDeletion } from '../../core/sync/loss-guard.ts';
import type { SyncMarks } from '../../core/sync/sync-record.ts';
import type { Loss, Progress } from '../../core/sync/sync-status.ts';
import type { NoteStore } from '../notes/note-store.ts';
import { findMissing, findIncomingDeletions, incomingDeletionsOfBatch } from './find-missing.ts';
import type { Remote, Replica, Replication } from './replicas.ts';
import { SyncProblem } from './server-fetch.ts';

export interface SyncOnceParts {
  local: Replica;
  remote: Remote;
  store: Pick<NoteStore, 'list' | 'listBin' | 'refresh'>;
  marks: SyncMarks;
  /** The number of notes that the reader has agreed to lose. */
  allowedLoss: number;
  /** Aborted when the account goes: no request and no write follows. */
  signal: AbortSignal;
  nowMs: () => number;
  onProgress(progress: Progress): void;
  /** Notes that a batch has changed, as they were here and as they are. */
  onNotes(notes: Note[]): void;
}

export type SyncOutcome =
  { kind: 'done'; marks: SyncMarks } | { kind: 'blocked'; loss: Loss; deletions: IncomingDeletion[] };

/** Documents in one request: large for speed, small enough that progress is visible. */
const BATCH_SIZE = 100;

/** @throws SyncProblem, the reason of an aborted `signal`, or what the database here throws. */
export async function syncOnce(parts: SyncOnceParts): Promise<SyncOutcome> {
  try {
    return await run(parts);
  } catch (error) {
    if (error instanceof LossGuardError) {
      return { kind: 'blocked', loss: error.loss, deletions: error.deletions };
    }
    if (error instanceof SyncProblem) throw error;
    const trouble = parts.remote.server.trouble();
    throw trouble ? new SyncProblem(trouble, error) : error;
  }
}

async function run(parts: SyncOnceParts): Promise<SyncOutcome> {
  const { local, remote, signal, nowMs } = parts;
  const { marks, rev } = await checkMarks(parts);
  const incoming = await findMissing(remote.database, local, marks.remoteSince);
  signal.throwIfAborted();
  if (incoming.changes.length > 0) await pull(parts, incoming.changes);
  const outgoing = await findMissing(local, remote.database, marks.localSince);
  signal.throwIfAborted();
  if (outgoing.changes.length > 0) {
    const replication = local.replicate.to(remote.database, { batch_size: BATCH_SIZE, retry: false });
    await finish(replication, outgoing.changes.length, parts);
  }
  const hasMoved = incoming.changes.length + outgoing.changes.length > 0 || marks.token === '';
  const token = hasMoved ? crypto.randomUUID() : marks.token;
  const document = { _id: marksId(marks), token };
  if (hasMoved) await remote.database.put(rev === undefined ? document : { ...document, _rev: rev });
  return {
    kind: 'done',
    marks: {
      client: marks.client,
      token,
      remoteSince: incoming.lastSeq,
      localSince: outgoing.lastSeq,
      lastMs: nowMs(),
    },
  };
}

const marksId = ({ client }: SyncMarks): string => `_local/manicule-${client}`;

/** A server with another token than the last round left there had its database replaced: compare everything again. */
async function checkMarks({
  remote: { database, server, count },
  marks,
}: SyncOnceParts): Promise<{ marks: SyncMarks; rev: string | undefined }> {
  const fresh: SyncMarks = { ...marks, token: '', remoteSince: 0, localSince: 0 };
  try {
    const { _rev: rev, token } = await database.get(marksId(marks), {});
    return { marks: token === marks.token ? marks : fresh, rev };
  } catch (error) {
    const trouble = server.trouble();
    if (trouble) throw new SyncProblem(trouble, error);
    if ((await count()) === null) throw new SyncProblem({ kind: 'refused', why: 'missing' }, error);
    return { marks: fresh, rev: undefined };
  }
}

async function loadNotes(store: SyncOnceParts['store']): Promise<Map<string, Note>> {
  const notes = [...(await store.list()), ...(await store.listBin())];
  return new Map(notes.map((note) => [note._id, note]));
}

class LossGuardError extends Error {
  readonly loss: Loss;
  readonly deletions: IncomingDeletion[];
  constructor(loss: Loss, deletions: IncomingDeletion[]) {
    super('stopped by the loss guard');
    this.loss = loss;
    this.deletions = deletions;
  }
}

function guardAgainstLoss(
  { allowedLoss, nowMs }: SyncOnceParts,
  deletions: readonly IncomingDeletion[],
  notes: ReadonlyMap<string, Note>,
): void {
  const loss = lossToConfirm(deletions, [...notes.values()], nowMs());
  if (!loss || loss.deleted + loss.binned <= allowedLoss) return;
  throw new LossGuardError(loss, [...deletions]);
}

async function pull(
  parts: SyncOnceParts,
  changes: Parameters<typeof findIncomingDeletions>[0],
): Promise<void> {
  const { local, remote, store } = parts;
  const notes = await loadNotes(store);
  guardAgainstLoss(parts, await findIncomingDeletions(changes, remote.database, notes), notes);
  await withGuardedWrites(parts, notes, () => {
    const replication = local.replicate.from(remote.database, { batch_size: BATCH_SIZE, retry: false });
    return finish(replication, changes.length, parts);
  });
}

/** Asks the loss guard before every batch, for what has changed on the server since it was compared. */
async function withGuardedWrites(
  parts: SyncOnceParts,
  notes: ReadonlyMap<string, Note>,
  replicate: () => Promise<void>,
): Promise<void> {
  const { local, store, signal, onNotes } = parts;
  const deletions: IncomingDeletion[] = [];
  const { bulkDocs } = local;
  let refusal: unknown = null;
  local.bulkDocs = async (given, ...options) => {
    // Replication passes an object with the documents in it.
    const documents = Array.isArray(given) ? given : (given as { docs: typeof given }).docs;
    try {
      deletions.push(...(await incomingDeletionsOfBatch(documents, local, notes)));
      signal.throwIfAborted();
      guardAgainstLoss(parts, deletions, notes);
    } catch (error) {
      refusal = error;
      throw error;
    }
    const written = await bulkDocs.call(local, given, ...options);
    onNotes(await store.refresh(documents.map(({ _id }) => _id)));
    return written;
  };
  try {
    await replicate();
  } catch (error) {
    // PouchDB wraps what it is thrown.
    throw refusal instanceof Error ? refusal : error;
  } finally {
    local.bulkDocs = bulkDocs;
  }
}

async function finish(
  replication: Replication,
  total: number,
  { signal, onProgress }: Pick<SyncOnceParts, 'signal' | 'onProgress'>,
): Promise<void> {
  const cancel = (): void => replication.cancel();
  signal.addEventListener('abort', cancel, { once: true });
  try {
    void replication.on('change', ({ docs_written: done }) =>
      onProgress({ done: Math.min(done, total), total }),
    );
    const { doc_write_failures: failures } = await replication;
    signal.throwIfAborted();
    if (failures > 0) throw new SyncProblem({ kind: 'refused', why: 'forbidden' });
  } finally {
    signal.removeEventListener('abort', cancel);
  }
}
