/** Blocks a sync that would delete or bin many notes until the reader agrees. */
import { binLimit, isBinned } from '../notes/bin.ts';
import type { Note } from '../notes/note.ts';
import type { Loss } from './sync-status.ts';

/** More always need the reader's agreement, however many notes there are. */
const MAX_UNASKED = 20;
/** A share of the notes here; a single note never needs agreement. */
const MAX_UNASKED_SHARE = 1 / 5;

export interface IncomingDeletion {
  /** The local version. */
  note: Note;
  becomes: 'deleted' | 'binned';
  /** When the incoming version was changed; empty for a deleted one. */
  changed: string;
}

/** Null if the reader need not be asked. */
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

/** @param incoming null if the note is deleted on the server. Returns null if the local note stays. */
export function incomingDeletionOf(note: Note, incoming: Note | null): IncomingDeletion | null {
  if (incoming === null) return { note, becomes: 'deleted', changed: '' };
  return isBinned(incoming) && !isBinned(note) && incoming.changed > note.changed
    ? { note, becomes: 'binned', changed: incoming.changed }
    : null;
}
