import { useEffect, useRef, useState } from 'preact/hooks';
import type { DraftState } from '../../core/notes/draft.ts';
import type { NoteDraft, SaveState } from '../../core/notes/note-editor-model.ts';
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
  saveState: SaveState;
  problem: string | null;
  tools: NoteTools;
  strings: Strings;
  onChange(draft: NoteDraft): void;
  onSave(): void;
  /** The editor closes; the draft stays. */
  onLeave(): void;
}

/** Writes a note, in Markdown. Every keystroke is reported, so that the draft can be stored. */
export function NoteEditor(props: NoteEditorProps) {
  const { draft, draftState, saveState, problem, tools, strings, onChange, onSave, onLeave } = props;
  const { t } = strings;
  const text = useRef<HTMLTextAreaElement>(null);
  const buttons = useRef<HTMLDivElement>(null);
  const [previews, setPreviews] = useState(false);
  useAutofocus(text);
  useEffect(() => {
    // The message pushes the buttons down that help.
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
  const [state, words] = stateLine(draftState, saveState, strings);
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
      <p class={`draft-state is-${state}`}>
        <span>{words}</span>
        <span class="keys" aria-hidden="true">
          <kbd>Ctrl</kbd>
          <kbd>Enter</kbd>
        </span>
      </p>
    </form>
  );
}

/** How safe the words are, as a class and in words; how to write them, while there is nothing to say. */
function stateLine(draft: DraftState, save: SaveState, { t }: Strings): [state: DraftState, words: string] {
  if (save === 'saving') return ['pending', t('saving')];
  if (save === 'saved') return ['stored', t('noteSaved')];
  const words = { stored: t('draftKept'), local: t('draftUnkept'), failed: t('draftFailed') };
  return [draft, draft === 'empty' || draft === 'pending' ? t('noteMarkdown') : words[draft]];
}
