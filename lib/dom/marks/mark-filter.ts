import type { Marking } from '../../core/marks/density.ts';
import { piecesOfMark, type Mark } from '../reading/flow-record.ts';

const HEADING = 'h1, h2, h3, h4, h5, h6, [role="heading" i]';
const LINK = 'a[href], [role="link" i]';

/** Whether the reader's settings exclude the mark: in a heading, or on a link. */
export function isExcludedFromMarks(mark: Mark, { headings, links }: Omit<Marking, 'density'>): boolean {
  if (headings && links) return false;
  const parent = piecesOfMark(mark)[0]?.node.parentElement;
  if (!parent) return false;
  return (!headings && parent.closest(HEADING) !== null) || (!links && parent.closest(LINK) !== null);
}
