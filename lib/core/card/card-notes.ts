/** Which notes and drafts belong on a card. */
import { isSamePassage, type Draft } from '../notes/draft.ts';
import type { Note } from '../notes/note.ts';
import type { CardSubject } from './card-trail.ts';

/** Those on the concept, those whose passage the occurrence stands in, and the one the card was opened for. */
export function notesOn({ concept, note, occurrence }: CardSubject, notes: readonly Note[]): Note[] {
  const around = occurrence?.notes() ?? [];
  return notes.filter(
    (each) =>
      each._id === note || around.includes(each._id) || (concept !== null && each.concept === concept),
  );
}

/** Drafts of the notes shown, and of new ones on the concept, or on the occurrence while its sense is open. */
export function draftsOn(
  { concept, occurrence }: CardSubject,
  shown: readonly Note[],
  drafts: readonly Draft[],
): Draft[] {
  const isNewHere = (draft: Draft): boolean => {
    if (!draft.isNew || draft.concept !== concept) return false;
    if (concept !== null) return true;
    const passage = occurrence?.describe() ?? null;
    return passage !== null && isSamePassage(draft.selectors, passage.selectors);
  };
  return drafts.filter((draft) => shown.some(({ _id }) => _id === draft.note) || isNewHere(draft));
}
