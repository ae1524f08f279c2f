/**
 * What the card shows and what its buttons do, without a card: the trail of concepts, the notes beside them, the
 * draft that is being written. Page and popup give it their entries and notes; drafts live here and outlive the card.
 */
import { createCardDecisions, type DecisionStore } from './card-decisions.ts';
import type { CardIntent, CardModel } from './card-model.ts';
import type { Concept } from '../glossary/concept.ts';
import { errorMessageOf } from '../i18n/error-text.ts';
import type { Reason } from '../judge/judge.ts';
import { localized } from '../glossary/localized.ts';
import type { Draft, DraftClient } from '../notes/draft.ts';
import { createNoteEditorController, type NoteSource } from '../notes/note-editor.ts';
import type { Note } from '../notes/note.ts';
import { reasonSentence } from './reason-text.ts';
import { quoteOf } from '../anchoring/quote-of.ts';
import type { Selector } from '../anchoring/selector.ts';
import type { Strings } from '../i18n/strings.ts';

/** An occurrence that a card may be opened on. */
export interface CardOccurrence {
  /** Ids of the concepts that may be meant; more than one where the reader is asked. */
  concepts: readonly string[];
  reasons: readonly Reason[];
  /** Text as it stands on the page. */
  surface: string;
  /** Ids of the other concepts that the word may mean. */
  others: readonly string[];
  /** Asked at each drawing: the page may change. */
  position(): CardModel['position'];
  describe(): { selectors: Selector[]; quote: string } | null;
  /** Ids of the notes whose passage it stands in. */
  notes(): readonly string[];
  step(by: 1 | -1): void;
}

export interface EntrySource {
  get(id: string): Concept | undefined;
  bring(ids: readonly string[]): Promise<void>;
}

export type { NoteSource };

export interface CardController {
  showOccurrence(occurrence: CardOccurrence): void;
  showNote(id: string): boolean;
  showConcept(id: string): void;
  /** A new note for a passage of the page. */
  startNote(selectors: Selector[]): void;
  model(): CardModel;
  act(intent: CardIntent): void;
}

export interface CardControllerOptions {
  entries: EntrySource;
  notes: NoteSource;
  /** Null where drafts live as long as the desk. */
  drafts?: DraftClient | null;
  strings: Strings;
  /** Null where choices cannot be made: in the popup. */
  choices?: DecisionStore | null;
  /** Language the reader prefers for terms and definitions. */
  lang: string;
  /** A private window: nothing is pinned before the reader said so. Asked when a note is begun. */
  isPrivate?(): boolean;
  /** False for a note that another site owns; without it all may be changed. */
  mayChange?(note: Note): boolean;
  onChanged(): void;
  onClose(): void;
  /** Back from the first card of the trail, where there is something to go back to. */
  onBack?(): void;
  onDirty(dirty: boolean): void;
}

interface View {
  concept: string | null;
  occurrence: CardOccurrence | null;
  note: string | null;
  /** The occurrence whose sense was asked for, and this view is the answer. */
  asked: CardOccurrence | null;
}

const NOTHING: View = { concept: null, occurrence: null, note: null, asked: null };
export { quoteOf };

