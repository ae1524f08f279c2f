import { useEffect, useRef } from 'preact/hooks';
import type { Note } from '../../core/notes/note.ts';
import type { TabNote } from '../../core/notes/page-notes-outline.ts';
import type { Conflict, ConflictChoice } from '../../core/sync/conflict.ts';
import { ConflictList } from '../notes/ConflictList.tsx';
import { NoteCard } from '../notes/NoteCard.tsx';
import { PanelEditor, type PanelEditorProps } from './PanelEditor.tsx';

export interface PinnedNote {
  note: Note;
  place: TabNote;
  /** Where another version of it was written elsewhere. */
  conflict?: Conflict | undefined;
}

export interface NoteActions {
  onGoNote(id: string): void;
  onAttach(id: string): void;
  onSettle(id: string, rev: string, choice: ConflictChoice): void;
}

export interface PanelRequestProps {
  /** The note that is to be seen. */
  asked: { note: string } | null;
}

/** Places as like as this hold the very words, or nearly. */
const SAME = 0.999;

/** One note of a page: as it is, or its editor in its place. */
export function Pinned(props: PinnedNote & NoteActions & PanelEditorProps & PanelRequestProps) {
  const { note, place, conflict, asked, writing, tools, strings, onNote } = props;
  const { t } = strings;
  const { _id: id } = note;
  const isWriting = writing.editor !== null && writing.writing === id;
  const card = useRef<HTMLDivElement>(null);
  const wrote = useRef(false);
  useEffect(() => {
    // The editor took its buttons with it; focus goes back to where it came from.
    if (wrote.current && !isWriting && !card.current?.contains(document.activeElement)) {
      card.current?.querySelector<HTMLElement>('.does button')?.focus();
    }
    wrote.current = isWriting;
  }, [isWriting]);
  useEffect(() => {
    if (asked?.note === id) card.current?.scrollIntoView({ block: 'nearest' });
  }, [asked]);
  return (
    <div class={`pinned ${place.state === 'orphan' ? 'lost' : ''}`} ref={card}>
      {isWriting ? (
        <PanelEditor {...{ writing, tools, strings, onNote }} />
      ) : (
        <NoteCard
          note={note}
          reader={tools.reader}
          strings={strings}
          onEdit={() => onNote({ type: 'editNote', id })}
          onDelete={() => onNote({ type: 'deleteNote', id })}
          {...(place.state === 'placed' && { onGo: () => props.onGoNote(id) })}
        />
      )}
      {conflict && (
        <ConflictList
          conflicts={[conflict]}
          nowMs={Date.now()}
          reader={tools.reader}
          strings={strings}
          onSettle={props.onSettle}
        />
      )}
      {place.state === 'looking' && <p class="hint">{t('panelLooking')}</p>}
      {place.state === 'placed' && (place.score ?? 1) < SAME && <p class="hint">{t('panelLike')}</p>}
      {place.state === 'orphan' && (
        <div class="acts">
          <button type="button" class="primary" onClick={() => props.onAttach(id)}>
            {t('panelAttach')}
          </button>
        </div>
      )}
    </div>
  );
}
