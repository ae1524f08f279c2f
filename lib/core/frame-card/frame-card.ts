/** The card of a frame that is too small for it: the frame controls it, the top frame draws it. */
import type { CardIntent, CardModel } from '../card/card-model.ts';
import type { Point, Rect, Size } from '../pointing/geometry.ts';

/** Smallest viewport that a card fits in. */
const MIN_VIEWPORT: Size = { width: 320, height: 300 };

export const isTooSmallForCard = ({ width, height }: Size): boolean =>
  width < MIN_VIEWPORT.width || height < MIN_VIEWPORT.height;

/** Position of a card, in terms that a frame knows. */
export interface FrameCardPosition {
  /** The pointer, on the screen. */
  pointer: Point;
  /** Lines of the term, relative to the pointer. */
  anchor: Rect[];
  line: number;
  direction: 'ltr' | 'rtl';
}

/** In pixels: wider than any row of screens. */
export const MAX_DISTANCE = 100_000;

/** If a passage has more lines, those around the one pointed at are sent. */
export const MAX_LINES = 200;

export function linesAround<T>(anchor: readonly T[], line: number): { anchor: T[]; line: number } {
  const start = Math.max(0, Math.min(line - MAX_LINES / 2, anchor.length - MAX_LINES));
  return { anchor: anchor.slice(start, start + MAX_LINES), line: line - start };
}

/** An entry is sent as its id: the top frame takes no glossary text from a page. */
export type SentModel = Omit<CardModel, 'entry'> & { entry: string | null };

export interface SentCard<M = SentModel> {
  /** Random id of this opening. */
  opening: string;
  model: M;
  /** In percent of the default size. */
  textSize: number;
  /** Null if the card was not opened by pointing: it is a sheet then. */
  place: FrameCardPosition | null;
  /** Opened by keyboard: the focus moves into it. */
  focus: boolean;
  byTouch: boolean;
  /** Number of the last event that the frame received. */
  heard: number;
}

/** `busy`: the reader uses another card. `away`: no cards are drawn there. */
export interface ShownCard {
  shown: 'yes' | 'busy' | 'away';
  /** Rectangle relative to the pointer; null for a sheet. */
  card: Rect | null;
}

/** An event of the card in the top frame. */
export type FrameCardEvent =
  /** Sent at intervals: a frame that is removed from the page sends no message. */
  | { type: 'alive' }
  | { type: 'pointerOn' }
  /** Position relative to the last one that the frame saw. */
  | { type: 'pointerOff'; x: number; y: number }
  /** The same, on the page around the frame: towards the card, or away. */
  | { type: 'pointerAway'; x: number; y: number }
  | { type: 'focusIn' }
  | { type: 'focusOut' }
  | { type: 'escape' }
  /** The page around the frame scrolled or was resized. */
  | { type: 'scrolled' }
  /** A press on the page around the frame. */
  | { type: 'pressed' }
  /** The card is closed. */
  | { type: 'lost' }
  /** A shortcut that the top frame received because the focus is in the card. */
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
