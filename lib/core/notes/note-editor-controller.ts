/** Runs the note editor: keeps its state, and performs its effects on the parts given. */
import { quoteOf } from '../anchoring/quote-of.ts';
import type { Selector } from '../anchoring/selector.ts';
import { errorMessageOf } from '../i18n/error-text.ts';
import type { Strings } from '../i18n/strings.ts';
import { createMemoryDrafts, sortDrafts, type Draft, type DraftClient } from './draft.ts';
import { asksPrivate, hasUnsaved, mayStore, NOTE_EDITOR_START, reduceNoteEditor } from './note-editor.ts';
import type { NoteEditorContext, NoteEditorEffect, NoteEditorEvent } from './note-editor-types.ts';
import type { NoteDraft, NoteEditorModel, NoteIntent } from './note-editor-model.ts';
import type { Note } from './note.ts';

export interface NoteSource {
  list(): readonly Note[];
  /** Each resolves when it is stored; the reader is told why one rejects. */
  save(note: Note): Promise<Note>;
  remove(id: string): Promise<Note>;
  restore(note: Note): Promise<Note>;
  /** The page that a new note is pinned to, and the identity and time it gets. */
  stamp(): { id: string; nowIso: string; page: string | null; title: string };
}

export interface NoteEditorController {
  /** A new note, or the draft about the same place. */
  begin(selectors: Selector[], concept: string | null): void;
  act(intent: NoteIntent): void;
  model(): NoteEditorModel;
  /** The surface shows something else: the editor closes and its draft waits. */
  leaveSubject(): void;
}

export interface NoteEditorControllerOptions {
  notes: NoteSource;
  strings: Pick<Strings, 't'>;
  /** Null where drafts live only as long as the controller. */
  drafts: DraftClient | null;
  /** In a private window the reader is asked before a new note is stored. */
  isPrivate?(): boolean;
  onChanged(): void;
  onDirty?(isDirty: boolean): void;
  onSaved?(note: Note): void;
}

export function createNoteEditorController(options: NoteEditorControllerOptions): NoteEditorController {
  const { notes } = options;
  const drafts = options.drafts ?? createMemoryDrafts();
  let state = NOTE_EDITOR_START;
  const queue: NoteEditorEvent[] = [];
  let isBusy = false;

  const context = (): NoteEditorContext => ({
    notes: notes.list(),
    drafts: drafts.list(),
    isPrivate: options.isPrivate?.() ?? false,
  });
  const nowIso = (): string => notes.stamp().nowIso;

  function dispatch(event: NoteEditorEvent): void {
    run(event);
    options.onChanged();
  }
  /** Effects may dispatch in turn: such events wait until the effects before them are done. */
  function run(event: NoteEditorEvent): void {
    queue.push(event);
    if (isBusy) return;
    isBusy = true;
    try {
      for (let next = queue.shift(); next; next = queue.shift()) {
        const answer = reduceNoteEditor(state, next, context());
        state = answer.state;
        answer.effects.forEach(perform);
      }
    } finally {
      isBusy = false;
    }
  }

  const problemOf = (error: unknown): string => errorMessageOf(error, options.strings);
  const fail = (error: unknown): void => dispatch({ type: 'failed', problem: problemOf(error) });

  function perform(effect: NoteEditorEffect): void {
    switch (effect.type) {
      case 'putDraft':
        return drafts.put(effect.draft, effect.stores);
      case 'dropDraft':
        drafts.drop(effect.note).catch((error: unknown) => {
          if (!effect.isSaved) fail(error);
        });
        return;
      case 'loadDrafts':
        drafts.load().then(() => dispatch({ type: 'draftsLoaded', note: effect.note }), fail);
        return;
      case 'save':
        notes.save(effect.note).then(
          (note) => dispatch({ type: 'saved', note, nowIso: nowIso() }),
          (error: unknown) =>
            dispatch({ type: 'saveFailed', id: effect.note._id, problem: problemOf(error) }),
        );
        return;
      case 'remove':
        notes.remove(effect.id).then((note) => dispatch({ type: 'deleted', note }), fail);
        return;
      case 'restore':
        notes.restore(effect.note).then(() => dispatch({ type: 'restored' }), fail);
        return;
      case 'reportSaved':
        return options.onSaved?.(effect.note);
      case 'reportDirty':
        return options.onDirty?.(effect.isDirty);
    }
  }

  function eventOf(intent: NoteIntent): NoteEditorEvent {
    switch (intent.type) {
      case 'allowPrivate':
        return { type: 'privateAllowed' };
      case 'editNote':
        return { type: 'editRequested', id: intent.id, nowIso: nowIso() };
      case 'resumeDraft':
        return { type: 'resumed', note: intent.note };
      case 'discardDraft':
        return { type: 'discardRequested', note: intent.note };
      case 'undoDiscard':
        return { type: 'discardUndone' };
      case 'changeDraft':
        return { type: 'changed', text: intent.draft.text, tags: intent.draft.tags, nowIso: nowIso() };
      case 'saveDraft':
        return { type: 'saveRequested', nowIso: nowIso() };
      case 'leaveDraft':
        return { type: 'left' };
      case 'deleteNote':
        return { type: 'deleteRequested', id: intent.id };
      case 'undoDelete':
        return { type: 'deleteUndone' };
    }
  }

  return {
    begin(selectors, concept) {
      const { id, nowIso, page, title } = notes.stamp();
      const fresh = {
        note: id,
        isNew: true,
        page,
        title,
        selectors,
        concept,
        text: '',
        tags: '',
        changed: nowIso,
      };
      dispatch({ type: 'begun', fresh });
    },
    // The surface draws what it shows next anyway.
    leaveSubject: () => run({ type: 'subjectLeft' }),
    act: (intent) => dispatch(eventOf(intent)),
    model(): NoteEditorModel {
      const now = context();
      const { open, saves, saved, deleted, discarded, problem } = state;
      const isSaving = saves.some(({ sent }) => sent.note === open?.note);
      return {
        editor: open && fieldsOf(open),
        writing: open?.note ?? null,
        draftState:
          open === null || !hasUnsaved(state, now)
            ? 'empty'
            : mayStore(state, now)
              ? drafts.stateOf(open.note)
              : 'local',
        saveState: isSaving ? 'saving' : open !== null && saved === open.note ? 'saved' : 'idle',
        asksPrivate: asksPrivate(state, now),
        unfinished: sortDrafts(now.drafts).filter(({ note }) => note !== open?.note),
        deleted,
        discarded,
        problem,
      };
    },
  };
}

const fieldsOf = ({ note, isNew, selectors, text, tags }: Draft): NoteDraft => ({
  id: isNew ? null : note,
  quote: quoteOf(selectors),
  text,
  tags,
});
