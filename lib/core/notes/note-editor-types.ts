/** State, events and effects of the note editor. The machine itself: note-editor.ts. */
import type { Draft } from './draft.ts';
import type { Note } from './note.ts';

export interface NoteEditorState {
  /** The draft in the editor; null while it is closed. */
  open: Draft | null;
  saves: readonly PendingSave[];
  /** Note whose text was stored while its editor stayed open; null once it is changed again. */
  saved: string | null;
  deleted: Note | null;
  discarded: Draft | null;
  problem: string | null;
  allowsPrivate: boolean;
  /** As last reported. */
  isDirty: boolean;
  /** Counts the things the surface was about; see `subjectLeft`. */
  subject: number;
}

/** A save in flight; one at a time for a note. */
export interface PendingSave {
  sent: Draft;
  /** `sent`, or what was typed since. */
  latest: Draft;
  /** The editor closes once it is stored; false once the reader typed on. */
  closes: boolean;
  /** The subject it was sent from. */
  subject: number;
}

/** The stores' contents when an event arrives. */
export interface NoteEditorContext {
  notes: readonly Note[];
  drafts: readonly Draft[];
  isPrivate: boolean;
}

/** `nowIso`: ISO 8601 in UTC. */
export type NoteEditorEvent =
  /** A new note is begun, or the draft about the same place is gone on with. */
  | { type: 'begun'; fresh: Draft }
  | { type: 'editRequested'; id: string; nowIso: string }
  | { type: 'resumed'; note: string }
  /** The list of drafts was read again for this note. */
  | { type: 'draftsLoaded'; note: string }
  | { type: 'changed'; text: string; tags: string; nowIso: string }
  | { type: 'saveRequested'; nowIso: string }
  | { type: 'saved'; note: Note; nowIso: string }
  | { type: 'saveFailed'; id: string; problem: string }
  /** Esc or Later: the draft waits. */
  | { type: 'left' }
  /** The surface shows something else: no editor follows it there. */
  | { type: 'subjectLeft' }
  | { type: 'discardRequested'; note: string }
  | { type: 'discardUndone' }
  | { type: 'deleteRequested'; id: string }
  | { type: 'deleted'; note: Note }
  | { type: 'deleteUndone' }
  | { type: 'restored' }
  | { type: 'failed'; problem: string }
  | { type: 'privateAllowed' };

export type NoteEditorEffect =
  /** `stores`: false keeps the draft in memory alone. */
  | { type: 'putDraft'; draft: Draft; stores: boolean }
  /** `isSaved`: its text is in the note, so a failure costs nothing. */
  | { type: 'dropDraft'; note: string; isSaved: boolean }
  | { type: 'loadDrafts'; note: string }
  | { type: 'save'; note: Note }
  | { type: 'remove'; id: string }
  | { type: 'restore'; note: Note }
  | { type: 'reportSaved'; note: Note }
  | { type: 'reportDirty'; isDirty: boolean };
