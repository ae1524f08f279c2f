/**
 * The card without a surface, of four small states: the trail of concepts, their entries, the note that is written, the
 * reader's decisions. Page and popup pass in where entries, notes and decisions come from.
 */
import type { Selector } from '../anchoring/selector.ts';
import { localized } from '../glossary/localized.ts';
import { errorMessageOf } from '../i18n/error-text.ts';
import type { Strings } from '../i18n/strings.ts';
import type { Reason } from '../judge/judge-types.ts';
import type { DraftClient } from '../notes/draft.ts';
import type { Note } from '../notes/note.ts';
import { createNoteEditorController, type NoteSource } from '../notes/note-editor-controller.ts';
import { createCardDecisions, type DecisionStore } from './card-decisions.ts';
import { createCardEntries, type EntrySource } from './card-entries.ts';
import type { CardIntent, CardModel } from './card-model.ts';
import { draftsOn, notesOn } from './card-notes.ts';
import { createCardTrail, NO_SUBJECT, type CardOccurrence, type CardSubject } from './card-trail.ts';
import { conceptsIn, reasonSentence } from './reason-text.ts';

export interface CardController {
  showOccurrence(occurrence: CardOccurrence): void;
  /** False where there is no such note. */
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
  /** Null where drafts live as long as the controller. */
  drafts?: DraftClient | null;
  strings: Strings;
  /** Null where nothing can be decided: in the popup. */
  decisions?: DecisionStore | null;
  /** Language the reader prefers for terms and definitions. */
  lang: string;
  /** In a private window the reader is asked before a new note is stored. */
  isPrivate?(): boolean;
  /** False for a note that another site owns; without it all may be changed. */
  mayChange?(note: Note): boolean;
  onChanged(): void;
  onClose(): void;
  /** Back from the first card of the trail, where there is something to go back to. */
  onBack?(): void;
  onDirty(isDirty: boolean): void;
}

const CHOSEN: Reason = { kind: 'chosen', as: 'sense' };

