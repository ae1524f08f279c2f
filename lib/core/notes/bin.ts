/** Notes that were deleted lie in the bin, for a while. They are notes like others, so the bin syncs and is backed up. */
import { laterThan, type Note } from './note.ts';

/** Days that a note lies in the bin before it goes for good. */
export const BIN_DAYS = 30;
const DAY_MS = 86_400_000;

export const isBinned = (note: Note): boolean => note.binned !== null;

/** The note in the bin; the same note where it lies there already. */
export function binNote(note: Note, nowIso: string): Note {
  if (isBinned(note)) return note;
  const changed = laterThan(note, nowIso);
  return { ...note, changed, binned: nowIso };
}

/** The note out of the bin; the same note where it is in use. Newer than it was in the bin, so that it wins there. */
export function unbinNote(note: Note, nowIso: string): Note {
  return isBinned(note) ? { ...note, changed: laterThan(note, nowIso), binned: null } : note;
}

/** What was binned before this time (ISO 8601) has lain there long enough. */
export const binLimit = (nowMs: number): string => new Date(nowMs - BIN_DAYS * DAY_MS).toISOString();

/** Whole days that are left to a note in the bin, 0 on its last. */
export function daysLeft(binned: string, nowMs: number): number {
  return Math.max(0, Math.floor((Date.parse(binned) + BIN_DAYS * DAY_MS - nowMs) / DAY_MS));
}

/** The bin, what was put there last first. */
export function sortBin(notes: readonly Note[]): Note[] {
  const when = (note: Note): string => note.binned ?? '';
  return notes
    .filter(isBinned)
    .sort((a, b) => (when(a) < when(b) ? 1 : when(a) > when(b) ? -1 : a._id < b._id ? -1 : 1));
}
