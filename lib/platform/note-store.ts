/**
 * The reader's notes, one PouchDB document each. Everything goes through one queue, so two messages never race;
 * all notes are kept in memory after the first read. A failed call leaves what is stored as it was.
 */
import { equalNotes, parseNote, sortNotes, type Note } from '../core/note.ts';
import type { NoteDatabase } from './note-database.ts';
import { isInHistory, putBeneath, readShelf, readTombstone, type Shelf } from './note-shelf.ts';
import { problemOf, StoreProblem, type StoreProblemKind } from './store-problem.ts';

/** Every call may throw a StoreProblem. */
export interface NoteStore {
  get(id: string): Promise<Note | null>;
  /** All notes, the last changed first. */
  list(): Promise<Note[]>;
  /** Notes whose `page` is this very address. */
  forPage(page: string): Promise<Note[]>;
  /**
   * Creates or changes, and answers what is stored now. The same note again changes nothing. An edit older than
   * what is stored is kept beneath it as an earlier revision, and an old save that arrives after a delete does
   * not undo the delete.
   */
  save(note: Note): Promise<Note>;
  /** Leaves a tombstone that keeps the note's fields; deleting again answers the same. */
  delete(id: string): Promise<Note>;
  /** Puts a deleted note back. A newer text, stored or in the tombstone, wins over the one given. */
  restore(note: Note): Promise<Note>;
  /** What is wrong now, or null. Never throws. */
  health(): Promise<StoreProblem | null>;
  /** Lets go of the database; the next call opens it again. */
  close(): Promise<void>;
}

export interface NoteStoreOptions {
  /** PouchDB waits for ever where a browser forgets to answer; we do not (10,000). */
  answerWithinMs?: number;
}

/** What a fresh connection and a fresh look may cure. */
const SECOND_TRY: StoreProblemKind[] = ['closed', 'conflict', 'private'];

/** Something done with the opened database and what is known of it. */
type Work<T> = (database: NoteDatabase, shelf: Shelf) => Promise<T>;

export function createNoteStore(
  openDatabase: () => NoteDatabase | Promise<NoteDatabase>,
  { answerWithinMs = 10_000 }: NoteStoreOptions = {},
): NoteStore {
  let database: NoteDatabase | null = null;
  let shelf: Shelf | null = null;
  let queue: Promise<unknown> = Promise.resolve();
  /** The attempt that may still change anything. */
  let current: object | null = null;
  /** The last write failed so; told by `health` until one succeeds. */
  let failedWrite: StoreProblem | null = null;

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
      const notes = shelf ?? (await readShelf(db));
      // Too late: the caller was told that nobody answers, and a later call may know more by now.
      if (current !== mine) throw new StoreProblem('silent');
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
          const problem = problemOf(error);
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
  function read<T>(look: (shelf: Shelf) => T): Promise<T> {
    return inTurn(() => (shelf ? Promise.resolve(look(shelf)) : attempt(async (_db, notes) => look(notes))));
  }

  async function write(work: Work<Note>): Promise<Note> {
    try {
      const note = await inTurn(() => attempt(work));
      failedWrite = null;
      return note;
    } catch (error) {
      if (error instanceof StoreProblem && error.kind !== 'missing') failedWrite = error;
      throw error;
    }
  }

  async function put(db: NoteDatabase, { notes }: Shelf, note: Note, rev: string | undefined): Promise<Note> {
    const stored = await db.put(rev === undefined ? { ...note } : { ...note, _rev: rev });
    notes.set(note._id, { note, rev: stored.rev });
    return note;
  }

  return {
    get: (id) => read(({ notes }) => notes.get(id)?.note ?? null),
    list: () => read(({ notes }) => sortNotes([...notes.values()].map(({ note }) => note))),
    forPage: (page) =>
      read(({ notes }) =>
        sortNotes([...notes.values()].map(({ note }) => note).filter((note) => note.page === page)),
      ),

    save: async (given) => {
      const note = valid(given);
      return write(async (db, shelved) => {
        const known = shelved.notes.get(note._id);
        if (!known) {
          const tombstone = await readTombstone(db, note._id);
          if (tombstone.note && tombstone.note.changed >= note.changed) return tombstone.note;
          return put(db, shelved, note, tombstone.rev);
        }
        if (equalNotes(known.note, note)) return known.note;
        if (known.note.changed <= note.changed) return put(db, shelved, note, known.rev);
        if (!(await isInHistory(db, note))) known.rev = await putBeneath(db, known, note);
        return known.note;
      });
    },

    delete: (id) =>
      write(async (db, { notes }) => {
        const known = notes.get(id);
        if (known) {
          await db.put({ ...known.note, _rev: known.rev, _deleted: true });
          notes.delete(id);
          return known.note;
        }
        const { note } = await readTombstone(db, id);
        if (note) return note;
        throw new StoreProblem('missing');
      }),

    restore: async (given) => {
      const note = valid(given);
      return write(async (db, shelved) => {
        const known = shelved.notes.get(note._id);
        if (known && known.note.changed >= note.changed) return known.note;
        if (known) return put(db, shelved, note, known.rev);
        const tombstone = await readTombstone(db, note._id);
        const newer = tombstone.note && tombstone.note.changed > note.changed ? tombstone.note : note;
        return put(db, shelved, newer, tombstone.rev);
      });
    },

    health: async () => {
      try {
        const unreadable = await read((shelved) => shelved.unreadable.size);
        return failedWrite ?? (unreadable > 0 ? new StoreProblem('unreadable') : null);
      } catch (error) {
        return problemOf(error);
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
    timer = setTimeout(() => reject(new StoreProblem('silent')), withinMs);
  });
  try {
    return await Promise.race([work(), late]);
  } finally {
    clearTimeout(timer);
  }
}
