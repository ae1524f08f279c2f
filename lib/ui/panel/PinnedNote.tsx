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
  /** Another version of it, written on another computer. */
  conflict?: Conflict | undefined;
}

export interface NoteActions {
  onGoNote(id: string): void;
  onAttach(id: string): void;
  onSettle(id: string, rev: string, choice: ConflictChoice): void;
}

export interface PanelRequestProps {
  /** A note that the library wants to be seen. */
  requested: { note: string } | null;
}

/** Scores above it are of the very words, up to rounding. */
const SAME_WORDS = 0.999;

/** A note, or the editor in its stead. */
export function Pinned(props: PinnedNote & NoteActions & PanelEditorProps & PanelRequestProps) {
  const { note, place, conflict, requested, writing, tools, strings, onNote } = props;
  const { t } = strings;
  const { _id: id } = note;
  const isWriting = writing.editor !== null && writing.writing === id;
  const card = useRef<HTMLDivElement>(null);
  const wasWriting = useRef(false);
  useEffect(() => {
    // The buttons of the editor are gone: focus goes back to the one that opened it.
    if (wasWriting.current && !isWriting && !card.current?.contains(document.activeElement)) {
      card.current?.querySelector<HTMLElement>('.does button')?.focus();
    }
    wasWriting.current = isWriting;
  }, [isWriting]);
  useEffect(() => {
    if (requested?.note === id) card.current?.scrollIntoView({ block: 'nearest' });
  }, [requested]);
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
      {place.state === 'placed' && (place.score ?? 1) < SAME_WORDS && <p class="hint">{t('panelLike')}</p>}
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
