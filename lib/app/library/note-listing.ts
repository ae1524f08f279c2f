/** The notes that the library lists, and the facets beside them; the list follows the search field. */
import { unlessChanged } from '../../core/base/memo.ts';
import { facetsOf, type NoteFacets } from '../../core/library/note-facets.ts';
import type { LibraryFilter, OrphanedNotes } from '../../core/library/note-filter.ts';
import { listNotes, notesOf, type Grouping, type NoteGroup } from '../../core/library/note-list.ts';
import type { Note } from '../../core/notes/note.ts';
import { createIndexAhead, type Scheduler } from '../../core/search/index-ahead.ts';

export interface ListingSource {
  notes: readonly Note[];
  bin: readonly Note[];
  orphans: OrphanedNotes;
  filter: LibraryFilter;
  query: string;
  grouping: Grouping;
}

export interface NoteListing {
  groups(): readonly NoteGroup[];
  notes(): readonly Note[];
  facets(): NoteFacets;
  /** The query that the list shows; it lags behind the field. */
  searchedQuery(): string;
  /** The notes changed: they are indexed before the reader types. */
  index(): void;
  /** The query changed. */
  search(): void;
}

export interface NoteListingParts {
  source(): ListingSource;
  /** Runs work while the page is idle. */
  idle: Scheduler;
  /** Runs work after pending input. */
  soon: Scheduler;
  onListed(): void;
}

export function createNoteListing({ source, idle, soon, onListed }: NoteListingParts): NoteListing {
  // A selection or a toast redraws the page, but must not compute the list again.
  const facetsFor = unlessChanged(facetsOf);
  const groupsFor = unlessChanged(
    (
      notes: readonly Note[],
      bin: readonly Note[],
      orphans: OrphanedNotes,
      filter: LibraryFilter,
      query: string,
      grouping: Grouping,
    ) => listNotes({ notes, bin, orphans, filter, query, grouping }),
  );
  let searchedQuery = '';
  const ahead = createIndexAhead({ idle, soon, onReady: search });

  function groups(): readonly NoteGroup[] {
    const { notes, bin, orphans, filter, grouping } = source();
    return groupsFor(notes, bin, orphans, filter, searchedQuery, grouping);
  }

  /** Lists in one task and reports in another, so that no keystroke waits for either. */
  function search(): void {
    const { notes, bin, filter, query } = source();
    const pool = filter.kind === 'bin' ? bin : notes;
    if (query.trim() !== '' && !ahead.isReady(pool)) return ahead.hurry();
    soon(() => {
      const latest = source().query;
      if (searchedQuery === latest) return;
      searchedQuery = latest;
      groups();
      soon(onListed);
    });
  }

  return {
    groups,
    notes: () => notesOf(groups()),
    facets() {
      const { notes, bin, orphans } = source();
      return facetsFor(notes, bin, orphans);
    },
    searchedQuery: () => searchedQuery,
    index() {
      const { notes, bin } = source();
      ahead.read(notes, bin);
    },
    search,
  };
}
