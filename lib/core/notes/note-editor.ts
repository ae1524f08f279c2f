/**
 * Writing, changing and deleting notes, without a surface, a store or a clock: (state, event, context) → (state,
 * effects). note-editor-controller.ts performs the effects; the card, the panel and the library each have one.
 */
import { hasText, isAboutSame, tagText, type Draft } from './draft.ts';
import type {
  NoteEditorContext,
  NoteEditorEffect,
  NoteEditorEvent,
  NoteEditorState,
  PendingSave,
} from './note-editor-types.ts';
import { createNote, editNote, type Note } from './note.ts';
import { normalizeTags } from './tags.ts';

export const NOTE_EDITOR_START: NoteEditorState = {
  open: null,
  saves: [],
  saved: null,
  deleted: null,
  discarded: null,
  problem: null,
  allowsPrivate: false,
  isDirty: false,
  subject: 0,
};

const noteOf = ({ notes }: NoteEditorContext, id: string): Note | undefined =>
  notes.find(({ _id }) => _id === id);

/** Whether words would be lost with the open draft. */
export const hasUnsaved = ({ open }: NoteEditorState, context: NoteEditorContext): boolean =>
  open !== null && hasText(open, noteOf(context, open.note));

export const mayStore = ({ allowsPrivate }: NoteEditorState, { isPrivate }: NoteEditorContext): boolean =>
  allowsPrivate || !isPrivate;

export const asksPrivate = (state: NoteEditorState, context: NoteEditorContext): boolean =>
  state.open !== null && state.open.isNew && !mayStore(state, context);

export function reduceNoteEditor(
  state: NoteEditorState,
  event: NoteEditorEvent,
  context: NoteEditorContext,
): { state: NoteEditorState; effects: NoteEditorEffect[] } {
  const effects: NoteEditorEffect[] = [];
  const next = step(state, event, context, effects);
  // A note that was just stored may not be listed yet.
  const after = event.type === 'saved' ? withNote(context, event.note) : context;
  const dirty = hasUnsaved(next, after);
  if (dirty !== state.isDirty) effects.push({ type: 'reportDirty', isDirty: dirty });
  return { state: { ...next, isDirty: dirty }, effects };
}

const withNote = (context: NoteEditorContext, note: Note): NoteEditorContext => ({
  ...context,
  notes: [...context.notes.filter(({ _id }) => _id !== note._id), note],
});

function step(
  state: NoteEditorState,
  event: NoteEditorEvent,
  context: NoteEditorContext,
  effects: NoteEditorEffect[],
): NoteEditorState {
  const { open } = state;
  switch (event.type) {
    case 'begun':
      return openDraft(state, event.fresh, context, effects);
    case 'editRequested': {
      const note = noteOf(context, event.id);
      return note ? openDraft(state, draftOf(note, event.nowIso), context, effects) : state;
    }
    case 'resumed': {
      const draft = context.drafts.find(({ note }) => note === event.note);
      return draft ? openDraft(state, draft, context, effects) : state;
    }
    case 'draftsLoaded':
      return open?.note === event.note ? joinLoaded(state, open, context, effects) : state;
    case 'changed': {
      if (!open) return state;
      const { text, tags, nowIso } = event;
      return change(state, { ...open, text, tags, changed: nowIso }, context, effects);
    }
    case 'saveRequested':
      return open && !asksPrivate(state, context) ? save(state, open, context, event.nowIso, effects) : state;
    case 'saved':
      return stored(state, event.note, context, event.nowIso, effects);
    case 'saveFailed':
      return saveFailed(state, event.id, event.problem);
    case 'left':
      return leave(state);
    case 'subjectLeft':
      return {
        ...leave(state),
        deleted: null,
        discarded: null,
        problem: null,
        subject: state.subject + 1,
      };
    case 'discardRequested': {
      const { note } = event;
      const gone = open?.note === note ? open : context.drafts.find((draft) => draft.note === note);
      effects.push({ type: 'dropDraft', note, isSaved: false });
      return {
        ...state,
        open: open?.note === note ? null : open,
        saves: state.saves.filter(({ sent }) => sent.note !== note),
        discarded: gone ?? null,
      };
    }
    case 'discardUndone':
      if (!state.discarded) return state;
      effects.push({ type: 'putDraft', draft: state.discarded, stores: mayStore(state, context) });
      return { ...state, discarded: null };
    case 'deleteRequested':
      effects.push({ type: 'remove', id: event.id });
      return state;
    case 'deleted':
      return { ...state, deleted: event.note };
    case 'deleteUndone':
      if (state.deleted) effects.push({ type: 'restore', note: state.deleted });
      return state;
    case 'restored':
      return { ...state, deleted: null };
    case 'failed':
      return { ...state, problem: event.problem };
    case 'privateAllowed':
      return { ...state, allowsPrivate: true };
  }
}

const draftOf = ({ _id, page, title, selectors, concept, text, tags }: Note, nowIso: string): Draft => ({
  note: _id,
  isNew: false,
  page,
  title,
  selectors,
  concept,
  text,
  tags: tagText(tags),
  changed: nowIso,
});

