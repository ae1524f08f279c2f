import type { CardIntent, CardModel, NoteDraft } from '../../lib/core/card-model.ts';
import type { TargetKey } from '../../lib/core/hover-events.ts';
import { createNote, editNote, type Note } from '../../lib/core/note.ts';
import { reasonSentence } from '../../lib/core/reason-text.ts';
import type { Selector } from '../../lib/core/selector.ts';
import type { Strings } from '../../lib/core/strings.ts';
import type { Mark } from '../../lib/dom/occurrence-index.ts';
import { localized } from '../../lib/core/localized.ts';
import type { Entries } from './entries.ts';
import type { PageNotes } from './page-notes.ts';
import type { Reading } from './reading.ts';

/** What a card is about: an occurrence, a note, or a concept reached from another card. */
type View = { concept: string | null; mark: Mark | null; note: string | null };

export interface CardDesk {
  /** Lays out the card for a target; false where there is nothing to show. */
  show(target: TargetKey): boolean;
  /** A new note for a passage of the page. */
  startNote(selectors: Selector[], quote: string): void;
  /** The mark that the card stands at, for next and previous. */
  readonly mark: Mark | null;
  readonly dirty: boolean;
  model(): CardModel;
  act(intent: CardIntent): void;
}

export interface CardDeskOptions {
  reading: Reading;
  entries: Entries;
  notes: PageNotes;
  strings: Strings;
  /** Language the reader prefers for terms and definitions. */
  lang: string;
  onChanged(): void;
  onStep(by: 1 | -1, concept: number): void;
  onClose(): void;
  onDirty(dirty: boolean): void;
}

