/** When a passage that is not there may be called lost: not while the page is still coming or changing. */

/** A page this long without a change is as it will be. */
const QUIET_MS = 2000;
/** A page that never rests would be waited for without end. */
const MAX_MS = 15_000;

export interface OrphanTimer {
  /** Text of the page changed. */
  pageChanged(): void;
  /** All that was looked for and is not there. */
  missing(ids: readonly string[]): void;
  isLost(id: string): boolean;
}

export interface OrphanTimerOptions {
  signal: AbortSignal;
  isLoaded(): boolean;
  nowMs(): number;
  /** Some are lost that were not. */
  onLost(): void;
}

export function createOrphanTimer({ signal, isLoaded, nowMs, onLost }: OrphanTimerOptions): OrphanTimer {
  /** Since when each has been missing; null: it is lost, whatever the page does now. */
  let since = new Map<string, number | null>();
  let changedMs = nowMs();
  let wasLoaded = isLoaded();
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** Whether any was given up. */
  function giveUp(): boolean {
    const now = nowMs();
    if (!wasLoaded) {
      // What a page does at its load event comes after it.
      changedMs = now;
      wasLoaded = isLoaded();
    }
    const isQuiet = now - changedMs >= QUIET_MS;
    let any = false;
    for (const [id, from] of since) {
      if (from === null || (!isQuiet && now - from < MAX_MS)) continue;
      since.set(id, null);
      any = true;
    }
    return any;
  }

  function wait(): void {
    clearTimeout(timer);
    if (signal.aborted || [...since.values()].every((from) => from === null)) return;
    timer = setTimeout(
      () => {
        if (giveUp()) onLost();
        wait();
      },
      Math.max(0, changedMs + QUIET_MS - nowMs()),
    );
  }

  signal.addEventListener('abort', () => clearTimeout(timer));
  return {
    pageChanged: () => void (changedMs = nowMs()),
    missing(ids) {
      const now = nowMs();
      since = new Map(ids.map((id) => [id, since.has(id) ? since.get(id)! : now]));
      giveUp();
      wait();
    },
    isLost: (id) => since.get(id) === null,
  };
}