function openDraft(
  state: NoteEditorState,
  fresh: Draft,
  { drafts }: NoteEditorContext,
  effects: NoteEditorEffect[],
): NoteEditorState {
  const isSame = (draft: Draft): boolean => isAboutSame(draft, fresh);
  const known = [...(state.open ? [state.open] : []), ...drafts].find(isSame);
  // It may have been begun elsewhere, in an editor that is gone.
  if (!known) effects.push({ type: 'loadDrafts', note: fresh.note });
  const opened = known ?? fresh;
  return {
    ...withSave(state, opened.note, { closes: false }),
    open: opened,
    saved: null,
    problem: null,
  };
}

/** The list of drafts was read again while this one is open: it may hold the same one, or one about the same place. */
function joinLoaded(
  state: NoteEditorState,
  open: Draft,
  context: NoteEditorContext,
  effects: NoteEditorEffect[],
): NoteEditorState {
  const other = context.drafts.find((draft) => draft.note !== open.note && isAboutSame(draft, open));
  if (!hasUnsaved(state, context)) {
    const found = other ?? context.drafts.find(({ note }) => note === open.note);
    return found ? { ...state, open: found } : state;
  }
  if (!other) return state;
  // Both belong to one note: the earlier text comes first.
  const text = [other.text, open.text].filter((each) => each.trim() !== '').join('\n\n');
  const tags = tagText(normalizeTags([other.tags, open.tags]));
  effects.push({ type: 'dropDraft', note: open.note, isSaved: false });
  return change(state, { ...other, text, tags, changed: open.changed }, context, effects);
}

function change(
  state: NoteEditorState,
  typed: Draft,
  context: NoteEditorContext,
  effects: NoteEditorEffect[],
): NoteEditorState {
  const next = {
    ...withSave(state, typed.note, { latest: typed, closes: false }),
    open: typed,
    saved: null,
  };
  if (hasUnsaved(next, context)) {
    effects.push({ type: 'putDraft', draft: typed, stores: mayStore(next, context) });
  } else effects.push({ type: 'dropDraft', note: typed.note, isSaved: false });
  return next;
}

const withSave = (
  state: NoteEditorState,
  note: string,
  change: Partial<Pick<PendingSave, 'latest' | 'closes'>>,
): NoteEditorState => ({
  ...state,
  saves: state.saves.map((save) => (save.sent.note === note ? { ...save, ...change } : save)),
});

function save(
  state: NoteEditorState,
  draft: Draft,
  context: NoteEditorContext,
  nowIso: string,
  effects: NoteEditorEffect[],
): NoteEditorState {
  // The newest text follows the one in flight.
  if (state.saves.some(({ sent }) => sent.note === draft.note)) {
    return withSave(state, draft.note, { closes: true });
  }
  return send(state, draft, { closes: true, subject: state.subject }, context, nowIso, effects);
}

function send(
  state: NoteEditorState,
  draft: Draft,
  how: Pick<PendingSave, 'closes' | 'subject'>,
  context: NoteEditorContext,
  nowIso: string,
  effects: NoteEditorEffect[],
): NoteEditorState {
  const { note: id, text, page, title, selectors, concept } = draft;
  const tags = normalizeTags(draft.tags);
  const before = noteOf(context, id);
  const note = before
    ? editNote(before, { text, tags }, nowIso)
    : createNote({ id, nowIso, page, title, selectors, concept, text, tags });
  effects.push({ type: 'save', note });
  return { ...state, saves: [...state.saves, { sent: draft, latest: draft, ...how }], problem: null };
}

function stored(
  state: NoteEditorState,
  note: Note,
  context: NoteEditorContext,
  nowIso: string,
  effects: NoteEditorEffect[],
): NoteEditorState {
  effects.push({ type: 'reportSaved', note });
  const pending = state.saves.find(({ sent }) => sent.note === note._id);
  // Discarded meanwhile.
  if (!pending) return state;
  const { sent, latest, closes, subject } = pending;
  const saves = state.saves.filter((each) => each !== pending);
  const isOpen = state.open?.note === note._id;
  // From now on it is a change of a note that exists.
  const draft = { ...latest, isNew: false };
  if (latest.text !== sent.text || latest.tags !== sent.tags) {
    const next = { ...state, saves, open: isOpen ? draft : state.open };
    effects.push({ type: 'putDraft', draft, stores: mayStore(state, context) });
    return send(next, draft, { closes, subject }, withNote(context, note), nowIso, effects);
  }
  effects.push({ type: 'dropDraft', note: note._id, isSaved: true });
  if (!isOpen) return { ...state, saves };
  return closes ? { ...state, saves, open: null } : { ...state, saves, open: draft, saved: note._id };
}

function saveFailed(state: NoteEditorState, id: string, problem: string): NoteEditorState {
  const pending = state.saves.find(({ sent }) => sent.note === id);
  if (!pending) return state;
  const saves = state.saves.filter((each) => each !== pending);
  // The editor comes back where it was left; elsewhere the draft waits.
  const isBack = state.open === null && pending.subject === state.subject;
  return { ...state, saves, problem, open: isBack ? pending.latest : state.open };
}

/** A save in flight goes on, and so does what was typed since. */
const leave = (state: NoteEditorState): NoteEditorState => ({
  ...(state.open ? withSave(state, state.open.note, { closes: true }) : state),
  open: null,
  saved: null,
});
