import type { Note } from '../../core/note.ts';
import type { OutlinedNote } from '../../core/page-outline.ts';
import type { Strings } from '../../core/strings.ts';
import type { Conflict, ConflictChoice } from '../../core/sync/conflict.ts';
import { Conflicts } from '../Conflicts.tsx';
import { NoteCard } from '../NoteCard.tsx';

export interface PinnedNote {
  note: Note;
  place: OutlinedNote;
  /** Where another version of it was written elsewhere. */
  conflict?: Conflict | undefined;
}

export interface NoteActions {
  onGoNote(id: string): void;
  onAttach(id: string): void;
  onEdit(id: string): void;
  onDelete(id: string): void;
  onSettle(id: string, rev: string, choice: ConflictChoice): void;
}

interface NoteListProps extends NoteActions {
  notes: readonly PinnedNote[];
  strings: Strings;
}

/** Places as like as this hold the very words, or nearly. */
const SAME = 0.999;

function Pinned({
  note,
  place,
  conflict,
  strings,
  ...actions
}: PinnedNote & NoteActions & { strings: Strings }) {
  const { t } = strings;
  const { _id: id } = note;
  return (
    <li class={`pinned ${place.state === 'orphan' ? 'lost' : ''}`}>
      <NoteCard
        note={note}
        strings={strings}
        onEdit={() => actions.onEdit(id)}
        onDelete={() => actions.onDelete(id)}
      />
      {conflict && (
        <Conflicts conflicts={[conflict]} nowMs={Date.now()} strings={strings} onSettle={actions.onSettle} />
      )}
      {place.state === 'looking' && <p class="hint">{t('panelLooking')}</p>}
      {place.state === 'placed' && (place.score ?? 1) < SAME && <p class="hint">{t('panelLike')}</p>}
      <div class="acts">
        {place.state === 'placed' && (
          <button type="button" onClick={() => actions.onGoNote(id)}>
            {t('panelGoToNote')}
          </button>
        )}
        {place.state === 'orphan' && (
          <button type="button" class="primary" onClick={() => actions.onAttach(id)}>
            {t('panelAttach')}
          </button>
        )}
      </div>
    </li>
  );
}

/** This page's notes: in its order, then those on the page as a whole, and apart those that lost their passage. */
export function NoteList({ notes, strings, ...actions }: NoteListProps) {
  const { t } = strings;
  const groups = [
    {
      id: 'notes',
      title: t('panelNotes'),
      lead: null,
      own: notes.filter(({ place }) => place.state === 'placed' || place.state === 'looking'),
    },
    {
      id: 'whole',
      title: t('panelWhole'),
      lead: null,
      own: notes.filter(({ place }) => place.state === 'whole'),
    },
    {
      id: 'orphans',
      title: t('panelOrphans'),
      lead: t('panelOrphansLead'),
      own: notes.filter(({ place }) => place.state === 'orphan'),
    },
  ];
  return (
    <>
      {groups.map(({ id, title, lead, own }) =>
        own.length > 0 || (id === 'notes' && notes.length === 0) ? (
          <section key={id} aria-labelledby={id}>
            <h2 id={id}>
              {title} {own.length > 0 && <span class="n">{own.length}</span>}
            </h2>
            {lead && <p class="lead">{lead}</p>}
            {own.length === 0 && <p class="none">{t('panelNoNotes')}</p>}
            <ul>
              {own.map((pinned) => (
                <Pinned key={pinned.note._id} {...pinned} {...actions} strings={strings} />
              ))}
            </ul>
          </section>
        ) : null,
      )}
    </>
  );
}
