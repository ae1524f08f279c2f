/** Our own work in a trace: calls into the extension's code, and what they put off to the end of their task. */
export interface TraceEvent {
  name: string;
  ph: string;
  /** Microseconds, as all times of a trace. */
  ts: number;
  dur?: number;
  pid?: number;
  tid?: number;
  args?: { data?: Record<string, unknown> };
}

export interface OwnTask {
  /** Microseconds, on the clock of the trace. */
  startUs: number;
  /** Of our calls, and of the promises that were kept in the same task. */
  ms: number;
}

const CALLS = new Set(['EvaluateScript', 'FunctionCall', 'v8.callFunction', 'V8.HandleInterrupts', 'v8.run']);
const TASKS = new Set(['RunTask', 'ThreadControllerImpl::RunTask']);
/** Where what was awaited goes on: by no name of ours, but in a task of ours. */
const PUT_OFF = 'RunMicrotasks';

type Span = TraceEvent & { dur: number };
const isWhole = (event: TraceEvent): event is Span => event.ph === 'X' && event.dur !== undefined;
const endOf = ({ ts, dur }: Span): number => ts + dur;

function isOwn({ name, args }: TraceEvent): boolean {
  if (!CALLS.has(name) || !args?.data) return false;
  const { url, fileName } = args.data;
  return [url, fileName].some((at) => typeof at === 'string' && at.startsWith('chrome-extension:'));
}

/** Those that lie in none before them; in the order of their beginnings. */
function outer(spans: readonly Span[]): Span[] {
  const found: Span[] = [];
  let end = -Infinity;
  for (const span of [...spans].sort((a, b) => a.ts - b.ts || b.dur - a.dur)) {
    if (span.ts < end) continue;
    found.push(span);
    end = endOf(span);
  }
  return found;
}

/** Our work, one entry a task of the browser; a call that the trace gives no task stands for itself. */
export function ownTasks(events: readonly TraceEvent[]): OwnTask[] {
  const byThread = new Map<string, Span[]>();
  for (const event of events.filter(isWhole)) {
    if (!CALLS.has(event.name) && !TASKS.has(event.name) && event.name !== PUT_OFF) continue;
    const thread = `${event.pid}/${event.tid}`;
    const known = byThread.get(thread);
    if (known) known.push(event);
    else byThread.set(thread, [event]);
  }
  return [...byThread.values()].flatMap((spans) => {
    const calls = spans.filter(isOwn);
    if (calls.length === 0) return [];
    const works = outer([...calls, ...spans.filter(({ name }) => name === PUT_OFF)]);
    const owns = new Set(
      works.filter((work) => calls.some((call) => call.ts >= work.ts && call.ts < endOf(work))),
    );
    const tasks = [...outer(spans.filter(({ name }) => TASKS.has(name))), ...owns];
    const seen = new Set<Span>();
    return tasks.flatMap((task) => {
      const inside = works.filter((work) => !seen.has(work) && work.ts >= task.ts && work.ts < endOf(task));
      if (!inside.some((work) => owns.has(work))) return [];
      for (const work of inside) seen.add(work);
      return [{ startUs: task.ts, ms: inside.reduce((sum, { dur }) => sum + dur, 0) / 1000 }];
    });
  });
}

/** Milliseconds of our longest task in a trace; 0 where there was none. */
export const longestOwnTask = (events: readonly TraceEvent[]): number =>
  Math.max(0, ...ownTasks(events).map(({ ms }) => ms));
