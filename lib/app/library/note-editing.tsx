/** Editing notes in the list: the desk of notes, whose drafts outlive this page. */
import { unbinNote } from '../../core/notes/bin.ts';
import { createNoteEditorController } from '../../core/notes/note-editor.ts';
import type { Strings } from '../../core/i18n/strings.ts';
import type { Sender } from '../../platform/messaging/message-bus.ts';
import { createDraftsClient, createLocalNoteTools } from '../../platform/drafts/drafts-client.ts';
import type { LibraryClient } from '../../platform/notes/library-client.ts';
import { NoteEditor } from '../../ui/notes/NoteEditor.tsx';
import type { NoteTools } from '../../ui/notes/note-tools.ts';
import { DraftList } from '../../ui/notes/DraftList.tsx';

export interface NoteEditing {
  tools: NoteTools;
  load(): Promise<void>;
  edit(id: string): void;
  /** The note that is being written. */
  now(): { id: string; isNew: boolean; editor: preact.ComponentChildren } | null;
  /** Drafts that wait to be gone on with; null where there are none. */
  viewUnfinished(): preact.ComponentChildren;
}

export function createNoteEditing(
  sender: Sender,
  library: LibraryClient,
  strings: Strings,
  onChanged: () => void,
): NoteEditing {
  const drafts = createDraftsClient(sender, onChanged);
  const tools = createLocalNoteTools({ list: () => library.notes });
  const desk = createNoteEditorController({
    notes: {
      list: () => [...library.notes, ...library.bin],
      // One that was deleted meanwhile comes back with what was written.
      save: (note) => library.save(unbinNote(note, new Date().toISOString())),
      restore: (note) => library.save(note),
      remove: () => Promise.reject(new Error('Notes are deleted in the list.')),
      stamp: () => ({ id: crypto.randomUUID(), nowIso: new Date().toISOString(), page: null, title: '' }),
    },
    strings,
    drafts,
    onChanged,
  });
  return {
    tools,
    load: () => drafts.load(),
    edit: (id) => desk.act({ type: 'editNote', id }),
    now() {
      const { editor, writing, draftState, problem } = desk.model();
      if (!editor || writing === null) return null;
      return {
        id: writing,
        isNew: editor.id === null,
        editor: (
          <NoteEditor
            key={writing}
            draft={editor}
            {...{ draftState, problem, tools, strings }}
            onChange={(draft) => desk.act({ type: 'changeDraft', draft })}
            onSave={() => desk.act({ type: 'saveDraft' })}
            onLeave={() => desk.act({ type: 'leaveDraft' })}
          />
        ),
      };
    },
    viewUnfinished() {
      const { unfinished, discarded } = desk.model();
      if (unfinished.length === 0 && !discarded) return null;
      return (
        <DraftList
          drafts={unfinished}
          {...{ discarded, strings }}
          onIntent={(intent) => desk.act(intent)}
          withPages
        />
      );
    },
  };
}
