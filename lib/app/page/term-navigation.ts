import { elementAround } from '../../dom/tree/composed-tree.ts';
import type { PageMarks } from '../../dom/marks/page-marks.ts';
import { piecesOfMark, type Mark } from '../../dom/reading/flow-record.ts';

export interface TermNavigation {
  /** The mark that next and previous have led to. */
  readonly current: Mark | null;
  /** Goes to the next (1) or previous (-1) occurrence; of one concept if given. Null where there is none. */
  step(by: 1 | -1, concept?: number): Mark | null;
  goTo(mark: Mark): void;
  leave(): void;
}

export interface TermNavigationOptions {
  occurrences: PageMarks['occurrences'];
  onCurrent(mark: Mark | null): void;
}

const topOf = (mark: Mark): number => {
  const range = new Range();
  const [piece] = piecesOfMark(mark);
  if (!piece) return 0;
  range.setStart(piece.node, piece.start);
  range.setEnd(piece.node, piece.end);
  return range.getBoundingClientRect().top;
};

/** Walks every occurrence of the page in document order, painted or not, and brings it into view. */
export function createTermNavigation({ occurrences, onCurrent }: TermNavigationOptions): TermNavigation {
  let current: Mark | null = null;

  function goTo(mark: Mark): void {
    current = mark;
    const top = topOf(mark);
    // Only as far as needed: what is in view stays where it is.
    if (top < 60 || top > window.innerHeight - 120) {
      const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';
      const [piece] = piecesOfMark(mark);
      if (piece) elementAround(piece.node)?.scrollIntoView({ block: 'center', behavior });
    }
    onCurrent(mark);
  }

  return {
    get current() {
      return current;
    },
    step(by, concept) {
      const all = occurrences.marks();
      const marks = all.filter(
        ({ occurrence }) => concept === undefined || occurrence.concepts.includes(concept),
      );
      if (marks.length === 0) return null;
      const from = current ? all.findIndex(({ key }) => key === current!.key) : -1;
      let at = from < 0 ? -1 : marks.indexOf(all[from]!);
      if (from >= 0 && at < 0) {
        // Another term is current: the next or the last before it.
        const after = marks.findIndex((mark) => all.indexOf(mark) > from);
        at = by > 0 ? (after < 0 ? 0 : after) : (after < 0 ? marks.length : after) - 1;
      } else if (at < 0) {
        // From where the reader is: the first below the top of the window, or the last above it.
        const below = marks.findIndex((mark) => topOf(mark) >= 0);
        at = by > 0 ? (below < 0 ? 0 : below) : (below < 0 ? marks.length : below) - 1;
      } else at += by;
      const mark = marks[(at + marks.length) % marks.length]!;
      goTo(mark);
      return mark;
    },
    goTo,
    leave() {
      if (!current) return;
      current = null;
      onCurrent(null);
    },
  };
}
