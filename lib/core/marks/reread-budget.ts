/** A token bucket for the cost of following a page that keeps changing. */
export interface RereadBudget {
  /** False once more has been spent than there was. */
  spend(units: number, nowMs: number): boolean;
  /** Fills it to the top. */
  refill(): void;
}

/** UTF-16 units of text that may be read again at once: enough for a page of a megabyte that redraws itself a dozen times. */
export const MAX_UNITS_AT_ONCE = 16_000_000;
/** Refill per second: reading that much text takes about 10 ms, a hundredth of the machine's time. */
const UNITS_A_SECOND = 250_000;
/** Cost of one change besides its text. */
export const UNITS_A_CHANGE = 20;
/** Cost of painting one mark again because colours changed: `getComputedStyle` takes about 10 µs. */
export const UNITS_A_REPAINT = 250;

export function createRereadBudget(
  capacity = MAX_UNITS_AT_ONCE,
  unitsASecond = UNITS_A_SECOND,
): RereadBudget {
  let left = capacity;
  let lastMs: number | null = null;
  return {
    spend(units, nowMs) {
      if (lastMs !== null) left = Math.min(capacity, left + ((nowMs - lastMs) / 1000) * unitsASecond);
      lastMs = nowMs;
      left -= units;
      return left >= 0;
    },
    refill() {
      left = capacity;
    },
  };
}
