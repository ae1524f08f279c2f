/** Notes of the reader: created, changed, ordered. No clock here: times come from the caller. */
import type { Selector } from '../anchoring/selector.ts';
import type { Note } from './note-schema.ts';
import { normalizeTags } from './tags.ts';

export type { Note };

/** In UTF-16 units. Here, not beside the schema, which the content script would then contain. */
export const MAX_TITLE = 2000;

/** The fields known when something is pinned; those left out are empty. */
export interface NewNote {
  /** Unique for ever, from the caller: `crypto.randomUUID()`. */
  id: string;
  /** Now, ISO 8601 in UTC. */
  nowIso: string;
  page?: string | null;
  title?: string;
  selectors?: Selector[];
  concept?: string | null;
  text?: string;
  tags?: readonly string[];
}

export function createNote({ id, nowIso, page, title, selectors, concept, text, tags }: NewNote): Note {
  return {
    _id: id,
    v: 1,
    page: page ?? null,
    title: page ? (title ?? '').slice(0, MAX_TITLE).toWellFormed() : '',
    selectors: selectors ?? [],
    concept: concept ?? null,
    text: text ?? '',
    tags: normalizeTags(tags ?? []),
    created: nowIso,
    changed: nowIso,
    binned: null,
  };
}

/**
 * The note with its text, tags, concept, page or passage changed; the same note when nothing differs. `changed` always
 * grows, even if the clock was set back, so that the newest edit wins wherever two meet.
 */
export function editNote(
  note: Note,
  changes: Partial<Pick<Note, 'text' | 'tags' | 'concept' | 'selectors' | 'page' | 'title'>>,
  nowIso: string,
): Note {
  const edited = { ...note, ...changes };
  if (changes.tags) edited.tags = normalizeTags(changes.tags);
  if (equalNotes(edited, note)) return note;
  edited.changed = laterThan(note, nowIso);
  return edited;
}

/** Now, or a millisecond after the note's last change if the clock was set back. */
export function laterThan(note: Note, nowIso: string): string {
  return nowIso > note.changed ? nowIso : new Date(Date.parse(note.changed) + 1).toISOString();
}

/** The last changed first, then the last created, then by id, so that a list never jumps. */
export function sortNotes(notes: readonly Note[]): Note[] {
  return [...notes].sort(
    (a, b) =>
      descending(a.changed, b.changed) || descending(a.created, b.created) || -descending(a._id, b._id),
  );
}

const descending = (a: string, b: string): number => (a < b ? 1 : a > b ? -1 : 0);

/** Whether every field is the same, so that a save would change nothing. */
export function equalNotes(a: Note, b: Note): boolean {
  return serialize(a) === serialize(b);
}

/** All fields in one order, whatever order they came in. */
function serialize(note: Note): string {
  const selectors = note.selectors.map((selector) =>
    selector.type === 'TextQuoteSelector'
      ? [selector.exact, selector.prefix, selector.suffix]
      : [selector.start, selector.end],
  );
  const { _id, page, title, concept, text, tags, created, changed, binned } = note;
  return JSON.stringify([_id, page, title, concept, text, tags, created, changed, binned, selectors]);
}
