/** Messages about drafts and about what editors show, and the shape of their params; part of `BackgroundMessages`. */
import type { Draft, DraftsWanted } from '../notes/draft.ts';
import { parseDraft } from '../notes/note-schema.ts';
import type { NoteTree } from '../notes/note-tree.ts';
import { fail, ok, type Result } from '../base/result.ts';
import { fieldsOf, isText, nothing } from './guards.ts';

export interface DraftMessages {
  'drafts.list': { params: Record<never, never>; result: Draft[] };
  /** Those begun on a page, or of these notes: a content script gets no others. */
  'drafts.wanted': { params: DraftsWanted; result: Draft[] };
  /** Repeating it changes nothing; a later draft of the same note stays. */
  'drafts.put': { params: { draft: Draft }; result: { kept: true } };
  'drafts.drop': { params: { note: string }; result: { dropped: boolean } };
  /** Tags of the reader's notes that may be meant by what was typed. */
  'notes.tags': { params: { typed: string }; result: string[] };
  /** What these texts look like: content scripts carry no parser. */
  'notes.trees': { params: { texts: string[] }; result: NoteTree[] };
}

export const DRAFTS_OURS_ALONE = ['drafts.list'] as const;

const LIMITS = { ids: 10_000, typed: 200, texts: 500, length: 2_000_000 };

export const draftGuards: {
  [N in keyof DraftMessages]: (params: unknown) => Result<DraftMessages[N]['params']>;
} = {
  'drafts.list': nothing,
  'drafts.wanted': (params) => {
    const { page, notes } = fieldsOf(params);
    if (page !== null && !isText(page)) return wrong('page', 'An address or null is needed.');
    return Array.isArray(notes) && notes.length <= LIMITS.ids && notes.every(isText)
      ? ok({ page, notes })
      : wrong('notes', 'A list of note ids is needed.');
  },
  'drafts.put': (params) => {
    const draft = parseDraft(fieldsOf(params)['draft']);
    return draft.ok ? ok({ draft: draft.value }) : draft;
  },
  'drafts.drop': (params) => {
    const { note } = fieldsOf(params);
    return isText(note) && note !== '' ? ok({ note }) : wrong('note', 'The id of a note is needed.');
  },
  'notes.tags': (params) => {
    const { typed } = fieldsOf(params);
    return isText(typed) && typed.length <= LIMITS.typed
      ? ok({ typed })
      : wrong('typed', 'The beginning of a tag is needed.');
  },
  'notes.trees': (params) => {
    const { texts } = fieldsOf(params);
    return Array.isArray(texts) &&
      texts.length <= LIMITS.texts &&
      texts.every(isText) &&
      texts.reduce((sum, text) => sum + text.length, 0) <= LIMITS.length
      ? ok({ texts })
      : wrong('texts', 'A list of texts is needed.');
  },
};

const wrong = (field: string, message: string): Result<never> => fail([{ path: [field], message }]);
