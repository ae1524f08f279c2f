/** Stops a sync that would take many notes away, until the reader has agreed. */
import { binLimit, isBinned } from '../notes/bin.ts';
import type { Note } from '../notes/note.ts';
import type { Loss } from './sync-status.ts';

/** This many may go unasked, however many notes there are. */
const MAX_UNASKED = 20;
/** Of the notes here; a single note may always go. */
const MAX_UNASKED_SHARE = 1 / 5;

export interface IncomingDeletion {
  /** As it is here. */
  note: Note;
  becomes: 'deleted' | 'binned';
  /** When the incoming version was changed; empty for a deleted one. */
  changed: string;
}

/** Null if nobody has to be asked. */
export function lossToConfirm(
  deletions: readonly IncomingDeletion[],
  notes: readonly Note[],
  nowMs: number,
): Loss | null {
  // Notes that have been in the bin for long enough are purged here too, today or tomorrow.
  const limit = binLimit(nowMs);
  const counted = deletions.filter(({ note: { binned } }) => binned === null || binned >= limit);
  const fromUse = counted.filter(({ note }) => !isBinned(note)).length;
  const inUse = notes.filter((note) => !isBinned(note)).length;
  const isMany =
    counted.length > MAX_UNASKED ||
    isLargeShare(fromUse, inUse) ||
    isLargeShare(counted.length, notes.length);
  if (!isMany) return null;
  const deleted = counted.filter(({ becomes }) => becomes === 'deleted').length;
  return { deleted, binned: counted.length - deleted, of: notes.length };
}

const isLargeShare = (count: number, of: number): boolean => count > 1 && count > of * MAX_UNASKED_SHARE;

/** `incoming` null: the note is deleted there. Returns null if the note here stays. */
export function incomingDeletionOf(note: Note, incoming: Note | null): IncomingDeletion | null {
  if (incoming === null) return { note, becomes: 'deleted', changed: '' };
  return isBinned(incoming) && !isBinned(note) && incoming.changed > note.changed
    ? { note, becomes: 'binned', changed: incoming.changed }
    : null;
}
