import type { NoteEditorModel, NoteIntent } from '../../core/notes/note-editor-model.ts';
import type { Strings } from '../../core/i18n/strings.ts';
import { NoteEditor } from '../notes/NoteEditor.tsx';
import type { NoteTools } from '../notes/note-tools.ts';
import { PrivateWindowPrompt } from '../notes/PrivateWindowPrompt.tsx';

export interface PanelEditorProps {
  writing: NoteEditorModel;
  tools: NoteTools;
  strings: Strings;
  onNote(intent: NoteIntent): void;
}

/** The editor of a list of notes, which replaces the note it changes; nothing while none is open. */
export function PanelEditor({ writing, tools, strings, onNote }: PanelEditorProps) {
  if (!writing.editor) return null;
  if (writing.asksPrivate) {
    return (
      <PrivateWindowPrompt
        strings={strings}
        onYes={() => onNote({ type: 'allowPrivate' })}
        onNo={() => onNote({ type: 'leaveDraft' })}
      />
    );
  }
  return (
    <NoteEditor
      key={writing.writing}
      draft={writing.editor}
      draftState={writing.draftState}
      saveState={writing.saveState}
      problem={writing.problem}
      tools={tools}
      strings={strings}
      onChange={(draft) => onNote({ type: 'changeDraft', draft })}
      onSave={() => onNote({ type: 'saveDraft' })}
      onLeave={() => onNote({ type: 'leaveDraft' })}
    />
  );
}
