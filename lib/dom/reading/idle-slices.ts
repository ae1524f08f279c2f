/** Work in small parts, when the browser has nothing better to do. */

/** Longer than this at a time, and scrolling would stutter; in a longer pause nothing is drawn that could. */
const SLICE_MS = 5;
const LONG_SLICE_MS = 10;
const LONG_PAUSE_MS = 25;
/** A busy page may never be idle; we then take our slice anyway. */
const PATIENCE_MS = 300;

/** On a page of ours, between what the browser has to draw. */
const TURN_MS = 16;

type Work = (left: () => number) => void;

/** Runs work in a pause; `left` answers how many milliseconds of it are left. */
export const runWhenIdle = (work: Work): void =>
  void requestIdleCallback((pause) => work(() => pause.timeRemaining()));

/** Runs work when it is its turn, after the keys that were pressed before. */
export const yieldToInput = (work: Work): void =>
  void setTimeout(() => {
    const until = performance.now() + TURN_MS;
    work(() => until - performance.now());
  });

/**
 * Calls `work` again and again, in idle slices, until it answers false or the signal aborts. The promise is
 * kept when all is done; it never rejects: errors of `work` go to `onError` and end the work.
 */
export function runInSlices(
  work: () => boolean,
  signal: AbortSignal,
  onError: (error: unknown) => void,
): Promise<void> {
  return new Promise((resolve) => {
    const run = (pause: IdleDeadline): void => {
      if (signal.aborted) return resolve();
      const isLong = pause.timeRemaining() > LONG_PAUSE_MS;
      const until = performance.now() + (isLong ? LONG_SLICE_MS : SLICE_MS);
      try {
        do {
          if (!work()) return resolve();
        } while (performance.now() < until);
      } catch (error) {
        onError(error);
        return resolve();
      }
      requestIdleCallback(run, { timeout: PATIENCE_MS });
    };
    requestIdleCallback(run, { timeout: PATIENCE_MS });
  });
}
