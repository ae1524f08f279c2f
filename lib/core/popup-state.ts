/** What the popup lists and where its cursor stands: state, events, no browser. */
import type { Concept } from './concept.ts';
import type { Note } from './note.ts';
import type { PageStatus } from './page-status.ts';
import { searchNotes, type QuickSearch, type SearchResult } from './quick-search.ts';

export type Row =
  | { kind: 'result'; id: string; result: SearchResult }
  | { kind: 'term'; id: string; concept: Concept; surface: string; count: number }
  | { kind: 'note'; id: string; note: Note };

/** How the tab answered: what its page says, or why there is no page. */
export type TabState =
  | { kind: 'page'; status: PageStatus }
  | { kind: 'off' }
  | { kind: 'paused'; untilMs: number }
  /** Pages of the browser, stores, the built-in viewer of PDF files. */
  | { kind: 'blocked' }
  /** A web page where no script of ours runs. */
  | { kind: 'silent' }
  | { kind: 'asking' };

export interface PopupState {
  query: string;
  /** Position in the rows; the cursor stays on the first while typing. */
  cursor: number;
  /** Concepts opened one from another; the last is shown, none means the list. */
  trail: string[];
}

export type PopupEvent =
  | { type: 'typed'; query: string }
  | { type: 'moved'; by: number; rows: number }
  | { type: 'jumped'; to: 'first' | 'last'; rows: number }
  | { type: 'pointed'; row: number }
  | { type: 'opened'; concept: string }
  | { type: 'back' };

export const POPUP_START: PopupState = { query: '', cursor: 0, trail: [] };

export function reducePopup(state: PopupState, event: PopupEvent): PopupState {
  switch (event.type) {
    case 'typed':
      return { query: event.query, cursor: 0, trail: [] };
    case 'moved':
      // Round and round, as in every combobox.
      return event.rows === 0
        ? state
        : { ...state, cursor: (state.cursor + event.by + event.rows) % event.rows };
    case 'jumped':
      return { ...state, cursor: event.to === 'first' ? 0 : Math.max(0, event.rows - 1) };
    case 'pointed':
      return { ...state, cursor: event.row };
    case 'opened':
      return { ...state, trail: [...state.trail, event.concept] };
    case 'back':
      return { ...state, trail: state.trail.slice(0, -1) };
  }
}

export interface RowSource {
  search: QuickSearch;
  conceptOf(id: string): Concept | undefined;
  notes: readonly Note[];
  /** Address of the active page, as notes know it. */
  page: string | null;
  tab: TabState;
}

/** The rows for a query: terms, then notes; for an empty one what stands on the page, or else all notes. */
export function rowsFor(query: string, source: RowSource): Row[] {
  const noteRow = (note: Note): Row => ({ kind: 'note', id: `note-${note._id}`, note });
  if (query.trim() !== '') {
    return [
      ...source.search
        .search(query)
        .map((result): Row => ({ kind: 'result', id: `term-${result.concept.id}`, result })),
      ...searchNotes(source.notes, query).map(noteRow),
    ];
  }
  const terms = source.tab.kind === 'page' ? source.tab.status.terms : [];
  const here = source.notes.filter((note) => note.page !== null && note.page === source.page);
  const elsewhere = source.notes.filter((note) => !here.includes(note));
  return [
    ...here.map(noteRow),
    ...terms.flatMap(({ concept: id, surface, count }): Row[] => {
      const concept = source.conceptOf(id);
      return concept ? [{ kind: 'term', id: `term-${id}`, concept, surface, count }] : [];
    }),
    ...elsewhere.map(noteRow),
  ];
}
