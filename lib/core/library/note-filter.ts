/** The filter of the library, which its address holds, so that Back goes back. */
import { isBinned } from '../notes/bin.ts';
import type { Note } from '../notes/note.ts';
import { isSamePage } from '../sites/page-address.ts';

export type LibraryFilter =
  | { kind: 'all' }
  /** Orphans: the passage was not found when the page was last read. The word is part of addresses. */
  | { kind: 'lost' }
  | { kind: 'bin' }
  /** Null: on no page. */
  | { kind: 'page'; page: string | null }
  /** Null: on no concept. */
  | { kind: 'concept'; concept: string | null }
  /** In lower case: `Soviet` and `soviet` are one tag. */
  | { kind: 'tag'; tag: string }
  /** `2026-11`: when the note was pinned, in local time. */
  | { kind: 'month'; month: string };

const TAB = 'notes';

/** The hash of the address; `parseFilter` reads it. */
export function filterHash(filter: LibraryFilter): string {
  if (filter.kind === 'all') return `#${TAB}`;
  const detail = detailOf(filter);
  return `#${TAB}/${filter.kind}${detail === null ? '' : `/${encodeURIComponent(detail)}`}`;
}

function detailOf(filter: LibraryFilter): string | null {
  switch (filter.kind) {
    case 'page':
      return filter.page;
    case 'concept':
      return filter.concept;
    case 'tag':
      return filter.tag;
    case 'month':
      return filter.month;
    case 'all':
    case 'lost':
    case 'bin':
      return null;
  }
}

/** An unknown hash shows all notes. */
export function parseFilter(hash: string): LibraryFilter {
  const [tab, kind, ...parts] = hash.replace(/^#/, '').split('/');
  const detail = parts.length > 0 ? decode(parts.join('/')) : null;
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

/** Ids of notes whose passage was not found, with the time when that was first seen, ISO 8601. */
export type OrphanedNotes = ReadonlyMap<string, string>;

/** A note may have been detached from its passage since it was seen as an orphan. */
export const isOrphaned = (note: Note, orphans: OrphanedNotes): boolean =>
  orphans.has(note._id) && note.selectors.length > 0;

export function isIn(filter: LibraryFilter, note: Note, orphans: OrphanedNotes): boolean {
  if (isBinned(note)) return filter.kind === 'bin';
  switch (filter.kind) {
    case 'all':
      return true;
    case 'bin':
      return false;
    case 'lost':
      return isOrphaned(note, orphans);
    case 'page':
      return isSamePage(note.page, filter.page);
    case 'concept':
      return note.concept === filter.concept;
    case 'tag':
      return note.tags.some((tag) => tag.toLowerCase() === filter.tag);
    case 'month':
      return monthOf(note) === filter.month;
  }
}

/** `2026-11`: when the note was pinned, in local time. */
export function monthOf({ created }: Note): string {
  const date = new Date(created);
  return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}`;
}
