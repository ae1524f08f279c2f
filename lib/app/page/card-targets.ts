import type { Point, Rect } from '../../core/pointing/geometry.ts';
import type { Target, TargetKey } from '../../core/pointing/hover-types.ts';
import { rectsOfPieces } from '../../dom/pointing/hit-test.ts';
import { piecesOfMark, type Mark } from '../../dom/reading/flow-record.ts';
import { elementAround } from '../../dom/tree/composed-tree.ts';
import type { Piece } from '../../dom/tree/text-pieces.ts';
import type { CardPosition } from './card-view.ts';

/** Key of a card that belongs to a selection, not to a mark or a saved note. */
export const SELECTION = 'selection';

export interface CardTargets {
  /** Parts of text nodes under a target; none once it is gone. */
  piecesOf(key: TargetKey): readonly Piece[];
  rectsOf(key: TargetKey): readonly Rect[];
  positionOf(target: Target, pointer: Point | null): Omit<CardPosition, 'byTouch'>;
  /** The text that the key SELECTION stands for. */
  select(pieces: readonly Piece[]): void;
}

export interface CardTargetsOptions {
  markOf(key: number): Mark | undefined;
  notePieces(id: string): readonly Piece[];
}

/** Finds the text that a card belongs to: a mark's, a note's or the selection's. */
export function createCardTargets({ markOf, notePieces }: CardTargetsOptions): CardTargets {
  let selected: readonly Piece[] = [];
  /** The card of a note that was just deleted stays where the note was, so that Undo can be reached. */
  let lastAnchor: { key: TargetKey; rects: readonly Rect[] } | null = null;

  function piecesOf(key: TargetKey): readonly Piece[] {
    if (key === SELECTION) return selected;
    if (typeof key === 'string') return notePieces(key);
    const mark = markOf(key);
    return mark ? piecesOfMark(mark) : [];
  }

  const rectsOf = (key: TargetKey): readonly Rect[] => rectsOfPieces(piecesOf(key));

  function anchorOf(key: TargetKey): readonly Rect[] {
    const rects = rectsOf(key);
    if (rects.length > 0) lastAnchor = { key, rects };
    return lastAnchor?.key === key ? lastAnchor.rects : rects;
  }

  function directionOf(key: TargetKey): CardPosition['direction'] {
    const [piece] = piecesOf(key);
    const element = (piece && elementAround(piece.node)) ?? document.documentElement;
    return getComputedStyle(element).direction === 'rtl' ? 'rtl' : 'ltr';
  }

  return {
    piecesOf,
    rectsOf,
    positionOf: ({ key, rect }, pointer) => ({
      anchor: anchorOf(key),
      line: rect,
      pointer,
      direction: directionOf(key),
    }),
    select(pieces) {
      selected = pieces;
    },
  };
}
