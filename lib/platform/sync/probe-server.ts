import { parseNote } from '../../core/notes/note-schema.ts';
import { openRemote, type Remote } from './replicas.ts';
import { SyncProblem } from './server-fetch.ts';
import type { Trouble } from '../../core/sync/sync-status.ts';
import type { SyncAccount } from '../../core/sync/sync-record.ts';

const SAMPLE_SIZE = 20;

/**
 * Checks that the account is accepted and that the database holds notes or nothing; makes it if it does not exist.
 * No note is sent. Null: all is well.
 */
export async function probeServer(account: SyncAccount, signal: AbortSignal): Promise<Trouble | null> {
  const remote = openRemote(account, signal);
  try {
    return await probe(remote);
  } catch (error) {
    if (error instanceof SyncProblem) return error.trouble;
    return remote.server.trouble() ?? { kind: 'refused', why: 'nothing' };
  }
}

async function probe({ database, count, create }: Remote): Promise<Trouble | null> {
  const documents = await count();
  if (documents === null) await create();
  if (documents === null || documents === 0) return null;
  const { rows } = await database.allDocs({ include_docs: true, limit: SAMPLE_SIZE });
  const sample = rows.flatMap(({ id, doc }) => (doc && !id?.startsWith('_design/') ? [doc] : []));
  const isForeign = sample.length > 0 && !sample.some((document) => parseNote(document).ok);
  return isForeign ? { kind: 'refused', why: 'foreign' } : null;
}
