/** Searches notes: text, quote, tags and page title. Notes are read once; lists of them are joined once. */
import type { Note } from '../notes/note.ts';
import {
  createLineSearch,
  prepareLine,
  type Line,
  type LineSearch,
  type PreparedLine,
  type Range,
} from './line-search.ts';
import { createSimilarWords } from './similar-words.ts';

export interface NoteResult {
  note: Note;
  /** The part of the note that the query was found in. */
  text: string;
  /** Parts of `text` to emphasise. */
  ranges: Range[];
}

type NoteLine = Line<Note>;

/** By list: a change to a note makes a new list, a keystroke does not. */
const searches = new WeakMap<readonly Note[], LineSearch<NoteLine>>();
const preparedLines = new WeakMap<Note, PreparedLine<NoteLine>[]>();

function linesOf(note: Note): NoteLine[] {
  const quotes = note.selectors.map((selector) =>
    selector.type === 'TextQuoteSelector' ? selector.exact : '',
  );
  const tags = note.tags.map((tag) => `#${tag}`).join(' ');
  return [note.text, ...quotes, tags, note.title]
    .filter((text) => text !== '')
    .map((text) => ({ owner: note, level: 'body', text }));
}

/** Prepares one note, so that a search of a list with it begins sooner. */
export function prepareNote(note: Note): PreparedLine<NoteLine>[] {
  let lines = preparedLines.get(note);
  if (!lines) preparedLines.set(note, (lines = linesOf(note).map(prepareLine)));
  return lines;
}

/** Whether a search of this list can begin at once. */
export const isSearchPrepared = (notes: readonly Note[]): boolean => searches.has(notes);

/** Joins the notes of a list for searching, and prepares those that are not yet. */
export function prepareSearch(notes: readonly Note[]): LineSearch<NoteLine> {
  let search = searches.get(notes);
  if (!search) {
    search = createLineSearch<Note, NoteLine>(notes.flatMap(prepareNote), createSimilarWords);
    searches.set(notes, search);
  }
  return search;
}

/** The best first; equal ones in the order given. Empty for an empty query. */
export function searchNotes(notes: readonly Note[], query: string, limit = 5): NoteResult[] {
  return prepareSearch(notes)
    .search(query)
    .slice(0, limit)
    .map(({ line, ranges }) => ({ note: line.owner, text: line.text, ranges }));
}
