import { useRef } from 'preact/hooks';
import type { NoteIntent } from '../../core/notes/note-editor-model.ts';
import type { Strings } from '../../core/i18n/strings.ts';
import { useAutofocus } from '../base/use-autofocus.ts';

/** Replaces a note that was just deleted. Takes the focus, since the button that was pressed is gone. */
export function UndoDelete({
  strings: { t },
  onNote,
}: {
  strings: Strings;
  onNote(intent: NoteIntent): void;
}) {
  const undo = useRef<HTMLButtonElement>(null);
  useAutofocus(undo);
  return (
    <div class="toast" role="status">
      {t('noteDeleted')}
      <button ref={undo} type="button" class="plain" onClick={() => onNote({ type: 'undoDelete' })}>
        {t('undo')}
      </button>
    </div>
  );
}
