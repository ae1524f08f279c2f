/** Messages about sync and about notes with two versions, and the shape of their params; part of `BackgroundMessages`. */
import type { Note } from '../notes/note.ts';
import { fail, ok, type Result } from '../base/result.ts';
import type { Conflict, ConflictChoice } from '../sync/conflict.ts';
import type { SyncReport, Trouble } from '../sync/sync-status.ts';
import { fieldsOf, isOneOf, isText, nothing } from './guards.ts';

export interface SyncMessages {
  /** Notes with other versions: those on a page, or all (null), which our own pages alone may ask for. */
  'notes.conflicts': { params: { page: string | null }; result: Conflict[] };
  /**
   * Ends a conflict: the version shown stays, the other one (`rev`) takes its place, or both stay as two notes. `newId`
   * is for the second, made by the client, so that repeating the message changes nothing.
   */
  'notes.settle': {
    params: { id: string; rev: string; choice: ConflictChoice; newId: string };
    result: { saved: Note[] };
  };
  'sync.report': { params: Record<never, never>; result: SyncReport };
  /** After our own confirmation. `trouble` null: connected, and the first sync has begun. */
  'sync.connect': {
    params: { address: string; user: string; password: string };
    result: { trouble: Trouble | null };
  };
  /** Answers at once; what comes of it is told by the signal. */
  'sync.now': { params: Record<never, never>; result: SyncReport };
  /** Forgets the account; all notes stay here. */
  'sync.stop': { params: Record<never, never>; result: SyncReport };
  /** What to do with a sync that the brake stopped. */
  'sync.brake': { params: { choice: 'take' | 'keep' }; result: SyncReport };
}

export const SYNC_OURS_ALONE = [
  'sync.report',
  'sync.connect',
  'sync.now',
  'sync.stop',
  'sync.brake',
] as const;

const LONGEST = 8192;
const isShort = (value: unknown): value is string => isText(value) && value.length <= LONGEST;

export const syncGuards: {
  [N in keyof SyncMessages]: (params: unknown) => Result<SyncMessages[N]['params']>;
} = {
  'notes.conflicts': (params) => {
    const { page } = fieldsOf(params);
    return page === null || isText(page) ? ok({ page }) : wrong('page', 'An address or null is needed.');
  },
  'notes.settle': (params) => {
    const { id, rev, choice, newId } = fieldsOf(params);
    if (!isText(id) || !isText(rev) || !isOneOf(choice, ['shown', 'other', 'both'])) {
      return wrong('choice', 'A note, a revision and a choice are needed.');
    }
    return isText(newId) && newId !== '' && !newId.startsWith('_') && newId.length <= 200
      ? ok({ id, rev, choice, newId })
      : wrong('newId', 'An id for a second note is needed.');
  },
  'sync.report': nothing,
  'sync.connect': (params) => {
    const { address, user, password } = fieldsOf(params);
    return isShort(address) && isShort(user) && isShort(password)
      ? ok({ address, user, password })
      : wrong('address', 'An address, a user and a password are needed.');
  },
  'sync.now': nothing,
  'sync.stop': nothing,
  'sync.brake': (params) => {
    const { choice } = fieldsOf(params);
    return isOneOf(choice, ['take', 'keep']) ? ok({ choice }) : wrong('choice', 'take or keep is needed.');
  },
};

const wrong = (field: string, message: string): Result<never> => fail([{ path: [field], message }]);
