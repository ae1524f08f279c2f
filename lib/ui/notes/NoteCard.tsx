import { quoteOf } from '../../core/anchoring/quote-of.ts';
import type { Note } from '../../core/notes/note.ts';
import type { NoteReader } from '../../core/notes/note-tree.ts';
import type { Strings } from '../../core/i18n/strings.ts';
import { whenText } from '../../core/i18n/format-time.ts';
import { guessLanguage } from '../../core/i18n/guess-language.ts';
import { NoteText } from './NoteText.tsx';

export interface NoteCardProps {
  note: Note;
  reader: NoteReader;
  strings: Strings;
  /** Both null where the note can only be read. */
  onEdit: (() => void) | null;
  onDelete: (() => void) | null;
  /** Goes to its passage; absent where that is unknown. */
  onGo?(): void;
}

/** A pinned note: the passage, the reader's text, and its actions. */
export function NoteCard({ note, reader, strings: { t, lang }, onEdit, onDelete, onGo }: NoteCardProps) {
  const quote = quoteOf(note.selectors);
  return (
    <article class="note" aria-label={t('noteLabel')}>
      {quote && (
        <blockquote class="passage" lang={guessLanguage(quote)} dir="auto">
          {onGo ? (
            <button type="button" class="bare" title={t('noteGo')} onClick={onGo}>
              {quote}
            </button>
          ) : (
            quote
          )}
        </blockquote>
      )}
      {note.text && <NoteText text={note.text} reader={reader} />}
      <div class="meta">
        {note.tags.map((tag) => (
          <span key={tag} class="tag">
            #{tag}
          </span>
        ))}
        <time dateTime={note.changed}>{whenText(note.changed, Date.now(), lang)}</time>
        <span class="does">
          {onEdit && (
            <button type="button" class="plain" onClick={onEdit}>
              {t('edit')}
            </button>
          )}
          {onDelete && (
            <button type="button" class="plain" onClick={onDelete}>
              {t('delete')}
            </button>
          )}
        </span>
      </div>
    </article>
  );
}
