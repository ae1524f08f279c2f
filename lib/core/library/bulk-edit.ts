/** Changes of many notes at once, and their undo: pure functions from the notes to those to be written. */
import { binNote, unbinNote } from '../notes/bin.ts';
import { quoteOf } from '../anchoring/quote-of.ts';
import { editNote, equalNotes, laterThan, type Note } from '../notes/note.ts';
import { normalizeTags } from '../notes/tags.ts';

/** Moving changes either the concept or the page of a note (LIB-03). */
export type Target = { concept: string | null } | { page: string; title: string };

export interface TagChange {
  /** As typed. */
  add: string;
  /** In lower case. */
  remove: readonly string[];
}

/** Only the notes that the change alters. */
const changed = (notes: readonly Note[], change: (note: Note) => Note): Note[] =>
  notes.flatMap((note) => {
    const next = change(note);
    return next === note ? [] : [next];
  });

export function tagNotes(notes: readonly Note[], { add, remove }: TagChange, nowIso: string): Note[] {
  const added = normalizeTags(add);
  return changed(notes, (note) => {
    const remaining = note.tags.filter((tag) => !remove.includes(tag.toLowerCase()));
    return editNote(note, { tags: [...remaining, ...added] }, nowIso);
  });
}

/** The passage moves along and is looked for on the new page. */
export const moveNotes = (notes: readonly Note[], target: Target, nowIso: string): Note[] =>
  changed(notes, (note) => editNote(note, target, nowIso));

/** Detaches notes from their passages, which become quotations in the text. */
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

/** The notes as written, and as they were before. */
export interface BulkEditOutcome {
  before: readonly Note[];
  after: readonly Note[];
}

/**
 * The notes as they were, except those that were edited since (LIB-04).
 *
 * @param present all notes as they are now, the bin included.
 */
export function planUndo(
  { before, after }: BulkEditOutcome,
  present: readonly Note[],
  nowIso: string,
): Note[] {
  const presentById = new Map(present.map((note) => [note._id, note]));
  const writtenById = new Map(after.map((note) => [note._id, note]));
  return before.flatMap((note) => {
    const [current, written] = [presentById.get(note._id), writtenById.get(note._id)];
    if (!current || !written || !equalNotes(current, written)) return [];
    return [{ ...note, changed: laterThan(current, nowIso) }];
  });
}

/** The tags of these notes by count, the highest first. `tag` in lower case, `name` as it was first typed. */
export function tagsOn(notes: readonly Note[]): { tag: string; name: string; count: number }[] {
  const tags = new Map<string, { tag: string; name: string; count: number }>();
  for (const name of notes.flatMap((note) => note.tags)) {
    const tag = name.toLowerCase();
    const known = tags.get(tag) ?? { tag, name, count: 0 };
    tags.set(tag, { ...known, count: known.count + 1 });
  }
  return [...tags.values()].sort((a, b) => b.count - a.count || (a.tag < b.tag ? -1 : 1));
}
