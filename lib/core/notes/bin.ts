/** Deleted notes stay in the bin for a while. They are notes like any other, so the bin syncs and is backed up. */
import { laterThan, type Note } from './note.ts';

/** Days after which a note in the bin is deleted permanently. */
const BIN_DAYS = 30;
const DAY_MS = 86_400_000;

export const isBinned = (note: Note): boolean => note.binned !== null;

/** Returns the same object if the note is in the bin already. */
export function binNote(note: Note, nowIso: string): Note {
  if (isBinned(note)) return note;
  const changed = laterThan(note, nowIso);
  return { ...note, changed, binned: nowIso };
}

/**
 * Returns the same object if the note is in use. The new time of change is later than the bin's, so that this version
 * wins a sync.
 */
export function unbinNote(note: Note, nowIso: string): Note {
  return isBinned(note) ? { ...note, changed: laterThan(note, nowIso), binned: null } : note;
}

/** Notes binned before this time (ISO 8601) are due to be deleted permanently. */
export const binLimit = (nowMs: number): string => new Date(nowMs - BIN_DAYS * DAY_MS).toISOString();

/** Whole days that are left to a note in the bin, 0 on its last. */
export function daysLeft(binned: string, nowMs: number): number {
  return Math.max(0, Math.floor((Date.parse(binned) + BIN_DAYS * DAY_MS - nowMs) / DAY_MS));
}

/** The notes in the bin, the last binned first. */
export function sortBin(notes: readonly Note[]): Note[] {
  const when = (note: Note): string => note.binned ?? '';
  return notes
    .filter(isBinned)
    .sort((a, b) => (when(a) < when(b) ? 1 : when(a) > when(b) ? -1 : a._id < b._id ? -1 : 1));
}
