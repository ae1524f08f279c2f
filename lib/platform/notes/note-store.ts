/**
 * The reader's notes, one PouchDB document each. Everything goes through one queue, so two messages never race;
 * all notes are kept in memory after the first read. A failed call leaves what is stored as it was.
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

/** Every call may throw a StoreProblem. What lies in the bin is a note too, but only `get` and `listBin` show it. */
export interface NoteStore {
  get(id: string): Promise<Note | null>;
  /** All notes in use, the last changed first. */
  list(): Promise<Note[]>;
  /** Notes in use whose `page` is this very address. */
  forPage(page: string): Promise<Note[]>;
  /** What lies in the bin, the last put there first. */
  listBin(): Promise<Note[]>;
  /**
   * Creates or changes, and answers what is stored now. The same note again changes nothing. An edit older than
   * what is stored is kept beneath it as an earlier revision: an old save that arrives after a delete does not
   * undo the delete, a newer text does. Of a note that went for good, an old save is `missing`.
   */
  save(note: Note): Promise<Note>;
  /** Into the bin; answers the note as it lies there, also the second time. */
  delete(id: string): Promise<Note>;
  /** Out of the bin, or back from nothing. A newer text that is stored wins over the one given. */
  restore(note: Note): Promise<Note>;
  /** For good: nothing that was written stays in what is shown or synced. Answers what was there. */
  purge(ids: readonly string[]): Promise<Note[]>;
  /** Purges what was put into the bin before this time (ISO 8601). */
  purgeBinned(before: string): Promise<Note[]>;
  /** Many at once; all of them or none. `over`: also where what is stored is newer. */
  putAll(notes: readonly Note[], over?: boolean): Promise<BulkWrite>;
  /** Notes in use or in the bin that have other versions to choose from. */
  conflicts(): Promise<Conflict[]>;
  /** Ends a conflict with the version of this revision; answers the note, and the second one where both are kept. */
  settle(id: string, rev: string, choice: ConflictChoice, newId: string): Promise<Note[]>;
  /** Looks anew at notes that replication wrote; answers them as they were and as they are. */
  refresh(ids: readonly string[]): Promise<Note[]>;
  /** What is wrong now, or null. Never throws. */
  health(): Promise<StoreError | null>;
  /** Lets go of the database; the next call opens it again. */
  close(): Promise<void>;
}

export interface NoteStoreOptions {
  /** PouchDB waits for ever where a browser forgets to answer; we do not (10,000). */
  answerWithinMs?: number;
  nowMs?: () => number;
}

/** What a fresh connection and a fresh look may cure. */
const SECOND_TRY: StoreErrorKind[] = ['closed', 'conflict', 'private'];

/** Something done with the opened database and what is known of it. */
type Work<T> = (database: NoteDatabase, shelf: NoteCache) => Promise<T>;

