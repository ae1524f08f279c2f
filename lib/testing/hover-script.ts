/** Hovering told as a script: `on 1, 400, off, 300`. Steps and milliseconds in, what was done and when out. */
import { cardOf, HOVER_START, type HoverState } from '../core/pointing/hover-state.ts';
import { reduceHover } from '../core/pointing/hover.ts';
import {
  HOVER_DEFAULTS,
  type HoverConfig,
  type HoverEffect,
  type HoverEvent,
} from '../core/pointing/hover-types.ts';

/** Lies to the right of and below every point that the tables use, unless they mean it. */
const CARD = { x: 100, y: 200, width: 300, height: 200 };

export interface HoverRun {
  send(event: HoverEvent): void;
  /** Lets time pass, and timers fire as they come due. */
  advance(ms: number): void;
  /** Effects with their times: `400 open 1`. */
  log: string[];
  effects: HoverEffect[];
  /** Those alive. */
  timers: ReadonlyMap<number, unknown>;
  now(): number;
  state(): HoverState;
}

/** Runs the reducer under a clock of its own, as timers would. */
export function createRun(config: HoverConfig): HoverRun {
  let state: HoverState = HOVER_START;
  let nowMs = 0;
  const timers = new Map<number, { name: 'prepare' | 'open' | 'leave'; atMs: number }>();
  const log: string[] = [];
  const effects: HoverEffect[] = [];

  function send(event: HoverEvent): void {
    const answer = reduceHover(state, event, config);
    state = answer.state;
    for (const effect of answer.effects) {
      effects.push(effect);
      if (effect.type === 'startTimer') {
        if (timers.has(effect.token)) throw new Error(`Two timers with token ${String(effect.token)}`);
        timers.set(effect.token, { name: effect.name, atMs: nowMs + effect.ms });
      } else if (effect.type === 'cancelTimer') {
        if (!timers.delete(effect.token)) throw new Error(`No timer with token ${String(effect.token)}`);
      } else log.push(`${String(nowMs)} ${nameOf(effect)}`);
    }
  }

  function advance(ms: number): void {
    const until = nowMs + ms;
    for (;;) {
      const due = [...timers].toSorted((a, b) => a[1].atMs - b[1].atMs)[0];
      if (!due || due[1].atMs > until) break;
      timers.delete(due[0]);
      nowMs = due[1].atMs;
      send({ type: 'timer', token: due[0], name: due[1].name, timeMs: nowMs });
    }
    nowMs = until;
  }

  return { send, advance, log, effects, timers, now: () => nowMs, state: () => state };
}

function nameOf(effect: HoverEffect): string {
  if (effect.type === 'open') return `open ${String(effect.target.key)}${effect.focus ? ' with focus' : ''}`;
  if (effect.type === 'close') return effect.returnFocus ? 'close, focus back' : 'close';
  if (effect.type === 'point') return `point ${String(effect.target?.key ?? '-')}`;
  return effect.type === 'prepare' ? `prepare ${String(effect.target.key)}` : effect.type;
}

/**
 * One step: a number lets milliseconds pass; else a word and its numbers. `on KEY [X Y]`, `off [X Y]` and `leave
 * card` are movements; the card stands where CARD says whenever it is open.
 */
export function toEvent(step: string, nowMs: number, state: HoverState): HoverEvent {
  const [word = '', ...rest] = step.split(' ');
  const number = (i: number, otherwise: number): number =>
    rest[i] === undefined ? otherwise : Number(rest[i]);
  const target = { key: number(0, 0), rect: 0 };
  const timeMs = nowMs;
  switch (word) {
    case 'on':
      return { type: 'pointerOnTerm', target, x: number(1, 10), y: number(2, 10), timeMs };
    case 'on+key':
      return { type: 'pointerOnTerm', target, x: 10, y: 10, keyHeld: true, timeMs };
    case 'off':
      return {
        type: 'pointerOffTerm',
        x: number(0, 10),
        y: number(1, 50),
        card: cardOf(state.phase) ? CARD : null,
        timeMs,
      };
    case 'card':
      return { type: 'pointerOnCard', timeMs };
    case 'uncard':
      return { type: 'pointerOffCard', x: 90, y: 300, timeMs };
    case 'scroll':
      return { type: 'scrolled', underPointer: true };
    case 'scroll-elsewhere':
      return { type: 'scrolled', underPointer: false };
    case 'press':
      return { type: 'pointerDown', target: rest[0] ? target : null, timeMs };
    case 'release':
      return { type: 'pointerUp' };
    case 'select':
      return { type: 'selectionChanged', timeMs };
    case 'type':
      return { type: 'typed', timeMs };
    case 'key':
      return { type: 'keyHeld', held: rest[0] === 'down', timeMs };
    case 'enter':
      return { type: 'keyOpen', target };
    case 'esc':
      return { type: 'keyEscape' };
    case 'click':
      return { type: 'clickTerm', target };
    case 'tap':
      return { type: 'touchTap', target: rest[0] ? target : null };
    case 'focus':
      return { type: 'focusEnteredCard' };
    case 'unfocus':
      return { type: 'focusLeftCard', timeMs };
    case 'gone':
      return { type: 'cardClosed' };
    case 'blur':
      return { type: 'windowBlurred', timeMs };
    case 'dirty':
      return { type: 'editorDirty', dirty: true, timeMs };
    case 'clean':
      return { type: 'editorDirty', dirty: false, timeMs };
    case 'stop':
      return { type: 'stop' };
    default:
      throw new Error(`No such step: ${step}`);
  }
}

export function play(script: string, config: Partial<HoverConfig> = {}): string {
  const run = createRun({ ...HOVER_DEFAULTS, ...config });
  for (const step of script.split(', ')) {
    if (/^\d+$/.test(step)) run.advance(Number(step));
    else run.send(toEvent(step, run.now(), run.state()));
  }
  return run.log.join(', ');
}
