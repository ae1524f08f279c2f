/** Writing notes told as a script: `pin a, type one, save, stored`. Steps in; what was done, and what is left, out. */
import { hasText, type Draft } from '../core/notes/draft.ts';
import { NOTE_EDITOR_START, reduceNoteEditor } from '../core/notes/note-editor.ts';
import type { NoteEditorEffect, NoteEditorEvent, NoteEditorState } from '../core/notes/note-editor-types.ts';
import { createNote, editNote, type Note } from '../core/notes/note.ts';

export interface NoteEditorRun {
  /** One step: a word, and what it is about. */
  step(step: string): void;
  state(): NoteEditorState;
  log: string[];
  notes: Map<string, Note>;
  drafts: Map<string, Draft>;
  /** Drafts that another editor stored; read when the list is loaded. */
  elsewhere: Map<string, Draft>;
  /** Given to the store and not answered, the oldest first. */
  inFlight: Note[];
}

const draft = (note: string, passage: string, text: string, changed: string): Draft => ({
  note,
  isNew: true,
  page: 'https://x.org/',
  title: 'A page',
  selectors: [{ type: 'TextQuoteSelector', exact: passage, prefix: '', suffix: '' }],
  concept: null,
  text,
  tags: '',
  changed,
});

/** Runs the reducer over stores in memory, and a clock that moves a second a step. Notes `m` and `n` are there. */
export function createNoteEditorRun(): NoteEditorRun {
  let state = NOTE_EDITOR_START;
  let isPrivate = false;
  let seconds = 0;
  let made = 0;
  const nowIso = (): string => new Date(Date.UTC(2026, 0, 1, 0, 0, ++seconds)).toISOString();
  const log: string[] = [];
  const notes = new Map(
    ['m', 'n'].map((id) => [id, createNote({ id, nowIso: nowIso(), page: 'https://x.org/', text: id })]),
  );
  const drafts = new Map<string, Draft>();
  const elsewhere = new Map<string, Draft>();
  const inFlight: Note[] = [];

  function send(event: NoteEditorEvent): void {
    const context = { notes: [...notes.values()], drafts: [...drafts.values()], isPrivate };
    const answer = reduceNoteEditor(state, event, context);
    state = answer.state;
    answer.effects.forEach(perform);
  }

  function perform(effect: NoteEditorEffect): void {
    log.push(nameOf(effect));
    if (effect.type === 'putDraft') drafts.set(effect.draft.note, effect.draft);
    if (effect.type === 'dropDraft') drafts.delete(effect.note);
    if (effect.type === 'save') inFlight.push(effect.note);
  }

  function step(line: string): void {
    const [word = '', ...rest] = line.split(' ');
    const about = rest.join(' ');
    const id = rest[0] ?? '';
    switch (word) {
      case 'pin':
        return send({ type: 'begun', fresh: draft(`n${++made}`, about || 'a', '', nowIso()) });
      case 'edit':
        return send({ type: 'editRequested', id, nowIso: nowIso() });
      case 'resume':
        return send({ type: 'resumed', note: id });
      case 'type':
        return send({ type: 'changed', text: about, tags: state.open?.tags ?? '', nowIso: nowIso() });
      case 'tag':
        return send({ type: 'changed', text: state.open?.text ?? '', tags: about, nowIso: nowIso() });
      case 'save':
        return send({ type: 'saveRequested', nowIso: nowIso() });
      case 'stored': {
        const note = inFlight.shift();
        if (!note) return;
        notes.set(note._id, note);
        return send({ type: 'saved', note, nowIso: nowIso() });
      }
      case 'refused': {
        const note = inFlight.shift();
        return note && send({ type: 'saveFailed', id: note._id, problem: about || 'refused' });
      }
      case 'later':
        return send({ type: 'left' });
      case 'away':
        return send({ type: 'subjectLeft' });
      case 'discard':
        return send({ type: 'discardRequested', note: id });
      case 'undiscard':
        return send({ type: 'discardUndone' });
      case 'delete':
        return send({ type: 'deleteRequested', id });
      case 'deleted': {
        const note = notes.get(id)!;
        notes.delete(id);
        return send({ type: 'deleted', note });
      }
      case 'undelete':
        return send({ type: 'deleteUndone' });
      case 'restored':
        notes.set(id, createNote({ id, nowIso: nowIso(), text: id }));
        return send({ type: 'restored' });
      case 'failed':
        return send({ type: 'failed', problem: about });
      case 'private':
        isPrivate = true;
        return;
      case 'allow':
        return send({ type: 'privateAllowed' });
      // Another tab changes a note, or begins one about the same passage.
      case 'other-tab-saves':
        notes.set(id, editNote(notes.get(id)!, { text: rest.slice(1).join(' ') }, nowIso()));
        return;
      case 'other-tab-types':
        elsewhere.set(`x-${id}`, draft(`x-${id}`, id, rest.slice(1).join(' '), nowIso()));
        return;
      case 'loaded':
        for (const [note, one] of elsewhere) drafts.set(note, one);
        return send({ type: 'draftsLoaded', note: state.open?.note ?? '' });
      default:
        throw new Error(`No such step: ${line}`);
    }
  }

  return { step, state: () => state, log, notes, drafts, elsewhere, inFlight };
}

function nameOf(effect: NoteEditorEffect): string {
  switch (effect.type) {
    case 'putDraft':
      return `put ${effect.draft.note}${effect.stores ? '' : ' here alone'}`;
    case 'dropDraft':
      return `drop ${effect.note}`;
    case 'loadDrafts':
      return 'load';
    case 'save':
      return `save ${effect.note._id} “${effect.note.text}”`;
    case 'remove':
      return `remove ${effect.id}`;
    case 'restore':
      return `restore ${effect.note._id}`;
    case 'reportSaved':
      return `saved ${effect.note._id}`;
    case 'reportDirty':
      return effect.isDirty ? 'dirty' : 'clean';
  }
}

/** The reader's state at the end: the editor, the drafts that wait, the notes that were made or changed. */
export function outcomeOf({ state, notes, drafts }: NoteEditorRun): string {
  const { open, problem, deleted, discarded } = state();
  const written = [...notes.values()].filter(({ _id, text }) => text !== _id);
  const waiting = [...drafts.values()].filter(({ note }) => note !== open?.note);
  return [
    open
      ? `writes ${open.note} “${open.text}”${hasText(open, notes.get(open.note)) ? '' : ' (safe)'}`
      : 'closed',
    ...waiting.map(({ note, text }) => `waits ${note} “${text}”`),
    ...written.map(({ _id, text }) => `note ${_id} “${text}”`),
    ...(deleted ? [`deleted ${deleted._id}`] : []),
    ...(discarded ? [`discarded ${discarded.note}`] : []),
    ...(problem === null ? [] : [`problem: ${problem}`]),
  ].join(', ');
}

export function playNoteEditor(script: string): { done: string; outcome: string } {
  const run = createNoteEditorRun();
  for (const step of script.split(', ')) run.step(step);
  return { done: run.log.join(', '), outcome: outcomeOf(run) };
}
