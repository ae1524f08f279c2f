/** Two machines wrote the same note while apart: both texts are kept, the newer one is shown. */
import { isBinned } from '../notes/bin.ts';
import { laterThan, type Note } from '../notes/note.ts';

/** One of the versions of a note that the database holds side by side. */
export interface Version {
  rev: string;
  note: Note;
}

export interface Conflict {
  /** The one that is shown. */
  shown: Note;
  /** The others that differ in what a reader sees, newest first. */
  others: Version[];
}

export type ConflictChoice = 'shown' | 'other' | 'both';

/** The same order on every machine, so that all show the same one: the last changed, then by revision. */
export function newestFirst(versions: readonly Version[]): Version[] {
  return [...versions].sort((a, b) =>
    a.note.changed === b.note.changed ? (a.rev < b.rev ? 1 : -1) : a.note.changed < b.note.changed ? 1 : -1,
  );
}

/** Is there anything to choose between the two? Times alone are not. */
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

/** What to store so that the choice holds: the note's new version, and another note where both are kept. */
export function settleConflict(
  shown: Note,
  other: Note,
  choice: ConflictChoice,
  { nowIso, newId }: { nowIso: string; newId: string },
): Note[] {
  const newest = other.changed > shown.changed ? other : shown;
  const kept = choice === 'other' ? other : shown;
  const note = { ...kept, changed: laterThan(newest, nowIso) };
  return choice === 'both' ? [note, { ...other, _id: newId, changed: nowIso, binned: null }] : [note];
}
