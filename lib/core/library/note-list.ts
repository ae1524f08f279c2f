/** Notes as the library lists them, sorted and grouped. */
import type { Note } from '../notes/note.ts';
import { searchNotes, type NoteResult } from '../search/note-search.ts';
import { isIn, monthOf, type OrphanedNotes, type LibraryFilter } from './note-filter.ts';
import { createPageNames } from '../sites/page-address.ts';

export type Grouping = 'month' | 'page' | 'concept';
export const GROUPINGS: readonly Grouping[] = ['month', 'page', 'concept'];

export interface ListedNote {
  note: Note;
  /** The text and ranges that the query matched; null without a query. */
  found: NoteResult | null;
}

export interface NoteGroup {
  /** Month, address or concept; empty: notes without one; null: no heading. */
  key: string | null;
  notes: ListedNote[];
}

export interface ListSource {
  /** In use, the last changed first. */
  notes: readonly Note[];
  /** The last deleted first. */
  bin: readonly Note[];
  orphans: OrphanedNotes;
  filter: LibraryFilter;
  query: string;
  grouping: Grouping;
}

export function listNotes(source: ListSource): NoteGroup[] {
  const { notes, bin, orphans, filter, query, grouping } = source;
  const pool = filter.kind === 'bin' ? bin : notes;
  if (query.trim() !== '') {
    // Searches the whole pool, so that one index serves all filters. Ranked results have no headings.
    const found = searchNotes(pool, query, Infinity).filter(({ note }) => isIn(filter, note, orphans));
    return oneGroup(found.map((result) => ({ note: result.note, found: result })));
  }
  const shown = pool.filter((note) => isIn(filter, note, orphans));
  const listed = (sorted: readonly Note[]): ListedNote[] => sorted.map((note) => ({ note, found: null }));
  if (filter.kind === 'bin') return oneGroup(listed(shown));
  if (filter.kind === 'page') return oneGroup(listed(inPageOrder(shown)));
  if (grouping === filter.kind) return oneGroup(listed(latestFirst(shown)));
  return groupsOf(shown, grouping).map(([key, members]) => ({
    key,
    notes: listed(grouping === 'page' ? inPageOrder(members) : latestFirst(members)),
  }));
}

export const countOf = (groups: readonly NoteGroup[]): number =>
  groups.reduce((sum, { notes }) => sum + notes.length, 0);

export const notesOf = (groups: readonly NoteGroup[]): Note[] =>
  groups.flatMap(({ notes }) => notes.map(({ note }) => note));

/** The groups cut after this many notes. */
export function firstOf(groups: readonly NoteGroup[], limit: number): NoteGroup[] {
  const first: NoteGroup[] = [];
  let left = limit;
  for (const group of groups) {
    if (left <= 0) break;
    first.push(left >= group.notes.length ? group : { ...group, notes: group.notes.slice(0, left) });
    left -= group.notes.length;
  }
  return first;
}

const oneGroup = (notes: ListedNote[]): NoteGroup[] => (notes.length > 0 ? [{ key: null, notes }] : []);

/** Months, the latest first; pages and concepts by their last change, notes without one last. */
function groupsOf(notes: readonly Note[], grouping: Grouping): [string, Note[]][] {
  const nameOf = createPageNames();
  const keyOf = {
    month: monthOf,
    page: (n: Note) => nameOf(n.page) ?? '',
    concept: (n: Note) => n.concept ?? '',
  };
  const groups = new Map<string, Note[]>();
  for (const note of notes) {
    const key = keyOf[grouping](note);
    const members = groups.get(key);
    if (members) members.push(note);
    else groups.set(key, [note]);
  }
  const all = [...groups];
  if (grouping === 'month') return all.sort(([a], [b]) => (a < b ? 1 : -1));
  return [...all.filter(([key]) => key !== ''), ...all.filter(([key]) => key === '')];
}

const latestFirst = (notes: readonly Note[]): Note[] =>
  [...notes].sort((a, b) => (a.created < b.created ? 1 : a.created > b.created ? -1 : 0));

/** By the position of the passage when it was pinned, then notes on the page as a whole. */
function inPageOrder(notes: readonly Note[]): Note[] {
  const start = ({ selectors }: Note): number =>
    selectors.find((selector) => selector.type === 'TextPositionSelector')?.start ?? Infinity;
  return latestFirst(notes).sort((a, b) => (start(a) === start(b) ? 0 : start(a) - start(b)));
}
