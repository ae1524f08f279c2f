import type { LibraryFilter } from '../../core/library/note-filter.ts';
import type { Strings } from '../../core/i18n/strings.ts';

export interface EmptyListProps {
  filter: LibraryFilter;
  query: string;
  isLoaded: boolean;
  /** Under no filter is there a note. */
  hasNoNotes: boolean;
  strings: Strings;
}

/** The reason why no note is listed. */
export function EmptyList({ filter, query, isLoaded, hasNoNotes, strings: { t } }: EmptyListProps) {
  if (!isLoaded) return <p class="empty">{t('libraryReading')}</p>;
  if (query !== '') return <p class="empty">{t('libraryNothingFound', { query })}</p>;
  if (filter.kind === 'bin') return <p class="empty">{t('libraryBinEmpty')}</p>;
  if (filter.kind === 'lost') return <p class="empty">{t('libraryLostEmpty')}</p>;
  if (!hasNoNotes) return <p class="empty">{t('libraryNothingHere')}</p>;
  return (
    <div class="empty">
      <p class="first">{t('libraryEmpty')}</p>
      <p>{t('libraryEmptyHint')}</p>
    </div>
  );
}
