import { textFragmentLink } from '../../core/exchange/text-fragment.ts';
import type { Strings } from '../../core/i18n/strings.ts';
import { daysLeft } from '../../core/notes/bin.ts';
import type { Note } from '../../core/notes/note.ts';
import { addressToOpen } from '../../core/sites/page-address.ts';

/** Actions on one note. The same object for all rows and all times: a new one redraws every row. */
export interface RowActions {
  onSelect(id: string, isSelected: boolean, isRange: boolean): void;
  /** Opens the page and finds the passage as it is today, which the link alone cannot. */
  onOpen(note: Note): void;
  onAttach(note: Note): void;
  onDetach(note: Note): void;
  onCopyLink(note: Note): void;
  onEdit(note: Note): void;
  onDelete(note: Note): void;
  onRestore(note: Note): void;
  onPurge(note: Note): void;
}

export interface NoteButtonsProps {
  note: Note;
  actions: RowActions;
  strings: Strings;
}

export function NoteButtons({ note, actions, strings: { t } }: NoteButtonsProps) {
  const hasPassage = note.selectors.length > 0;
  return (
    <p class="does">
      {note.page !== null && (
        // A real link, for a new tab, for copying, and for pages where the extension may not run.
        <a
          href={textFragmentLink(addressToOpen(note.page), note.selectors)}
          onClick={(event) => {
            if (event.ctrlKey || event.metaKey || event.shiftKey) return;
            event.preventDefault();
            if (event.isTrusted) actions.onOpen(note);
          }}
        >
          {hasPassage ? t('libraryOpenAt') : t('libraryOpenPage')}
        </a>
      )}
      {note.page !== null && (
        <button
          type="button"
          class="plain"
          title={t('libraryCopyLinkHint')}
          onClick={(event) => event.isTrusted && actions.onCopyLink(note)}
        >
          {t('libraryCopyLink')}
        </button>
      )}
      <button type="button" class="plain" onClick={() => actions.onEdit(note)}>
        {t('edit')}
      </button>
      <button type="button" class="plain" onClick={(event) => event.isTrusted && actions.onDelete(note)}>
        {t('delete')}
      </button>
    </p>
  );
}

export function BinButtons({ note, actions, strings, nowMs }: NoteButtonsProps & { nowMs: number }) {
  const { t, count } = strings;
  const days = daysLeft(note.binned ?? '', nowMs);
  return (
    <p class="does">
      <span class="left">{days > 0 ? count('libraryDaysLeft', days) : t('libraryDaysNone')}</span>
      <button type="button" class="plain" onClick={(event) => event.isTrusted && actions.onRestore(note)}>
        {t('libraryRestore')}
      </button>
      <button type="button" class="plain" onClick={() => actions.onPurge(note)}>
        {t('libraryPurge')}
      </button>
    </p>
  );
}
