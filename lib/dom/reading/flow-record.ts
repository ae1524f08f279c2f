import type { Occurrence } from '../../core/judge/judge.ts';
import { piecesOf, type Piece } from '../tree/text-pieces.ts';

/** A flow that holds at least one occurrence. */
export interface FlowRecord {
  block: Element;
  /** Number of the section, from heading to next heading. */
  section: number;
  nodes: Text[];
  /** Offset of each node's text in the flow. */
  starts: number[];
  /** Every judged occurrence; hidden ones too, since a later review may show them. */
  marks: Mark[];
  /** Not displayed: neither counted nor painted until it is. */
  hidden: boolean;
}

export interface Mark {
  /** Unique on this page: the target of hover events. */
  key: number;
  record: FlowRecord;
  occurrence: Occurrence;
  /** Text as it stands on the page. */
  surface: string;
  /** Painted wherever it is near the viewport. */
  shown: boolean;
  /** Was shown by an earlier reading of the text: density may not take it away under the reader’s eyes. */
  wasShown: boolean;
}

/** The parts of text nodes that a mark covers. */
export const piecesOfMark = ({ record, occurrence }: Mark): Piece[] =>
  piecesOf(record, occurrence.start, occurrence.end);
