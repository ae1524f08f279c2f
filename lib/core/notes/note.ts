/** What a reader pinned: making, changing, validating, ordering. No clock here: times come from the caller. */
import { parseSelectors } from '../anchoring/parse-selector.ts';
import { createObjectReader, type ObjectReader } from '../base/object-reader.ts';
import { normalizeTags } from './tags.ts';
import { fail, faultOf, ok, type Result } from '../base/result.ts';
import type { Selector } from '../anchoring/selector.ts';

/** The stored record has this very shape (plus the database's `_rev`). */
export interface Note {
  /** Made by the client that creates the note, so that repeating a save changes nothing. */
  _id: string;
  v: 1;
  /** Address of the page without fragment; null for a note on a concept alone. */
  page: string | null;
  /** Title of the page when pinned; empty without a page. */
  title: string;
  /** Empty for a note on the whole page or on a concept alone. */
  selectors: Selector[];
  /** Concept id, or null. */
  concept: string | null;
  text: string;
  tags: string[];
  /** ISO 8601, UTC. */
  created: string;
  changed: string;
  /** When it was put into the bin, ISO 8601 in UTC; null for a note in use. Absent in records of old: null. */
  binned: string | null;
}

/** What the client knows when something is pinned; what is not given is empty. */
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

/** Guards against a broken client or a broken file, far above anything a person writes. */
const LIMITS = { id: 200, address: 8192, title: 2000, text: 1_000_000, tags: 200 };

export function createNote({ id, nowIso, page, title, selectors, concept, text, tags }: NewNote): Note {
  return {
    _id: id,
    v: 1,
    page: page ?? null,
    title: page ? (title ?? '').slice(0, LIMITS.title) : '',
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
 * The note with its text, tags, concept, page or place changed; the same note when nothing differs. `changed` always
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

/** Now, or the first moment after the note's last change where the clock was set back. */
export function laterThan(note: Note, nowIso: string): string {
  return nowIso > note.changed ? nowIso : new Date(Date.parse(note.changed) + 1).toISOString();
}

/** The one validator of notes, for saves and for imports. Unknown fields are left out, times brought to one form. */
export function parseNote(input: unknown): Result<Note> {
  const shape = createObjectReader(input, 'A note');
  if (!shape) {
    return fail([{ path: [], message: 'A note has to be an object with fields.', fault: faultOf('object') }]);
  }
  if (shape.get('v') !== 1) shape.wrong('v', 'version', 'This is not a note of version 1.');
  const note: Note = {
    _id: parseId(shape),
    v: 1,
    page: parsePage(shape),
    title: shape.text('title', LIMITS.title),
    selectors: parseSelectors(shape, 'selectors'),
    concept: parseConcept(shape),
    text: shape.text('text', LIMITS.text),
    tags: parseTags(shape),
    created: shape.time('created'),
    changed: shape.time('changed'),
    binned: (shape.get('binned') ?? null) === null ? null : shape.time('binned'),
  };
  return shape.problems.length > 0 ? fail(shape.problems) : ok(note);
}

function parseId(shape: ObjectReader): string {
  const id = shape.text('_id', LIMITS.id);
  if (id === '' || id.startsWith('_')) {
    shape.wrong('_id', 'id', 'The id has to be a text that does not begin with an underscore.');
  }
  return id;
}

function parsePage(shape: ObjectReader): string | null {
  if (shape.get('page') === null) return null;
  const page = shape.text('page', LIMITS.address);
  if (!/^(https?|file):\/\/[^#]+$/.test(page)) {
    shape.wrong('page', 'page', 'The page has to be a web address without a fragment, or null.');
  }
  return page;
}

function parseConcept(shape: ObjectReader): string | null {
  if (shape.get('concept') === null) return null;
  const concept = shape.text('concept', LIMITS.id);
  if (concept === '') shape.wrong('concept', 'concept', 'The concept has to be the id of one, or null.');
  return concept;
}

function parseTags(shape: ObjectReader): string[] {
  const tags = shape.get('tags');
  if (!Array.isArray(tags) || tags.length > LIMITS.tags || !tags.every((tag) => typeof tag === 'string')) {
    const most = LIMITS.tags;
    shape.wrong('tags', 'tags', `Tags have to be a list of at most ${most} texts.`, { most });
    return [];
  }
  return normalizeTags(tags);
}

/** The last changed first; of equals the last created, then by id, so that a list never jumps. */
export function sortNotes(notes: readonly Note[]): Note[] {
  return [...notes].sort(
    (a, b) =>
      descending(a.changed, b.changed) || descending(a.created, b.created) || -descending(a._id, b._id),
  );
}

const descending = (a: string, b: string): number => (a < b ? 1 : a > b ? -1 : 0);

/** Every field the same: saving one over the other would change nothing. */
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
