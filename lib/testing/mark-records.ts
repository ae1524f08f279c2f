/** Records of flows with marks, for tests of what a page's marks do as verdicts change. */
import type { Judge, Occurrence, Verdict } from '../core/judge/judge.ts';
import type { FlowRecord, Mark } from '../dom/reading/flow-record.ts';

export const occurrence = (start: number, verdict: Verdict, concept = 0): Occurrence => ({
  start,
  end: start + 4,
  concepts: [concept],
  verdict,
  score: 0.5,
  reasons: [],
});

type CreateRecord = (
  text: string,
  occurrences: readonly Occurrence[],
  changes?: Partial<FlowRecord>,
) => FlowRecord;

/** Each record is a new paragraph with a mark for each occurrence, painted unless its verdict hides it. */
export function createRecordFactory(document: Document): CreateRecord {
  let nextKey = 0;
  return (text, occurrences, changes = {}) => {
    const block = document.createElement('p');
    const node = document.createTextNode(text);
    block.append(node);
    document.body.append(block);
    const record: FlowRecord = {
      block,
      section: 0,
      nodes: [node],
      starts: [0],
      marks: [],
      hidden: false,
      ...changes,
    };
    record.marks = occurrences.map((occurrence): Mark => ({
      key: nextKey++,
      record,
      occurrence,
      surface: text.slice(occurrence.start, occurrence.end),
      shown: occurrence.verdict !== 'hide',
      wasShown: false,
    }));
    return record;
  };
}

export const TEXT = 'mint mint mint mint';
export const STARTS = [0, 5, 10, 15];

/** A judge that changes its mind about the occurrences that begin here. */
export const changing = (verdicts: Readonly<Record<number, Verdict>>): Pick<Judge, 'reviewer'> => ({
  reviewer: () => (occurrence) => {
    const verdict = verdicts[occurrence.start];
    return verdict === undefined || verdict === occurrence.verdict ? occurrence : { ...occurrence, verdict };
  },
});

export const startsOf = (marks: readonly Mark[]): number[] => marks.map(({ occurrence: { start } }) => start);
