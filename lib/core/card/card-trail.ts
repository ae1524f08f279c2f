/** The concepts that led to the one on the card, with the way back. */
import type { Selector } from '../anchoring/selector.ts';
import type { Reason } from '../judge/judge-types.ts';
import type { CardModel } from './card-model.ts';

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

export interface CardSubject {
  /** Id of the concept; null for a note alone, and while the reader is asked which sense is meant. */
  concept: string | null;
  occurrence: CardOccurrence | null;
  /** Id of the note that the card was opened for. */
  note: string | null;
  /** The occurrence whose sense the reader picked; the concept is the answer. */
  pickedFor: CardOccurrence | null;
}

export const NO_SUBJECT: CardSubject = { concept: null, occurrence: null, note: null, pickedFor: null };

export interface CardTrail {
  readonly current: CardSubject;
  /** The one that Back returns to. */
  readonly previous: CardSubject | null;
  start(subject: CardSubject): void;
  push(subject: CardSubject): void;
  replace(subject: CardSubject): void;
  /** False where there is nothing to go back to. */
  back(): boolean;
}

export function createCardTrail(): CardTrail {
  let subjects: CardSubject[] = [];
  return {
    get current() {
      return subjects.at(-1) ?? NO_SUBJECT;
    },
    get previous() {
      return subjects.at(-2) ?? null;
    },
    start(subject) {
      subjects = [subject];
    },
    push(subject) {
      subjects = [...subjects, subject];
    },
    replace(subject) {
      subjects = [...subjects.slice(0, -1), subject];
    },
    back() {
      if (subjects.length < 2) return false;
      subjects = subjects.slice(0, -1);
      return true;
    },
  };
}
