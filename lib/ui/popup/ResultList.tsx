import { useEffect, useRef } from 'preact/hooks';
import type { Group, Row } from '../../core/search/popup-state.ts';
import type { Strings } from '../../core/i18n/strings.ts';
import type { NoteTools } from '../notes/note-tools.ts';
import { NoteResultRow, TermResultRow } from './ResultRow.tsx';

export interface ResultListProps {
  rows: readonly Row[];
  cursor: number;
  lang: string;
  nowMs: number;
  strings: Strings;
  tools: NoteTools;
  termOf(id: string): string;
  onPoint(row: number): void;
  onOpen(row: Row): void;
}

/** The listbox of the combobox. */
export function ResultList(props: ResultListProps) {
  const { rows, cursor, strings, onPoint, onOpen } = props;
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [cursor, rows]);
  const option = (row: Row, i: number) => (
    <div
      key={row.id}
      id={row.id}
      class="row"
      role="option"
      aria-selected={i === cursor}
      onPointerMove={() => i !== cursor && onPoint(i)}
      onClick={() => onOpen(row)}
    >
      {row.kind === 'note' ? <NoteResultRow {...props} row={row} /> : <TermResultRow {...props} row={row} />}
    </div>
  );
  const groups: { name: Group | null; first: number; rows: Row[] }[] = [];
  rows.forEach((row, i) => {
    if (groups.at(-1)?.name !== row.group || i === 0) groups.push({ name: row.group, first: i, rows: [] });
    groups.at(-1)!.rows.push(row);
  });
  return (
    <div ref={list} id="results" class="results" role="listbox" aria-label={strings.t('results')}>
      {groups.map(({ name, first, rows: grouped }) => {
        const options = grouped.map((row, i) => option(row, first + i));
        if (name === null) return options;
        return (
          <div key={name} role="group" aria-labelledby={`group-${name}`}>
            <div class="group" id={`group-${name}`} role="presentation">
              {strings.t(name)}
            </div>
            {options}
          </div>
        );
      })}
    </div>
  );
}
