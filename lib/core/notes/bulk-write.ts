import type { Note } from './note.ts';

/** Notes in one message: it must be stored and answered before the sender gives up. */
export const MAX_NOTES_PER_WRITE = 500;

/** The result of a bulk write. To undo it, put `before` back (`over`) and purge `added`. */
export interface BulkWrite {
  /** Written, as they are stored now. */
  saved: Note[];
  /** As they were, those of `saved` that were there before. */
  before: Note[];
  /** Ids of those that were not. */
  added: string[];
  /** Left as they are: the same, or newer, is stored. */
  unchanged: number;
}
