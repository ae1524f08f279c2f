/** Many notes changed at once, and taken back. All plain: what is to be written, from what is there. */
import { binNote, unbinNote } from '../notes/bin.ts';
import { quoteOf } from '../anchoring/quote-of.ts';
import { editNote, equalNotes, laterThan, type Note } from '../notes/note.ts';
import { normalizeTags } from '../notes/tags.ts';

/** Where notes are moved to. A note has one page and may have one concept; moving changes one of the two. */
export type Target = { concept: string | null } | { page: string; title: string };

export interface TagChange {
  /** As typed. */
  add: string;
  /** In lower case. */
  remove: readonly string[];
}

/** Only those that become another note are given. */
const changed = (notes: readonly Note[], change: (note: Note) => Note): Note[] =>
  notes.flatMap((note) => {
    const next = change(note);
    return next === note ? [] : [next];
  });

export function tagNotes(notes: readonly Note[], { add, remove }: TagChange, nowIso: string): Note[] {
  const added = normalizeTags(add);
  return changed(notes, (note) => {
    const kept = note.tags.filter((tag) => !remove.includes(tag.toLowerCase()));
    return editNote(note, { tags: [...kept, ...added] }, nowIso);
  });
}

/** A passage goes along to another page, and is looked for there. */
export const moveNotes = (notes: readonly Note[], target: Target, nowIso: string): Note[] =>
  changed(notes, (note) => editNote(note, target, nowIso));

/** Notes on their page as a whole from now on; the passage becomes a quotation in the text, so no word is lost. */
export const toPageNotes = (notes: readonly Note[], nowIso: string): Note[] =>
  changed(notes, (note) => {
    const quote = quoteOf(note.selectors)
      .split('\n')
      .map((line) => `> ${line}`.trimEnd())
      .join('\n');
    const text = [quote, note.text].filter((part) => part !== '' && part !== '>').join('\n\n');
    return editNote(note, { text, selectors: [] }, nowIso);
  });

export const binNotes = (notes: readonly Note[], nowIso: string): Note[] =>
  changed(notes, (note) => binNote(note, nowIso));

export const unbinNotes = (notes: readonly Note[], nowIso: string): Note[] =>
  changed(notes, (note) => unbinNote(note, nowIso));

/** What was written, and what was there before. */
export interface BulkEditOutcome {
  before: readonly Note[];
  after: readonly Note[];
}

/**
 * The notes as they were, newer than they are, so that the undo wins on other machines too. What was changed by
 * another hand since is left as it is.
 *
 * @param present all notes as they are now, the bin included.
 */
export function planUndo(
  { before, after }: BulkEditOutcome,
  present: readonly Note[],
  nowIso: string,
): Note[] {
  const now = new Map(present.map((note) => [note._id, note]));
  const wrote = new Map(after.map((note) => [note._id, note]));
  return before.flatMap((note) => {
    const [here, ours] = [now.get(note._id), wrote.get(note._id)];
    if (!here || !ours || !equalNotes(here, ours)) return [];
    return [{ ...note, changed: laterThan(here, nowIso) }];
  });
}

/** The tags that these notes carry, those on most of them first. */
export function tagsOn(notes: readonly Note[]): { tag: string; name: string; count: number }[] {
  const tags = new Map<string, { tag: string; name: string; count: number }>();
  for (const name of notes.flatMap((note) => note.tags)) {
    const tag = name.toLowerCase();
    const known = tags.get(tag) ?? { tag, name, count: 0 };
    tags.set(tag, { ...known, count: known.count + 1 });
  }
  return [...tags.values()].sort((a, b) => b.count - a.count || (a.tag < b.tag ? -1 : 1));
}
