/** Whether a passage was found where it belongs. */
export interface Outcome {
  name: string;
  class: string;
  is: 'right' | 'wrong' | 'lost';
  /** For `--wrong`: the pinned quote, the expected passage, and the one that was found. */
  details: string;
}

export interface Counts {
  n: number;
  right: number;
  wrong: number;
  lost: number;
}

/** Letters `[start, end)`; null for a passage that is not there. */
export type Span = readonly [start: number, end: number] | null;

/** A changed passage is found if the two spans share this much of the longer. */
const SHARED = 0.7;

/** @param exactly for unchanged words: both ends have to agree. */
export function judgeSpan(found: Span, expected: Span, exactly: boolean): Outcome['is'] {
  if (!expected) return found ? 'wrong' : 'right';
  if (!found) return 'lost';
  if (exactly) return found[0] === expected[0] && found[1] === expected[1] ? 'right' : 'wrong';
  const shared = Math.min(found[1], expected[1]) - Math.max(found[0], expected[0]);
  const longer = Math.max(found[1] - found[0], expected[1] - expected[0]);
  return shared >= SHARED * longer ? 'right' : 'wrong';
}

export function countsOf(outcomes: readonly Outcome[]): Counts {
  const count = (is: Outcome['is']): number => outcomes.filter((outcome) => outcome.is === is).length;
  return { n: outcomes.length, right: count('right'), wrong: count('wrong'), lost: count('lost') };
}
