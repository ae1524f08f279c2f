/** Quick search over terms, forms and definitions: exact before prefix before alias before fuzzy. */
import Fuse from 'fuse.js';
import type { Concept } from '../glossary/concept.ts';
import type { Note } from '../notes/note.ts';
import {
  createLineSearch,
  prepareLine,
  type Line,
  type LineSearch,
  type SimilarWords,
  type Prepared,
  type Range,
} from './line-search.ts';
import { errorsFor, lettersOf, missing } from './query-words.ts';

export type { Range };

export interface SearchResult {
  concept: Concept;
  /** What the query was found in, and which parts of it to emphasise, [start, end) in UTF-16 units. */
  field: 'term' | 'form' | 'definition';
  /** The term, the form, or the sentence of the definition. */
  text: string;
  ranges: Range[];
  /** Lower is better; comparable within one search only. */
  rank: number;
}

export interface QuickSearch {
  /** The best first; the same query always gives the same order. Empty for an empty query. */
  search(query: string, limit?: number): SearchResult[];
}

export interface NoteResult {
  note: Note;
  text: string;
  ranges: Range[];
}

/**
 * Fuse picks, out of the words in use, those that a mistyped one may stand for. Over words it is quick and means what
 * it finds; over whole definitions it is neither. Generous here: what it picks is verified letter by letter. It is asked
 * only about words that have the letters, which is one in ten.
 */
const FUZZY = { threshold: 0.5, ignoreLocation: true, shouldSort: false, minMatchCharLength: 2 };

function nearWordsOf(vocabulary: readonly string[]): SimilarWords {
  const words = vocabulary.filter((word) => word.length > 2);
  const letters = Uint32Array.from(words, lettersOf);
  return (typed) => {
    const wanted = lettersOf(typed);
    const most = errorsFor(typed.length);
    const likely = words.filter(
      (word, at) => word.length >= typed.length - most && missing(wanted, letters[at]!) <= most,
    );
    return new Fuse(likely, FUZZY).search(typed).map(({ item }) => item);
  };
}

interface ConceptLine extends Line<Concept> {
  field: SearchResult['field'];
}

function linesOf(concept: Concept): ConceptLine[] {
  const { script } = concept;
  const names = Object.values(concept.term);
  const forms = concept.forms.map(({ text }) => text);
  const written = [script?.text, script?.variant?.text, script?.romanization, ...forms];
  const aliases = new Set(written.filter((text) => typeof text === 'string'));
  for (const name of names) aliases.delete(name);
  const sentences = Object.values(concept.definition).flat();
  return [
    ...names.map((text): ConceptLine => ({ owner: concept, level: 'name', field: 'term', text })),
    ...[...aliases].map((text): ConceptLine => ({ owner: concept, level: 'alias', field: 'form', text })),
    ...sentences.map(({ text }): ConceptLine => ({
      owner: concept,
      level: 'body',
      field: 'definition',
      text,
    })),
  ];
}

export function createQuickSearch(concepts: readonly Concept[]): QuickSearch {
  const lines = createLineSearch<Concept, ConceptLine>(
    concepts.flatMap(linesOf).map(prepareLine),
    nearWordsOf,
  );
  return {
    search: (query, limit = 10) =>
      lines
        .search(query)
        .slice(0, limit)
        .map(({ line, ranges, rank }) => ({
          concept: line.owner,
          field: line.field,
          text: line.text,
          ranges,
          rank,
        })),
  };
}

/** One for each list of notes: a list is made anew when a note changes, not for every keystroke. */
const searches = new WeakMap<readonly Note[], LineSearch<Line<Note>>>();

function noteLines(note: Note): Line<Note>[] {
  const quotes = note.selectors.map((selector) =>
    selector.type === 'TextQuoteSelector' ? selector.exact : '',
  );
  const tags = note.tags.map((tag) => `#${tag}`).join(' ');
  return [note.text, ...quotes, tags, note.title]
    .filter((text) => text !== '')
    .map((text) => ({ owner: note, level: 'body', text }));
}

const read = new WeakMap<Note, Prepared<Line<Note>>[]>();

/** Reads a note once; a list in which one note is new is soon read. Ahead of a search, it makes that quick. */
export function readForSearch(note: Note): Prepared<Line<Note>>[] {
  let lines = read.get(note);
  if (!lines) read.set(note, (lines = noteLines(note).map(prepareLine)));
  return lines;
}

/** Whether a search of this list can begin at once. */
export const isReadForSearch = (notes: readonly Note[]): boolean => searches.has(notes);

/** Made once for each list; also ahead, when the reader pauses. */
export function searchOf(notes: readonly Note[]): LineSearch<Line<Note>> {
  let search = searches.get(notes);
  if (!search) {
    search = createLineSearch<Note, Line<Note>>(notes.flatMap(readForSearch), nearWordsOf);
    searches.set(notes, search);
  }
  return search;
}

/** Notes whose text, quote, tags or page title fit the query, the best first; equal ones in the order given. */
export function searchNotes(notes: readonly Note[], query: string, limit = 5): NoteResult[] {
  return searchOf(notes)
    .search(query)
    .slice(0, limit)
    .map(({ line, ranges }) => ({ note: line.owner, text: line.text, ranges }));
}
