/** The state of the hover machine, and what its transitions derive from it. */
import type { Point } from './geometry.ts';
import type { Target, TargetKey, TimerName } from './hover-types.ts';

export interface Timer {
  token: number;
  name: TimerName;
  ms: number;
}

export interface Dwell {
  target: Target;
  /** The pointer has rested near this point since `restSinceMs`. */
  point: Point;
  restSinceMs: number;
  onTermSinceMs: number;
  /** The `prepare` effect was sent. */
  isPrepared: boolean;
  timer: Timer;
}

export interface Card {
  target: Target;
  openedBy: 'hover' | 'keyboard' | 'click' | 'touch';
  pointer: 'term' | 'card' | 'away';
  isFocused: boolean;
  /** Its note has unsaved changes. */
  isDirty: boolean;
}

export type HoverPhase =
  | { name: 'idle' }
  | { name: 'dwelling'; dwell: Dwell }
  | { name: 'open'; card: Card }
  /** `from`: the pointer as it left; `last`: its last position. */
  | { name: 'leaving'; card: Card; from: Point | null; last: Point | null; timer: Timer }
  | { name: 'switching'; card: Card; dwell: Dwell }
  | { name: 'stopped' };

export interface HoverState {
  phase: HoverPhase;
  /** The target under the last real movement, until the page moves. */
  hovered: { target: Target; point: Point } | null;
  /** A mouse button is down. */
  isPressing: boolean;
  isKeyHeld: boolean;
  /** Time of the last keystroke in a field. */
  typedMs: number;
  /** The reader closed its card: pointing opens it again only after the pointer has left the term. */
  dismissed: TargetKey | null;
  nextToken: number;
}

export const HOVER_START: HoverState = {
  phase: { name: 'idle' },
  hovered: null,
  isPressing: false,
  isKeyHeld: false,
  typedMs: -Infinity,
  dismissed: null,
  nextToken: 1,
};

export function timerOf(phase: HoverPhase): Timer | null {
  if (phase.name === 'leaving') return phase.timer;
  return phase.name === 'dwelling' || phase.name === 'switching' ? phase.dwell.timer : null;
}

/** The open card, if any. */
export function cardOf(phase: HoverPhase): Card | null {
  return phase.name === 'open' || phase.name === 'leaving' || phase.name === 'switching' ? phase.card : null;
}

/** The reader uses the card: pointing elsewhere neither closes nor changes it. */
export const isHeld = (card: Card): boolean => card.isFocused || card.isDirty || card.pointer === 'card';

/** Opened by click or tap, it stays open until the reader closes it. */
export const isSticky = (card: Card): boolean => card.openedBy === 'click' || card.openedBy === 'touch';
