import { useRef } from 'preact/hooks';
import type { NoteDraft } from '../core/card-model.ts';
import type { Strings } from '../core/strings.ts';
import { useFirstFocus } from './use-first-focus.ts';

export interface NoteEditorProps {
  draft: NoteDraft;
  problem: string | null;
  strings: Strings;
  onChange(draft: NoteDraft): void;
  onSave(): void;
  /** Put aside; the draft stays. */
  onLeave(): void;
}

/** Writes a note. Every keystroke is reported, so that whoever holds the draft can keep it. */
export function NoteEditor({ draft, problem, strings: { t }, onChange, onSave, onLeave }: NoteEditorProps) {
  const text = useRef<HTMLTextAreaElement>(null);
  useFirstFocus(text);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      onSave();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      onLeave();
    }
  };
  return (
    <form
      class="editor"
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
    >
      {draft.quote && <blockquote dir="auto">{draft.quote}</blockquote>}
      <textarea
        ref={text}
        dir="auto"
        rows={3}
        aria-label={t('noteText')}
        value={draft.text}
        placeholder={t('noteTextHint')}
        onInput={(event) => onChange({ ...draft, text: event.currentTarget.value })}
      />
      <label>
        <span>{t('noteTags')}</span>
        <input
          type="text"
          dir="auto"
          autocomplete="off"
          value={draft.tags}
          placeholder={t('noteTagsHint')}
          onInput={(event) => onChange({ ...draft, tags: event.currentTarget.value })}
        />
      </label>
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <div class="buttons">
        <button type="submit" class="primary">
          {t('save')}
        </button>
        <button type="button" onClick={onLeave}>
          {t('cancel')}
        </button>
        <span class="grow" />
        <span class="keys" aria-hidden="true">
          <kbd>Ctrl</kbd>
          <kbd>Enter</kbd>
        </span>
      </div>
    </form>
  );
}
