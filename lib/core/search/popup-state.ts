/** The popup's rows and cursor as a reducer, without a browser. */
import type { Concept } from '../glossary/concept.ts';
import type { Note } from '../notes/note.ts';
import type { TabState } from '../sites/tab-state.ts';
import type { ConceptResult, ConceptSearch } from './concept-search.ts';
import { searchNotes, type NoteResult } from './note-search.ts';

/** The heading above a row while the search field is empty. */
export type Group = 'notesHere' | 'termsHere' | 'otherNotes';

export type Row =
  | { kind: 'result'; id: string; group: null; result: ConceptResult }
  | { kind: 'term'; id: string; group: 'termsHere'; concept: Concept; surface: string; count: number }
  | { kind: 'note'; id: string; group: Group | null; note: Note; found: NoteResult | null };

export interface PopupState {
  query: string;
  /** Position in the rows; the cursor stays on the first while typing. */
  cursor: number;
}

export type PopupEvent =
  | { type: 'typed'; query: string }
  | { type: 'moved'; by: number; rows: number }
  | { type: 'jumped'; to: 'first' | 'last'; rows: number }
  | { type: 'pointed'; row: number };

export const POPUP_START: PopupState = { query: '', cursor: 0 };

export function reducePopup(state: PopupState, event: PopupEvent): PopupState {
  switch (event.type) {
    case 'typed':
      return { query: event.query, cursor: 0 };
    case 'moved':
      // The cursor wraps around at either end, as in every combobox.
      return event.rows === 0
        ? state
        : { ...state, cursor: (state.cursor + event.by + event.rows) % event.rows };
    case 'jumped':
      return { ...state, cursor: event.to === 'first' ? 0 : Math.max(0, event.rows - 1) };
    case 'pointed':
      return { ...state, cursor: event.row };
  }
}

export interface RowSource {
  search: ConceptSearch;
  conceptOf(id: string): Concept | undefined;
  notes: readonly Note[];
  /** Addresses of the active page and of its frames, as notes know them. */
  pages: readonly string[];
  tab: TabState;
}

/** Limits the other notes to the last ones written; search finds all of them and the library lists them. */
const MAX_OTHERS = 40;

/** Rows for a query: terms, then notes. For an empty query: notes and terms of the page, then other notes. */
export function rowsFor(query: string, source: RowSource): Row[] {
  const noteId = (note: Note): string => `note-${note._id}`;
  if (query.trim() !== '') {
    return [
      ...source.search
        .search(query)
        .map((result): Row => ({ kind: 'result', id: `term-${result.concept.id}`, group: null, result })),
      ...searchNotes(source.notes, query).map((found): Row => ({
        kind: 'note',
        id: noteId(found.note),
        group: null,
        note: found.note,
        found,
      })),
    ];
  }
  const noteRow =
    (group: Group) =>
    (note: Note): Row => ({ kind: 'note', id: noteId(note), group, note, found: null });
  const terms = source.tab.kind === 'page' ? source.tab.status.terms : [];
  const isHere = ({ page }: Note): boolean => page !== null && source.pages.includes(page);
  return [
    ...source.notes.filter(isHere).map(noteRow('notesHere')),
    ...terms.flatMap(({ concept: id, surface, count }): Row[] => {
      const concept = source.conceptOf(id);
      return concept ? [{ kind: 'term', id: `term-${id}`, group: 'termsHere', concept, surface, count }] : [];
    }),
    ...source.notes
      .filter((note) => !isHere(note))
      .slice(0, MAX_OTHERS)
      .map(noteRow('otherNotes')),
  ];
}
