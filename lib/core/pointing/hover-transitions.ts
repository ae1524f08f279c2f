/** Transitions that several hover events share. Each changes `next`, a copy of the state. */
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

function startTimer(next: HoverState, name: TimerName, ms: number): Timer {
  return { token: next.nextToken++, name, ms: Math.max(0, ms) };
}

/** The pointer is on a term whose card is not open. */
export function dwellOn(
  next: HoverState,
  target: Target,
  point: Point,
  timeMs: number,
  config: HoverConfig,
): void {
  const { phase } = next;
  const currentCard = cardOf(phase);
  const card: Card | null = currentCard && { ...currentCard, pointer: 'away' };
  const dwell = phase.name === 'dwelling' || phase.name === 'switching' ? phase.dwell : null;
  const canOpen =
    (config.mode === 'hover' || (config.mode === 'hover-with-key' && next.isKeyHeld)) &&
    !next.isPressing &&
    timeMs - next.typedMs >= config.typingQuietMs &&
    next.dismissed !== target.key;
  if (!canOpen || (card && (isHeld(card) || isSticky(card)))) {
    if (card) stayOrLeave(next, card, config, point);
    else next.phase = { name: 'idle' };
    return;
  }
  const isSameTarget = dwell?.target.key === target.key;
  if (isSameTarget) {
    const hasMoved = Math.hypot(point.x - dwell.point.x, point.y - dwell.point.y) > config.restPx;
    if (!hasMoved || timeMs - dwell.onTermSinceMs > config.longestDwellMs - config.openDelayMs) {
      // The timer runs on; the target may now be another line of the same term.
      const sameDwell = { ...dwell, target };
      next.phase = card
        ? { name: 'switching', card, dwell: sameDwell }
        : { name: 'dwelling', dwell: sameDwell };
      return;
    }
  }
  const isPrepared = isSameTarget && dwell.isPrepared;
  const newDwell: Dwell = {
    target,
    point,
    restSinceMs: timeMs,
    onTermSinceMs: isSameTarget ? dwell.onTermSinceMs : timeMs,
    isPrepared,
    timer: isPrepared
      ? startTimer(next, 'open', openDelayOf(config))
      : startTimer(next, 'prepare', Math.min(config.prepareDelayMs, openDelayOf(config))),
  };
  next.phase = card ? { name: 'switching', card, dwell: newDwell } : { name: 'dwelling', dwell: newDwell };
}

const openDelayOf = (config: HoverConfig): number =>
  config.mode === 'hover-with-key' ? config.prepareDelayMs : config.openDelayMs;

/** The timer of the current phase fired. */
export function handleTimer(
  next: HoverState,
  timeMs: number,
  config: HoverConfig,
  effects: HoverEffect[],
): void {
  const { phase } = next;
  if (phase.name === 'leaving') closeCard(next, effects, false);
  if (phase.name !== 'dwelling' && phase.name !== 'switching') return;
  const { dwell } = phase;
  if (!dwell.isPrepared) effects.push({ type: 'prepare', target: dwell.target });
  const remainingMs = dwell.restSinceMs + openDelayOf(config) - timeMs;
  if (dwell.timer.name === 'prepare' && remainingMs > 0) {
    next.phase = {
      ...phase,
      dwell: { ...dwell, isPrepared: true, timer: startTimer(next, 'open', remainingMs) },
    };
  } else openCard(next, effects, dwell.target, 'hover');
}

/** The pointer moved beside all terms while a card is open: at the card, towards it, or away. */
export function followPointer(
  next: HoverState,
  card: Card,
  to: Point,
  rect: Rect | null,
  config: HoverConfig,
): void {
  const { phase } = next;
  const point = { x: to.x, y: to.y };
  if (rect && contains(grown(rect, config.cardReachPx), point)) {
    next.phase = { name: 'open', card: { ...card, pointer: 'card' } };
    return;
  }
  if (phase.name === 'leaving' && rect) {
    const { from, last } = phase;
    const isTowardsCard =
      last !== null &&
      (isTowards(last, point, rect) ||
        // Steps of one pixel have only eight directions; the path from its start is more exact.
        (from !== null && isTowards(from, point, rect) && distanceTo(rect, point) < distanceTo(rect, last)));
    next.phase = {
      ...phase,
      from: from ?? point,
      last: point,
      timer: isTowardsCard ? startTimer(next, 'leave', config.leaveDelayMs) : phase.timer,
    };
    return;
  }
  stayOrLeave(next, { ...card, pointer: 'away' }, config, point);
}

/** The card stays open if something holds it, else it begins to leave; a leave that runs goes on. */
export function stayOrLeave(
  next: HoverState,
  card: Card,
  config: HoverConfig,
  point: Point | null = null,
): void {
  const staysOpen = isHeld(card) || isSticky(card) || card.pointer === 'term';
  if (staysOpen) next.phase = { name: 'open', card };
  else if (next.phase.name === 'leaving') next.phase = { ...next.phase, card };
  else {
    next.phase = {
      name: 'leaving',
      card,
      from: point,
      last: point,
      timer: startTimer(next, 'leave', config.leaveDelayMs),
    };
  }
}

/** Cancels an opening that is pending. */
export function cancelOpening(next: HoverState, config: HoverConfig): void {
  if (next.phase.name === 'dwelling') next.phase = { name: 'idle' };
  if (next.phase.name === 'switching') stayOrLeave(next, next.phase.card, config);
}

export function openCard(
  next: HoverState,
  effects: HoverEffect[],
  target: Target,
  openedBy: Card['openedBy'],
): void {
  const isFocused = openedBy === 'keyboard';
  const pointer = openedBy === 'hover' ? 'term' : 'away';
  // An unsaved note stays unsaved when the card shows another term.
  const isDirty = cardOf(next.phase)?.isDirty ?? false;
  next.dismissed = null;
  next.phase = { name: 'open', card: { target, openedBy, pointer, isFocused, isDirty } };
  effects.push({ type: 'open', target, focus: isFocused });
}

export function closeCard(next: HoverState, effects: HoverEffect[], returnFocus: boolean): void {
  next.phase = { name: 'idle' };
  effects.push({ type: 'close', returnFocus });
}
