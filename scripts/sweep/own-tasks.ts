/**
 * Our own work in a trace: calls into the extension's code, and what they put off. What the browser answers us goes on
 * as a kept promise, which the trace gives no name: in a task where nobody is called it is taken for ours, so the pages
 * that are traced run no scripts of their own.
 */
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
/** Those that name what is called; the others tell of the engine. */
const NAMING = new Set(['EvaluateScript', 'FunctionCall']);
const TASKS = new Set(['RunTask', 'ThreadControllerImpl::RunTask']);
/** Where what was awaited goes on. */
const PUT_OFF = 'RunMicrotasks';
/** Less than this is the browser looking whether something was put off. */
const MIN_MS = 0.1;

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

/** The last of those that begin before it, if it lies in that one. */
function spanAt(spans: readonly Span[], us: number): Span | undefined {
  const before = spans.findLast(({ ts }) => ts <= us);
  return before && us < endOf(before) ? before : undefined;
}

function ownTasksOf(spans: readonly Span[]): OwnTask[] {
  const calls = spans.filter(isOwn);
  const began = Math.min(...calls.map(({ ts }) => ts));
  const putOff = spans.filter(({ name, ts }) => name === PUT_OFF && ts >= began);
  const tasks = outer(spans.filter(({ name }) => TASKS.has(name)));
  // A call that the trace gives no task stands for itself.
  const taskOf = (span: Span): Span => spanAt(tasks, span.ts) ?? span;
  const called = new Set(calls.map(taskOf));
  const foreign = new Set(spans.filter((span) => NAMING.has(span.name) && !isOwn(span)).map(taskOf));
  const own = new Map<Span, number>();
  for (const work of outer([...calls, ...putOff])) {
    const task = taskOf(work);
    if (called.has(task) || !foreign.has(task)) own.set(task, (own.get(task) ?? 0) + work.dur / 1000);
  }
  return [...own]
    .filter(([task, ms]) => called.has(task) || ms >= MIN_MS)
    .map(([{ ts }, ms]) => ({ startUs: ts, ms }));
}

/** Our work, one entry a task of the browser. */
export function ownTasks(events: readonly TraceEvent[]): OwnTask[] {
  const byThread = new Map<string, Span[]>();
  for (const event of events.filter(isWhole)) {
    if (!CALLS.has(event.name) && !TASKS.has(event.name) && event.name !== PUT_OFF) continue;
    const thread = `${event.pid}/${event.tid}`;
    const known = byThread.get(thread);
    if (known) known.push(event);
    else byThread.set(thread, [event]);
  }
  return [...byThread.values()].filter((spans) => spans.some(isOwn)).flatMap(ownTasksOf);
}

/** Milliseconds of our longest task in a trace; 0 where there was none. */
export const longestOwnTask = (events: readonly TraceEvent[]): number =>
  Math.max(0, ...ownTasks(events).map(({ ms }) => ms));
