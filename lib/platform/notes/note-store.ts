/**
 * The reader's notes, one PouchDB document each, all cached in memory after the first read. One queue serialises all
 * calls, so messages never race; a failed call changes nothing stored.
 */
import { binNote, isBinned, sortBin, unbinNote } from '../../core/notes/bin.ts';
import { equalNotes, sortNotes, type Note } from '../../core/notes/note.ts';
import { parseNote } from '../../core/notes/note-schema.ts';
import { differs, type Conflict, type ConflictChoice } from '../../core/sync/conflict.ts';
import { purgeNotes, putNotes, settleNote } from './note-bulk-write.ts';
import type { BulkWrite } from '../../core/notes/bulk-write.ts';
import type { NoteDatabase } from './note-database.ts';
import {
  isInHistory,
  putBeneath,
  readNoteCache,
  readTombstone,
  updateCache,
  type NoteCache,
} from './note-cache.ts';
import { storeErrorOf, StoreError, type StoreErrorKind } from './store-error.ts';
import { isSamePage } from '../../core/sites/page-address.ts';

/** Calls may throw a `StoreError`. Only `get()` and `listBin()` return notes in the bin. */
export interface NoteStore {
  get(id: string): Promise<Note | null>;
  /** Notes in use, the last changed first. */
  list(): Promise<Note[]>;
  /** Notes in use on this page, stored with either scheme. */
  forPage(page: string): Promise<Note[]>;
  /** Notes in the bin, the last binned first. */
  listBin(): Promise<Note[]>;
  /**
   * Creates or changes, and resolves to the stored note. An edit older than the stored note, which may be binned, only
   * becomes an earlier revision; for a purged note it throws `missing`.
   */
  save(note: Note): Promise<Note>;
  /** Moves the note to the bin, and resolves to it, also if it is there already. */
  delete(id: string): Promise<Note>;
  /** Takes the note out of the bin, or creates it again after a purge. A newer stored text wins over the given one. */
  restore(note: Note): Promise<Note>;
  /** Deletes irrevocably, leaving a tombstone without text to sync. Resolves to the notes that existed. */
  purge(ids: readonly string[]): Promise<Note[]>;
  /** Purges notes binned before this time (ISO 8601). */
  purgeBinned(before: string): Promise<Note[]>;
  /** Writes all notes or none. `over`: also over newer stored ones. */
  putAll(notes: readonly Note[], over?: boolean): Promise<BulkWrite>;
  /** Notes, also in the bin, with other versions to choose from. */
  conflicts(): Promise<Conflict[]>;
  /** Ends a conflict with the version of this revision; resolves to the note, and for `both` also to the second one. */
  settle(id: string, rev: string, choice: ConflictChoice, newId: string): Promise<Note[]>;
  /** Reads notes that replication wrote; resolves to them as they were and as they are. */
  refresh(ids: readonly string[]): Promise<Note[]>;
  /** The current problem, if any. Never throws. */
  health(): Promise<StoreError | null>;
  /** Closes the database; the next call opens it again. */
  close(): Promise<void>;
}

export interface NoteStoreOptions {
  /** Limits each call, as PouchDB waits forever if the browser never answers; 10,000 by default. */
  answerWithinMs?: number;
  nowMs?: () => number;
}

/** Problems that a new connection and a new read may cure. */
const SECOND_TRY: StoreErrorKind[] = ['closed', 'conflict', 'private'];

type Work<T> = (database: NoteDatabase, cache: NoteCache) => Promise<T>;

