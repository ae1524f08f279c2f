import { useEffect, useRef } from 'preact/hooks';
import { quoteOf } from '../core/card-desk.ts';
import type { Concept } from '../core/concept.ts';
import { localized } from '../core/localized.ts';
import type { Row } from '../core/popup-state.ts';
import type { StringKey, Strings } from '../core/strings.ts';
import { yearsOf } from '../core/time-strip.ts';
import { Emphasised } from './Emphasised.tsx';

export interface ResultListProps {
  rows: readonly Row[];
  cursor: number;
  lang: string;
  strings: Strings;
  termOf(id: string): string;
  onPoint(row: number): void;
  onOpen(row: Row): void;
}

/** The rows under the search field: the listbox of the combobox. */
export function ResultList({ rows, cursor, lang, strings, termOf, onPoint, onOpen }: ResultListProps) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => list.current?.children[cursor]?.scrollIntoView({ block: 'nearest' }), [cursor, rows]);
  return (
    <ul ref={list} id="results" role="listbox" aria-label={strings.t('results')}>
      {rows.map((row, i) => (
        <li
          key={row.id}
          id={row.id}
          role="option"
          aria-selected={i === cursor}
          onPointerMove={() => i !== cursor && onPoint(i)}
          onClick={() => onOpen(row)}
        >
          {row.kind === 'note' ? (
            <NoteRow {...{ row, strings, termOf }} />
          ) : (
            <TermRow {...{ row, lang, strings }} />
          )}
        </li>
      ))}
    </ul>
  );
}

const aside = (concept: Concept, { t }: Strings): string =>
  [t(`kind_${concept.kind}` as StringKey), concept.dates && yearsOf(concept.dates)]
    .filter(Boolean)
    .join(' · ');

function TermRow({
  row,
  lang,
  strings,
}: {
  row: Extract<Row, { kind: 'result' | 'term' }>;
  lang: string;
  strings: Strings;
}) {
  const concept = row.kind === 'result' ? row.result.concept : row.concept;
  const found = row.kind === 'result' ? row.result : null;
  const term = localized(concept.term, lang);
  const definition = localized(concept.definition, lang);
  const inTerm = found?.field === 'term' && found.text === term.value;
  return (
    <>
      <span class="t serif" lang={term.lang}>
        {inTerm ? <Emphasised text={found.text} ranges={found.ranges} /> : term.value}{' '}
        {concept.script && (
          <span class="muted small" lang={concept.script.lang}>
            {concept.script.text}
          </span>
        )}
      </span>
      <span class="muted small">
        {row.kind === 'term' ? strings.t('times', { count: row.count }) : aside(concept, strings)}
      </span>
      <span class="d" lang={definition.lang}>
        {found && found.field === 'form' && (
          <b>
            <Emphasised text={found.text} ranges={found.ranges} />
            {' · '}
          </b>
        )}
        {definition.value[0]!.text}
      </span>
    </>
  );
}

function NoteRow({
  row: { note },
  strings,
  termOf,
}: {
  row: Extract<Row, { kind: 'note' }>;
  strings: Strings;
  termOf(id: string): string;
}) {
  const quote = quoteOf(note.selectors);
  const head = note.text || quote || (note.concept ? termOf(note.concept) : note.title);
  const when = new Date(note.changed).toLocaleDateString(strings.lang, { dateStyle: 'medium' });
  return (
    <>
      <span class="t serif note-head" dir="auto">
        {head}
      </span>
      <span class="small pin">{strings.t('yourNote')}</span>
      <span class="d" dir="auto">
        {[
          note.concept && termOf(note.concept),
          note.tags.map((tag) => `#${tag}`).join(' '),
          note.title && strings.t('pinnedOn', { title: note.title }),
          when,
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </>
  );
}
