/** What things are called that the core knows by a short word. */
import type { ExportFormat } from '../../core/exchange/import-export.ts';
import { failureText } from '../../core/i18n/error-text.ts';
import type { Grouping } from '../../core/library/note-list.ts';
import type { LibraryFilter } from '../../core/library/note-filter.ts';
import type { NoteFacets } from '../../core/library/note-facets.ts';
import { shortAddress } from '../../core/library/note-facets.ts';
import type { BulkAction, NotShown, Toast } from '../../core/library/library-state.ts';
import type { Strings } from '../../core/i18n/strings.ts';

export const FORMAT_NAMES = {
  markdown: 'libraryExport_markdown',
  csv: 'libraryExport_csv',
  anki: 'libraryExport_anki',
  jsonld: 'libraryExport_jsonld',
} as const satisfies Record<ExportFormat, string>;

export const GROUPING_NAMES = {
  month: 'libraryGroup_month',
  page: 'libraryGroup_page',
  concept: 'libraryGroup_concept',
} as const satisfies Record<Grouping, string>;

const BULK_ACTIONS = {
  tagged: 'libraryDid_tagged',
  moved: 'libraryDid_moved',
  binned: 'libraryDid_binned',
  restored: 'libraryDid_restored',
  kept: 'libraryDid_kept',
  purged: 'libraryDid_purged',
  undone: 'libraryDid_undone',
} as const satisfies Record<BulkAction, string>;

const NOT_SHOWN = {
  orphan: 'libraryNot_orphan',
  off: 'libraryNot_off',
  silent: 'libraryNot_silent',
  moved: 'libraryNot_moved',
} as const satisfies Record<NotShown, string>;

/** What was just done, in words. */
export function toastText(said: Toast, { t, count }: Strings): string {
  switch (said.kind) {
    case 'done':
      if (said.count > 0) return count(BULK_ACTIONS[said.deed], said.count);
      return said.deed === 'undone' ? t('libraryUndoneNone') : t('libraryDidNothing');
    case 'copied':
      return t('libraryCopied');
    case 'backedUp':
      return t('libraryBackedUp');
    case 'opening':
      return t('libraryOpening');
    case 'notShown':
      return t(NOT_SHOWN[said.why]);
    case 'problem':
      return failureText(said.problem, { t });
  }
}

/** `2026-11` as one says it. */
export const monthName = (month: string, lang: string): string =>
  new Date(`${month}-15T12:00:00`).toLocaleDateString(lang, { month: 'long', year: 'numeric' });

export interface FilterNames {
  strings: Strings;
  shelves: NoteFacets;
  termOf(concept: string): string;
}

/** The heading of what is shown. */
export function filterName(place: LibraryFilter, { strings, shelves, termOf }: FilterNames): string {
  const { t, lang } = strings;
  switch (place.kind) {
    case 'all':
      return t('libraryAll');
    case 'lost':
      return t('libraryLost');
    case 'bin':
      return t('libraryBin');
    case 'page': {
      if (place.page === null) return t('libraryNoPage');
      return shelves.pages.find(({ page }) => page === place.page)?.title ?? shortAddress(place.page);
    }
    case 'concept':
      return place.concept === null ? t('libraryNoConcept') : termOf(place.concept);
    case 'tag':
      return `#${shelves.tags.find(({ tag }) => tag === place.tag)?.name ?? place.tag}`;
    case 'month':
      return monthName(place.month, lang);
  }
}
