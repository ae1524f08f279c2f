/** The transitions that several events of hovering share. Each changes the copy of the state that it is given. */
import { contains, distanceTo, grown, isTowards, type Point, type Rect } from './geometry.ts';
import {
  cardOf,
  isHeld,
  isSticky,
  type Card,
  type Dwell,
  type HoverState,
  type Timer,
} from './hover-state.ts';
import type { HoverConfig, HoverEffect, Target, TimerName } from './hover-types.ts';

function timer(next: HoverState, name: TimerName, ms: number): Timer {
  return { token: next.nextToken++, name, ms: Math.max(0, ms) };
}

/** The pointer is on a term that has no card on show. */
export function rest(next: HoverState, target: Target, at: Point, timeMs: number, config: HoverConfig): void {
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
export function ring(next: HoverState, timeMs: number, config: HoverConfig, acts: HoverEffect[]): void {
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
export function wander(
  next: HoverState,
  card: Card,
  to: Point,
  rect: Rect | null,
  config: HoverConfig,
): void {
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
export function settle(next: HoverState, card: Card, config: HoverConfig, at: Point | null = null): void {
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

/** Cancels the opening that was pending. */
export function interrupt(next: HoverState, config: HoverConfig): void {
  if (next.phase.name === 'dwelling') next.phase = { name: 'idle' };
  if (next.phase.name === 'switching') settle(next, next.phase.card, config);
}

export function open(next: HoverState, acts: HoverEffect[], target: Target, by: Card['by']): void {
  const focus = by === 'keyboard';
  const pointer = by === 'hover' ? 'term' : 'away';
  // An unsaved note stays unsaved while the card goes on to another term.
  const dirty = cardOf(next.phase)?.dirty ?? false;
  next.dismissed = null;
  next.phase = { name: 'open', card: { target, by, pointer, focused: focus, dirty } };
  acts.push({ type: 'open', target, focus });
}

export function close(next: HoverState, acts: HoverEffect[], returnFocus: boolean): void {
  next.phase = { name: 'idle' };
  acts.push({ type: 'close', returnFocus });
}
