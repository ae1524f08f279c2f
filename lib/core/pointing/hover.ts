/**
 * When a card opens and when it goes: a state machine without clock, timers or page.
 *
 *        on a term                 150 ms, 400 ms of rest
 *   idle ─────────────▶ dwelling ─────────────────────────▶ open ◀──────────────┐
 *    ▲                     │ off, scrolled, pressed,         │  ▲ back, on the   │
 *    │◀────────────────────┘ selected, typed                 │  │ card, towards  │ 400 ms of rest
 *    │                                              off ▼  │               on the other
 *    │◀─────────────── 300 ms ──────────────────────── leaving ───────▶ switching
 *                                                                on another term
 *
 * Every wait has a token; a timer that fires with any other token is ignored, so nothing stale ever opens.
 */
import { contains, distanceTo, grown, isTowards, type Point, type Rect } from './geometry.ts';
import type { HoverConfig, HoverEffect, HoverEvent, Target, TargetKey, TimerName } from './hover-types.ts';

interface Timer {
  token: number;
  name: TimerName;
  ms: number;
}

interface Dwell {
  target: Target;
  /** Where and since when the pointer rests. */
  at: Point;
  restMs: number;
  /** Since when it is on this term. */
  sinceMs: number;
  prepared: boolean;
  timer: Timer;
}

