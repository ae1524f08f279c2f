/** Facets of the library: pages, concepts, tags and months, each with its count of notes. */
import type { Note } from '../notes/note.ts';
import { isOrphaned, monthOf, type OrphanedNotes } from './note-filter.ts';
import { createPageNames } from '../sites/page-address.ts';

export interface NoteFacets {
  all: number;
  orphans: number;
  bin: number;
  /** The page with the last change first. */
  pages: { page: string | null; title: string; count: number }[];
  /** By count, the highest first; without notes on no concept. */
  concepts: { concept: string; count: number }[];
  /** By count, the highest first. `tag` in lower case, `name` as it was first typed. */
  tags: { tag: string; name: string; count: number }[];
  /** The latest first. */
  months: { month: string; count: number }[];
}

/** @param notes in use, the last changed first. */
export function facetsOf(notes: readonly Note[], bin: readonly Note[], orphans: OrphanedNotes): NoteFacets {
  const pages = new Map<string | null, { title: string; count: number }>();
  const concepts = new Map<string, number>();
  const tags = new Map<string, { name: string; count: number }>();
  const months = new Map<string, number>();
  const nameOf = createPageNames();
  let orphanCount = 0;
  for (const note of notes) {
    const name = nameOf(note.page);
    const page = pages.get(name) ?? { title: '', count: 0 };
    pages.set(name, { title: page.title || note.title, count: page.count + 1 });
    if (note.concept !== null) concepts.set(note.concept, (concepts.get(note.concept) ?? 0) + 1);
    for (const name of note.tags) {
      const known = tags.get(name.toLowerCase());
      tags.set(name.toLowerCase(), { name: known?.name ?? name, count: (known?.count ?? 0) + 1 });
    }
    const month = monthOf(note);
    months.set(month, (months.get(month) ?? 0) + 1);
    if (isOrphaned(note, orphans)) orphanCount++;
  }
  return {
    all: notes.length,
    orphans: orphanCount,
    bin: bin.length,
    pages: [...pages].map(([page, { title, count }]) => ({
      page,
      title: title || (page === null ? '' : shortAddress(page)),
      count,
    })),
    concepts: [...concepts]
      .map(([concept, count]) => ({ concept, count }))
      .sort((a, b) => b.count - a.count || (a.concept < b.concept ? -1 : 1)),
    tags: [...tags]
      .map(([tag, { name, count }]) => ({ tag, name, count }))
      .sort((a, b) => b.count - a.count || (a.tag < b.tag ? -1 : 1)),
    months: [...months]
      .map(([month, count]) => ({ month, count }))
      .sort((a, b) => (a.month < b.month ? 1 : -1)),
  };
}

/** An address without scheme, `www.` and final slash. */
export const shortAddress = (page: string): string =>
  page.replace(/^\w+:\/\/(www\.)?/, '').replace(/\/$/, '');
