import type { LibraryFilter } from '../../core/library/note-filter.ts';
import type { Strings } from '../../core/i18n/strings.ts';

export interface EmptyListProps {
  place: LibraryFilter;
  query: string;
  isLoaded: boolean;
  /** There are no notes at all. */
  isNew: boolean;
  strings: Strings;
}

/** Why nothing is shown. */
export function EmptyList({ place, query, isLoaded, isNew, strings: { t } }: EmptyListProps) {
  if (!isLoaded) return <p class="empty">{t('libraryReading')}</p>;
  if (query !== '') return <p class="empty">{t('libraryNothingFound', { query })}</p>;
  if (place.kind === 'bin') return <p class="empty">{t('libraryBinEmpty')}</p>;
  if (place.kind === 'lost') return <p class="empty">{t('libraryLostEmpty')}</p>;
  if (!isNew) return <p class="empty">{t('libraryNothingHere')}</p>;
  return (
    <div class="empty">
      <p class="first">{t('libraryEmpty')}</p>
      <p>{t('libraryEmptyHint')}</p>
    </div>
  );
}
