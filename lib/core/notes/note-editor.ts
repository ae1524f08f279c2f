/**
 * Writing, changing and deleting notes, without a surface: the draft in the editor, those that wait, the way to Undo.
 * The card, the panel and the library each have one.
 */
import { quoteOf } from '../anchoring/quote-of.ts';
import type { Selector } from '../anchoring/selector.ts';
import type { NoteDraft, NoteEditorModel, NoteIntent } from './note-editor-model.ts';
import { isAboutSame, hasText, sortDrafts, tagText, type Draft, type DraftClient } from './draft.ts';
import { errorMessageOf } from '../i18n/error-text.ts';
import { createNote, editNote, type Note } from './note.ts';
import type { Strings } from '../i18n/strings.ts';
import { normalizeTags } from './tags.ts';

export interface NoteSource {
  list(): readonly Note[];
  /** Each answers when it is stored; what it rejects with is told to the reader. */
  save(note: Note): Promise<Note>;
  remove(id: string): Promise<Note>;
  restore(note: Note): Promise<Note>;
  /** What a new note is pinned to, and the identity and time it gets. */
  stamp(): { id: string; nowIso: string; page: string | null; title: string };
}

export interface NoteEditorController {
  /** A new note, or what was begun about the same place. */
  begin(selectors: Selector[], concept: string | null): void;
  act(intent: NoteIntent): void;
  model(): NoteEditorModel;
  /** The reader turned to something else: an editor without words does not follow. */
  turn(): void;
}

export interface NoteEditorControllerOptions {
  notes: NoteSource;
  strings: Pick<Strings, 't'>;
  /** Null where drafts live only as long as the desk. */
  drafts: DraftClient | null;
  /** A private window: nothing new is kept before the reader said so. Asked when a note is begun. */
  isPrivate?(): boolean;
  onChanged(): void;
  onDirty?(dirty: boolean): void;
  onSaved?(note: Note): void;
}