export function createCardController(options: CardControllerOptions): CardController {
  const { entries, notes, strings, lang, onChanged } = options;
  let trail: View[] = [];
  /** What the glossary could not give. */
  let problem: string | null = null;

  const view = (): View => trail.at(-1) ?? NOTHING;
  const noteOf = (id: string): Note | undefined => notes.list().find(({ _id }) => _id === id);
  const termOf = (id: string): string => {
    const entry = entries.get(id);
    return entry ? localized(entry.term, lang).value : id;
  };

  function failed(error: unknown): void {
    problem = errorMessageOf(error, strings);
    onChanged();
  }

  const choices = createCardDecisions({
    keeper: options.choices ?? null,
    strings,
    termOf,
    onChanged,
    onFailed: failed,
  });

  /** Brings an entry, then those it is related to, so that their names stand on the card. */
  function bring(ids: readonly string[]): void {
    entries
      .bring(ids)
      .then(() => {
        onChanged();
        const related = ids.flatMap((id) => entries.get(id)?.related ?? []);
        return entries.bring(related).then(onChanged);
      }, failed)
      .catch(() => undefined);
  }

  function begin(next: View): void {
    trail = [next];
    problem = null;
    writing.turn();
    choices.forget();
    const wanted = next.concept !== null ? [next.concept] : (next.occurrence?.concepts ?? []);
    if (wanted.length > 0) bring(wanted);
  }

  const writing = createNoteEditorController({
    notes,
    strings,
    drafts: options.drafts ?? null,
    isPrivate: () => options.isPrivate?.() ?? false,
    onChanged,
    onDirty: options.onDirty,
    onSaved(note) {
      // A note of its own is what the card is about from now on.
      const { concept, occurrence } = view();
      if (concept === null && occurrence === null) trail = [{ ...NOTHING, note: note._id }];
    },
  });

  function notesOf({ concept, note, occurrence }: View): Note[] {
    const around = occurrence?.notes() ?? [];
    return notes
      .list()
      .filter(
        (each) =>
          each._id === note || around.includes(each._id) || (concept !== null && each.concept === concept),
      );
  }

  /** Of the drafts that wait, those about what the card shows. */
  function unfinishedOf(shown: View, own: readonly Note[], all: readonly Draft[]): Draft[] {
    return all.filter(
      ({ note, isNew, concept }) =>
        own.some(({ _id }) => _id === note) || (isNew && concept !== null && concept === shown.concept),
    );
  }

  return {
    showOccurrence(occurrence) {
      const [only, ...others] = occurrence.concepts;
      begin({ ...NOTHING, concept: others.length > 0 ? null : only!, occurrence });
    },
    showNote(id) {
      const note = noteOf(id);
      if (note) begin({ ...NOTHING, concept: note.concept, note: id });
      return note !== undefined;
    },
    showConcept: (id) => begin({ ...NOTHING, concept: id }),
    startNote(selectors) {
      begin(NOTHING);
      writing.begin(selectors, null);
    },
    model() {
      const { concept, occurrence } = view();
      const entry = concept === null ? null : (entries.get(concept) ?? null);
      const before = trail.at(-2);
      const own = notesOf(view());
      const written = writing.model();
      return {
        entry,
        lang,
        position: occurrence?.position() ?? null,
        reasons: occurrence?.reasons.map((reason) => reasonSentence(reason, strings, termOf)) ?? [],
        senses:
          concept === null && occurrence
            ? occurrence.concepts.map((id) => {
                const sense = entries.get(id);
                return {
                  id,
                  term: termOf(id),
                  gloss: sense ? localized(sense.definition, lang).value[0]!.text : '',
                };
              })
            : [],
        site: choices.site,
        offersKnown: choices.offersKnown,
        surface: occurrence?.surface ?? null,
        others: (occurrence?.others ?? []).map((id) => ({ id, term: termOf(id) })),
        decided: choices.decided,
        offersAlways: view().asked !== null && choices.site !== null,
        related: (entry?.related ?? []).map((id) => ({ id, term: termOf(id) })),
        back: before
          ? before.concept
            ? termOf(before.concept)
            : strings.t('noteOfPage')
          : options.onBack
            ? strings.t('resultList')
            : null,
        notes: own,
        readOnlyNotes: options.mayChange
          ? own.filter((note) => !options.mayChange!(note)).map(({ _id }) => _id)
          : [],
        ...written,
        unfinished: unfinishedOf(view(), own, written.unfinished),
        problem: problem ?? written.problem,
      };
    },
    act(intent) {
      switch (intent.type) {
        case 'openRelated':
        case 'chooseSense':
          trail.push({
            ...NOTHING,
            concept: intent.id,
            asked: intent.type === 'chooseSense' ? view().occurrence : null,
          });
          choices.forget();
          bring([intent.id]);
          return onChanged();
        case 'always': {
          const { concept, asked } = view();
          if (concept !== null && asked) choices.keepSense(concept, asked);
          return;
        }
        case 'meant':
        case 'wrongSense':
        case 'notHere':
        case 'know': {
          const { concept, occurrence } = view();
          problem = null;
          if (concept === null) return;
          if (intent.type === 'know') choices.know(concept);
          else if (occurrence) choices.refuse(concept, occurrence, intent);
          return;
        }
        case 'undoChoice':
          return choices.undo();
        case 'back':
          if (trail.length > 1) {
            trail.pop();
            choices.forget();
            return onChanged();
          }
          return options.onBack?.();
        case 'next':
          return view().occurrence?.step(1);
        case 'previous':
          return view().occurrence?.step(-1);
        case 'close':
          return options.onClose();
        case 'pin': {
          const { concept, occurrence } = view();
          problem = null;
          return writing.begin(occurrence?.describe()?.selectors ?? [], concept);
        }
        case 'allowPrivate':
        case 'editNote':
        case 'resumeDraft':
        case 'discardDraft':
        case 'undoDiscard':
        case 'changeDraft':
        case 'saveDraft':
        case 'deleteNote':
        case 'undoDelete':
          problem = null;
          return writing.act(intent);
        case 'leaveDraft': {
          problem = null;
          writing.act(intent);
          const { concept, occurrence, note } = view();
          // It was opened for the note alone, and there is nothing else to show.
          if (concept === null && occurrence === null && note === null) options.onClose();
          return;
        }
      }
    },
  };
}
