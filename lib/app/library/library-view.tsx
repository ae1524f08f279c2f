/** Draws the model of the library page; each gesture becomes a call of the controller. */
import type { LibraryEvent } from '../../core/library/library-state.ts';
import { failureText } from '../../core/i18n/error-text.ts';
import type { Strings } from '../../core/i18n/strings.ts';
import { LibraryPage } from '../../ui/library/LibraryPage.tsx';
import type { RowActions } from '../../ui/library/NoteRowButtons.tsx';
import { NotesTab } from '../../ui/library/NotesTab.tsx';
import { ConflictList } from '../../ui/notes/ConflictList.tsx';
import { DraftList } from '../../ui/notes/DraftList.tsx';
import { NoteEditor } from '../../ui/notes/NoteEditor.tsx';
import type { NoteTools } from '../../ui/notes/note-tools.ts';
import type { LibraryController, LibraryModel } from './library-controller.ts';

export interface LibraryViewParts {
  controller: LibraryController;
  strings: Strings;
  tools: NoteTools;
  /** The whole glossary, sorted by term. */
  concepts: readonly { id: string; term: string }[];
  /** Address of the backup section of the options page. */
  optionsUrl: string;
  termOf(concept: string): string;
}

/** Answers a function that draws the page as it is now. */
export function createLibraryView(parts: LibraryViewParts): () => preact.VNode {
  const { controller, strings, tools, concepts, optionsUrl, termOf } = parts;
  const { t } = strings;
  const { bulk, editing } = controller;
  const dispatch = (event: LibraryEvent): void => controller.dispatch(event);
  const ask = (question: Extract<LibraryEvent, { type: 'questionOpened' }>['question']): void =>
    dispatch({ type: 'questionOpened', question });
  const closeQuestion = (): void => dispatch({ type: 'questionClosed' });

  // The same objects at every drawing, so that rows without a change are skipped.
  const rowActions: RowActions = {
    onSelect: controller.select,
    onOpen: controller.open,
    onAttach: controller.attach,
    onCopyLink: controller.copyLink,
    onDetach: ({ _id }) => bulk.detach([_id]),
    onEdit: ({ _id }) => editing.act({ type: 'editNote', id: _id }),
    onDelete: ({ _id }) => bulk.bin([_id]),
    onRestore: ({ _id }) => bulk.restore([_id]),
    onPurge: ({ _id }) => ask({ kind: 'purge', ids: [_id] }),
  };
  const selectionActions = {
    onSelectAll: controller.selectAll,
    onSelectNone: () => dispatch({ type: 'selectedNone' }),
    onAsk: ask,
    onDelete: bulk.bin,
    onRestore: bulk.restore,
  };
  const answering =
    <A extends unknown[]>(act: (...args: A) => void) =>
    (...args: A): void => {
      act(...args);
      closeQuestion();
    };
  const dialogActions = {
    onTag: answering(bulk.tag),
    onMove: answering(bulk.move),
    onPurge: answering(bulk.purge),
    onCancel: closeQuestion,
  };

  const viewEditor = ({ editor, draftState, saveState, problem, writing }: LibraryModel['editing']) =>
    editor && (
      <NoteEditor
        key={writing}
        draft={editor}
        {...{ draftState, saveState, problem, tools, strings }}
        onChange={(draft) => editing.act({ type: 'changeDraft', draft })}
        onSave={() => editing.act({ type: 'saveDraft' })}
        onLeave={() => editing.act({ type: 'leaveDraft' })}
      />
    );

  const viewDrafts = ({ unfinished, discarded }: LibraryModel['editing']) =>
    (unfinished.length > 0 || discarded) && (
      <DraftList
        drafts={unfinished}
        {...{ discarded, strings }}
        onIntent={(intent) => editing.act(intent)}
        withPages
      />
    );

  const viewConflicts = ({ conflicts, nowMs }: LibraryModel) =>
    conflicts.length > 0 && (
      <details class="conflicts">
        <summary>{strings.count('libraryConflicts', conflicts.length)}</summary>
        <ConflictList
          {...{ conflicts, nowMs, strings }}
          reader={tools.reader}
          onSettle={(id, rev, choice) => void controller.conflicts.settle(id, rev, choice)}
        />
      </details>
    );

  return () => {
    const model = controller.model();
    const { state, facets, isLoaded, problem, edited } = model;
    const noteCount = isLoaded ? facets.all : null;
    return (
      <LibraryPage
        tabs={[{ id: 'notes', name: t('libraryNotes'), count: noteCount }]}
        current="notes"
        strings={strings}
      >
        <NotesTab
          {...model}
          {...{ strings, termOf, concepts, rowActions, selectionActions, dialogActions }}
          reader={tools.reader}
          problem={problem && failureText(problem, strings)}
          edited={
            edited && {
              ...edited,
              hint: edited.isDeleted ? t('libraryVanished') : null,
              editor: viewEditor(model.editing),
            }
          }
          drafts={state.filter.kind === 'all' && viewDrafts(model.editing)}
          notices={viewConflicts(model)}
          backup={{
            last: model.lastBackup,
            isDue: model.isBackupDue,
            isBusy: model.isBackingUp,
            optionsUrl,
            onBackUp: controller.backUp,
          }}
          onSearch={controller.search}
          onGroup={(grouping) => dispatch({ type: 'grouped', grouping })}
          onToggleFacets={() => dispatch({ type: 'facetsToggled' })}
          onExport={controller.exportShown}
          onEmptyBin={controller.emptyBin}
          onReload={controller.reload}
          onUndo={bulk.undo}
          onCloseToast={() => dispatch({ type: 'toastClosed' })}
        />
      </LibraryPage>
    );
  };
}
