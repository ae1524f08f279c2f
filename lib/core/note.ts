import type { Selector } from './selector.ts';

/** What a reader pinned. The stored record has this very shape (plus the database's `_rev`). */
export interface Note {
  /** Made by the client that creates the note, so that repeating a save changes nothing. */
  _id: string;
  v: 1;
  /** Address of the page without fragment; null for a note on a concept alone. */
  page: string | null;
  /** Title of the page when pinned; empty without a page. */
  title: string;
  /** Empty for a note on the whole page or on a concept alone. */
  selectors: Selector[];
  /** Concept id, or null. */
  concept: string | null;
  text: string;
  tags: string[];
  /** ISO 8601, UTC. */
  created: string;
  changed: string;
}