export function createCardController(options: CardControllerOptions): CardController {
  const { notes, strings, lang, onChanged } = options;
  const trail = createCardTrail();
  /** An entry that could not be loaded, or a decision that could not be stored. */
  let problem: string | null = null;

  function fail(error: unknown): void {
    problem = errorMessageOf(error, strings);
    onChanged();
  }

  const entries = createCardEntries({ entries: options.entries, lang, onChanged, onFailed: fail });
  const decisions = createCardDecisions({
    store: options.decisions ?? null,
    strings,
    termOf: (id) => entries.nameOf(id) ?? id,
    onChanged,
    onFailed: fail,
  });
  const writing = createNoteEditorController({
    notes,
    strings,
    drafts: options.drafts ?? null,
    isPrivate: () => options.isPrivate?.() ?? false,
    onChanged,
    onDirty: options.onDirty,
    onSaved(note) {
      // From now on the card is about the note that was begun on it.
      if (trail.current === NO_SUBJECT && !writing.model().editor) {
        trail.replace({ ...NO_SUBJECT, note: note._id });
      }
    },
  });

  /** The card's subject, as the reader's last decision has it. */
  function subject(): CardSubject {
    const { instead } = decisions;
    return instead === null ? trail.current : { ...trail.current, concept: instead };
  }

  function begin(next: CardSubject): void {
    trail.start(next);
    problem = null;
    writing.leaveSubject();
    decisions.forget();
    load(next);
  }

  function load({ concept, occurrence }: CardSubject): void {
    const first = concept === null ? (occurrence?.concepts ?? []) : [concept];
    entries.load(first, occurrence ? [...occurrence.others, ...occurrence.reasons.flatMap(conceptsIn)] : []);
  }

  /** To another concept, or back: an editor belongs to what it was opened on. */
  function navigate(move: () => void): void {
    writing.leaveSubject();
    trail.replace(subject());
    decisions.forget();
    problem = null;
    move();
    onChanged();
  }

  function push(concept: string, pickedFor: CardOccurrence | null): void {
    navigate(() => trail.push({ ...NO_SUBJECT, concept, pickedFor }));
    entries.load([concept]);
  }

  function decide(intent: Extract<CardIntent, { type: 'meant' | 'wrongSense' | 'notHere' | 'know' }>): void {
    const { concept, occurrence } = subject();
    if (concept === null) return;
    if (intent.type === 'know') return decisions.know(concept);
    if (intent.type === 'meant') entries.load([intent.id]);
    if (occurrence) decisions.refuse(concept, occurrence, intent);
  }

  function backName(): string | null {
    const { previous } = trail;
    if (!previous) return options.onBack ? strings.t('resultList') : null;
    return (previous.concept !== null && entries.nameOf(previous.concept)) || strings.t('noteOfPage');
  }

  function othersOf({ concept, occurrence }: CardSubject): CardModel['others'] {
    if (!occurrence) return [];
    const { concepts, others } = occurrence;
    return entries.named(concept === null ? others : [...concepts, ...others].filter((id) => id !== concept));
  }

  function reasonsOf({ concept, occurrence }: CardSubject): string[] {
    const isChosen = concept !== null && occurrence?.concepts.includes(concept) === false;
    return (isChosen ? [CHOSEN] : (occurrence?.reasons ?? []))
      .filter((reason) => conceptsIn(reason).every((id) => entries.nameOf(id) !== null))
      .map((reason) => reasonSentence(reason, strings, (id) => entries.nameOf(id) ?? id));
  }

  function sensesOf({ concept, occurrence }: CardSubject): CardModel['senses'] {
    if (concept !== null || !occurrence) return [];
    return entries.named(occurrence.concepts).map(({ id, term }) => {
      const gloss = localized(entries.get(id)!.definition, lang).value[0]!.text;
      return { id, term, gloss };
    });
  }

  return {
    showOccurrence(occurrence) {
      const [only, ...others] = occurrence.concepts;
      begin({ ...NO_SUBJECT, concept: others.length > 0 ? null : only!, occurrence });
    },
    showNote(id) {
      const note = notes.list().find(({ _id }) => _id === id);
      if (note) begin({ ...NO_SUBJECT, concept: note.concept, note: id });
      return note !== undefined;
    },
    showConcept: (id) => begin({ ...NO_SUBJECT, concept: id }),
    startNote(selectors) {
      begin(NO_SUBJECT);
      writing.begin(selectors, null);
    },
    model() {
      const shown = subject();
      const entry = shown.concept === null ? null : (entries.get(shown.concept) ?? null);
      const own = notesOn(shown, notes.list());
      const written = writing.model();
      return {
        entry,
        lang,
        position: shown.occurrence?.position() ?? null,
        reasons: reasonsOf(shown),
        senses: sensesOf(shown),
        site: decisions.site,
        offersKnown: decisions.offersKnown,
        surface: shown.occurrence?.surface ?? null,
        others: othersOf(shown),
        decided: decisions.decided,
        offersAlways: shown.pickedFor !== null && decisions.site !== null,
        related: entries.named(entry?.related ?? []),
        back: backName(),
        notes: own,
        readOnlyNotes: options.mayChange
          ? own.filter((note) => !options.mayChange!(note)).map(({ _id }) => _id)
          : [],
        ...written,
        unfinished: draftsOn(shown, own, written.unfinished),
        problem: problem ?? written.problem,
      };
    },
    act(intent) {
      const { concept, occurrence, note, pickedFor } = subject();
      if (intent.type !== 'changeDraft') problem = null;
      switch (intent.type) {
        case 'openRelated':
          return push(intent.id, null);
        case 'chooseSense':
          return push(intent.id, occurrence);
        case 'always':
          if (concept !== null && pickedFor) decisions.settleSense(concept, pickedFor);
          return;
        case 'meant':
        case 'wrongSense':
        case 'notHere':
        case 'know':
          return decide(intent);
        case 'undoDecision':
          return decisions.undo();
        case 'back':
          if (trail.previous) return navigate(() => void trail.back());
          return options.onBack?.();
        case 'next':
          return occurrence?.step(1);
        case 'previous':
          return occurrence?.step(-1);
        case 'close':
          writing.leaveSubject();
          return options.onClose();
        case 'pin':
          return writing.begin(occurrence?.describe()?.selectors ?? [], concept);
        case 'leaveDraft':
          writing.act(intent);
          // The card was opened for the note alone, so nothing else is left to show.
          if (concept === null && occurrence === null && note === null) options.onClose();
          return;
        case 'allowPrivate':
        case 'editNote':
        case 'resumeDraft':
        case 'discardDraft':
        case 'undoDiscard':
        case 'changeDraft':
        case 'saveDraft':
        case 'deleteNote':
        case 'undoDelete':
          return writing.act(intent);
      }
    },
  };
}