/** What the card shows and what its buttons do, without a card. Drafts live here, and outlive the card. */
export function createCardDesk(options: CardDeskOptions): CardDesk {
  const { reading, entries, notes, strings, lang, onChanged } = options;
  let trail: View[] = [];
  let draft: { note: NoteDraft; selectors: Selector[]; concept: string | null } | null = null;
  let deleted: Note | null = null;
  let problem: string | null = null;
  let saving = false;

  const view = (): View => trail.at(-1) ?? { concept: null, mark: null, note: null };
  const termOf = (id: string): string => {
    const entry = entries.get(id);
    return entry ? localized(entry.term, lang).value : id;
  };

  function positionOf(mark: Mark | null): CardModel['position'] {
    if (!mark) return null;
    const [concept] = mark.occurrence.concepts;
    const all = reading.occurrences.marks().filter((other) => other.occurrence.concepts.includes(concept!));
    const index = all.findIndex((other) => other.key === mark.key);
    return index < 0 ? null : { index: index + 1, total: all.length };
  }

  function notesOf({ concept, note }: View): Note[] {
    return notes.list().filter((each) => each._id === note || (concept !== null && each.concept === concept));
  }

  function setDraft(next: typeof draft): void {
    draft = next;
    options.onDirty(draft !== null && (draft.note.text !== '' || draft.note.tags !== ''));
    onChanged();
  }

  function go(concept: string): void {
    trail.push({ concept, mark: null, note: null });
    const arrived = (): void => {
      const entry = entries.get(concept);
      if (!entry) return;
      onChanged();
      entries.bring(entry.related).then(onChanged, () => undefined);
    };
    entries.bring([concept]).then(arrived, failed);
    onChanged();
  }

  function failed(error: unknown): void {
    problem = error instanceof Error ? error.message : String(error);
    onChanged();
  }

  async function save(): Promise<void> {
    if (!draft || saving) return;
    const { note, selectors, concept } = draft;
    const tags = note.tags.split(/[\s,，、]+/);
    const nowIso = new Date().toISOString();
    const old = note.id === null ? undefined : notes.get(note.id);
    const page = notes.address;
    saving = true;
    problem = null;
    try {
      await notes.save(
        old
          ? editNote(old, { text: note.text, tags }, nowIso)
          : createNote({
              id: crypto.randomUUID(),
              nowIso,
              page,
              title: document.title,
              selectors,
              concept,
              text: note.text,
              tags,
            }),
      );
      setDraft(null);
    } catch (error) {
      failed(error);
    } finally {
      saving = false;
    }
  }

  function pin(): void {
    const { concept, mark } = view();
    let selectors: Selector[] = [];
    let quote = '';
    if (mark) {
      const described = notes.describe(rangeOf(mark));
      if (described) ({ selectors, quote } = described);
    }
    setDraft({ note: { id: null, quote, text: '', tags: '' }, selectors, concept });
  }

  return {
    get mark() {
      return view().mark;
    },
    get dirty() {
      return draft !== null && (draft.note.text !== '' || draft.note.tags !== '');
    },
    show(target) {
      deleted = problem = null;
      // A draft that was put aside is there again where it was begun, and nowhere else.
      if (draft && !this.dirty) draft = null;
      const mark = typeof target === 'number' ? (reading.occurrences.markOf(target) ?? null) : null;
      const note = typeof target === 'string' ? (notes.get(target) ?? null) : null;
      if (!mark && !note) return false;
      const isAsk = mark?.occurrence.verdict === 'ask';
      const concept =
        mark && !isAsk ? reading.conceptId(mark.occurrence.concepts[0]!) : (note?.concept ?? null);
      trail = [{ concept, mark, note: note?._id ?? null }];
      if (concept !== null) {
        const entry = entries.get(concept);
        if (entry) entries.bring(entry.related).then(onChanged, () => undefined);
        else entries.bring([concept]).then(onChanged, failed);
      }
      return true;
    },
    startNote(selectors, quote) {
      trail = [{ concept: null, mark: null, note: null }];
      deleted = problem = null;
      setDraft({ note: { id: null, quote, text: '', tags: '' }, selectors, concept: null });
    },
    model() {
      const current = view();
      const { concept, mark } = current;
      const entry = concept === null ? null : (entries.get(concept) ?? null);
      const before = trail.at(-2);
      const senses =
        concept === null && mark
          ? mark.occurrence.concepts.map((position) => reading.conceptId(position))
          : [];
      return {
        entry,
        lang,
        position: positionOf(mark),
        reasons: mark ? mark.occurrence.reasons.map((reason) => reasonSentence(reason, strings, termOf)) : [],
        senses: senses.map((id) => {
          const sense = entries.get(id);
          return {
            id,
            term: termOf(id),
            gloss: sense ? localized(sense.definition, lang).value[0]!.text : '',
          };
        }),
        related: (entry?.related ?? []).map((id) => ({ id, term: termOf(id) })),
        back: before ? (before.concept ? termOf(before.concept) : strings.t('noteOfPage')) : null,
        notes: notesOf(current),
        editor: draft?.note ?? null,
        deleted,
        problem,
      };
    },
    act(intent) {
      switch (intent.type) {
        case 'openRelated':
        case 'chooseSense':
          return go(intent.id);
        case 'back':
          trail.pop();
          return onChanged();
        case 'next':
        case 'previous': {
          const { mark } = view();
          if (mark) options.onStep(intent.type === 'next' ? 1 : -1, mark.occurrence.concepts[0]!);
          return;
        }
        case 'close':
          return options.onClose();
        case 'pin':
          return pin();
        case 'editNote': {
          const note = notes.get(intent.id);
          if (!note) return;
          const quote = note.selectors.map((s) => (s.type === 'TextQuoteSelector' ? s.exact : '')).join('');
          const tags = note.tags.map((tag) => `#${tag}`).join(' ');
          return setDraft({
            note: { id: note._id, quote, text: note.text, tags },
            selectors: note.selectors,
            concept: note.concept,
          });
        }
        case 'changeDraft':
          if (draft) setDraft({ ...draft, note: intent.draft });
          return;
        case 'saveDraft':
          void save();
          return;
        case 'leaveDraft':
          return setDraft(null);
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

function rangeOf({ record, occurrence }: Mark): StaticRange {
  const at = (offset: number): { node: Text; offset: number } => {
    let i = record.starts.length - 1;
    while (i > 0 && record.starts[i]! > offset) i--;
    return { node: record.nodes[i]!, offset: offset - record.starts[i]! };
  };
  const start = at(occurrence.start);
  const last = at(occurrence.end - 1);
  return new StaticRange({
    startContainer: start.node,
    startOffset: start.offset,
    endContainer: last.node,
    endOffset: last.offset + 1,
  });
}
