/** Runs the hover reducer: keeps its state and timers, and performs effects in order. */
import { HOVER_START, type HoverState } from '../../core/pointing/hover-state.ts';
import { reduceHover } from '../../core/pointing/hover.ts';
import type { HoverConfig, HoverEffect, HoverEvent, TimerName } from '../../core/pointing/hover-types.ts';

interface Timers {
  start(token: number, name: TimerName, ms: number): void;
  cancel(token: number): void;
}

/** Timers by token. All end with the signal. */
function createTimers(signal: AbortSignal, onTimer: (token: number, name: TimerName) => void): Timers {
  const running = new Map<number, ReturnType<typeof setTimeout>>();
  signal.addEventListener('abort', () => {
    for (const id of running.values()) clearTimeout(id);
    running.clear();
  });
  return {
    start(token, name, ms) {
      if (signal.aborted) return;
      const fire = (): void => {
        running.delete(token);
        onTimer(token, name);
      };
      running.set(token, setTimeout(fire, ms));
    },
    cancel(token) {
      clearTimeout(running.get(token));
      running.delete(token);
    },
  };
}

/** The effects that the page performs; the runner sees to the timers itself. */
export type HoverAction = Exclude<HoverEffect, { type: 'startTimer' | 'cancelTimer' }>;

export interface HoverRunner {
  dispatch(event: HoverEvent): void;
  state(): HoverState;
}

/**
 * `act` may dispatch again, as when opening a card moves focus: such events wait until the effects before them are done.
 * `config` is read at every event, so that new settings apply at once. Aborting the signal closes an open card.
 */
export function createHoverRunner(options: {
  signal: AbortSignal;
  config: () => HoverConfig;
  act: (action: HoverAction) => void;
}): HoverRunner {
  const { signal, config, act } = options;
  let state = HOVER_START;
  const queue: HoverEvent[] = [];
  let isRunning = false;
  const timers = createTimers(signal, (token, name) => {
    dispatch({ type: 'timer', token, name, timeMs: performance.now() });
  });
  signal.addEventListener('abort', () => dispatch({ type: 'stop' }));

  function dispatch(event: HoverEvent): void {
    queue.push(event);
    if (isRunning) return;
    isRunning = true;
    try {
      for (let next = queue.shift(); next; next = queue.shift()) {
        const result = reduceHover(state, next, config());
        state = result.state;
        for (const effect of result.effects) {
          if (effect.type === 'startTimer') timers.start(effect.token, effect.name, effect.ms);
          else if (effect.type === 'cancelTimer') timers.cancel(effect.token);
          else act(effect);
        }
      }
    } finally {
      isRunning = false;
    }
  }

  return { dispatch, state: () => state };
}
