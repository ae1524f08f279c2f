import { quoteOf } from '../core/card-desk.ts';
import type { Note } from '../core/note.ts';
import type { Strings } from '../core/strings.ts';
import { whenText } from '../core/when.ts';

export interface NoteCardProps {
  note: Note;
  strings: Strings;
  onEdit(): void;
  onDelete(): void;
}

/** A pinned note: the passage, what the reader wrote, and what can be done with it. */
export function NoteCard({ note, strings: { t, lang }, onEdit, onDelete }: NoteCardProps) {
  const quote = quoteOf(note.selectors);
  return (
    <article class="note" aria-label={t('noteLabel')}>
      {quote && <blockquote dir="auto">{quote}</blockquote>}
      {note.text && (
        <p class="text" dir="auto">
          {note.text}
        </p>
      )}
      <div class="meta">
        {note.tags.map((tag) => (
          <span key={tag} class="tag">
            #{tag}
          </span>
        ))}
        <time dateTime={note.changed}>{whenText(note.changed, Date.now(), lang)}</time>
        <span class="does">
          <button type="button" class="plain" onClick={onEdit}>
            {t('edit')}
          </button>
          <button type="button" class="plain" onClick={onDelete}>
            {t('delete')}
          </button>
        </span>
      </div>
    </article>
  );
}
