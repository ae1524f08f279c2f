import { quoteOf } from '../../core/anchoring/quote-of.ts';
import { tagText, type Draft } from '../../core/notes/draft.ts';
import type { NoteIntent } from '../../core/notes/note-editor-model.ts';
import type { Strings } from '../../core/i18n/strings.ts';
import { normalizeTags } from '../../core/notes/tags.ts';
import { whenText } from '../../core/i18n/format-time.ts';

export interface DraftListProps {
  drafts: readonly Draft[];
  /** Just discarded, may be undone. */
  discarded: Draft | null;
  strings: Strings;
  onIntent(intent: NoteIntent): void;
  /** Names the page that each was begun on. */
  withPages?: boolean;
}

/** Unfinished notes, each with the way on and the way out. */
export function DraftList({ drafts, discarded, strings, onIntent, withPages }: DraftListProps) {
  const { t, lang } = strings;
  return (
    <>
      {discarded && (
        <div class="toast" role="status">
          {t('draftDiscarded')}
          <button type="button" class="plain" onClick={() => onIntent({ type: 'undoDiscard' })}>
            {t('undo')}
          </button>
        </div>
      )}
      {drafts.map((draft) => {
        const quote = quoteOf(draft.selectors);
        const about = [
          withPages && draft.title,
          tagText(normalizeTags(draft.tags)),
          whenText(draft.changed, Date.now(), lang),
        ];
        return (
          <article key={draft.note} class="unfinished" aria-label={t('unfinished')}>
            {quote && (
              <blockquote class="passage" dir="auto">
                {quote}
              </blockquote>
            )}
            <p class="typed" dir="auto">
              {draft.text.trim() || <span class="muted">{t('unfinishedEmpty')}</span>}
            </p>
            <div class="meta">
              <span class="state">{t('unfinished')}</span>
              <span>{about.filter(Boolean).join(' · ')}</span>
              <span class="does">
                <button
                  type="button"
                  class="plain"
                  onClick={() => onIntent({ type: 'resumeDraft', note: draft.note })}
                >
                  {t('resumeDraft')}
                </button>
                <button
                  type="button"
                  class="plain"
                  onClick={() => onIntent({ type: 'discardDraft', note: draft.note })}
                >
                  {t('discardDraft')}
                </button>
              </span>
            </div>
          </article>
        );
      })}
    </>
  );
}
