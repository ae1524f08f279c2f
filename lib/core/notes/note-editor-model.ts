/** What every surface that writes notes shows and reports. */
import type { Draft, DraftState } from './draft.ts';
import type { Note } from './note.ts';

/** The fields of the editor. */
export interface NoteDraft {
  /** Of the note that is edited; null for a new one. */
  id: string | null;
  /** The passage; empty for a note on the concept or the page. */
  quote: string;
  text: string;
  /** As typed: "#bwaf, councils". */
  tags: string;
}

export interface NoteEditorModel {
  editor: NoteDraft | null;
  /** Id of the note that the editor's draft is of or becomes. */
  writing: string | null;
  draftState: DraftState;
  /** A private window: before a new note is written the reader is asked whether to keep anything of it. */
  asksPrivate: boolean;
  /** Drafts that wait, the last written first. */
  unfinished: readonly Draft[];
  /** Just deleted, may be undone. */
  deleted: Note | null;
  /** Just discarded, may be undone. */
  discarded: Draft | null;
  /** What could not be done, with the remedy. */
  problem: string | null;
}

export type NoteIntent =
  /** Notes may be pinned in this private window, as long as the desk is there. */
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
