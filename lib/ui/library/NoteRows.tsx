import { Fragment, type ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { countOf, firstOf, type Grouping, type NoteGroup } from '../../core/library/note-list.ts';
import { isOrphaned, type OrphanedNotes } from '../../core/library/note-filter.ts';
import { NoteRow, type NoteRowProps } from './NoteRow.tsx';

export interface NoteRowsProps extends Pick<
  NoteRowProps,
  'nowMs' | 'strings' | 'actions' | 'reader' | 'termOf'
> {
  groups: readonly NoteGroup[];
  grouping: Grouping;
  /** Another value: another list, shown from its start. */
  listKey: string;
  selected: ReadonlySet<string>;
  lost: OrphanedNotes;
  /** The note whose place the editor takes. */
  writing: string | null;
  editor: ComponentChildren;
  headingOf(key: string): string;
  onDelete(id: string): void;
}

/** So many are drawn at first, and so many more whenever the end comes near: thousands of notes stay fluid. */
const FIRST = 24;
const MORE = 40;
const NEAR = '1500px';

/** The list, drawn as far as the reader has scrolled. Arrows go from note to note. */
export function NoteRows(props: NoteRowsProps) {
  const { groups, listKey, writing, editor, headingOf, ...row } = props;
  const [shown, setShown] = useState({ listKey, most: FIRST });
  const most = shown.listKey === listKey ? shown.most : FIRST;
  const of = countOf(groups);
  const list = useRef<HTMLDivElement>(null);
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (most >= of || !end.current) return;
    const watch = new IntersectionObserver(
      ([entry]) => entry?.isIntersecting && setShown({ listKey, most: most + MORE }),
      { rootMargin: NEAR },
    );
    watch.observe(end.current);
    return () => watch.disconnect();
  }, [listKey, most, of]);
  const focus = useKeptFocus(list);

  let at = 0;
  return (
    <div
      ref={list}
      {...focus}
      onKeyDown={(event) => {
        if (event.defaultPrevented || !(event.target instanceof Element)) return;
        if (event.target.closest('.editor') || event.ctrlKey || event.metaKey || event.altKey) return;
        const here = event.target.closest<HTMLElement>('[data-note]');
        if (!here || !list.current) return;
        const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
        if (by !== undefined) {
          event.preventDefault();
          const rows = rowsOf(list.current);
          focusRow(rows[rows.indexOf(here) + by]);
        } else if (event.key === 'Delete' && event.isTrusted) {
          event.preventDefault();
          props.onDelete(here.dataset['note']!);
        }
      }}
    >
      {firstOf(groups, most).map(({ key, notes }) => (
        <section key={key} aria-labelledby={key === null ? undefined : `group-${key}`}>
          {key !== null && (
            <h3 id={`group-${key}`} class="group" dir="auto">
              {headingOf(key)}
            </h3>
          )}
          <ul>
            {notes.map((listed) => {
              at++;
              const { _id: id, page } = listed.note;
              if (id === writing) {
                return (
                  <li key={id} class="row writing" data-note={id} aria-setsize={of} aria-posinset={at}>
                    {editor}
                  </li>
                );
              }
              return (
                <Fragment key={id}>
                  <NoteRow
                    {...row}
                    {...{ listed, at, of }}
                    isPicked={props.selected.has(id)}
                    lost={isOrphaned(listed.note, props.lost) ? (props.lost.get(id) ?? null) : null}
                    hidesPage={page !== null && key !== null && props.grouping === 'page'}
                  />
                </Fragment>
              );
            })}
          </ul>
        </section>
      ))}
      <div ref={end} />
    </div>
  );
}

const rowsOf = (list: HTMLElement): HTMLElement[] => [...list.querySelectorAll<HTMLElement>('[data-note]')];

function focusRow(row: HTMLElement | undefined): void {
  const control = row?.querySelector<HTMLElement>('input[type=checkbox], textarea');
  control?.focus();
  row?.scrollIntoView({ block: 'nearest' });
}

/** Where the note with the focus goes away, as by a delete, the one in its place takes it. */
function useKeptFocus(list: { current: HTMLDivElement | null }) {
  const kept = useRef<{ id: string; at: number } | null>(null);
  useLayoutEffect(() => {
    if (!kept.current || !list.current || document.activeElement !== document.body) return;
    const rows = rowsOf(list.current);
    const { id, at } = kept.current;
    const row = rows.find((each) => each.dataset['note'] === id) ?? rows[Math.min(at, rows.length - 1)];
    if (row) focusRow(row);
    else document.getElementById('list')?.focus();
  });
  return {
    onFocusIn: ({ target }: FocusEvent): void => {
      const row = target instanceof Element ? target.closest<HTMLElement>('[data-note]') : null;
      kept.current =
        row && list.current ? { id: row.dataset['note']!, at: rowsOf(list.current).indexOf(row) } : null;
    },
    onFocusOut: ({ target }: FocusEvent): void => {
      const had = kept.current;
      // Only when it went elsewhere: what is taken away loses it too. Another note may have it by then.
      queueMicrotask(() => {
        if (kept.current === had && target instanceof Element && target.isConnected) kept.current = null;
      });
    },
  };
}
