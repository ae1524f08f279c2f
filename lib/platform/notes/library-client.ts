/** All notes and the bin for the library; loaded again after each change, written many at a time. */
import { failureOf, type Failure } from '../../core/i18n/error-text.ts';
import type { BulkEditOutcome } from '../../core/library/bulk-edit.ts';
import { equalNotes, sortNotes, type Note } from '../../core/notes/note.ts';
import type { Sender } from '../messaging/message-bus.ts';
import { MAX_NOTES_PER_WRITE } from '../../core/notes/bulk-write.ts';
import { writeNotes } from './bulk-write-client.ts';

export interface LibraryClient {
  /** Notes in use, the last changed first. The same array while nothing changed. */
  readonly notes: readonly Note[];
  /** The last binned first. */
  readonly bin: readonly Note[];
  readonly isLoaded: boolean;
  /** The failure of the notes database, if any. */
  readonly problem: Failure | null;
  load(): Promise<void>;
  /** Resolves to the stored note. @throws MessageError */
  save(note: Note): Promise<Note>;
  /** Writes in parts; a problem stops it half-way, and notes written until then can be undone. */
  write(notes: readonly Note[]): Promise<{ written: BulkEditOutcome; problem: Failure | null }>;
  /** Deletes irrevocably; resolves to the number of notes that existed. @throws MessageError */
  purge(ids: readonly string[]): Promise<number>;
}

export function createLibraryClient(sender: Sender, onChanged: () => void): LibraryClient {
  let notes: readonly Note[] = [];
  let bin: readonly Note[] = [];
  let isLoaded = false;
  let problem: Failure | null = null;
  let running: Promise<void> | null = null;
  let again = false;

  async function read(): Promise<void> {
    try {
      const [inUse, binned, health] = await Promise.all([
        sender.sendUntilAcknowledged('notes.list', {}),
        sender.sendUntilAcknowledged('notes.bin', {}),
        sender.sendUntilAcknowledged('notes.health', {}),
      ]);
      notes = reuseUnchanged(notes, inUse);
      bin = reuseUnchanged(bin, binned);
      problem = health.problem && { code: health.problem };
      isLoaded = true;
    } catch (error) {
      // Notes read before stay shown.
      problem = failureOf(error);
    }
    onChanged();
  }

  /** Changes come in bursts, as during a sync; one read after the last of them is enough. */
  async function readAll(): Promise<void> {
    do {
      again = false;
      await read();
    } while (again);
    running = null;
  }

  function load(): Promise<void> {
    again = running !== null;
    running ??= readAll();
    return running;
  }

  return {
    get notes() {
      return notes;
    },
    get bin() {
      return bin;
    },
    get isLoaded() {
      return isLoaded;
    },
    get problem() {
      return problem;
    },
    load,
    async save(note) {
      const { saved } = await sender.sendUntilAcknowledged('notes.save', { note });
      notes = sortNotes([...notes.filter(({ _id }) => _id !== saved._id), saved]);
      void load();
      return saved;
    },
    async write(given) {
      const outcome = await writeNotes(sender, given, { present: [...notes, ...bin] });
      const before = outcome.undo.before;
      const ids = new Set(before.map(({ _id }) => _id));
      await load();
      return {
        written: { before, after: given.filter(({ _id }) => ids.has(_id)) },
        problem: outcome.problem,
      };
    },
    async purge(ids) {
      let count = 0;
      for (let at = 0; at < ids.length; at += MAX_NOTES_PER_WRITE) {
        const part = ids.slice(at, at + MAX_NOTES_PER_WRITE);
        count += (await sender.sendUntilAcknowledged('notes.purge', { ids: part })).purged.length;
      }
      await load();
      return count;
    },
  };
}

/** Unchanged notes stay the same objects, and an unchanged list the same array, so that neither is rendered again. */
function reuseUnchanged(before: readonly Note[], now: readonly Note[]): readonly Note[] {
  const known = new Map(before.map((note) => [note._id, note]));
  const next = now.map((note) => {
    const old = known.get(note._id);
    return old && equalNotes(old, note) ? old : note;
  });
  return next.length === before.length && next.every((note, at) => note === before[at]) ? before : next;
}
