import type { CardModel } from '../../core/card/card-model.ts';
import type { Point, Rect } from '../../core/pointing/geometry.ts';

/** Places a card, in the viewport of the frame that has the term. */
export interface CardPosition {
  anchor: readonly Rect[];
  /** Index of the anchor's rectangle that the card stands by. */
  line: number;
  /** The pointer, where it moved. */
  pointer: Point | null;
  direction: 'ltr' | 'rtl';
  byTouch: boolean;
}

export interface CardRequest {
  model: CardModel;
  position: CardPosition;
  /** A node of the target: the card opens in the dialog that holds it. */
  node: Node | null;
  /** Opened by keyboard: the focus goes into it. */
  focus: boolean;
}

/** Draws the card of this frame: the frame itself, or the page around it. */
export interface CardView {
  readonly isOpen: boolean;
  /** In the viewport of this frame; null while the card is closed. */
  rect(): Rect | null;
  /** Opens it, or shows another term in it. */
  open(request: CardRequest): void;
  /** The model of an open card changed. */
  draw(model: CardModel, position: CardPosition): void;
  /** The page moved under an open card. */
  move(position: CardPosition): void;
  close(options: { returnFocus: boolean }): void;
}
