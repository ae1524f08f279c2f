import type { CardModel } from '../../core/card/card-model.ts';
import type { Point, Rect } from '../../core/pointing/geometry.ts';

/** Where a card belongs, in the viewport of the frame that has the term. */
export interface CardPosition {
  anchor: readonly Rect[];
  /** Which rectangle of the anchor it stands by. */
  line: number;
  /** The pointer, where it is new. */
  pointer: Point | null;
  direction: 'ltr' | 'rtl';
  byTouch: boolean;
}

export interface CardRequest {
  model: CardModel;
  place: CardPosition;
  /** What it belongs to, for the right dialog. */
  node: Node | null;
  /** Opened by keyboard: the focus goes into it. */
  focus: boolean;
}

/** Whatever draws the card of this frame: the frame itself, or the page around it. */
export interface CardView {
  readonly isOpen: boolean;
  /** Where it is, in the viewport of this frame; null while it is closed. */
  rect(): Rect | null;
  /** Opens it, or goes on with another term. */
  open(request: CardRequest): void;
  /** What an open card shows has changed. */
  draw(model: CardModel, place: CardPosition): void;
  /** The page moved under an open card. */
  move(place: CardPosition): void;
  close(options: { returnFocus: boolean }): void;
}
