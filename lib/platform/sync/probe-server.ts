/** The first talk with a server: may we in, and is this a place for notes? Nothing is sent but the question. */
import { parseNote } from '../../core/notes/note-schema.ts';
import { openRemote, type Remote } from './replicas.ts';
import { SyncProblem } from './server-fetch.ts';
import type { Trouble } from '../../core/sync/sync-status.ts';
import type { SyncAccount } from './sync-record-store.ts';

/** Documents looked at to tell what a database holds. */
const SAMPLE = 20;

/** Null where all is well; the database is made where there is none. */
export async function probeServer(account: SyncAccount, open = openRemote): Promise<Trouble | null> {
  const remote = open(account);
  try {
    return await look(remote);
  } catch (error) {
    if (error instanceof SyncProblem) return error.trouble;
    return remote.server.trouble() ?? { kind: 'refused', why: 'nothing' };
  }
}

async function look({ database, count, create }: Remote): Promise<Trouble | null> {
  const documents = await count();
  if (documents === null) await create();
  if (documents === null || documents === 0) return null;
  const { rows } = await database.allDocs({ include_docs: true, limit: SAMPLE });
  const sample = rows.flatMap(({ id, doc }) => (doc && !id?.startsWith('_design/') ? [doc] : []));
  const isForeign = sample.length > 0 && !sample.some((document) => parseNote(document).ok);
  return isForeign ? { kind: 'refused', why: 'foreign' } : null;
}
