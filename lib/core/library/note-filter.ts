/** Where the reader is among the notes: kept in the address of the library page, so that Back goes back. */
import { isBinned } from '../notes/bin.ts';
import type { Note } from '../notes/note.ts';

export type LibraryFilter =
  | { kind: 'all' }
  /** Notes whose passage was not found when their page was last read. */
  | { kind: 'lost' }
  | { kind: 'bin' }
  /** Null: on no page. */
  | { kind: 'page'; page: string | null }
  /** Null: on no concept. */
  | { kind: 'concept'; concept: string | null }
  /** In lower case: `Soviet` and `soviet` are one tag. */
  | { kind: 'tag'; tag: string }
  /** `2026-11`, by the day a note was pinned, in the reader's time. */
  | { kind: 'month'; month: string };

const TAB = 'notes';

/** The part of the address after `#`; each place has one, and `parsePlace` gives it back. */
export function filterHash(place: LibraryFilter): string {
  if (place.kind === 'all') return `#${TAB}`;
  const detail = detailOf(place);
  return `#${TAB}/${place.kind}${detail === null ? '' : `/${encodeURIComponent(detail)}`}`;
}

function detailOf(place: LibraryFilter): string | null {
  switch (place.kind) {
    case 'page':
      return place.page;
    case 'concept':
      return place.concept;
    case 'tag':
      return place.tag;
    case 'month':
      return place.month;
    case 'all':
    case 'lost':
    case 'bin':
      return null;
  }
}

/** What is no place of ours leads to all notes. */
export function parseFilter(hash: string): LibraryFilter {
  const [tab, kind, ...rest] = hash.replace(/^#/, '').split('/');
  const detail = rest.length > 0 ? decode(rest.join('/')) : null;
  if (tab !== TAB) return { kind: 'all' };
  switch (kind) {
    case 'lost':
    case 'bin':
      return { kind };
    case 'page':
      return { kind, page: detail };
    case 'concept':
      return { kind, concept: detail };
    case 'tag':
      return detail ? { kind, tag: detail.toLowerCase() } : { kind: 'all' };
    case 'month':
      return detail && /^\d{4}-\d\d$/.test(detail) ? { kind, month: detail } : { kind: 'all' };
    case undefined:
    default:
      return { kind: 'all' };
  }
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

export const isOrphaned = (note: Note, lost: OrphanedNotes): boolean =>
  lost.has(note._id) && note.selectors.length > 0;

/** Ids of notes that lost their place, with when that was seen, ISO 8601. */
export type OrphanedNotes = ReadonlyMap<string, string>;

export function isIn(place: LibraryFilter, note: Note, lost: OrphanedNotes): boolean {
  if (isBinned(note)) return place.kind === 'bin';
  switch (place.kind) {
    case 'all':
      return true;
    case 'bin':
      return false;
    case 'lost':
      return isOrphaned(note, lost);
    case 'page':
      return note.page === place.page;
    case 'concept':
      return note.concept === place.concept;
    case 'tag':
      return note.tags.some((tag) => tag.toLowerCase() === place.tag);
    case 'month':
      return monthOf(note) === place.month;
  }
}

/** When a note was pinned, in the reader's time. */
export function monthOf({ created }: Note): string {
  const date = new Date(created);
  return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}`;
}
