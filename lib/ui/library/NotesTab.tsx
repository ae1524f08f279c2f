import { useId } from 'preact/hooks';
import { BackupAge, type BackupAgeProps } from './BackupAge.tsx';
import { BulkDialogs, type BulkDialogActions } from './BulkDialogs.tsx';
import { Facets } from './Facets.tsx';
import { NotesMain, type NotesMainProps } from './NotesMain.tsx';
import { Toast } from './Toast.tsx';

export interface NotesTabProps extends NotesMainProps {
  backup: Omit<BackupAgeProps, 'strings' | 'nowMs'>;
  /** The whole glossary, sorted by term. */
  concepts: readonly { id: string; term: string }[];
  dialogActions: BulkDialogActions;
  onToggleFacets(): void;
  onUndo(): void;
  onCloseToast(): void;
}

/** All notes: facets on one side, the list on the other. */
export function NotesTab(props: NotesTabProps) {
  const { state, facets, notes, concepts, strings, termOf, nowMs } = props;
  const label = strings.t('libraryShelves');
  const facetsId = useId();
  return (
    <>
      <button
        type="button"
        class="facets-toggle"
        aria-expanded={state.areFacetsOpen}
        aria-controls={facetsId}
        onClick={props.onToggleFacets}
      >
        {label}
      </button>
      <div class="columns">
        <aside id={facetsId} class={state.areFacetsOpen ? 'side open' : 'side'} aria-label={label}>
          <div>
            <Facets {...{ facets, strings, termOf }} filter={state.filter} />
            <BackupAge {...props.backup} {...{ nowMs, strings }} />
          </div>
        </aside>
        <NotesMain {...props} />
      </div>
      <Toast toast={state.toast} strings={strings} onUndo={props.onUndo} onClose={props.onCloseToast} />
      {state.question && (
        <BulkDialogs
          {...props.dialogActions}
          {...{ notes, facets, concepts, strings }}
          question={state.question}
        />
      )}
    </>
  );
}
