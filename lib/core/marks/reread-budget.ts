/** How much following a page may cost: a store that is spent by work and fills again with time. */
export interface RereadBudget {
  /** Spends; false once more was spent than there is. */
  spend(units: number, nowMs: number): boolean;
  /** As at the beginning. */
  refill(): void;
}

/**
 * Units of text that may be read again at once. A page of a megabyte that draws itself anew a dozen times while it
 * starts is well within it.
 */
export const ALLOWED = 16_000_000;
/** … and for each second after that: about a hundredth of the machine's time. */
export const ALLOWED_A_SECOND = 250_000;
/** What one change costs besides its text. */
export const UNITS_A_CHANGE = 20;

export function createRereadBudget(most = ALLOWED, aSecond = ALLOWED_A_SECOND): RereadBudget {
  let left = most;
  let lastMs: number | null = null;
  return {
    spend(units, nowMs) {
      if (lastMs !== null) left = Math.min(most, left + ((nowMs - lastMs) / 1000) * aSecond);
      lastMs = nowMs;
      left -= units;
      return left >= 0;
    },
    refill() {
      left = most;
    },
  };
}
