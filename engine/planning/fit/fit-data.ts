/**
 * Records into all that a scenario needs: kinds of day, calls by interval, the day factor, handle times, patience, redials, and a
 * roster to begin with. Every figure keeps what it was made of. It writes no scenario and draws nothing.
 */
import { staffFor } from './agents-to-begin-with.ts';
import { findKinds } from './day-kinds.ts';
import type { WeekdayPair } from './day-kinds.ts';
import { demandOf, spreadOf } from './kind-demand.ts';
import type { FittedDay, KindDemand, Spread } from './kind-demand.ts';
import type { LawName } from './laws.ts';
import type { CallRecords, CountRecords, ReadNote, Records } from './records.ts';
import { redialsOf } from './redials.ts';
import type { RedialRates } from './redials.ts';
import { fitPatience, fitTimes, lawNamed } from './times.ts';
import type { FittedPatience, FittedTimes } from './times.ts';
import { trendOf } from './trend.ts';
import type { Trend } from './trend.ts';
import { volumesOf } from './volumes.ts';
import type { Volumes } from './volumes.ts';
import { distributionOfFitted } from './laws.ts';

export interface FitOptions {
  /** Of the scenario, in seconds; a divisor of a day and a multiple of the interval of counts. */
  readonly interval: number;
  /** Weekdays that differ by no more than this share, in volume and in hours, are one kind of day. */
  readonly alike: number;
  /** Days far out count as any other. */
  readonly keepsOutliers: boolean;
  /** Opening hours of all kinds, in seconds after midnight; found from the data when left out. */
  readonly hours?: readonly [from: number, to: number] | undefined;
  /** The law of handle times, instead of the one with the lowest BIC. */
  readonly law?: LawName | undefined;
  /** Seconds within which a lost caller's next call is a redial. */
  readonly redialWindow: number;
}

export interface QueueFit {
  readonly queue: string;
  /** Rows of the file. */
  readonly rows: number;
  /** null: the file does not tell. `isPooled`: of all queues together, because this one has too few. */
  readonly talk: PooledTimes | null;
  readonly wrapUp: PooledTimes | null;
  readonly patience: (FittedPatience & { readonly isPooled: boolean }) | null;
  /** Mean handle time in seconds that the roster is made with. */
  readonly handle: { readonly mean: number; readonly isMeasured: boolean };
  /** Agents by interval and kind: a roster to begin with. */
  readonly staff: Readonly<Record<string, readonly number[]>>;
}

export type PooledTimes = FittedTimes & { readonly isPooled: boolean };

export interface Fit {
  readonly source: {
    readonly shape: Records['shape'];
    readonly rows: number;
    readonly columns: readonly {
      readonly role: string;
      readonly heading: string;
      readonly isStated: boolean;
    }[];
    readonly notes: readonly ReadNote[];
    /** Seconds; null: single calls. */
    readonly interval: number | null;
    readonly firstDay: number;
    readonly lastDay: number;
    /** Between the two without a row, of counts. */
    readonly daysMissing: number;
  };
  readonly options: FitOptions;
  readonly kinds: readonly KindDemand[];
  readonly closed: readonly number[];
  readonly pairs: readonly WeekdayPair[];
  readonly days: readonly FittedDay[];
  /** Daily totals of all days that count, whatever their kind. */
  readonly overall: Spread;
  readonly trend: Trend | null;
  readonly queues: readonly QueueFit[];
  readonly redials: RedialRates | null;
}

/** Until something is measured: what a scenario needs to run. */
export const HANDLE_UNTIL_MEASURED = 240;

export function fitData(records: Records, options: FitOptions): Fit {
  const redials = records.shape === 'calls' ? redialsOf(records, options.redialWindow) : null;
  const isFresh = redials === null ? undefined : (row: number) => redials.isRedial[row] === 0;
  const volumes = volumesOf(records, options.interval, isFresh);
  const found = findKinds(volumes, options.alike);
  const demand = demandOf(volumes, found.kinds, options);
  return {
    source: sourceOf(records, volumes),
    options,
    kinds: demand.kinds,
    closed: found.closed,
    pairs: found.pairs,
    days: demand.days,
    overall: spreadOf(
      demand.days
        .filter(({ outlier }) => options.keepsOutliers || outlier === null)
        .map(({ calls }) => calls),
    ),
    trend: trendOf(demand.days),
    queues: records.queues.map((queue, number) => queueFit(records, queue, number, demand.kinds, options)),
    redials: redials && redials.rates,
  };
}

