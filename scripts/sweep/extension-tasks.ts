/**
 * The extension's work in a trace: calls into its code and the microtasks that they queue. The trace does not name the
 * owner of a microtask: in a task without calls it counts as the extension's, so traced pages must run no scripts.
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

export interface ExtensionTask {
  /** Microseconds, on the clock of the trace. */
  startUs: number;
  /** Time in the extension's calls and in the microtasks of the same task. */
  ms: number;
}

const CALLS = new Set(['EvaluateScript', 'FunctionCall', 'v8.callFunction', 'V8.HandleInterrupts', 'v8.run']);
/** Events that name the script they call; the others are about the engine. */
const NAMING = new Set(['EvaluateScript', 'FunctionCall']);
const TASKS = new Set(['RunTask', 'ThreadControllerImpl::RunTask']);
/** The event in which awaiting code continues. */
const PUT_OFF = 'RunMicrotasks';
/** A shorter run of microtasks is the browser checking an empty queue. */
const MIN_MS = 0.1;

type Span = TraceEvent & { dur: number };
const isComplete = (event: TraceEvent): event is Span => event.ph === 'X' && event.dur !== undefined;
const endOf = ({ ts, dur }: Span): number => ts + dur;

function isExtensionCall({ name, args }: TraceEvent): boolean {
  if (!CALLS.has(name) || !args?.data) return false;
  const { url, fileName } = args.data;
  return [url, fileName].some((at) => typeof at === 'string' && at.startsWith('chrome-extension:'));
}

/** The spans that no earlier span contains, by their start. */
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

/** The last span that begins before the time, if it contains it. */
function spanAt(spans: readonly Span[], us: number): Span | undefined {
  const before = spans.findLast(({ ts }) => ts <= us);
  return before && us < endOf(before) ? before : undefined;
}

function tasksOfThread(spans: readonly Span[]): ExtensionTask[] {
  const calls = spans.filter(isExtensionCall);
  const began = Math.min(...calls.map(({ ts }) => ts));
  const putOff = spans.filter(({ name, ts }) => name === PUT_OFF && ts >= began);
  const tasks = outer(spans.filter(({ name }) => TASKS.has(name)));
  // A call outside any traced task counts as a task.
  const taskOf = (span: Span): Span => spanAt(tasks, span.ts) ?? span;
  const called = new Set(calls.map(taskOf));
  const foreign = new Set(
    spans.filter((span) => NAMING.has(span.name) && !isExtensionCall(span)).map(taskOf),
  );
  const own = new Map<Span, number>();
  for (const work of outer([...calls, ...putOff])) {
    const task = taskOf(work);
    if (called.has(task) || !foreign.has(task)) own.set(task, (own.get(task) ?? 0) + work.dur / 1000);
  }
  return [...own]
    .filter(([task, ms]) => called.has(task) || ms >= MIN_MS)
    .map(([{ ts }, ms]) => ({ startUs: ts, ms }));
}

/** The extension's work, with one entry for each task of the browser. */
export function extensionTasks(events: readonly TraceEvent[]): ExtensionTask[] {
  const byThread = new Map<string, Span[]>();
  for (const event of events.filter(isComplete)) {
    if (!CALLS.has(event.name) && !TASKS.has(event.name) && event.name !== PUT_OFF) continue;
    const thread = `${event.pid}/${event.tid}`;
    const known = byThread.get(thread);
    if (known) known.push(event);
    else byThread.set(thread, [event]);
  }
  return [...byThread.values()].filter((spans) => spans.some(isExtensionCall)).flatMap(tasksOfThread);
}

/** Milliseconds of the extension's longest task in a trace; 0 if there was none. */
export const longestExtensionTask = (events: readonly TraceEvent[]): number =>
  Math.max(0, ...extensionTasks(events).map(({ ms }) => ms));
