/** A note that is being written: stored as typed, until it is saved or discarded. */
import type { Selector } from '../anchoring/selector.ts';
import type { Draft, Note } from './note-schema.ts';
import { normalizeTags } from './tags.ts';
import { isSamePage } from '../sites/page-address.ts';

export type { Draft };

/** How safe the typed text is. `local`: only in memory, as in a private window. `failed`: the store refused it. */
export const DRAFT_STATES = ['empty', 'pending', 'stored', 'local', 'failed'] as const;
export type DraftState = (typeof DRAFT_STATES)[number];

/** Drafts begun on a page, or of these notes. */
export interface DraftsWanted {
  page: string | null;
  notes: string[];
}

/** Holds drafts. A draft that is not stored yet is listed too. */
export interface DraftClient {
  list(): readonly Draft[];
  /** Reads the list again. Never rejects. */
  load(): Promise<void>;
  /** `stores`: false keeps it in memory alone. */
  put(draft: Draft, stores: boolean): void;
  drop(note: string): Promise<void>;
  stateOf(note: string): DraftState;
}

/** The passage as its words and their context: positions shift while a page loads. */
const passageKey = (selectors: readonly Selector[]): string =>
  JSON.stringify(
    selectors.flatMap((selector) =>
      selector.type === 'TextQuoteSelector' ? [selector.exact, selector.prefix, selector.suffix] : [],
    ),
  );

export const isSamePassage = (a: readonly Selector[], b: readonly Selector[]): boolean =>
  passageKey(a) === passageKey(b);

/** Two drafts about the same are one: of one note, or of one passage of one page. */
export const isAboutSame = (a: Draft, b: Draft): boolean =>
  a.note === b.note ||
  (a.isNew &&
    b.isNew &&
    isSamePage(a.page, b.page) &&
    a.concept === b.concept &&
    isSamePassage(a.selectors, b.selectors));

export const isWanted = (draft: Draft, { page, notes }: DraftsWanted): boolean =>
  (page !== null && isSamePage(draft.page, page)) || notes.includes(draft.note);

export const tagText = (tags: readonly string[]): string => tags.map((tag) => `#${tag}`).join(', ');

/** Whether words would be lost with it. `note`: the stored one, if there is one. */
export function hasText(draft: Draft, note: Note | undefined): boolean {
  if (!note) return (draft.text + draft.tags).trim() !== '';
  return draft.text !== note.text || tagText(normalizeTags(draft.tags)) !== tagText(note.tags);
}

/** The last written first. */
export const sortDrafts = (drafts: readonly Draft[]): Draft[] =>
  [...drafts].sort((a, b) =>
    a.changed < b.changed ? 1 : a.changed > b.changed ? -1 : a.note < b.note ? -1 : 1,
  );

/** For a surface without a store: drafts live as long as this. */
export function createMemoryDrafts(): DraftClient {
  const drafts = new Map<string, Draft>();
  return {
    list: () => [...drafts.values()],
    load: () => Promise.resolve(),
    put: (draft) => void drafts.set(draft.note, draft),
    drop: async (note) => void drafts.delete(note),
    stateOf: (note) => (drafts.has(note) ? 'local' : 'empty'),
  };
}
