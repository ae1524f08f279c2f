import type { ComponentChildren, RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ExportFormat } from '../../core/exchange/import-export.ts';
import type { LibraryState } from '../../core/library/library-state.ts';
import { filterHash, type OrphanedNotes } from '../../core/library/note-filter.ts';
import { countOf, GROUPINGS, type Grouping, type NoteGroup } from '../../core/library/note-list.ts';
import type { Note } from '../../core/notes/note.ts';
import type { NoteReader } from '../../core/notes/note-tree.ts';
import { EmptyList } from './EmptyList.tsx';
import { ExportMenu } from './ExportMenu.tsx';
import { filterName, GROUPING_NAMES, groupName, type NamingContext } from './library-names.ts';
import type { RowActions } from './NoteRowButtons.tsx';
import { NoteRows } from './NoteRows.tsx';
import { SelectionBar, type SelectionActions } from './SelectionBar.tsx';

export interface NotesMainProps extends NamingContext {
  state: LibraryState;
  /** The query that the list shows; it lags behind the field. */
  searchedQuery: string;
  groups: readonly NoteGroup[];
  orphans: OrphanedNotes;
  /** In use. */
  notes: readonly Note[];
  isLoaded: boolean;
  /** Why the notes cannot be read; null: they can. */
  problem: string | null;
  /** The note in the editor; one that is not listed has its editor above the list. */
  edited: { id: string; isListed: boolean; hint: string | null; editor: ComponentChildren } | null;
  reader: NoteReader;
  /** Drafts to resume, above the list. */
  drafts: ComponentChildren;
  /** Above the list: notes with two versions. */
  notices: ComponentChildren;
  nowMs: number;
  rowActions: RowActions;
  selectionActions: SelectionActions;
  onSearch(query: string): void;
  onGroup(grouping: Grouping): void;
  onExport(format: ExportFormat): void;
  onEmptyBin(): void;
  onReload(): void;
}

/** The search field, the list of notes, and what stands between them. */
export function NotesMain(props: NotesMainProps) {
  const { state, searchedQuery, groups, orphans, facets, strings, termOf, edited, reader, nowMs } = props;
  const { filter, selected, grouping } = state;
  const { t } = strings;
  const total = countOf(groups);
  const isBin = filter.kind === 'bin';
  const naming = { strings, facets, termOf };
  // Here, so that its effect runs after that of the rows: a row that takes over the focus wins.
  const heading = useHeadingFocus(filterHash(filter), selected.size, total);
  return (
    <main data-sought={searchedQuery}>
      <SearchBar {...props} total={total} />
      {props.problem !== null && (
        <div class="notice" role="alert">
          <p>{props.problem}</p>
          <button type="button" onClick={props.onReload}>
            {t('libraryAgain')}
          </button>
        </div>
      )}
      {props.notices}
      {props.drafts && (
        <section class="drafts" aria-label={t('unfinished')}>
          {props.drafts}
        </section>
      )}
      <ListHeading {...props} {...{ total, heading }} />
      {total > 0 && (
        <SelectionBar {...props.selectionActions} {...{ total, isBin, strings }} selected={[...selected]} />
      )}
      {edited && !edited.isListed && (
        <div class="row writing apart">
          {edited.hint !== null && <p class="hint">{edited.hint}</p>}
          {edited.editor}
        </div>
      )}
      {total > 0 ? (
        <NoteRows
          {...{ groups, grouping, selected, orphans, strings, termOf, reader, nowMs }}
          actions={props.rowActions}
          listKey={`${filterHash(filter)} ${grouping} ${searchedQuery}`}
          editedId={edited?.id ?? null}
          editor={edited?.editor}
          headingOf={(key) => groupName(key, grouping, naming)}
          onDelete={(id) => !isBin && props.selectionActions.onDelete([id])}
        />
      ) : (
        <EmptyList
          {...{ filter, strings }}
          query={searchedQuery.trim()}
          isLoaded={props.isLoaded || props.problem !== null}
          hasNoNotes={facets.all === 0}
        />
      )}
    </main>
  );
}

type BarProps = NotesMainProps & { total: number };

function SearchBar({ state, total, strings, onSearch, onGroup, onExport }: BarProps) {
  const { t } = strings;
  const { query, grouping, filter, selected } = state;
  return (
    <div class="bar" role="search">
      <input
        type="search"
        aria-label={t('librarySearch')}
        placeholder={t('librarySearch')}
        autocomplete="off"
        spellcheck={false}
        value={query}
        onInput={({ currentTarget }) => onSearch(currentTarget.value)}
      />
      <select
        aria-label={t('libraryGroup')}
        value={grouping}
        onChange={({ currentTarget }) => onGroup(currentTarget.value as Grouping)}
      >
        {GROUPINGS.map((each) => (
          <option key={each} value={each} selected={each === grouping}>
            {t(GROUPING_NAMES[each])}
          </option>
        ))}
      </select>
      {filter.kind !== 'bin' && (
        <ExportMenu
          count={selected.size || total}
          isSelection={selected.size > 0}
          {...{ strings, onExport }}
        />
      )}
    </div>
  );
}

function ListHeading(props: BarProps & { heading: RefObject<HTMLHeadingElement | null> }) {
  const { state, searchedQuery, total, heading, facets, strings, termOf, onEmptyBin } = props;
  const { filter } = state;
  const { t } = strings;
  const leads = { bin: t('libraryBinLead'), lost: t('libraryLostLead') };
  return (
    <div class="list-heading">
      <h2 id="list" ref={heading} tabIndex={-1} dir="auto">
        {filterName(filter, { strings, facets, termOf })}
      </h2>
      {filter.kind === 'bin' && total > 0 && searchedQuery === '' && (
        <button type="button" onClick={onEmptyBin}>
          {t('libraryEmptyBin')}
        </button>
      )}
      {(filter.kind === 'bin' || filter.kind === 'lost') && <p class="lead">{leads[filter.kind]}</p>}
    </div>
  );
}

/** Focuses the heading after another filter, and when the control with the focus went: the last note, the bar. */
function useHeadingFocus(hash: string, selectedCount: number, total: number) {
  const heading = useRef<HTMLHeadingElement>(null);
  const previous = useRef({ hash, selectedCount, total });
  useLayoutEffect(() => {
    const before = previous.current;
    previous.current = { hash, selectedCount, total };
    if (before.hash !== hash) {
      window.scrollTo({ top: 0 });
      heading.current?.focus({ preventScroll: true });
      return;
    }
    const isEmptied = (before.selectedCount > 0 && selectedCount === 0) || (before.total > 0 && total === 0);
    if (isEmptied && document.activeElement === document.body) {
      heading.current?.focus({ preventScroll: true });
    }
  }, [hash, selectedCount, total]);
  return heading;
}
