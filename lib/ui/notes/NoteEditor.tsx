import { useEffect, useRef, useState } from 'preact/hooks';
import type { DraftState } from '../../core/notes/draft.ts';
import type { NoteDraft } from '../../core/notes/note-editor-model.ts';
import type { Strings } from '../../core/i18n/strings.ts';
import { guessLanguage } from '../../core/i18n/guess-language.ts';
import { CopyTextButton } from './CopyTextButton.tsx';
import { NoteText } from './NoteText.tsx';
import type { NoteTools } from './note-tools.ts';
import { TagField } from './TagField.tsx';
import { useAutofocus } from '../base/use-autofocus.ts';

export interface NoteEditorProps {
  draft: NoteDraft;
  /** How safe the typed text is. */
  draftState: DraftState;
  problem: string | null;
  tools: NoteTools;
  strings: Strings;
  onChange(draft: NoteDraft): void;
  onSave(): void;
  /** Put aside; the draft stays. */
  onLeave(): void;
}

/** Writes a note, in Markdown. Every keystroke is reported, so that whoever holds the draft can keep it. */
export function NoteEditor(props: NoteEditorProps) {
  const { draft, draftState, problem, tools, strings, onChange, onSave, onLeave } = props;
  const { t } = strings;
  const text = useRef<HTMLTextAreaElement>(null);
  const buttons = useRef<HTMLDivElement>(null);
  const [previews, setPreviews] = useState(false);
  useAutofocus(text);
  useEffect(() => {
    // What went wrong pushes down what would mend it.
    if (problem === null) return;
    buttons.current?.previousElementSibling?.scrollIntoView({ block: 'nearest' });
    buttons.current?.scrollIntoView({ block: 'nearest' });
  }, [problem]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing || event.defaultPrevented || !event.isTrusted) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      onSave();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      onLeave();
    }
  };
  const word = { stored: t('draftKept'), local: t('draftUnkept'), failed: t('draftFailed') };
  return (
    <form
      class="editor"
      aria-label={t('noteText')}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
    >
      {draft.quote && (
        <blockquote class="passage" lang={guessLanguage(draft.quote)} dir="auto">
          {draft.quote}
        </blockquote>
      )}
      <textarea
        ref={text}
        dir="auto"
        rows={3}
        hidden={previews}
        aria-label={t('noteText')}
        value={draft.text}
        placeholder={t('noteTextHint')}
        onInput={(event) => onChange({ ...draft, text: event.currentTarget.value })}
      />
      {previews && (
        <div class="preview" role="region" tabIndex={0} aria-label={t('notePreview')}>
          {draft.text.trim() === '' ? (
            <p class="muted">{t('noteNothing')}</p>
          ) : (
            <NoteText text={draft.text} reader={tools.reader} />
          )}
        </div>
      )}
      <TagField
        value={draft.tags}
        complete={(typed) => tools.completeTags(typed)}
        strings={strings}
        onChange={(tags) => onChange({ ...draft, tags })}
      />
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <div class="buttons" ref={buttons}>
        <button type="submit" class="primary" title={t('saveHint')}>
          {t('save')}
        </button>
        <button type="button" onClick={onLeave} title={t('cancelHint')}>
          {t('cancel')}
        </button>
        {(problem !== null || draftState === 'failed') && draft.text.trim() !== '' && (
          <CopyTextButton text={draft.text} field={text} strings={strings} />
        )}
        <button
          type="button"
          class="plain"
          aria-pressed={previews}
          title={t('notePreviewHint')}
          onClick={() => setPreviews(!previews)}
        >
          {t('notePreview')}
        </button>
      </div>
      <p class={`draft-state is-${draftState}`}>
        <span>
          {draftState === 'empty' || draftState === 'pending' ? t('noteMarkdown') : word[draftState]}
        </span>
        <span class="keys" aria-hidden="true">
          <kbd>Ctrl</kbd>
          <kbd>Enter</kbd>
        </span>
      </p>
    </form>
  );
}
