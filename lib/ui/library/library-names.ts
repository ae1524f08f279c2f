/** Names of filters, formats, groupings and toasts in the reader's language. */
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
  detached: 'libraryDid_kept',
  purged: 'libraryDid_purged',
  undone: 'libraryDid_undone',
} as const satisfies Record<BulkAction, string>;

const NOT_SHOWN = {
  orphan: 'libraryNot_orphan',
  off: 'libraryNot_off',
  silent: 'libraryNot_silent',
  moved: 'libraryNot_moved',
} as const satisfies Record<NotShown, string>;

export function toastText(toast: Toast, { t, count }: Pick<Strings, 't' | 'count'>): string {
  switch (toast.kind) {
    case 'done':
      if (toast.count > 0) return count(BULK_ACTIONS[toast.action], toast.count);
      return toast.action === 'undone' ? t('libraryUndoneNone') : t('libraryDidNothing');
    case 'copied':
      return t('libraryCopied');
    case 'backedUp':
      return t('libraryBackedUp');
    case 'opening':
      return t('libraryOpening');
    case 'notShown':
      return t(NOT_SHOWN[toast.why]);
    case 'notOpened':
      return t('libraryNot_closed', { problem: failureText(toast.problem, { t }) });
    case 'problem':
      return failureText(toast.problem, { t });
  }
}

/** @param month `2026-11` */
const monthName = (month: string, lang: string): string =>
  new Date(`${month}-15T12:00:00`).toLocaleDateString(lang, { month: 'long', year: 'numeric' });

export interface NamingContext {
  strings: Strings;
  facets: NoteFacets;
  termOf(concept: string): string;
}

const pageName = (page: string, { pages }: NoteFacets): string =>
  pages.find((each) => each.page === page)?.title ?? shortAddress(page);

/** The heading over the notes of a filter. */
export function filterName(filter: LibraryFilter, { strings, facets, termOf }: NamingContext): string {
  const { t, lang } = strings;
  switch (filter.kind) {
    case 'all':
      return t('libraryAll');
    case 'lost':
      return t('libraryLost');
    case 'bin':
      return t('libraryBin');
    case 'page':
      return filter.page === null ? t('libraryNoPage') : pageName(filter.page, facets);
    case 'concept':
      return filter.concept === null ? t('libraryNoConcept') : termOf(filter.concept);
    case 'tag':
      return `#${facets.tags.find(({ tag }) => tag === filter.tag)?.name ?? filter.tag}`;
    case 'month':
      return monthName(filter.month, lang);
  }
}

/** The heading over a group. @param key see `NoteGroup.key` */
export function groupName(
  key: string,
  grouping: Grouping,
  { strings: { t, lang }, facets, termOf }: NamingContext,
): string {
  if (grouping === 'month') return monthName(key, lang);
  if (key === '') return t(grouping === 'page' ? 'libraryNoPage' : 'libraryNoConcept');
  return grouping === 'concept' ? termOf(key) : pageName(key, facets);
}
