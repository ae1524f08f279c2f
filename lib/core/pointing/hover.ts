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
import { cardOf, isHeld, timerOf, type HoverState } from './hover-state.ts';
import { close, interrupt, open, rest, ring, settle, wander } from './hover-transitions.ts';
import type { HoverConfig, HoverEffect, HoverEvent, Target } from './hover-types.ts';

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
