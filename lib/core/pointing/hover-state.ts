/** The state of hovering: its phases, and the questions that every transition asks of them. */
import type { Point } from './geometry.ts';
import type { Target, TargetKey, TimerName } from './hover-types.ts';

export interface Timer {
  token: number;
  name: TimerName;
  ms: number;
}

export interface Dwell {
  target: Target;
  /** Where and since when the pointer rests. */
  at: Point;
  restMs: number;
  /** Since when it is on this term. */
  sinceMs: number;
  prepared: boolean;
  timer: Timer;
}

export interface Card {
  target: Target;
  by: 'hover' | 'keyboard' | 'click' | 'touch';
  pointer: 'term' | 'card' | 'away';
  focused: boolean;
  dirty: boolean;
}

export type HoverPhase =
  | { name: 'idle' }
  | { name: 'dwelling'; dwell: Dwell }
  | { name: 'open'; card: Card }
  /** `from`: where the pointer left; `last`: where it was seen last. */
  | { name: 'leaving'; card: Card; from: Point | null; last: Point | null; timer: Timer }
  | { name: 'switching'; card: Card; dwell: Dwell }
  | { name: 'stopped' };

export interface HoverState {
  phase: HoverPhase;
  /** The target under the last real movement, until the page moves. */
  under: { target: Target; at: Point } | null;
  /** A button is down. */
  pressing: boolean;
  keyHeld: boolean;
  /** Time of the last keystroke in a field. */
  typedMs: number;
  /** Its card was sent away: it stays away until the pointer, if it was there, has left the term. */
  dismissed: TargetKey | null;
  nextToken: number;
}

export const HOVER_START: HoverState = {
  phase: { name: 'idle' },
  under: null,
  pressing: false,
  keyHeld: false,
  typedMs: -Infinity,
  dismissed: null,
  nextToken: 1,
};

export function timerOf(phase: HoverPhase): Timer | null {
  if (phase.name === 'leaving') return phase.timer;
  return phase.name === 'dwelling' || phase.name === 'switching' ? phase.dwell.timer : null;
}

/** The card on show, if any. */
export function cardOf(phase: HoverPhase): Card | null {
  return phase.name === 'open' || phase.name === 'leaving' || phase.name === 'switching' ? phase.card : null;
}

/** Somebody is busy with the card: it neither goes nor changes by pointing elsewhere. */
export const isHeld = (card: Card): boolean => card.focused || card.dirty || card.pointer === 'card';

/** Asked for by hand, it stays until it is sent away by hand. */
export const isSticky = (card: Card): boolean => card.by === 'click' || card.by === 'touch';
