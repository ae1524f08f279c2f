/** Conflicts: two machines changed the same note while apart. Both versions stay stored, the newer one is shown. */
import { isBinned } from '../notes/bin.ts';
import { laterThan, type Note } from '../notes/note.ts';

/** A conflicting revision in the database. */
export interface Version {
  rev: string;
  note: Note;
}

export interface Conflict {
  shown: Note;
  /** Versions that differ in what the reader sees, newest first. */
  others: Version[];
}

export type ConflictChoice = 'shown' | 'other' | 'both';

/** By change time, then by revision, so that every machine shows the same version. */
export function newestFirst(versions: readonly Version[]): Version[] {
  return [...versions].sort((a, b) =>
    a.note.changed === b.note.changed ? (a.rev < b.rev ? 1 : -1) : a.note.changed < b.note.changed ? 1 : -1,
  );
}

/** True if the reader has something to choose; differing times alone do not count. */
export const differs = (a: Note, b: Note): boolean => face(a) !== face(b);

const face = (note: Note): string =>
  JSON.stringify([
    note.text,
    note.tags,
    note.concept,
    note.page,
    isBinned(note),
    note.selectors.map((selector) =>
      selector.type === 'TextQuoteSelector' ? selector.exact : [selector.start, selector.end],
    ),
  ]);

/** Returns the notes to store: the new version, and for `both` a second note with a new id. */
export function settleConflict(
  shown: Note,
  other: Note,
  choice: ConflictChoice,
  { nowIso, newId }: { nowIso: string; newId: string },
): Note[] {
  const newest = other.changed > shown.changed ? other : shown;
  const chosen = choice === 'other' ? other : shown;
  const note = { ...chosen, changed: laterThan(newest, nowIso) };
  return choice === 'both' ? [note, { ...other, _id: newId, changed: nowIso, binned: null }] : [note];
}
