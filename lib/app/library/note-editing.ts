/** Editing notes in the list; drafts outlive the page. */
import { unbinNote } from '../../core/notes/bin.ts';
import { createNoteEditorController } from '../../core/notes/note-editor-controller.ts';
import type { NoteEditorModel, NoteIntent } from '../../core/notes/note-editor-model.ts';
import type { Strings } from '../../core/i18n/strings.ts';
import type { DraftSender } from '../../platform/drafts/draft-sender.ts';
import type { LibraryClient } from '../../platform/notes/library-client.ts';

export interface NoteEditing {
  loadDrafts(): Promise<void>;
  model(): NoteEditorModel;
  act(intent: NoteIntent): void;
}

export interface NoteEditingParts {
  library: Pick<LibraryClient, 'notes' | 'bin' | 'save'>;
  drafts: DraftSender;
  strings: Pick<Strings, 't'>;
  nowIso(): string;
  newId(): string;
  onChanged(): void;
}

export function createNoteEditing(parts: NoteEditingParts): NoteEditing {
  const { library, drafts, strings, nowIso, newId, onChanged } = parts;
  const editor = createNoteEditorController({
    notes: {
      list: () => [...library.notes, ...library.bin],
      // A note deleted while its editor was open comes back with the new text.
      save: (note) => library.save(unbinNote(note, nowIso())),
      restore: (note) => library.save(note),
      remove: () => Promise.reject(new Error('Notes are deleted in the list.')),
      stamp: () => ({ id: newId(), nowIso: nowIso(), page: null, title: '' }),
    },
    strings,
    drafts,
    onChanged,
  });
  return {
    loadDrafts: () => drafts.load(),
    model: () => editor.model(),
    act: (intent) => editor.act(intent),
  };
}