export function createNoteEditorController(options: NoteEditorControllerOptions): NoteEditorController {
  const { notes, onChanged } = options;
  const drafts = options.drafts ?? memoryOnly();
  let draft: Draft | null = null;
  let deleted: Note | null = null;
  let discarded: Draft | null = null;
  let problem: string | null = null;
  let saving = false;
  let allowsPrivate = false;

  const noteOf = (id: string): Note | undefined => notes.list().find(({ _id }) => _id === id);
  const isDirty = (one: Draft | null): boolean => one !== null && hasText(one, noteOf(one.note));
  const mayStore = (): boolean => allowsPrivate || !(options.isPrivate?.() ?? false);
  const asksPrivate = (): boolean => draft !== null && draft.isNew && !mayStore();

  function failed(error: unknown): void {
    problem = errorMessageOf(error, options.strings);
    onChanged();
  }

  function show(next: Draft | null): void {
    draft = next;
    options.onDirty?.(isDirty(next));
    onChanged();
  }

  function write(fresh: Draft): void {
    problem = null;
    const waiting = drafts.list().find((one) => isAboutSame(one, fresh));
    show(waiting ?? fresh);
    if (waiting) return;
    // It may have been begun elsewhere, by an editor that is gone.
    drafts
      .load()
      .then(() => {
        if (draft?.note !== fresh.note) return;
        const isOther = (one: Draft): boolean => one.note !== fresh.note && isAboutSame(one, fresh);
        const found = drafts.list().find(isOther) ?? drafts.list().find(({ note }) => note === fresh.note);
        if (!found || found === draft) return;
        if (!isDirty(draft)) show(found);
        else if (isOther(found)) merge(found, draft);
      })
      .catch(failed);
  }

  /** What was begun before comes first; both belong to one note. */
  function merge(before: Draft, now: Draft): void {
    const text = [before.text, now.text].filter((each) => each.trim() !== '').join('\n\n');
    const tags = tagText(normalizeTags([before.tags, now.tags]));
    drafts.drop(now.note).catch(failed);
    change({ ...before, text, tags });
  }

  function change(next: Draft): void {
    const { nowIso } = notes.stamp();
    const typed = { ...next, changed: nowIso };
    if (isDirty(typed)) drafts.put(typed, mayStore());
    else drafts.drop(typed.note).catch(failed);
    show(typed);
  }

  async function save(): Promise<void> {
    if (!draft || saving || asksPrivate()) return;
    const { note: id, selectors, concept, page, title, text, isNew } = draft;
    const tags = normalizeTags(draft.tags);
    const old = noteOf(id);
    const { nowIso } = notes.stamp();
    saving = true;
    problem = null;
    try {
      const saved = await notes.save(
        old && !isNew
          ? editNote(old, { text, tags }, nowIso)
          : createNote({ id, nowIso, page, title, selectors, concept, text, tags }),
      );
      await drafts.drop(id).catch(() => undefined);
      options.onSaved?.(saved);
      show(null);
    } catch (error) {
      failed(error);
    } finally {
      saving = false;
    }
  }

  function edit(id: string): void {
    const note = noteOf(id);
    if (!note) return;
    const { page, title, selectors, concept, text, tags } = note;
    const { nowIso } = notes.stamp();
    write({
      note: id,
      isNew: false,
      page,
      title,
      selectors,
      concept,
      text,
      tags: tagText(tags),
      changed: nowIso,
    });
  }

  function discard(id: string): void {
    const gone = draft?.note === id ? draft : drafts.list().find(({ note }) => note === id);
    drafts.drop(id).then(() => {
      discarded = gone ?? null;
      onChanged();
    }, failed);
    if (draft?.note === id) show(null);
  }

  const fieldsOf = ({ note, isNew, selectors, text, tags }: Draft): NoteDraft => ({
    id: isNew ? null : note,
    quote: quoteOf(selectors),
    text,
    tags,
  });

  return {
    begin(selectors, concept) {
      const { id, nowIso, page, title } = notes.stamp();
      write({ note: id, isNew: true, page, title, selectors, concept, text: '', tags: '', changed: nowIso });
    },
    turn() {
      deleted = discarded = problem = null;
      if (!isDirty(draft)) draft = null;
    },
    model: () => ({
      editor: draft && fieldsOf(draft),
      writing: draft?.note ?? null,
      draftState:
        draft === null || !isDirty(draft) ? 'empty' : mayStore() ? drafts.stateOf(draft.note) : 'local',
      asksPrivate: asksPrivate(),
      unfinished: sortDrafts(drafts.list()).filter(({ note }) => note !== draft?.note),
      deleted,
      discarded,
      problem,
    }),
    act(intent) {
      switch (intent.type) {
        case 'allowPrivate':
          allowsPrivate = true;
          return onChanged();
        case 'editNote':
          return edit(intent.id);
        case 'resumeDraft': {
          const waiting = drafts.list().find(({ note }) => note === intent.note);
          return waiting && write(waiting);
        }
        case 'discardDraft':
          return discard(intent.note);
        case 'undoDiscard':
          if (!discarded) return;
          drafts.put(discarded, mayStore());
          discarded = null;
          return onChanged();
        case 'changeDraft': {
          const { text, tags } = intent.draft;
          return draft ? change({ ...draft, text, tags }) : undefined;
        }
        case 'saveDraft':
          void save();
          return;
        case 'leaveDraft':
          return show(null);
        case 'deleteNote':
          notes.remove(intent.id).then((note) => {
            deleted = note;
            onChanged();
          }, failed);
          return;
        case 'undoDelete':
          if (!deleted) return;
          notes.restore(deleted).then(() => {
            deleted = null;
            onChanged();
          }, failed);
          return;
      }
    },
  };
}

/** Drafts of a desk that has no store. */
function memoryOnly(): DraftClient {
  const drafts = new Map<string, Draft>();
  return {
    list: () => [...drafts.values()],
    load: () => Promise.resolve(),
    put: (draft) => void drafts.set(draft.note, draft),
    async drop(note) {
      drafts.delete(note);
    },
    stateOf: () => 'empty',
  };
}
