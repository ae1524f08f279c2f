/** What the card shows and what it reports: the contract between whoever opens it and the component. */
import type { Concept } from '../glossary/concept.ts';
import type { Note } from '../notes/note.ts';
import type { NoteEditorModel, NoteIntent } from '../notes/note-editor-model.ts';

export type { NoteDraft } from '../notes/note-editor-model.ts';

export interface CardModel extends NoteEditorModel {
  /** Null when only a note is shown. */
  entry: Concept | null;
  /** Language that the reader prefers for terms and definitions, BCP 47. */
  lang: string;
  /** Where the occurrence stands among those of its concept on the page, from 1; null away from a page. */
  position: { index: number; total: number } | null;
  /** Why it is shown here, in words. */
  reasons: readonly string[];
  /** The senses to choose from, where two stay possible; else empty. */
  senses: readonly { id: string; term: string; gloss: string }[];
  /** Host that the reader's choices hold for; null where none can be made. */
  site: string | null;
  /** The concept may be said to be known, so that it is marked nowhere any more. */
  offersKnown: boolean;
  /** The word as it stands on the page; null away from a page. */
  surface: string | null;
  /** What else the word may mean. */
  others: readonly { id: string; term: string }[];
  /** What the reader just decided, in words; may be undone. */
  decided: string | null;
  /** A sense was picked where several are possible: it may be kept for the site. */
  offersAlways: boolean;
  related: readonly { id: string; term: string }[];
  /** Term of the card that Back returns to. */
  back: string | null;
  notes: readonly Note[];
  /** Ids of notes that another site owns: they can be read here, and changed in the popup, the panel and the library. */
  readOnlyNotes: readonly string[];
}

export type CardIntent =
  | { type: 'openRelated'; id: string }
  | { type: 'chooseSense'; id: string }
  /** The sense that was picked is meant wherever the word stands on this site. */
  | { type: 'always' }
  /** The word means this other concept on this site. */
  | { type: 'meant'; id: string }
  | { type: 'wrongSense' }
  | { type: 'notHere' }
  /** The reader knows it: no marks for it on any site. */
  | { type: 'know' }
  | { type: 'undoChoice' }
  | { type: 'back' }
  | { type: 'next' }
  | { type: 'previous' }
  | { type: 'close' }
  | { type: 'pin' }
  | NoteIntent;