export function createNoteStore(
  openDatabase: () => NoteDatabase | Promise<NoteDatabase>,
  { answerWithinMs = 10_000, nowMs = Date.now }: NoteStoreOptions = {},
): NoteStore {
  let database: NoteDatabase | null = null;
  let shelf: NoteCache | null = null;
  let queue: Promise<unknown> = Promise.resolve();
  /** The attempt that may still change anything. */
  let current: object | null = null;
  /** The last write failed so; told by `health` until one succeeds. */
  let failedWrite: StoreError | null = null;

  async function drop(): Promise<void> {
    const old = database;
    database = null;
    // Whatever went wrong with it, closing it must not hide the first problem, nor be waited for.
    await limited(async () => old?.close(), 1000).catch(() => undefined);
  }

  async function attempt<T>(work: Work<T>): Promise<T> {
    const mine = {};
    current = mine;
    return limited(async () => {
      const db = database ?? (await openDatabase());
      const notes = shelf ?? (await readNoteCache(db));
      // Too late: the caller was told that nobody answers, and a later call may know more by now.
      if (current !== mine) throw new StoreError('silent');
      database = db;
      shelf = notes;
      return work(db, notes);
    }, answerWithinMs);
  }

  /** Runs alone; once more with a fresh connection where the old one was closed or somebody else wrote. */
  function inTurn<T>(turn: () => Promise<T>): Promise<T> {
    const done = queue.then(async () => {
      for (let last = false; ; last = true) {
        try {
          return await turn();
        } catch (error) {
          const problem = storeErrorOf(error);
          if (problem.kind === 'missing' || problem.kind === 'unreadable') throw problem;
          // A full disk changes nothing stored: what we know is still true and can still be read.
          if (problem.kind !== 'full') shelf = null;
          await drop();
          if (last || !SECOND_TRY.includes(problem.kind)) throw problem;
        }
      }
    });
    queue = done.catch(() => undefined);
    return done;
  }

  /** From memory if we can, so that a broken connection does not hide what was read before. */
  function read<T>(look: (shelf: NoteCache) => T): Promise<T> {
    return inTurn(() => (shelf ? Promise.resolve(look(shelf)) : attempt(async (_db, notes) => look(notes))));
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
  const inUse = (shelved: NoteCache): Note[] => sortNotes(all(shelved).filter((note) => !isBinned(note)));

  return {
    get: (id) => read(({ notes }) => notes.get(id)?.note ?? null),
    list: () => read(inUse),
    forPage: (page) => read((shelved) => inUse(shelved).filter((note) => isSamePage(note.page, page))),
    listBin: () => read((shelved) => sortBin(all(shelved))),

    save: async (given) => {
      const note = valid(given);
      return write(async (db, shelved) => {
        const known = shelved.notes.get(note._id);
        if (!known) {
          const { changed, rev } = await readTombstone(db, note._id);
          if (changed >= note.changed) throw new StoreError('missing');
          return put(db, shelved, note, rev);
        }
        if (equalNotes(known.note, note)) return known.note;
        if (known.note.changed <= note.changed) return put(db, shelved, note, known.rev);
        if (!(await isInHistory(db, note))) known.rev = await putBeneath(db, known, note);
        return known.note;
      });
    },

    delete: (id) =>
      write(async (db, shelved) => {
        const known = shelved.notes.get(id);
        if (!known) throw new StoreError('missing');
        const binned = binNote(known.note, nowIso());
        return binned === known.note ? binned : put(db, shelved, binned, known.rev);
      }),

    restore: async (given) => {
      const note = valid(given);
      return write(async (db, shelved) => {
        const known = shelved.notes.get(note._id);
        if (!known) {
          return put(db, shelved, unbinNote(note, nowIso()), (await readTombstone(db, note._id)).rev);
        }
        const restored = unbinNote(known.note.changed >= note.changed ? known.note : note, nowIso());
        return equalNotes(restored, known.note) ? known.note : put(db, shelved, restored, known.rev);
      });
    },

    purge: (ids) => write((db, shelved) => purgeNotes(db, shelved, ids)),
    purgeBinned: (before) =>
      write((db, shelved) => {
        const old = all(shelved).filter(({ binned }) => binned !== null && binned < before);
        return purgeNotes(
          db,
          shelved,
          old.map(({ _id }) => _id),
        );
      }),
    putAll: async (given, over = false) => {
      const notes = given.map(valid);
      return write((db, shelved) => putNotes(db, shelved, notes, over));
    },

    conflicts: () =>
      read(({ notes }) =>
        [...notes.values()].flatMap(({ note: shown, others = [] }) => {
          const different = others.filter(({ note }) => differs(note, shown));
          return different.length > 0 ? [{ shown, others: different }] : [];
        }),
      ),
    settle: (id, rev, choice, newId) =>
      write((db, shelved) => settleNote(db, shelved, { id, rev, choice }, { nowIso: nowIso(), newId })),
    refresh: (ids) => inTurn(() => attempt((db, shelved) => updateCache(db, shelved, [...new Set(ids)]))),

    health: async () => {
      try {
        const unreadable = await read((shelved) => shelved.unreadable.size);
        return failedWrite ?? (unreadable > 0 ? new StoreError('unreadable') : null);
      } catch (error) {
        return storeErrorOf(error);
      }
    },

    close: () => {
      const turn = queue.then(async () => {
        shelf = null;
        await drop();
      });
      queue = turn;
      return turn;
    },
  };
}

/** The store's own last look: what is not a note never reaches the database. */
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
