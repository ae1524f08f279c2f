/**
 * Decides when a card opens and closes: a state machine without clock, timers or page.
 *
 *        on a term                 150 ms, 400 ms of rest
 *   idle ─────────────▶ dwelling ─────────────────────────▶ open ◀──────────────┐
 *    ▲                     │ off, scrolled, pressed,         │  ▲ back, on the   │
 *    │◀────────────────────┘ selected, typed                 │  │ card, towards  │ 400 ms of rest
 *    │                                              off ▼  │               on the other
 *    │◀─────────────── 300 ms ──────────────────────── leaving ───────▶ switching
 *                                                                on another term
 *
 * Every delay has a token. A timer that fires with another token is stale and ignored.
 */
import { cardOf, isHeld, timerOf, type HoverState } from './hover-state.ts';
import {
  closeCard,
  cancelOpening,
  openCard,
  dwellOn,
  handleTimer,
  stayOrLeave,
  followPointer,
} from './hover-transitions.ts';
import type { HoverConfig, HoverEffect, HoverEvent, Target } from './hover-types.ts';

/** Pure: the same state, event and config give the same answer. */
export function reduceHover(
  state: HoverState,
  event: HoverEvent,
  config: HoverConfig,
): { state: HoverState; effects: HoverEffect[] } {
  if (state.phase.name === 'stopped') return { state, effects: [] };
  const stepEffects: HoverEffect[] = [];
  const next = step({ ...state }, event, config, stepEffects);
  // Timers and the pointed target follow from the two states alone, so none can be forgotten.
  const effects: HoverEffect[] = [];
  const timerBefore = timerOf(state.phase);
  const timerAfter = timerOf(next.phase);
  const hasFired = event.type === 'timer' && event.token === timerBefore?.token;
  if (timerBefore && timerBefore.token !== timerAfter?.token && !hasFired) {
    effects.push({ type: 'cancelTimer', token: timerBefore.token });
  }
  const pointed = pointedOf(next);
  if (pointed?.key !== pointedOf(state)?.key) effects.push({ type: 'point', target: pointed });
  effects.push(...stepEffects);
  if (timerAfter && timerAfter.token !== timerBefore?.token) {
    effects.push({ type: 'startTimer', ...timerAfter });
  }
  return { state: next, effects };
}

function pointedOf({ phase, hovered, isPressing }: HoverState): Target | null {
  if (phase.name === 'stopped') return null;
  return cardOf(phase)?.target ?? (isPressing ? null : (hovered?.target ?? null));
}

/** Changes and returns `next`, a copy of the state; pushes to `effects`. */
function step(next: HoverState, event: HoverEvent, config: HoverConfig, effects: HoverEffect[]): HoverState {
  const { phase } = next;
  const card = cardOf(phase);
  switch (event.type) {
    case 'pointerOnTerm': {
      const point = { x: event.x, y: event.y };
      next.hovered = { target: event.target, point };
      next.isKeyHeld = event.keyHeld ?? next.isKeyHeld;
      if (next.dismissed !== event.target.key) next.dismissed = null;
      if (card?.target.key === event.target.key) {
        next.phase = { name: 'open', card: { ...card, pointer: 'term' } };
      } else dwellOn(next, event.target, point, event.timeMs, config);
      break;
    }
    case 'pointerOffTerm':
      next.hovered = null;
      next.dismissed = null;
      if (phase.name === 'dwelling') next.phase = { name: 'idle' };
      if (card) followPointer(next, card, event, event.card, config);
      break;
    case 'pointerOnCard':
      next.hovered = null;
      next.phase = card ? { name: 'open', card: { ...card, pointer: 'card' } } : { name: 'idle' };
      break;
    case 'pointerOffCard':
      if (card) stayOrLeave(next, { ...card, pointer: 'away' }, config, { x: event.x, y: event.y });
      break;
    case 'timer':
      if (event.token === timerOf(phase)?.token) handleTimer(next, event.timeMs, config, effects);
      break;
    case 'scrolled':
      if (event.underPointer) {
        next.hovered = null;
        cancelOpening(next, config);
        const current = cardOf(next.phase);
        if (current?.pointer === 'term') stayOrLeave(next, { ...current, pointer: 'away' }, config);
      }
      if (card) effects.push({ type: 'place' });
      break;
    case 'pointerDown':
      next.isPressing = true;
      cancelOpening(next, config);
      if (card && card.target.key === event.target?.key) {
        next.phase = { name: 'open', card: { ...card, pointer: 'term' } };
      } else if (card && !card.isDirty) closeCard(next, effects, false);
      break;
    case 'pointerUp':
      next.isPressing = false;
      break;
    case 'selectionChanged':
    case 'typed':
      next.hovered = null;
      if (event.type === 'typed') next.typedMs = event.timeMs;
      cancelOpening(next, config);
      if (card?.openedBy === 'hover' && !isHeld(card)) closeCard(next, effects, false);
      break;
    case 'keyHeld':
      next.isKeyHeld = event.held;
      if (config.mode !== 'hover-with-key') break;
      if (!event.held) cancelOpening(next, config);
      else if (next.hovered) dwellOn(next, next.hovered.target, next.hovered.point, event.timeMs, config);
      break;
    case 'keyOpen':
      openCard(next, effects, event.target, 'keyboard');
      break;
    case 'keyEscape':
      next.dismissed =
        (card && (card.openedBy !== 'keyboard' || card.pointer !== 'away') ? card : next.hovered)?.target
          .key ?? null;
      cancelOpening(next, config);
      if (card) closeCard(next, effects, card.isFocused || card.openedBy === 'keyboard');
      break;
    case 'clickTerm':
      if (config.mode !== 'click') break;
      if (card?.openedBy === 'click' && card.target.key === event.target.key) closeCard(next, effects, false);
      else openCard(next, effects, event.target, 'click');
      break;
    case 'touchTap':
      if (event.target && event.target.key !== card?.target.key) {
        openCard(next, effects, event.target, 'touch');
      } else if (!event.target && card && !card.isDirty) closeCard(next, effects, false);
      break;
    case 'focusEnteredCard':
      if (card) next.phase = { name: 'open', card: { ...card, isFocused: true } };
      break;
    case 'focusLeftCard':
      if (card) stayOrLeave(next, { ...card, isFocused: false }, config);
      break;
    case 'cardClosed':
      if (!card) break;
      next.dismissed = card.target.key;
      next.phase = { name: 'idle' };
      break;
    case 'windowBlurred':
      next.hovered = null;
      next.isPressing = next.isKeyHeld = false;
      cancelOpening(next, config);
      if (card?.pointer === 'term') stayOrLeave(next, { ...card, pointer: 'away' }, config);
      break;
    case 'editorDirty':
      if (card) stayOrLeave(next, { ...card, isDirty: event.dirty }, config);
      break;
    case 'stop':
      next.hovered = null;
      if (card) closeCard(next, effects, false);
      next.phase = { name: 'stopped' };
      break;
  }
  return next;
}