export function createNoteStore(
  openDatabase: () => NoteDatabase | Promise<NoteDatabase>,
  { answerWithinMs = 10_000, nowMs = Date.now }: NoteStoreOptions = {},
): NoteStore {
  let database: NoteDatabase | null = null;
  let cache: NoteCache | null = null;
  let queue: Promise<unknown> = Promise.resolve();
  /** Identifies the attempt that has not timed out. */
  let current: object | null = null;
  /** The error of the last write; reported by `health()` until a write succeeds. */
  let failedWrite: StoreError | null = null;

  async function drop(): Promise<void> {
    const old = database;
    database = null;
    // A failure to close must neither hide the first problem nor delay the next call.
    await limited(async () => old?.close(), 1000).catch(() => undefined);
  }

  async function attempt<T>(work: Work<T>): Promise<T> {
    const attempted = {};
    current = attempted;
    return limited(async () => {
      const db = database ?? (await openDatabase());
      const notes = cache ?? (await readNoteCache(db));
      // This attempt timed out and its caller was told so; a later one may have read newer notes.
      if (current !== attempted) throw new StoreError('silent');
      database = db;
      cache = notes;
      return work(db, notes);
    }, answerWithinMs);
  }

  /** Runs one call at a time; retries once with a new connection if the old one was closed or replication wrote. */
  function inTurn<T>(turn: () => Promise<T>): Promise<T> {
    const done = queue.then(async () => {
      for (let last = false; ; last = true) {
        try {
          return await turn();
        } catch (error) {
          const problem = storeErrorOf(error);
          if (problem.kind === 'missing' || problem.kind === 'unreadable') throw problem;
          // A full disk changes nothing stored, so the cache is still right and can be read.
          if (problem.kind !== 'full') cache = null;
          await drop();
          if (last || !SECOND_TRY.includes(problem.kind)) throw problem;
        }
      }
    });
    queue = done.catch(() => undefined);
    return done;
  }

  /** Reads from the cache if possible, so that a broken connection does not hide notes read before. */
  function read<T>(select: (cache: NoteCache) => T): Promise<T> {
    return inTurn(() =>
      cache ? Promise.resolve(select(cache)) : attempt(async (_db, notes) => select(notes)),
    );
  }

  async function write<T>(work: Work<T>): Promise<T> {
    try {
      const done = await inTurn(() => attempt(work));
      failedWrite = null;
      return done;
    } catch (error) {
      if (error instanceof StoreError && error.kind !== 'missing') failedWrite = error;
      throw error;
    }
  }

  async function put(
    db: NoteDatabase,
    { notes }: NoteCache,
    note: Note,
    rev: string | undefined,
  ): Promise<Note> {
    const stored = await db.put(rev === undefined ? { ...note } : { ...note, _rev: rev });
    notes.set(note._id, { ...notes.get(note._id), note, rev: stored.rev });
    return note;
  }

  const nowIso = (): string => new Date(nowMs()).toISOString();
  const all = ({ notes }: NoteCache): Note[] => [...notes.values()].map(({ note }) => note);
  const inUse = (cached: NoteCache): Note[] => sortNotes(all(cached).filter((note) => !isBinned(note)));

  return {
    get: (id) => read(({ notes }) => notes.get(id)?.note ?? null),
    list: () => read(inUse),
    forPage: (page) => read((cached) => inUse(cached).filter((note) => isSamePage(note.page, page))),
    listBin: () => read((cached) => sortBin(all(cached))),

    save: async (given) => {
      const note = valid(given);
      return write(async (db, cached) => {
        const known = cached.notes.get(note._id);
        if (!known) {
          const { changed, rev } = await readTombstone(db, note._id);
          if (changed >= note.changed) throw new StoreError('missing');
          return put(db, cached, note, rev);
        }
        if (equalNotes(known.note, note)) return known.note;
        if (known.note.changed <= note.changed) return put(db, cached, note, known.rev);
        if (!(await isInHistory(db, note))) known.rev = await putBeneath(db, known, note);
        return known.note;
      });
    },

    delete: (id) =>
      write(async (db, cached) => {
        const known = cached.notes.get(id);
        if (!known) throw new StoreError('missing');
        const binned = binNote(known.note, nowIso());
        return binned === known.note ? binned : put(db, cached, binned, known.rev);
      }),

    restore: async (given) => {
      const note = valid(given);
      return write(async (db, cached) => {
        const known = cached.notes.get(note._id);
        if (!known) {
          return put(db, cached, unbinNote(note, nowIso()), (await readTombstone(db, note._id)).rev);
        }
        const restored = unbinNote(known.note.changed >= note.changed ? known.note : note, nowIso());
        return equalNotes(restored, known.note) ? known.note : put(db, cached, restored, known.rev);
      });
    },

    purge: (ids) => write((db, cached) => purgeNotes(db, cached, ids)),
    purgeBinned: (before) =>
      write((db, cached) => {
        const old = all(cached).filter(({ binned }) => binned !== null && binned < before);
        return purgeNotes(
          db,
          cached,
          old.map(({ _id }) => _id),
        );
      }),
    putAll: async (given, over = false) => {
      const notes = given.map(valid);
      return write((db, cached) => putNotes(db, cached, notes, over));
    },

    conflicts: () =>
      read(({ notes }) =>
        [...notes.values()].flatMap(({ note: shown, others = [] }) => {
          const different = others.filter(({ note }) => differs(note, shown));
          return different.length > 0 ? [{ shown, others: different }] : [];
        }),
      ),
    settle: (id, rev, choice, newId) =>
      write((db, cached) => settleNote(db, cached, { id, rev, choice }, { nowIso: nowIso(), newId })),
    refresh: (ids) => inTurn(() => attempt((db, cached) => updateCache(db, cached, [...new Set(ids)]))),

    health: async () => {
      try {
        const unreadable = await read((cached) => cached.unreadable.size);
        return failedWrite ?? (unreadable > 0 ? new StoreError('unreadable') : null);
      } catch (error) {
        return storeErrorOf(error);
      }
    },

    close: () => {
      const turn = queue.then(async () => {
        cache = null;
        await drop();
      });
      queue = turn;
      return turn;
    },
  };
}

/** The last check: only valid notes reach the database. */
function valid(note: Note): Note {
  const parsed = parseNote(note);
  if (parsed.ok) return parsed.value;
  throw new TypeError(parsed.problems.map(({ message }) => message).join(' '));
}

async function limited<T>(work: () => Promise<T>, withinMs: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new StoreError('silent')), withinMs);
  });
  try {
    return await Promise.race([work(), late]);
  } finally {
    clearTimeout(timer);
  }
}
