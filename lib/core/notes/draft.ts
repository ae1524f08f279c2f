/** A note that is being written. It is kept as typed, until it is saved or discarded. */
import { parseSelectors } from '../anchoring/parse-selector.ts';
import type { Selector } from '../anchoring/selector.ts';
import { quoteOf } from '../anchoring/quote-of.ts';
import type { Note } from './note.ts';
import { fail, ok, type Result } from '../base/result.ts';
import { createObjectReader } from '../base/object-reader.ts';
import { normalizeTags } from './tags.ts';

export interface Draft {
  /** Id of the note that it changes, or of the one that it becomes: a save that is repeated makes no second note. */
  note: string;
  isNew: boolean;
  /** Where it was begun, as in a note. */
  page: string | null;
  title: string;
  selectors: Selector[];
  concept: string | null;
  text: string;
  /** As typed: "#bwaf, #councils". */
  tags: string;
  /** Of the last keystroke, ISO 8601 in UTC. */
  changed: string;
}

/** How safe the typed text is. `local`: only in memory, as in a private window. `failed`: the store refused it. */
export const DRAFT_STATES = ['empty', 'pending', 'stored', 'local', 'failed'] as const;
export type DraftState = (typeof DRAFT_STATES)[number];

/** Drafts begun on a page, or of these notes. */
export interface DraftsWanted {
  page: string | null;
  notes: string[];
}

/** Where drafts are kept. What is kept here and not stored yet is listed too. */
export interface DraftClient {
  list(): readonly Draft[];
  /** Resolves when the list is known; reads it anew. Never rejects. */
  load(): Promise<void>;
  /** Remembers it as typed; in the store too, if it may. */
  put(draft: Draft, stores: boolean): void;
  drop(note: string): Promise<void>;
  stateOf(note: string): DraftState;
}

/** Two drafts about the same are one: of one note, or of one place of one page. */
export const isAboutSame = (a: Draft, b: Draft): boolean =>
  a.note === b.note ||
  (a.isNew &&
    b.isNew &&
    a.page === b.page &&
    a.concept === b.concept &&
    quoteOf(a.selectors) === quoteOf(b.selectors));

export const isWanted = (draft: Draft, { page, notes }: DraftsWanted): boolean =>
  (page !== null && draft.page === page) || notes.includes(draft.note);

export const tagText = (tags: readonly string[]): string => tags.map((tag) => `#${tag}`).join(', ');

/** Whether anything would be lost with it. */
export function hasText(draft: Draft, note: Note | undefined): boolean {
  if (!note) return (draft.text + draft.tags).trim() !== '';
  return draft.text !== note.text || tagText(normalizeTags(draft.tags)) !== tagText(note.tags);
}

/** The last written first. */
export const sortDrafts = (drafts: readonly Draft[]): Draft[] =>
  [...drafts].sort((a, b) =>
    a.changed < b.changed ? 1 : a.changed > b.changed ? -1 : a.note < b.note ? -1 : 1,
  );

const LIMITS = { id: 200, address: 8192, title: 2000, text: 1_000_000, tags: 20_000 };

/** From a message or from the store. */
export function parseDraft(input: unknown): Result<Draft> {
  const shape = createObjectReader(input, 'A draft');
  if (!shape) return fail([{ path: [], message: 'A draft has to be an object with fields.' }]);
  const nullable = (field: string, most: number): string | null =>
    shape.get(field) === null ? null : shape.text(field, most);
  const draft: Draft = {
    note: shape.text('note', LIMITS.id),
    isNew: shape.get('isNew') === true,
    page: nullable('page', LIMITS.address),
    title: shape.text('title', LIMITS.title),
    selectors: parseSelectors(shape, 'selectors'),
    concept: nullable('concept', LIMITS.id),
    text: shape.text('text', LIMITS.text),
    tags: shape.text('tags', LIMITS.tags),
    changed: shape.time('changed'),
  };
  if (draft.note === '' || draft.note.startsWith('_')) {
    shape.wrong('note', 'id', 'The id of a note is needed.');
  }
  return shape.problems.length > 0 ? fail(shape.problems) : ok(draft);
}
