/** The brake: a sync that would take many notes away asks first. */
import { binLimit, isBinned } from '../notes/bin.ts';
import type { Note } from '../notes/note.ts';
import type { Loss } from './sync-status.ts';

/** More than so many are many, however many there are. */
const MAX_UNASKED = 20;
/** And so is more than this share, though never a single note. */
const SHARE = 1 / 5;

/** What would become of a note that is here. */
export interface IncomingDeletion {
  /** The note as it is here. */
  note: Note;
  becomes: 'deleted' | 'binned';
  /** When the version that arrives was changed; empty for one that is deleted. */
  changed: string;
}

/** The loss where it is one to ask about; null: go on. */
export function lossToConfirm(
  takings: readonly IncomingDeletion[],
  notes: readonly Note[],
  nowMs: number,
): Loss | null {
  // What has lain in the bin long enough goes here too, today or tomorrow.
  const limit = binLimit(nowMs);
  const counted = takings.filter(({ note: { binned } }) => binned === null || binned >= limit);
  const fromUse = counted.filter(({ note }) => !isBinned(note)).length;
  const inUse = notes.filter((note) => !isBinned(note)).length;
  const isMany =
    counted.length > MAX_UNASKED || isShare(fromUse, inUse) || isShare(counted.length, notes.length);
  if (!isMany) return null;
  const deleted = counted.filter(({ becomes }) => becomes === 'deleted').length;
  return { deleted, binned: counted.length - deleted, of: notes.length };
}

const isShare = (taken: number, of: number): boolean => taken > 1 && taken > of * SHARE;

/** What a version that arrives would take from the note here; null: nothing. `arriving` null: it is deleted there. */
export function incomingDeletionOf(note: Note, arriving: Note | null): IncomingDeletion | null {
  if (arriving === null) return { note, becomes: 'deleted', changed: '' };
  return isBinned(arriving) && !isBinned(note) && arriving.changed > note.changed
    ? { note, becomes: 'binned', changed: arriving.changed }
    : null;
}
