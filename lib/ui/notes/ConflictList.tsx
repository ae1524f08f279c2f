import type { Note } from '../../core/notes/note.ts';
import type { NoteReader } from '../../core/notes/note-tree.ts';
import type { Strings } from '../../core/i18n/strings.ts';
import type { Conflict, ConflictChoice } from '../../core/sync/conflict.ts';
import { whenText } from '../../core/i18n/format-time.ts';
import { NoteText } from './NoteText.tsx';

export interface ConflictListProps {
  conflicts: readonly Conflict[];
  nowMs: number;
  reader: NoteReader;
  strings: Strings;
  onSettle(id: string, rev: string, choice: ConflictChoice): void;
}

/** Notes with two versions, side by side, each with its actions. Fits into a note, a list or a page. */
export function ConflictList({ conflicts, nowMs, reader, strings, onSettle }: ConflictListProps) {
  const { t } = strings;
  return (
    <>
      {conflicts.flatMap(({ shown, others }) =>
        others.map(({ rev, note }) => {
          const settle = (choice: ConflictChoice) => (event: Event) => {
            if (event.isTrusted) onSettle(shown._id, rev, choice);
          };
          return (
            <article class="conflict" key={rev}>
              {shown.title !== '' && <h3>{shown.title}</h3>}
              <div class="versions">
                <Version note={shown} name={t('conflictShown')} {...{ nowMs, reader, strings }}>
                  <button onClick={settle('shown')}>{t('conflictKeepShown')}</button>
                </Version>
                <Version note={note} name={t('conflictOther')} {...{ nowMs, reader, strings }}>
                  <button onClick={settle('other')}>{t('conflictKeepOther')}</button>
                </Version>
              </div>
              <div>
                <button onClick={settle('both')}>{t('conflictKeepBoth')}</button>
              </div>
            </article>
          );
        }),
      )}
    </>
  );
}

interface VersionProps {
  note: Note;
  name: string;
  nowMs: number;
  reader: NoteReader;
  strings: Strings;
  children: preact.ComponentChildren;
}

function Version({ note, name, nowMs, reader, strings, children }: VersionProps) {
  const { t, lang } = strings;
  const about = [
    name,
    t('conflictChanged', { when: whenText(note.changed, nowMs, lang) }),
    ...(note.binned === null ? [] : [t('conflictBinned')]),
  ];
  return (
    <div class="version">
      <p class="hint">{about.join(' · ')}</p>
      {note.text === '' ? (
        <p class="muted">{t('conflictEmpty')}</p>
      ) : (
        <NoteText text={note.text} reader={reader} />
      )}
      {note.tags.length > 0 && <p class="hint">{note.tags.map((tag) => `#${tag}`).join(' ')}</p>}
      <div>{children}</div>
    </div>
  );
}
