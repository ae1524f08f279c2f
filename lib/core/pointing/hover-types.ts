/** Events, effects and delays of the hover machine (hover.ts). */
import type { Rect } from './geometry.ts';

/** A number is an occurrence, a string a note. The hover machine only compares it. */
export type TargetKey = number | string;

export interface Target {
  key: TargetKey;
  /** Index of the target's rectangle; it has one for each line. */
  rect: number;
}

/** `hover-with-key`: only while the chosen key is held. A tap opens in every mode, a click in `click` alone. */
export const HOVER_MODES = ['hover', 'hover-with-key', 'click'] as const;
export type HoverMode = (typeof HOVER_MODES)[number];

/** As `KeyboardEvent.key` names them. */
export const HELD_KEYS = ['Alt', 'Control', 'Shift'] as const;
export type HeldKey = (typeof HELD_KEYS)[number];

export interface HoverConfig {
  mode: HoverMode;
  /** Delay on a term before its card opens. */
  openDelayMs: number;
  /** Delay before the card is prepared. With a held key it opens then: the key shows the intent. */
  prepareDelayMs: number;
  /** Delay before the card closes once the pointer is away. */
  leaveDelayMs: number;
  /** In pixels: the pointer still rests if it moves less. */
  restPx: number;
  /** Open after this long on one term even if the pointer keeps moving (tremor, trackpads). */
  longestDwellMs: number;
  /** Movements of the pointer this soon after a keystroke are the palm's, not the reader's. */
  typingQuietMs: number;
  /** Pixels around the card that count as the card: the gap between it and its term. */
  cardReachPx: number;
}

export const HOVER_DEFAULTS: HoverConfig = {
  mode: 'hover',
  openDelayMs: 400,
  prepareDelayMs: 150,
  leaveDelayMs: 300,
  restPx: 8,
  longestDwellMs: 1200,
  typingQuietMs: 500,
  cardReachPx: 10,
};

/** Events that start, end or measure a delay carry their time. Pointer events report real movement, never scrolling. */
export type HoverEvent =
  | { type: 'pointerOnTerm'; target: Target; x: number; y: number; keyHeld?: boolean; timeMs: number }
  /** Sent for every movement beside the terms while a card is open. `card`: the rectangle of the card, if any. */
  | { type: 'pointerOffTerm'; x: number; y: number; card: Rect | null; timeMs: number }
  | { type: 'pointerOnCard'; timeMs: number }
  | { type: 'pointerOffCard'; x: number; y: number; timeMs: number }
  | { type: 'timer'; token: number; name: TimerName; timeMs: number }
  /** `underPointer`: the element that scrolled contains the text under the pointer. */
  | { type: 'scrolled'; underPointer: boolean }
  /** A button went down on the page (not on the card): drag, selection or click begins. */
  | { type: 'pointerDown'; target: Target | null; timeMs: number }
  | { type: 'pointerUp' }
  /** Text of the page is selected. */
  | { type: 'selectionChanged'; timeMs: number }
  | { type: 'typed'; timeMs: number }
  | { type: 'keyHeld'; held: boolean; timeMs: number }
  | { type: 'keyOpen'; target: Target }
  /** Esc, or the card's own button for closing. */
  | { type: 'keyEscape' }
  | { type: 'clickTerm'; target: Target }
  /** `null`: a tap on the page beside every term. */
  | { type: 'touchTap'; target: Target | null }
  | { type: 'focusEnteredCard' }
  | { type: 'focusLeftCard'; timeMs: number }
  /** The card is closed already: its target vanished, or the page removed it. */
  | { type: 'cardClosed' }
  | { type: 'windowBlurred'; timeMs: number }
  | { type: 'editorDirty'; dirty: boolean; timeMs: number }
  | { type: 'stop' };

export type HoverEffect =
  | { type: 'startTimer'; token: number; name: TimerName; ms: number }
  | { type: 'cancelTimer'; token: number }
  /** Load what this target's card needs. */
  | { type: 'prepare'; target: Target }
  /** Show this target's card, in place of another if one is open. */
  | { type: 'open'; target: Target; focus: boolean }
  | { type: 'close'; returnFocus: boolean }
  /** Move the open card: the page moved under it. */
  | { type: 'place' }
  /** Paint this target as pointed at, and no other. */
  | { type: 'point'; target: Target | null };

export type TimerName = 'prepare' | 'open' | 'leave';
