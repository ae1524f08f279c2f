/** The card of a frame that is too small for it: the frame keeps all that it says and does, the top frame draws it. */
import type { CardIntent, CardModel } from '../card/card-model.ts';
import type { Point, Rect, Size } from '../pointing/geometry.ts';

/** A card needs at least this much of a viewport. */
const LIMITS: Size = { width: 320, height: 300 };

export const isTooSmallForCard = ({ width, height }: Size): boolean =>
  width < LIMITS.width || height < LIMITS.height;

/** Where a card belongs, as a frame can say it. */
export interface FrameRect {
  /** The pointer, on the screen. */
  pointer: Point;
  /** The lines of the term, as seen from the pointer. */
  anchor: Rect[];
  line: number;
  direction: 'ltr' | 'rtl';
}

/** In pixels, wider than any row of screens: nothing that a reader points at is farther away. */
export const FAR = 100_000;

/** Of a passage that runs over more lines, those around the one pointed at are sent. */
export const MAX_LINES = 200;

export function linesAround<T>(anchor: readonly T[], line: number): { anchor: T[]; line: number } {
  const first = Math.max(0, Math.min(line - MAX_LINES / 2, anchor.length - MAX_LINES));
  return { anchor: anchor.slice(first, first + MAX_LINES), line: line - first };
}

/** The entry goes as its id: the glossary is not taken from a page. */
export type SentModel = Omit<CardModel, 'entry'> & { entry: string | null };

export interface SentCard<M = SentModel> {
  /** Of this opening alone, and not to be guessed. */
  opening: string;
  model: M;
  /** Of the usual size, in percent, as the reader has set it. */
  textSize: number;
  /** Null where it was not asked for by pointing: then it is a sheet. */
  place: FrameRect | null;
  /** It was just opened by keyboard: the focus goes into it. */
  focus: boolean;
  byTouch: boolean;
  /** The last event that the frame has heard of. */
  heard: number;
}

/** `busy`: the reader writes or reads in another card. `away`: nobody draws cards there. */
export interface ShownCard {
  shown: 'yes' | 'busy' | 'away';
  /** Where it stands, as seen from the pointer; null for a sheet. */
  card: Rect | null;
}

/** Something that happened to the card in the top frame. */
export type FrameCardEvent =
  /** Nothing: asked again and again, since a frame that is taken out says no farewell. */
  | { type: 'alive' }
  | { type: 'pointerOn' }
  /** Where it went, as seen from where the frame saw it last. */
  | { type: 'pointerOff'; x: number; y: number }
  /** The same for the page around the frame: on the way to the card, or away. */
  | { type: 'pointerAway'; x: number; y: number }
  | { type: 'focusIn' }
  | { type: 'focusOut' }
  | { type: 'escape' }
  /** The page around the frame scrolled or was resized. */
  | { type: 'scrolled' }
  /** A press on the page around the frame. */
  | { type: 'pressed' }
  /** The card is gone. */
  | { type: 'lost' }
  /** Keys that the browser gave to the top frame, as the focus is in the card. */
  | { type: 'command'; command: CardCommand }
  | { type: 'intent'; intent: CardIntent };

export const CARD_COMMANDS = ['next-term', 'previous-term', 'open-card'] as const;
export type CardCommand = (typeof CARD_COMMANDS)[number];

export interface SentEvent {
  opening: string;
  /** Counts up with each event. */
  turn: number;
  event: FrameCardEvent;
}
