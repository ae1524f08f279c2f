import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ExportFormat } from '../../core/exchange/import-export.ts';
import { countOf, GROUPINGS, type Grouping, type NoteGroup } from '../../core/library/note-list.ts';
import { filterHash, type OrphanedNotes } from '../../core/library/note-filter.ts';
import { shortAddress, type NoteFacets as ShelvesModel } from '../../core/library/note-facets.ts';
import type { LibraryState } from '../../core/library/library-state.ts';
import type { Note } from '../../core/notes/note.ts';
import type { Strings } from '../../core/i18n/strings.ts';
import type { NoteTools } from '../notes/note-tools.ts';
import { BackupAge, type BackupAgeProps } from './BackupAge.tsx';
import { EmptyList } from './EmptyList.tsx';
import { ExportMenu } from './ExportMenu.tsx';
import { GROUPING_NAMES, monthName, filterName } from './library-names.ts';
import type { RowActions } from './NoteRow.tsx';
import { NoteRows } from './NoteRows.tsx';
import { BulkDialogs, type BulkDialogActions } from './BulkDialogs.tsx';
import { Toast } from './Toast.tsx';
import { SelectionBar, type SelectionBarProps } from './SelectionBar.tsx';
import { Facets } from './Facets.tsx';

export interface NotesTabProps {
  state: LibraryState;
  /** What the list was searched for: it follows what is typed. */
  sought: string;
  groups: readonly NoteGroup[];
  shelves: ShelvesModel;
  lost: OrphanedNotes;
  /** In use. */
  notes: readonly Note[];
  isLoaded: boolean;
  /** What is wrong with the notes database. */
  problem: string | null;
  /** The note that is being written, and its editor; `isHere`: it stands in the list. */
  writing: { id: string; isHere: boolean; hint: string | null; editor: ComponentChildren } | null;
  tools: NoteTools;
  /** Drafts that wait. */
  unfinished: ComponentChildren;
  /** Above the list: notes with two versions. */
  notices: ComponentChildren;
  backup: Omit<BackupAgeProps, 'strings' | 'nowMs'>;
  concepts: readonly { id: string; term: string }[];
  nowMs: number;
  strings: Strings;
  termOf(concept: string): string;
  rows: RowActions;
  selection: Pick<SelectionBarProps, 'onPickAll' | 'onPickNone' | 'onAsk' | 'onDelete' | 'onRestore'>;
  questions: BulkDialogActions;
  onType(query: string): void;
  onGroup(grouping: Grouping): void;
  onShelves(open: boolean): void;
  onExport(format: ExportFormat): void;
  onEmptyBin(): void;
  onAgain(): void;
  onUndo(): void;
  onUnsay(): void;
}

/** All notes: where to look on one side, what is there on the other. */
export function NotesTab(props: NotesTabProps) {
  const { state, shelves, strings, termOf, nowMs } = props;
  const { t } = strings;
  return (
    <>
      <button
        type="button"
        class="to-shelves"
        aria-expanded={state.shelvesOpen}
        aria-controls="shelves"
        onClick={() => props.onShelves(!state.shelvesOpen)}
      >
        {t('libraryShelves')}
      </button>
      <div class="columns">
        <aside id="shelves" class={state.shelvesOpen ? 'side open' : 'side'} aria-label={t('libraryShelves')}>
          <div>
            <Facets {...{ shelves, strings, termOf }} place={state.place} />
            <BackupAge {...props.backup} {...{ nowMs, strings }} />
          </div>
        </aside>
        <NotesMain {...props} />
      </div>
      <Toast said={state.said} strings={strings} onUndo={props.onUndo} onClose={props.onUnsay} />
      {state.question && (
        <BulkDialogs
          {...props.questions}
          {...{ shelves, strings }}
          question={state.question}
          notes={props.notes}
          concepts={props.concepts}
        />
      )}
    </>
  );
}

