/** The events that the hover machine takes, the effects it answers, and its delays. The machine itself: hover.ts. */
import type { Rect } from './geometry.ts';

/** A number is an occurrence, a string a note. Opaque here. */
export type TargetKey = number | string;

export interface Target {
  key: TargetKey;
  /** Which of the target's rectangles, one for each line that it runs over. */
  rect: number;
}

/** `hover-with-key`: only while the chosen key is held. A click or a tap opens in every mode. */
export const HOVER_MODES = ['hover', 'hover-with-key', 'click'] as const;
export type HoverMode = (typeof HOVER_MODES)[number];

/** As `KeyboardEvent.key` names them. */
export const HELD_KEYS = ['Alt', 'Control', 'Shift'] as const;
export type HeldKey = (typeof HELD_KEYS)[number];

export interface HoverConfig {
  mode: HoverMode;
  /** Rest on a term before its card opens. */
  openDelayMs: number;
  /** Rest before work for the card may begin; with a held key the card opens then, for the key is intent enough. */
  prepareDelayMs: number;
  /** Absence before the card goes. */
  leaveDelayMs: number;
  /** Pixels; less movement than this is still rest. */
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

/** Every event that begins, ends or measures a wait carries its time. Only real movement is told, never scrolling. */
export type HoverEvent =
  | { type: 'pointerOnTerm'; target: Target; x: number; y: number; keyHeld?: boolean; timeMs: number }
  /** Told for every movement beside the terms while a card is open. `card`: its rectangle, if there is one. */
  | { type: 'pointerOffTerm'; x: number; y: number; card: Rect | null; timeMs: number }
  | { type: 'pointerOnCard'; timeMs: number }
  | { type: 'pointerOffCard'; x: number; y: number; timeMs: number }
  | { type: 'timer'; token: number; name: TimerName; timeMs: number }
  /** `underPointer`: what scrolled holds the text that the pointer is on. */
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
  /** The card is gone already: its target vanished, or the page took it away. */
  | { type: 'cardClosed' }
  | { type: 'windowBlurred'; timeMs: number }
  | { type: 'editorDirty'; dirty: boolean; timeMs: number }
  | { type: 'stop' };

export type HoverEffect =
  | { type: 'startTimer'; token: number; name: TimerName; ms: number }
  | { type: 'cancelTimer'; token: number }
  /** Work for this target's card may begin. */
  | { type: 'prepare'; target: Target }
  /** Show this target's card, in place of another if one is open. */
  | { type: 'open'; target: Target; focus: boolean }
  | { type: 'close'; returnFocus: boolean }
  /** The page moved under the open card. */
  | { type: 'place' }
  /** Paint this target as pointed at, and no other. */
  | { type: 'point'; target: Target | null };

export type TimerName = 'prepare' | 'open' | 'leave';
