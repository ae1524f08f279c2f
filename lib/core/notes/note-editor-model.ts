/** The note editor as surfaces draw it, and what they report. The machine behind it: note-editor.ts. */
import type { Draft, DraftState } from './draft.ts';
import type { Note } from './note.ts';

/** The fields of the editor. */
export interface NoteDraft {
  /** Id of the note being edited; null for a new one. */
  id: string | null;
  /** The passage; empty for a note on the concept or the page. */
  quote: string;
  text: string;
  /** As typed: "#bwaf, councils". */
  tags: string;
}

/** `saved`: stored, while the editor stays open because the reader typed on. */
export const SAVE_STATES = ['idle', 'saving', 'saved'] as const;
export type SaveState = (typeof SAVE_STATES)[number];

export interface NoteEditorModel {
  editor: NoteDraft | null;
  /** Id of the note that the open draft belongs to or becomes. */
  writing: string | null;
  draftState: DraftState;
  saveState: SaveState;
  /** In a private window the reader is asked before anything of a new note is stored. */
  asksPrivate: boolean;
  /** Drafts that are not open, the last written first. */
  unfinished: readonly Draft[];
  /** Just deleted, may be undone. */
  deleted: Note | null;
  /** Just discarded, may be undone. */
  discarded: Draft | null;
  /** The failure, with its remedy. */
  problem: string | null;
}

export type NoteIntent =
  /** Notes may be stored from this private window, as long as the surface is open. */
  | { type: 'allowPrivate' }
  | { type: 'editNote'; id: string }
  | { type: 'resumeDraft'; note: string }
  | { type: 'discardDraft'; note: string }
  | { type: 'undoDiscard' }
  | { type: 'changeDraft'; draft: NoteDraft }
  | { type: 'saveDraft' }
  | { type: 'leaveDraft' }
  | { type: 'deleteNote'; id: string }
  | { type: 'undoDelete' };