interface Card {
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
  /** What the last real movement found, until the page moves. */
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

/** Pure: the same state, event and config give the same answer. */
export function reduceHover(
  state: HoverState,
  event: HoverEvent,
  config: HoverConfig,
): { state: HoverState; effects: HoverEffect[] } {
  if (state.phase.name === 'stopped') return { state, effects: [] };
  const acts: HoverEffect[] = [];
  const next = step({ ...state }, event, config, acts);
  // Timers and the pointed look follow from the two states alone, so none can be forgotten.
  const effects: HoverEffect[] = [];
  const before = timerOf(state.phase);
  const after = timerOf(next.phase);
  const fired = event.type === 'timer' && event.token === before?.token;
  if (before && before.token !== after?.token && !fired) {
    effects.push({ type: 'cancelTimer', token: before.token });
  }
  const pointed = pointedOf(next);
  if (pointed?.key !== pointedOf(state)?.key) effects.push({ type: 'point', target: pointed });
  effects.push(...acts);
  if (after && after.token !== before?.token) effects.push({ type: 'startTimer', ...after });
  return { state: next, effects };
}

function timerOf(phase: HoverPhase): Timer | null {
  if (phase.name === 'leaving') return phase.timer;
  return phase.name === 'dwelling' || phase.name === 'switching' ? phase.dwell.timer : null;
}

/** The card on show, if any. */
export function cardOf(phase: HoverPhase): Card | null {
  return phase.name === 'open' || phase.name === 'leaving' || phase.name === 'switching' ? phase.card : null;
}

function pointedOf({ phase, under, pressing }: HoverState): Target | null {
  if (phase.name === 'stopped') return null;
  return cardOf(phase)?.target ?? (pressing ? null : (under?.target ?? null));
}

/** `next` is a fresh copy of the state, changed and answered; what must be done is pushed to `acts`. */
function step(next: HoverState, event: HoverEvent, config: HoverConfig, acts: HoverEffect[]): HoverState {
  const { phase } = next;
  const card = cardOf(phase);
  switch (event.type) {
    case 'pointerOnTerm': {
      const at = { x: event.x, y: event.y };
      next.under = { target: event.target, at };
      next.keyHeld = event.keyHeld ?? next.keyHeld;
      if (next.dismissed !== event.target.key) next.dismissed = null;
      if (card?.target.key === event.target.key) {
        next.phase = { name: 'open', card: { ...card, pointer: 'term' } };
      } else rest(next, event.target, at, event.timeMs, config);
      break;
    }
    case 'pointerOffTerm':
      next.under = null;
      next.dismissed = null;
      if (phase.name === 'dwelling') next.phase = { name: 'idle' };
      if (card) wander(next, card, event, event.card, config);
      break;
    case 'pointerOnCard':
      next.under = null;
      next.phase = card ? { name: 'open', card: { ...card, pointer: 'card' } } : { name: 'idle' };
      break;
    case 'pointerOffCard':
      if (card) settle(next, { ...card, pointer: 'away' }, config, { x: event.x, y: event.y });
      break;
    case 'timer':
      if (event.token === timerOf(phase)?.token) ring(next, event.timeMs, config, acts);
      break;
    case 'scrolled':
      if (event.underPointer) {
        next.under = null;
        interrupt(next, config);
        const shown = cardOf(next.phase);
        if (shown?.pointer === 'term') settle(next, { ...shown, pointer: 'away' }, config);
      }
      if (card) acts.push({ type: 'place' });
      break;
    case 'pointerDown':
      next.pressing = true;
      interrupt(next, config);
      if (card && card.target.key === event.target?.key) {
        next.phase = { name: 'open', card: { ...card, pointer: 'term' } };
      } else if (card && !card.dirty) close(next, acts, false);
      break;
    case 'pointerUp':
      next.pressing = false;
      break;
    case 'selectionChanged':
    case 'typed':
      next.under = null;
      if (event.type === 'typed') next.typedMs = event.timeMs;
      interrupt(next, config);
      if (card?.by === 'hover' && !isHeld(card)) close(next, acts, false);
      break;
    case 'keyHeld':
      next.keyHeld = event.held;
      if (config.mode !== 'hover-with-key') break;
      if (!event.held) interrupt(next, config);
      else if (next.under) rest(next, next.under.target, next.under.at, event.timeMs, config);
      break;
    case 'keyOpen':
      open(next, acts, event.target, 'keyboard');
      break;
    case 'keyEscape':
      next.dismissed =
        (card && (card.by !== 'keyboard' || card.pointer !== 'away') ? card : next.under)?.target.key ?? null;
      interrupt(next, config);
      if (card) close(next, acts, card.focused || card.by === 'keyboard');
      break;
    case 'clickTerm':
      if (config.mode !== 'click') break;
      if (card?.by === 'click' && card.target.key === event.target.key) close(next, acts, false);
      else open(next, acts, event.target, 'click');
      break;
    case 'touchTap':
      if (event.target && event.target.key !== card?.target.key) open(next, acts, event.target, 'touch');
      else if (!event.target && card && !card.dirty) close(next, acts, false);
      break;
    case 'focusEnteredCard':
      if (card) next.phase = { name: 'open', card: { ...card, focused: true } };
      break;
    case 'focusLeftCard':
      if (card) settle(next, { ...card, focused: false }, config);
      break;
    case 'cardClosed':
      if (!card) break;
      next.dismissed = card.target.key;
      next.phase = { name: 'idle' };
      break;
    case 'windowBlurred':
      next.under = null;
      next.pressing = next.keyHeld = false;
      interrupt(next, config);
      if (card?.pointer === 'term') settle(next, { ...card, pointer: 'away' }, config);
      break;
    case 'editorDirty':
      if (card) settle(next, { ...card, dirty: event.dirty }, config);
      break;
    case 'stop':
      next.under = null;
      if (card) close(next, acts, false);
      next.phase = { name: 'stopped' };
      break;
  }
  return next;
}

/** Somebody is busy with the card: it neither goes nor changes by pointing elsewhere. */
const isHeld = (card: Card): boolean => card.focused || card.dirty || card.pointer === 'card';

/** Asked for by hand, it stays until it is sent away by hand. */
const isSticky = (card: Card): boolean => card.by === 'click' || card.by === 'touch';

function timer(next: HoverState, name: TimerName, ms: number): Timer {
  return { token: next.nextToken++, name, ms: Math.max(0, ms) };
}

/** The pointer is on a term that has no card on show. */
function rest(next: HoverState, target: Target, at: Point, timeMs: number, config: HoverConfig): void {
  const { phase } = next;
  const shown = cardOf(phase);
  const card: Card | null = shown && { ...shown, pointer: 'away' };
  const dwell = phase.name === 'dwelling' || phase.name === 'switching' ? phase.dwell : null;
  const may =
    (config.mode === 'hover' || (config.mode === 'hover-with-key' && next.keyHeld)) &&
    !next.pressing &&
    timeMs - next.typedMs >= config.typingQuietMs &&
    next.dismissed !== target.key;
  if (!may || (card && (isHeld(card) || isSticky(card)))) {
    if (card) settle(next, card, config, at);
    else next.phase = { name: 'idle' };
    return;
  }
  const same = dwell?.target.key === target.key;
  if (same) {
    const moved = Math.hypot(at.x - dwell.at.x, at.y - dwell.at.y) > config.restPx;
    if (!moved || timeMs - dwell.sinceMs > config.longestDwellMs - config.openDelayMs) {
      // Still at rest; only the line it rests on may be another.
      const kept = { ...dwell, target };
      next.phase = card ? { name: 'switching', card, dwell: kept } : { name: 'dwelling', dwell: kept };
      return;
    }
  }
  const prepared = same && dwell.prepared;
  const fresh: Dwell = {
    target,
    at,
    restMs: timeMs,
    sinceMs: same ? dwell.sinceMs : timeMs,
    prepared,
    timer: prepared
      ? timer(next, 'open', openDelayOf(config))
      : timer(next, 'prepare', Math.min(config.prepareDelayMs, openDelayOf(config))),
  };
  next.phase = card ? { name: 'switching', card, dwell: fresh } : { name: 'dwelling', dwell: fresh };
}

const openDelayOf = (config: HoverConfig): number =>
  config.mode === 'hover-with-key' ? config.prepareDelayMs : config.openDelayMs;

/** The timer of this phase has fired. */
function ring(next: HoverState, timeMs: number, config: HoverConfig, acts: HoverEffect[]): void {
  const { phase } = next;
  if (phase.name === 'leaving') close(next, acts, false);
  if (phase.name !== 'dwelling' && phase.name !== 'switching') return;
  const { dwell } = phase;
  if (!dwell.prepared) acts.push({ type: 'prepare', target: dwell.target });
  const left = dwell.restMs + openDelayOf(config) - timeMs;
  if (dwell.timer.name === 'prepare' && left > 0) {
    next.phase = { ...phase, dwell: { ...dwell, prepared: true, timer: timer(next, 'open', left) } };
  } else open(next, acts, dwell.target, 'hover');
}

/** Beside every term while a card is open: at the card, on the way to it, or away. */
function wander(next: HoverState, card: Card, to: Point, rect: Rect | null, config: HoverConfig): void {
  const { phase } = next;
  const at = { x: to.x, y: to.y };
  if (rect && contains(grown(rect, config.cardReachPx), at)) {
    next.phase = { name: 'open', card: { ...card, pointer: 'card' } };
    return;
  }
  if (phase.name === 'leaving' && rect) {
    const { from, last } = phase;
    const goesThere =
      last !== null &&
      (isTowards(last, at, rect) ||
        // Steps of one pixel have eight directions; the whole way tells better where it leads.
        (from !== null && isTowards(from, at, rect) && distanceTo(rect, at) < distanceTo(rect, last)));
    next.phase = {
      ...phase,
      from: from ?? at,
      last: at,
      timer: goesThere ? timer(next, 'leave', config.leaveDelayMs) : phase.timer,
    };
    return;
  }
  settle(next, { ...card, pointer: 'away' }, config, at);
}

/** Open or leaving, by what still holds the card. A leave that runs goes on. */
function settle(next: HoverState, card: Card, config: HoverConfig, at: Point | null = null): void {
  const stays = isHeld(card) || isSticky(card) || card.pointer === 'term';
  if (stays) next.phase = { name: 'open', card };
  else if (next.phase.name === 'leaving') next.phase = { ...next.phase, card };
  else {
    next.phase = {
      name: 'leaving',
      card,
      from: at,
      last: at,
      timer: timer(next, 'leave', config.leaveDelayMs),
    };
  }
}

/** What was about to open does not. */
function interrupt(next: HoverState, config: HoverConfig): void {
  if (next.phase.name === 'dwelling') next.phase = { name: 'idle' };
  if (next.phase.name === 'switching') settle(next, next.phase.card, config);
}

function open(next: HoverState, acts: HoverEffect[], target: Target, by: Card['by']): void {
  const focus = by === 'keyboard';
  const pointer = by === 'hover' ? 'term' : 'away';
  // An unsaved note stays unsaved while the card goes on to another term.
  const dirty = cardOf(next.phase)?.dirty ?? false;
  next.dismissed = null;
  next.phase = { name: 'open', card: { target, by, pointer, focused: focus, dirty } };
  acts.push({ type: 'open', target, focus });
}

function close(next: HoverState, acts: HoverEffect[], returnFocus: boolean): void {
  next.phase = { name: 'idle' };
  acts.push({ type: 'close', returnFocus });
}
