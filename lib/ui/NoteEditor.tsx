import { useEffect, useRef } from 'preact/hooks';
import type { NoteDraft } from '../core/card-model.ts';
import type { Strings } from '../core/strings.ts';

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
  useEffect(() => text.current?.focus({ preventScroll: true }), []);
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
      <label>
        {t('noteText')}
        <textarea
          ref={text}
          dir="auto"
          value={draft.text}
          placeholder={t('noteTextHint')}
          onInput={(event) => onChange({ ...draft, text: event.currentTarget.value })}
        />
      </label>
      <label>
        {t('noteTags')}
        <input
          type="text"
          dir="auto"
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
        <span class="muted small">{t('saveHint')}</span>
      </div>
    </form>
  );
}