function NotesMain(props: NotesTabProps) {
  const { state, sought, groups, shelves, strings, termOf, writing } = props;
  const { place, query, selected } = state;
  const { t, lang } = strings;
  const of = countOf(groups);
  const heading = useHeading(filterHash(place), selected.size, of);
  const isBin = place.kind === 'bin';
  const leads = { bin: t('libraryBinLead'), lost: t('libraryLostLead') };
  return (
    <main data-sought={sought}>
      <div class="bar" role="search">
        <input
          type="search"
          aria-label={t('librarySearch')}
          placeholder={t('librarySearch')}
          autocomplete="off"
          spellcheck={false}
          value={query}
          onInput={({ currentTarget }) => props.onType(currentTarget.value)}
        />
        <select
          aria-label={t('libraryGroup')}
          value={state.grouping}
          onChange={({ currentTarget }) => props.onGroup(currentTarget.value as Grouping)}
        >
          {GROUPINGS.map((grouping) => (
            <option key={grouping} value={grouping} selected={grouping === state.grouping}>
              {t(GROUPING_NAMES[grouping])}
            </option>
          ))}
        </select>
        {!isBin && (
          <ExportMenu
            count={selected.size || of}
            isPicked={selected.size > 0}
            strings={strings}
            onExport={props.onExport}
          />
        )}
      </div>
      {props.problem !== null && (
        <div class="notice" role="alert">
          <p>{props.problem}</p>
          <button type="button" onClick={props.onAgain}>
            {t('libraryAgain')}
          </button>
        </div>
      )}
      {props.notices}
      {props.unfinished && (
        <section class="drafts" aria-label={t('unfinished')}>
          {props.unfinished}
        </section>
      )}
      <div class="place">
        <h2 id="list" ref={heading} tabIndex={-1} dir="auto">
          {filterName(place, { strings, shelves, termOf })}
        </h2>
        {isBin && of > 0 && sought === '' && (
          <button type="button" onClick={props.onEmptyBin}>
            {t('libraryEmptyBin')}
          </button>
        )}
        {(place.kind === 'bin' || place.kind === 'lost') && <p class="lead">{leads[place.kind]}</p>}
      </div>
      {of > 0 && <SelectionBar {...props.selection} {...{ of, isBin, strings }} picked={[...selected]} />}
      {writing && !writing.isHere && (
        <div class="row writing apart">
          {writing.hint !== null && <p class="hint">{writing.hint}</p>}
          {writing.editor}
        </div>
      )}
      {of > 0 ? (
        <NoteRows
          {...{ groups, selected, strings, termOf }}
          nowMs={props.nowMs}
          actions={props.rows}
          reader={props.tools.reader}
          lost={props.lost}
          grouping={state.grouping}
          listKey={`${filterHash(place)} ${state.grouping} ${sought}`}
          writing={writing?.id ?? null}
          editor={writing?.editor}
          onDelete={(id) => !isBin && props.selection.onDelete([id])}
          headingOf={(key) => {
            if (state.grouping === 'month') return monthName(key, lang);
            if (key === '') return t(state.grouping === 'page' ? 'libraryNoPage' : 'libraryNoConcept');
            if (state.grouping === 'concept') return termOf(key);
            return shelves.pages.find(({ page }) => page === key)?.title ?? shortAddress(key);
          }}
        />
      ) : (
        <EmptyList
          {...{ place, strings }}
          query={sought.trim()}
          isLoaded={props.isLoaded || props.problem !== null}
          isNew={shelves.all === 0}
        />
      )}
    </main>
  );
}

/** Takes the focus when the reader went to another place, or when what had it went away: the last note, the bar. */
function useHeading(place: string, picked: number, of: number) {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef({ place, picked, of });
  useLayoutEffect(() => {
    const { current: was } = before;
    before.current = { place, picked, of };
    if (was.place !== place) {
      window.scrollTo({ top: 0 });
      heading.current?.focus({ preventScroll: true });
      return;
    }
    const isLess = (was.picked > 0 && picked === 0) || (was.of > 0 && of === 0);
    if (isLess && document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, [place, picked, of]);
  return heading;
}
