import type { Draft } from '../../core/notes/draft.ts';
import type { NoteEditorModel, NoteIntent } from '../../core/notes/note-editor-model.ts';
import { noteGroups, shownName } from '../../core/notes/page-notes-outline.ts';
import type { Strings } from '../../core/i18n/strings.ts';
import type { NoteTools } from '../notes/note-tools.ts';
import { DraftList } from '../notes/DraftList.tsx';
import { Pinned, type PanelRequestProps, type NoteActions, type PinnedNote } from './PinnedNote.tsx';
import { UndoDelete } from './UndoDelete.tsx';
import { PanelEditor } from './PanelEditor.tsx';

export interface NoteListProps extends NoteActions, PanelRequestProps {
  notes: readonly PinnedNote[];
  /** Begun on this page. */
  drafts: readonly Draft[];
  /** The editor, what was deleted, what went wrong. */
  writing: NoteEditorModel;
  /** Id of the note below which the deleted one stood; null at the top. */
  deletedAfter: string | null;
  tools: NoteTools;
  strings: Strings;
  onNote(intent: NoteIntent): void;
  /** A note on the page as a whole; null where nothing can be pinned. */
  onWrite: (() => void) | null;
}

const TITLES = { placed: 'panelPlaced', whole: 'panelWhole', orphans: 'panelOrphans' } as const;

/** Notes of this page in its order, on the page as a whole and in its frames; orphans stand apart. */
export function NoteList(props: NoteListProps) {
  const { notes, drafts, writing, deletedAfter, strings, onNote, onWrite } = props;
  const { t } = strings;
  const isNew = writing.editor !== null && !notes.some(({ note }) => note._id === writing.writing);
  const undo = writing.deleted && <UndoDelete strings={strings} onNote={onNote} />;
  const isListed = notes.some(({ note }) => note._id === deletedAfter);
  return (
    <>
      {undo && !isListed && <div class="group">{undo}</div>}
      {!writing.editor && writing.problem && (
        <p class="problem" role="alert">
          {writing.problem}
        </p>
      )}
      {noteGroups(notes).map((group, index) => (
        <section
          key={group.kind === 'frame' ? group.frame.page : group.kind}
          class="group"
          aria-labelledby={`group-${String(index)}`}
        >
          <h2 id={`group-${String(index)}`} class={group.kind === 'placed' ? 'sr' : ''}>
            {group.kind === 'frame'
              ? t('panelInFrame', { name: shownName(group.frame) })
              : t(TITLES[group.kind])}
          </h2>
          {group.kind === 'orphans' && <p class="lead">{t('panelOrphansLead')}</p>}
          <ul>
            {group.notes.map((pinned) => (
              <li key={pinned.note._id}>
                <Pinned {...props} {...pinned} />
                {isListed && pinned.note._id === deletedAfter && undo}
              </li>
            ))}
          </ul>
        </section>
      ))}
      {notes.length === 0 && !isNew && !undo && <p class="none">{t('panelNoNotes')}</p>}
      {isNew && (
        <div class="group">
          <PanelEditor {...props} />
        </div>
      )}
      {(drafts.length > 0 || writing.discarded) && (
        <section class="group" aria-label={t('unfinished')}>
          <DraftList drafts={drafts} discarded={writing.discarded} strings={strings} onIntent={onNote} />
        </section>
      )}
      {onWrite && !isNew && (
        <div class="group">
          <button type="button" onClick={onWrite}>
            {t('panelWrite')}
          </button>
        </div>
      )}
    </>
  );
}
