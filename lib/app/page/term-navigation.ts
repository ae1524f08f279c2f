import { elementAround } from '../../dom/tree/composed-tree.ts';
import type { PageMarks } from '../../dom/marks/page-marks.ts';
import { piecesOfMark, type Mark } from '../../dom/reading/flow-record.ts';

export interface TermNavigation {
  /** The mark that navigation led to last. */
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

/** Pixels at the top and bottom of the viewport where a mark may be covered by bars of the page. */
const TOP_MARGIN = 60;
const BOTTOM_MARGIN = 120;

/** Goes through every occurrence of the page in document order, painted or not, and scrolls it into view. */
export function createTermNavigation({ occurrences, onCurrent }: TermNavigationOptions): TermNavigation {
  let current: Mark | null = null;

  function goTo(mark: Mark): void {
    current = mark;
    const top = topOf(mark);
    // A mark in view stays where it is.
    if (top < TOP_MARGIN || top > window.innerHeight - BOTTOM_MARGIN) {
      const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';
      const [piece] = piecesOfMark(mark);
      if (piece) elementAround(piece.node)?.scrollIntoView({ block: 'center', behavior });
    }
    onCurrent(mark);
  }

  /** Index in `marks`, a part of `all`; it may lie one beyond either end. */
  function indexAfterStep(all: readonly Mark[], marks: readonly Mark[], by: 1 | -1): number {
    const from = current ? all.findIndex(({ key }) => key === current!.key) : -1;
    const isCurrent = from >= 0 && marks.includes(all[from]!);
    if (isCurrent) return marks.indexOf(all[from]!) + by;
    // Starts from the current mark if it is of another term, else from the top of the viewport.
    const following =
      from >= 0
        ? marks.findIndex((mark) => all.indexOf(mark) > from)
        : marks.findIndex((mark) => topOf(mark) >= 0);
    if (by > 0) return Math.max(following, 0);
    return (following < 0 ? marks.length : following) - 1;
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
      const mark = marks[(indexAfterStep(all, marks, by) + marks.length) % marks.length]!;
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
