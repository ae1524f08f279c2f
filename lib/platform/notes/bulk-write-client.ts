/** Writes many notes in parts, one message each, with one undo for all: imports, restores and bulk edits. */
import { binNote } from '../../core/notes/bin.ts';
import { failureOf, type Failure } from '../../core/i18n/error-text.ts';
import { equalNotes, type Note } from '../../core/notes/note.ts';
import type { Sender } from '../messaging/message-bus.ts';
import { MAX_NOTES_PER_WRITE } from '../../core/notes/bulk-write.ts';

/** The data to undo a bulk write; serializable. */
export interface BulkWriteUndo {
  /** Overwritten notes, as they were before. */
  before: Note[];
  /** New notes, as they were written. */
  added: Note[];
}

export interface BulkWriteOutcome {
  written: number;
  /** Number of notes not written, as the same or a newer version is stored. */
  unchanged: number;
  undo: BulkWriteUndo;
  /** Why it stopped half-way; null if all were written. Notes written until then stay, and can be undone. */
  problem: Failure | null;
}

export interface BulkWriteOptions {
  /** All present notes, the bin included, to which an undo returns. */
  present: readonly Note[];
  /** Overwrite newer notes; false by default. */
  over?: boolean;
  onProgress?(done: number, total: number): void;
}

/** Never rejects. */
export async function writeNotes(
  sender: Sender,
  notes: readonly Note[],
  { present, over = false, onProgress }: BulkWriteOptions,
): Promise<BulkWriteOutcome> {
  const here = new Map(present.map((note) => [note._id, note]));
  const outcome: BulkWriteOutcome = {
    written: 0,
    unchanged: 0,
    undo: { before: [], added: [] },
    problem: null,
  };
  for (let at = 0; at < notes.length; at += MAX_NOTES_PER_WRITE) {
    const part = notes.slice(at, at + MAX_NOTES_PER_WRITE);
    try {
      const { saved, before } = await sender.sendUntilAcknowledged('notes.putAll', { notes: part, over });
      const written = new Set(saved.map(({ _id }) => _id));
      const were = new Map(before.map((note) => [note._id, note]));
      for (const note of part) {
        const known = were.get(note._id) ?? here.get(note._id);
        // A note to write that is not among `saved` was written by an earlier attempt whose answer did not arrive.
        const wanted = !known || (!equalNotes(known, note) && (over || known.changed <= note.changed));
        if (!written.has(note._id) && !wanted) outcome.unchanged++;
        else {
          outcome.written++;
          if (known) outcome.undo.before.push(known);
          else outcome.undo.added.push(note);
        }
      }
    } catch (error) {
      outcome.problem = failureOf(error);
      return outcome;
    }
    onProgress?.(Math.min(at + MAX_NOTES_PER_WRITE, notes.length), notes.length);
  }
  return outcome;
}

/**
 * Restores overwritten notes and purges added ones. Added notes that were edited since go to the bin instead.
 *
 * @throws MessageError
 */
export async function undoBulkWrite(sender: Sender, undo: BulkWriteUndo, nowIso: string): Promise<void> {
  const stored = new Map((await readAllNotes(sender)).map((note) => [note._id, note]));
  const isUntouched = (note: Note): boolean => {
    const now = stored.get(note._id);
    return now === undefined || equalNotes(now, note);
  };
  const touched = undo.added.filter((note) => !isUntouched(note)).map(({ _id }) => stored.get(_id)!);
  const back = [...undo.before, ...touched.map((note) => binNote(note, nowIso))];
  for (let at = 0; at < back.length; at += MAX_NOTES_PER_WRITE) {
    await sender.sendUntilAcknowledged('notes.putAll', {
      notes: back.slice(at, at + MAX_NOTES_PER_WRITE),
      over: true,
    });
  }
  const ids = undo.added.filter(isUntouched).map(({ _id }) => _id);
  for (let at = 0; at < ids.length; at += MAX_NOTES_PER_WRITE) {
    await sender.sendUntilAcknowledged('notes.purge', { ids: ids.slice(at, at + MAX_NOTES_PER_WRITE) });
  }
}

/** Includes the bin. */
export async function readAllNotes(sender: Sender): Promise<Note[]> {
  const [notes, bin] = await Promise.all([
    sender.sendUntilAcknowledged('notes.list', {}),
    sender.sendUntilAcknowledged('notes.bin', {}),
  ]);
  return [...notes, ...bin];
}
