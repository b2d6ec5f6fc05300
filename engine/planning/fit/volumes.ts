/**
 * Records into calls by date, interval and queue: the table that kinds of day and arrivals are found in. Which calls are counted is
 * the caller's choice (redials are not). It knows no kinds.
 */
import type { Records } from './records.ts';

export interface Volumes {
  readonly queues: readonly string[];
  /** Days since 1970-01-01, from the first to the last of the file without a gap. */
  readonly days: readonly number[];
  /** Whether the file tells of the day: counts do when it has a row, calls do of all between the first and the last. */
  readonly isTold: readonly boolean[];
  /** Seconds. */
  readonly interval: number;
  /** Intervals of a day. */
  readonly intervals: number;
  /** By queue: calls at day x intervals + interval. */
  readonly calls: readonly Float64Array[];
}

const DAY = 86_400;

/** `isCounted` is asked by row. The interval must divide a day, and be a multiple of that of counts. */
export function volumesOf(records: Records, interval: number, isCounted?: (row: number) => boolean): Volumes {
  const { day, second, queue, queues, rows } = records;
  let [first, last] = [Infinity, -Infinity];
  for (const each of day) {
    if (each < first) first = each;
    if (each > last) last = each;
  }
  const count = last - first + 1;
  const intervals = DAY / interval;
  const calls = queues.map(() => new Float64Array(count * intervals));
  const isTold = Array.from({ length: count }, () => records.shape === 'calls');
  for (let row = 0; row < rows; row++) {
    const at = day[row]! - first;
    isTold[at] = true;
    if (isCounted?.(row) === false) continue;
    const place = at * intervals + Math.min(intervals - 1, Math.floor(second[row]! / interval));
    calls[queue[row]!]![place]! += records.shape === 'counts' ? records.calls[row]! : 1;
  }
  return {
    queues,
    days: Array.from({ length: count }, (_, at) => first + at),
    isTold,
    interval,
    intervals,
    calls,
  };
}

/** Calls of a day by interval, of one queue or of all. */
export function profileOf({ calls, intervals }: Volumes, at: number, queue: number | null): Float64Array {
  const sum = new Float64Array(intervals);
  for (const [each, counts] of calls.entries()) {
    if (queue !== null && each !== queue) continue;
    for (let place = 0; place < intervals; place++) sum[place]! += counts[at * intervals + place]!;
  }
  return sum;
}

export function totalOf(profile: ArrayLike<number>, from = 0, to = profile.length): number {
  let sum = 0;
  for (let at = from; at < to; at++) sum += profile[at]!;
  return sum;
}
