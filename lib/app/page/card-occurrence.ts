import type { CardOccurrence } from '../../core/card/card-trail.ts';
import type { TargetKey } from '../../core/pointing/hover-types.ts';
import { piecesOfMark, type Mark } from '../../dom/reading/flow-record.ts';
import type { PageNotes } from './page-notes.ts';
import type { PageReading } from './page-reading.ts';
import type { TermNavigation } from './term-navigation.ts';

export interface CardOccurrencesOptions {
  reading: PageReading;
  notes: PageNotes;
  navigation: TermNavigation;
  /** Opens the card of another mark. */
  open(key: TargetKey): void;
}

/** Turns a mark into the subject of a card. */
export function createCardOccurrences({
  reading,
  notes,
  navigation,
  open,
}: CardOccurrencesOptions): (mark: Mark) => CardOccurrence {
  const { occurrences } = reading;
  return (mark) => {
    const { concepts, reasons } = mark.occurrence;
    const sameConcept = (): Mark[] =>
      occurrences.marks().filter(({ occurrence }) => occurrence.concepts.includes(concepts[0]!));
    return {
      concepts: concepts.map(reading.conceptId),
      reasons,
      surface: mark.surface,
      others: reading
        .sensesOf(mark)
        .filter((concept) => !concepts.includes(concept))
        .map(reading.conceptId),
      position() {
        const all = sameConcept();
        const index = all.findIndex(({ key }) => key === mark.key);
        return index < 0 ? null : { index: index + 1, total: all.length };
      },
      describe: () => notes.describePieces(piecesOfMark(mark)),
      notes: () => notes.notesAround(piecesOfMark(mark)),
      step(by) {
        navigation.goTo(mark);
        const next = navigation.step(by, concepts[0]);
        if (next) open(next.key);
      },
    };
  };
}
