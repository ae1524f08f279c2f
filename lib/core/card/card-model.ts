/** The contract between the card's component and its controller: the model drawn, the intents reported. */
import type { Concept } from '../glossary/concept.ts';
import type { Note } from '../notes/note.ts';
import type { NoteEditorModel, NoteIntent } from '../notes/note-editor-model.ts';

export interface CardModel extends NoteEditorModel {
  /** Null when only a note is shown, and until the entry is loaded. */
  entry: Concept | null;
  /** Language that the reader prefers for terms and definitions, BCP 47. */
  lang: string;
  /** The occurrence among those of its concept on the page, from 1; null away from a page. */
  position: { index: number; total: number } | null;
  /** Why it is marked here, in sentences. */
  reasons: readonly string[];
  /** The senses to choose from, where two stay possible; else empty. */
  senses: readonly { id: string; term: string; gloss: string }[];
  /** Host that the reader's decisions hold for; null where none can be made. */
  site: string | null;
  /** The reader may say that the concept is known, so that it is marked nowhere. */
  offersKnown: boolean;
  /** The word as it stands on the page; null away from a page. */
  surface: string | null;
  /** Other concepts that the word may mean. */
  others: readonly { id: string; term: string }[];
  /** The reader's last decision, in words; may be undone. */
  decided: string | null;
  /** A sense was picked where several are possible: it may be settled for the site. */
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
  | { type: 'undoDecision' }
  | { type: 'back' }
  | { type: 'next' }
  | { type: 'previous' }
  | { type: 'close' }
  | { type: 'pin' }
  | NoteIntent;
