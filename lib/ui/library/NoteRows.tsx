import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { countOf, firstOf, type Grouping, type NoteGroup } from '../../core/library/note-list.ts';
import { isOrphaned, type OrphanedNotes } from '../../core/library/note-filter.ts';
import { NoteRow, type NoteRowProps } from './NoteRow.tsx';
import { focusRow, rowsOf, useRetainedFocus } from './row-focus.ts';

export interface NoteRowsProps extends Pick<
  NoteRowProps,
  'nowMs' | 'strings' | 'actions' | 'reader' | 'termOf'
> {
  groups: readonly NoteGroup[];
  grouping: Grouping;
  /** Names the list; another list is drawn from its start. */
  listKey: string;
  selected: ReadonlySet<string>;
  orphans: OrphanedNotes;
  /** Id of the note that the editor stands in for. */
  editedId: string | null;
  editor: ComponentChildren;
  headingOf(key: string): string;
  onDelete(id: string): void;
}

/** Rows drawn at first, and added each time the end comes within the margin: thousands of notes stay fluid. */
const FIRST_COUNT = 24;
const MORE_COUNT = 40;
const END_MARGIN = '1500px';

/** The list, drawn as far as the reader has scrolled. Arrow keys go from note to note. */
export function NoteRows(props: NoteRowsProps) {
  const { groups, listKey, editedId, editor, headingOf, selected, orphans, grouping, onDelete, ...row } =
    props;
  const [drawn, setDrawn] = useState({ listKey, limit: FIRST_COUNT });
  const limit = drawn.listKey === listKey ? drawn.limit : FIRST_COUNT;
  const total = countOf(groups);
  const list = useRef<HTMLDivElement>(null);
  const end = useRef<HTMLDivElement>(null);
  const id = useId();
  useEffect(() => {
    if (limit >= total || !end.current) return;
    const observer = new IntersectionObserver(
      ([entry]) => entry?.isIntersecting && setDrawn({ listKey, limit: limit + MORE_COUNT }),
      { rootMargin: END_MARGIN },
    );
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [listKey, limit, total]);
  const focusHandlers = useRetainedFocus(list);

  let position = 0;
  return (
    <div
      ref={list}
      {...focusHandlers}
      onKeyDown={(event) => {
        if (list.current) onRowKey(event, list.current, onDelete);
      }}
    >
      {firstOf(groups, limit).map(({ key, notes }) => (
        <section key={key} aria-labelledby={key === null ? undefined : `${id}-${key}`}>
          {key !== null && (
            <h3 id={`${id}-${key}`} class="group" dir="auto">
              {headingOf(key)}
            </h3>
          )}
          <ul>
            {notes.map((listed) => {
              position++;
              const { _id, page } = listed.note;
              if (_id === editedId) {
                return (
                  <li
                    key={_id}
                    class="row writing"
                    data-note={_id}
                    aria-setsize={total}
                    aria-posinset={position}
                  >
                    {editor}
                  </li>
                );
              }
              return (
                <NoteRow
                  key={_id}
                  {...row}
                  {...{ listed, position, total }}
                  isSelected={selected.has(_id)}
                  orphanedSince={isOrphaned(listed.note, orphans) ? (orphans.get(_id) ?? null) : null}
                  hidesPage={page !== null && key !== null && grouping === 'page'}
                />
              );
            })}
          </ul>
        </section>
      ))}
      <div ref={end} />
    </div>
  );
}

function onRowKey(event: KeyboardEvent, list: HTMLElement, onDelete: (id: string) => void): void {
  const { key, target } = event;
  if (event.defaultPrevented || !(target instanceof Element)) return;
  if (target.closest('.editor') || event.ctrlKey || event.metaKey || event.altKey) return;
  const focused = target.closest<HTMLElement>('[data-note]');
  if (!focused) return;
  const step = { ArrowDown: 1, ArrowUp: -1 }[key];
  if (step !== undefined) {
    event.preventDefault();
    const rows = rowsOf(list);
    focusRow(rows[rows.indexOf(focused) + step]);
  } else if (key === 'Delete' && event.isTrusted) {
    event.preventDefault();
    onDelete(focused.dataset['note']!);
  }
}
