/** How long the tasks of the page's main thread were, and what they were made of, from a trace of Chromium's. */

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds. */
  readonly ts: number;
  readonly dur?: number;
  /** Of these, how long the thread had a core. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string; readonly data?: { readonly functionName?: string } };
}

export interface Task {
  readonly millis: number;
  /** What it computed: without the time that other threads and programs had its core. */
  readonly threadMillis: number;
  /** "FunctionCall #paint 31 ms", longest first; parts hold each other. */
  readonly parts: readonly string[];
}

/** A shorter part explains nothing. */
const PART_MILLIS = 5;

/** What must be traced to know. */
export const CATEGORIES = ['toplevel', 'disabled-by-default-devtools.timeline', 'devtools.timeline'];

/** Longest first. */
export function mainThreadTasks(trace: Uint8Array): readonly Task[] {
  const { traceEvents } = JSON.parse(new TextDecoder().decode(trace)) as {
    readonly traceEvents: readonly TraceEvent[];
  };
  const threadOf = ({ pid, tid }: TraceEvent): string => `${pid} ${tid}`;
  const mains = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(threadOf),
  );
  const events = traceEvents.filter((event) => event.ph === 'X' && mains.has(threadOf(event)));
  const parts = events.filter(({ name, dur = 0 }) => name !== 'RunTask' && dur >= PART_MILLIS * 1000);
  return events
    .filter(({ name }) => name === 'RunTask')
    .map((task) => ({
      millis: (task.dur ?? 0) / 1000,
      // At the edge of a trace the thread may have had more than the task.
      threadMillis: Math.min(task.tdur ?? 0, task.dur ?? 0) / 1000,
      parts: partsOf(task, parts),
    }))
    .sort((a, b) => b.millis - a.millis);
}

function partsOf(task: TraceEvent, parts: readonly TraceEvent[]): readonly string[] {
  const end = task.ts + (task.dur ?? 0);
  return parts
    .filter((part) => part.pid === task.pid && part.tid === task.tid && part.ts >= task.ts && part.ts < end)
    .sort((a, b) => (b.dur ?? 0) - (a.dur ?? 0))
    .map(({ name, dur = 0, args }) =>
      [name, args?.data?.functionName, `${(dur / 1000).toFixed(0)} ms`].filter(Boolean).join(' '),
    );
}
