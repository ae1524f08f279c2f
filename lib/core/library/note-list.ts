/** The notes that are shown, in their order and under their headings. */
import type { Note } from '../notes/note.ts';
import { searchNotes, type NoteResult } from '../search/quick-search.ts';
import { isIn, monthOf, type OrphanedNotes, type LibraryFilter } from './note-filter.ts';

export type Grouping = 'month' | 'page' | 'concept';
export const GROUPINGS: readonly Grouping[] = ['month', 'page', 'concept'];

export interface ListedNote {
  note: Note;
  /** Where the query was found; null while nothing is searched for. */
  found: NoteResult | null;
}

export interface NoteGroup {
  /** Month, address or concept; empty for notes that have none. Null: no heading. */
  key: string | null;
  notes: ListedNote[];
}

export interface ListSource {
  /** In use, the last changed first. */
  notes: readonly Note[];
  /** What was put there last first. */
  bin: readonly Note[];
  lost: OrphanedNotes;
  place: LibraryFilter;
  query: string;
  grouping: Grouping;
}

export function listNotes(source: ListSource): NoteGroup[] {
  const { notes, bin, lost, place, query, grouping } = source;
  const pool = place.kind === 'bin' ? bin : notes;
  if (query.trim() !== '') {
    // Over all of them, so that the index is made once; the best first says more than any heading.
    const found = searchNotes(pool, query, Infinity).filter(({ note }) => isIn(place, note, lost));
    return oneGroup(found.map((result) => ({ note: result.note, found: result })));
  }
  const shown = pool.filter((note) => isIn(place, note, lost));
  const listed = (own: readonly Note[]): ListedNote[] => own.map((note) => ({ note, found: null }));
  if (place.kind === 'bin') return oneGroup(listed(shown));
  if (place.kind === 'page') return oneGroup(listed(inPageOrder(shown)));
  if (grouping === place.kind) return oneGroup(listed(latestFirst(shown)));
  return groupsOf(shown, grouping).map(([key, own]) => ({
    key,
    notes: listed(grouping === 'page' ? inPageOrder(own) : latestFirst(own)),
  }));
}

export const countOf = (groups: readonly NoteGroup[]): number =>
  groups.reduce((sum, { notes }) => sum + notes.length, 0);

export const notesOf = (groups: readonly NoteGroup[]): Note[] =>
  groups.flatMap(({ notes }) => notes.map(({ note }) => note));

/** So many of them, from the start: what is drawn while the reader has not scrolled on. */
export function firstOf(groups: readonly NoteGroup[], most: number): NoteGroup[] {
  const first: NoteGroup[] = [];
  let left = most;
  for (const group of groups) {
    if (left <= 0) break;
    first.push(left >= group.notes.length ? group : { ...group, notes: group.notes.slice(0, left) });
    left -= group.notes.length;
  }
  return first;
}

const oneGroup = (notes: ListedNote[]): NoteGroup[] => (notes.length > 0 ? [{ key: null, notes }] : []);

/** Months by time; pages and concepts by the last change in them, those without one last. */
function groupsOf(notes: readonly Note[], grouping: Grouping): [string, Note[]][] {
  const keyOf = { month: monthOf, page: (n: Note) => n.page ?? '', concept: (n: Note) => n.concept ?? '' };
  const groups = new Map<string, Note[]>();
  for (const note of notes) {
    const key = keyOf[grouping](note);
    const own = groups.get(key);
    if (own) own.push(note);
    else groups.set(key, [note]);
  }
  const all = [...groups];
  if (grouping === 'month') return all.sort(([a], [b]) => (a < b ? 1 : -1));
  return [...all.filter(([key]) => key !== ''), ...all.filter(([key]) => key === '')];
}

const latestFirst = (notes: readonly Note[]): Note[] =>
  [...notes].sort((a, b) => (a.created < b.created ? 1 : a.created > b.created ? -1 : 0));

/** As the passages stood on the page when they were pinned, then notes on the page as a whole. */
function inPageOrder(notes: readonly Note[]): Note[] {
  const start = ({ selectors }: Note): number =>
    selectors.find((selector) => selector.type === 'TextPositionSelector')?.start ?? Infinity;
  return latestFirst(notes).sort((a, b) => (start(a) === start(b) ? 0 : start(a) - start(b)));
}
