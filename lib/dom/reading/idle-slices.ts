/** Work in small parts, at times when the browser has nothing more urgent to do. */

/** A longer slice would make scrolling stutter. */
const SLICE_MS = 5;
/** For an idle period longer than LONG_IDLE_MS: no frame is pending in it. */
const LONG_SLICE_MS = 10;
const LONG_IDLE_MS = 25;
/** A busy page may never be idle; the slice then runs anyway. */
const IDLE_TIMEOUT_MS = 300;
/** Budget of a task in the extension's own pages: one frame. */
const TASK_MS = 16;

/** @param remainingMs how much of the slice is left. */
type Work = (remainingMs: () => number) => void;

export const runWhenIdle = (work: Work): void =>
  void requestIdleCallback((deadline) => work(() => deadline.timeRemaining()));

/** Runs work in a task of its own, after keys that were pressed before. */
export const yieldToInput = (work: Work): void =>
  void setTimeout(() => {
    const until = performance.now() + TASK_MS;
    work(() => until - performance.now());
  });

/**
 * Calls `work` in idle slices until it answers false or the signal aborts. Resolves at the end and never rejects: an
 * error of `work` goes to `onError` and ends it.
 */
export function runInSlices(
  work: () => boolean,
  signal: AbortSignal,
  onError: (error: unknown) => void,
): Promise<void> {
  return new Promise((resolve) => {
    const run = (deadline: IdleDeadline): void => {
      if (signal.aborted) return resolve();
      const isLong = deadline.timeRemaining() > LONG_IDLE_MS;
      const until = performance.now() + (isLong ? LONG_SLICE_MS : SLICE_MS);
      try {
        do {
          if (!work()) return resolve();
        } while (performance.now() < until);
      } catch (error) {
        onError(error);
        return resolve();
      }
      requestIdleCallback(run, { timeout: IDLE_TIMEOUT_MS });
    };
    requestIdleCallback(run, { timeout: IDLE_TIMEOUT_MS });
  });
}
