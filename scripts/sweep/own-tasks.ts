export interface TraceEvent {
  name: string;
  ph: string;
  ts: number;
  dur?: number;
  args?: { data?: Record<string, unknown> };
}

const CALLS = new Set(['EvaluateScript', 'FunctionCall', 'v8.callFunction', 'V8.HandleInterrupts', 'v8.run']);

/** Milliseconds of the longest call into the extension's code in a trace; 0 where there was none. */
export function longestOwnTask(events: readonly TraceEvent[]): number {
  let longest = 0;
  for (const { name, dur, args } of events) {
    if (!CALLS.has(name) || dur === undefined || !args?.data) continue;
    const { url, fileName } = args.data;
    if ([url, fileName].some((at) => typeof at === 'string' && at.startsWith('chrome-extension:'))) {
      longest = Math.max(longest, dur / 1000);
    }
  }
  return longest;
}