function sourceOf(records: Records, { days, isTold }: Volumes): Fit['source'] {
  return {
    shape: records.shape,
    rows: records.rows,
    columns: records.columns.map(({ role, heading, isStated }) => ({ role, heading, isStated })),
    notes: records.notes,
    interval: records.shape === 'counts' ? records.interval : null,
    firstDay: days[0] ?? 0,
    lastDay: days.at(-1) ?? 0,
    daysMissing: isTold.filter((told) => !told).length,
  };
}

// ---------------------------------------------------------------- queues

/** A queue with fewer handle times or abandonments of its own takes those of all. */
const OWN_LEAST = 50;

function queueFit(
  records: Records,
  queue: string,
  number: number,
  kinds: readonly KindDemand[],
  options: FitOptions,
): QueueFit {
  const isCalls = records.shape === 'calls';
  const talk = isCalls ? timesOf(records, 'talk', number) : null;
  const wrapUp = isCalls ? timesOf(records, 'wrapUp', number) : null;
  const averaged = isCalls ? null : averageHandle(records, number);
  const meanOfTimes = (times: FittedTimes | null): number =>
    times === null ? 0 : distributionOfFitted(lawNamed(times, options.law)).mean;
  const measured = talk === null ? averaged : meanOfTimes(talk) + meanOfTimes(wrapUp);
  const mean = measured ?? HANDLE_UNTIL_MEASURED;
  return {
    queue,
    rows: records.queue.reduce((sum, each) => sum + (each === number ? 1 : 0), 0),
    talk,
    wrapUp,
    patience: isCalls ? patienceOf(records, number) : null,
    handle: { mean, isMeasured: measured !== null },
    staff: Object.fromEntries(
      kinds.map((kind) => {
        const calls = kind.queues[number]?.intervals.map((interval) => interval.mean) ?? [];
        return [kind.name, staffFor(calls, options.interval, mean)];
      }),
    ),
  };
}

function timesOf(records: CallRecords, what: 'talk' | 'wrapUp', queue: number): PooledTimes | null {
  const measured = (isCounted: (row: number) => boolean): number[] => {
    const found: number[] = [];
    for (const [row, value] of records[what].entries()) {
      if (!Number.isNaN(value) && isCounted(row)) found.push(value);
    }
    return found;
  };
  const own = measured((row) => records.queue[row] === queue);
  const isPooled = own.length < OWN_LEAST && records.queues.length > 1;
  const times = fitTimes(isPooled ? measured(() => true) : own);
  return times && { ...times, isPooled };
}

function patienceOf(records: CallRecords, queue: number): QueueFit['patience'] {
  const waits = (isCounted: (row: number) => boolean): { abandoned: number[]; served: number[] } => {
    const found = { abandoned: [] as number[], served: [] as number[] };
    for (const [row, wait] of records.wait.entries()) {
      if (Number.isNaN(wait) || !isCounted(row)) continue;
      const outcome = records.outcome[row];
      if (outcome === 'abandoned') found.abandoned.push(wait);
      // Who left the queue otherwise would have waited at least so long, too.
      else if (outcome === 'answered' || outcome === 'other') found.served.push(wait);
    }
    return found;
  };
  const own = waits((row) => records.queue[row] === queue);
  const isPooled = own.abandoned.length < OWN_LEAST && records.queues.length > 1;
  const { abandoned, served } = isPooled ? waits(() => true) : own;
  const patience = fitPatience(abandoned, served);
  return patience && { ...patience, isPooled };
}

/** Mean by calls, of interval averages; null: the file has none. */
function averageHandle({ calls, handle, queue }: CountRecords, number: number): number | null {
  let [seconds, weight] = [0, 0];
  for (const [row, mean] of handle.entries()) {
    if (queue[row] !== number || Number.isNaN(mean) || mean <= 0) continue;
    seconds += calls[row]! * mean;
    weight += calls[row]!;
  }
  return weight > 0 ? seconds / weight : null;
}
