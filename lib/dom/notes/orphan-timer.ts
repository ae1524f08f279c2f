/** Delays the verdict that a passage is orphaned until the page has loaded and been quiet for 2 s (15 s at most). */

const QUIET_MS = 2000;
/** Some pages change without end. */
const MAX_WAIT_MS = 15_000;

export interface OrphanTimer {
  /** Text of the page changed. */
  pageChanged(): void;
  /** Sets the ids that were searched for and not found, all of them. */
  setMissing(ids: readonly string[]): void;
  /** Once true, it stays so until the id is no longer missing, whatever the page does. */
  isOrphaned(id: string): boolean;
}

export interface OrphanTimerOptions {
  signal: AbortSignal;
  isLoaded(): boolean;
  nowMs(): number;
  /** Called when ids become orphaned with time; not for those that `setMissing` finds orphaned at once. */
  onOrphaned(): void;
}

export function createOrphanTimer({ signal, isLoaded, nowMs, onOrphaned }: OrphanTimerOptions): OrphanTimer {
  /** When each id was first missing, in ms; null once it is orphaned. */
  let missingSince = new Map<string, number | null>();
  let changedMs = nowMs();
  let wasLoaded = isLoaded();
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** Answers whether any id became orphaned. */
  function expire(): boolean {
    const now = nowMs();
    if (!wasLoaded) {
      // The load event itself often starts changes, so the quiet time begins after it.
      changedMs = now;
      wasLoaded = isLoaded();
    }
    const isQuiet = now - changedMs >= QUIET_MS;
    let isAnyExpired = false;
    for (const [id, since] of missingSince) {
      if (since === null || (!isQuiet && now - since < MAX_WAIT_MS)) continue;
      missingSince.set(id, null);
      isAnyExpired = true;
    }
    return isAnyExpired;
  }

  function schedule(): void {
    clearTimeout(timer);
    if (signal.aborted || [...missingSince.values()].every((since) => since === null)) return;
    timer = setTimeout(
      () => {
        if (expire()) onOrphaned();
        schedule();
      },
      Math.max(0, changedMs + QUIET_MS - nowMs()),
    );
  }

  signal.addEventListener('abort', () => clearTimeout(timer));
  return {
    pageChanged: () => void (changedMs = nowMs()),
    setMissing(ids) {
      const now = nowMs();
      missingSince = new Map(ids.map((id) => [id, missingSince.has(id) ? missingSince.get(id)! : now]));
      expire();
      schedule();
    },
    isOrphaned: (id) => missingSince.get(id) === null,
  };
}
