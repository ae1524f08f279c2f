import { quoteOf } from '../core/card-desk.ts';
import type { Note } from '../core/note.ts';
import type { Strings } from '../core/strings.ts';

export interface NoteCardProps {
  note: Note;
  strings: Strings;
  /** Term of the note's concept, where that does not stand beside it anyway. */
  term?: string | null;
  onEdit(): void;
  onDelete(): void;
}

/** A pinned note: the passage, what the reader wrote, and what can be done with it. */
export function NoteCard({ note, strings, term = null, onEdit, onDelete }: NoteCardProps) {
  const { t, lang } = strings;
  const quote = quoteOf(note.selectors);
  const when = new Date(note.changed).toLocaleString(lang, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <article class="note" aria-label={t('noteLabel')}>
      {quote && <blockquote dir="auto">{quote}</blockquote>}
      {note.text && (
        <p class="text" dir="auto">
          {note.text}
        </p>
      )}
      <div class="meta">
        {term && <b>{term}</b>}
        {note.tags.map((tag) => (
          <span key={tag}>#{tag}</span>
        ))}
        <time dateTime={note.changed}>{when}</time>
        <button type="button" class="plain" onClick={onEdit}>
          {t('edit')}
        </button>
        <button type="button" class="plain" onClick={onDelete}>
          {t('delete')}
        </button>
      </div>
    </article>
  );
}
