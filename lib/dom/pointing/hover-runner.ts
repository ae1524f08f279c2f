/** Runs the hover machine: keeps its state, its timers and the order of what happens. */
import { HOVER_START, reduceHover, type HoverState } from '../../core/pointing/hover.ts';
import type { HoverConfig, HoverEffect, HoverEvent, TimerName } from '../../core/pointing/hover-types.ts';

export interface Timers {
  start(token: number, name: TimerName, ms: number): void;
  cancel(token: number): void;
}

/** Timers by token. All end with the signal. */
export function createTimers(signal: AbortSignal, onTimer: (token: number, name: TimerName) => void): Timers {
  const running = new Map<number, ReturnType<typeof setTimeout>>();
  signal.addEventListener('abort', () => {
    for (const id of running.values()) clearTimeout(id);
    running.clear();
  });
  return {
    start(token, name, ms) {
      if (signal.aborted) return;
      const ring = (): void => {
        running.delete(token);
        onTimer(token, name);
      };
      running.set(token, setTimeout(ring, ms));
    },
    cancel(token) {
      clearTimeout(running.get(token));
      running.delete(token);
    },
  };
}

/** What is left for the page to do. */
export type HoverAction = Exclude<HoverEffect, { type: 'startTimer' | 'cancelTimer' }>;

export interface HoverRunner {
  dispatch(event: HoverEvent): void;
  state(): HoverState;
}

/**
 * Acts may dispatch in turn, as when opening moves focus: such events wait until the acts before them are done.
 * Aborting the signal closes what is open. `config` is asked at every event, so that settings take effect at once.
 */
export function createHoverRunner(options: {
  signal: AbortSignal;
  config: () => HoverConfig;
  act: (act: HoverAction) => void;
}): HoverRunner {
  const { signal, config, act } = options;
  let state = HOVER_START;
  const waiting: HoverEvent[] = [];
  let busy = false;
  const timers = createTimers(signal, (token, name) => {
    dispatch({ type: 'timer', token, name, timeMs: performance.now() });
  });
  signal.addEventListener('abort', () => dispatch({ type: 'stop' }));

  function dispatch(event: HoverEvent): void {
    waiting.push(event);
    if (busy) return;
    busy = true;
    try {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const answer = reduceHover(state, next, config());
        state = answer.state;
        for (const effect of answer.effects) {
          if (effect.type === 'startTimer') timers.start(effect.token, effect.name, effect.ms);
          else if (effect.type === 'cancelTimer') timers.cancel(effect.token);
          else act(effect);
        }
      }
    } finally {
      busy = false;
    }
  }

  return { dispatch, state: () => state };
}
