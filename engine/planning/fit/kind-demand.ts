/**
 * A kind of day in figures: its opening hours, its calls by interval, the spread of its daily totals, and the days that are far from
 * it. Days that are far out are named and, unless they are asked for, left out of the figures. It knows how no file was read.
 */
import { weekdayOf } from '../../config/lengths.ts';
import { studentQuantile } from '../../kernel/quantiles.ts';
import { dayFactorOf, hasShape, shareOfDaysUpTo } from './day-factor.ts';
import type { DayFactor } from './day-factor.ts';
import type { KindFound } from './day-kinds.ts';
import { median, OUTLIER_FROM, robustDeviation } from './robust.ts';
import { profileOf, totalOf } from './volumes.ts';
import type { Volumes } from './volumes.ts';

export interface Spread {
  readonly mean: number;
  /** 95 % by Student. */
  readonly meanInterval: readonly [low: number, high: number];
  readonly variance: number;
  /** 95 %, by the fourth moment of the totals and not by a law. */
  readonly varianceInterval: readonly [low: number, high: number];
}

export interface QueueDemand {
  readonly queue: string;
  /** Mean calls of each interval from opening to closing, with the standard error of the mean and the tenth and nine tenths of days. */
  readonly intervals: readonly {
    readonly mean: number;
    readonly error: number;
    readonly low: number;
    readonly high: number;
  }[];
  readonly factor: DayFactor;
  /**
   * Whether the scenario has the factor: the queue's days differ by more than chance explains, or those of the whole centre do. A
   * quiet queue alone tells too little, and its part of what all have in common would be lost.
   */
  readonly isVaried: boolean;
  readonly totals: Spread;
  /** Daily totals in rising order, with the share of days that the fitted law has up to each. */
  readonly curve: readonly { readonly calls: number; readonly fitted: number }[];
}

export interface KindDemand extends KindFound {
  /** Seconds after midnight. */
  readonly from: number;
  readonly to: number;
  /** Share of the calls that came before opening and after closing; they are in no figure. */
  readonly outside: number;
  /** Of all queues together, of the days that count. */
  readonly totals: Spread;
  /** Likewise of all queues together. */
  readonly factor: DayFactor;
  readonly days: number;
  readonly queues: readonly QueueDemand[];
}

export interface FittedDay {
  /** Days since 1970-01-01. */
  readonly day: number;
  readonly kind: string;
  /** Within the opening hours of the kind. */
  readonly calls: number;
  readonly outlier: Outlier | null;
}

export interface Outlier {
  readonly why: 'noCalls' | 'few' | 'many';
  /** Robust deviations from the median of the kind, on the scale of logarithms. */
  readonly z: number;
  /** What the kind's days have. */
  readonly usual: number;
  /** Another kind whose days have about as many calls. */
  readonly like: string | null;
}

export interface DemandOptions {
  /** Outliers are named and counted all the same. */
  readonly keepsOutliers: boolean;
  /** Seconds after midnight; found from the data when left out. */
  readonly hours?: readonly [from: number, to: number] | undefined;
}

export interface Demand {
  readonly kinds: readonly KindDemand[];
  readonly days: readonly FittedDay[];
}

export function demandOf(volumes: Volumes, kinds: readonly KindFound[], options: DemandOptions): Demand {
  const found = kinds.map((kind) => {
    const at = volumes.days.flatMap((day, place) =>
      kind.weekdays.includes(weekdayOf(day)) && volumes.isTold[place] === true ? [place] : [],
    );
    const hours = options.hours ? ([options.hours[0], options.hours[1]] as const) : openingHours(volumes, at);
    return { kind, at, hours, judged: judgedDays(volumes, at, hours) };
  });
  const usualOf = found.map(({ kind, judged }) => ({
    name: kind.name,
    usual: judged.usual,
    spread: judged.spread,
  }));
  return {
    kinds: found.map(({ kind, at, hours, judged }) => {
      const kept = at.filter((_, place) => options.keepsOutliers || judged.outliers[place] === null);
      return { ...kind, ...figuresOf(volumes, kept, hours) };
    }),
    days: found
      .flatMap(({ kind, at, judged }) =>
        at.map((place, index): FittedDay => {
          const outlier = judged.outliers[index] ?? null;
          const calls = judged.totals[index]!;
          const like = usualOf.find(
            ({ name, usual, spread }) =>
              name !== kind.name && calls > 0 && Math.abs(Math.log(calls / usual)) < 2 * spread,
          );
          return {
            day: volumes.days[place]!,
            kind: kind.name,
            calls,
            outlier: outlier && { ...outlier, like: like?.name ?? null },
          };
        }),
      )
      .toSorted((a, b) => a.day - b.day),
  };
}

type Hours = readonly [from: number, to: number];

// ---------------------------------------------------------------- hours

/** Of the busiest interval: at the ends of the day, less is closed. */
const CLOSED_BELOW = 0.05;
/** A lunch break, in seconds: so long without calls, the day has not ended. */
const PAUSE = 2 * 3600;
/** If more of the calls than that came outside, the kind is open all day. */
const OUTSIDE_MOST = 0.05;

function openingHours(volumes: Volumes, at: readonly number[]): Hours {
  const { interval, intervals } = volumes;
  // The median day by interval would lose a quiet queue; the mean, a single night of alarms. The trimmed mean keeps both.
  const usual = Float64Array.from({ length: intervals }, (_, place) => {
    const calls = at.map((day) =>
      volumes.calls.reduce((sum, queue) => sum + queue[day * intervals + place]!, 0),
    );
    const sorted = calls.toSorted((a, b) => a - b);
    const cut = Math.floor(sorted.length / 20);
    const kept = sorted.slice(cut, sorted.length - cut);
    return totalOf(kept) / Math.max(1, kept.length);
  });
  const isBusy = Array.from(usual, (calls) => calls >= CLOSED_BELOW * Math.max(...usual));
  const whole: Hours = [0, intervals];
  const hull: Hours = [isBusy.indexOf(true), isBusy.lastIndexOf(true) + 1];
  const outside = ([from, to]: Hours): number => 1 - totalOf(usual, from, to) / totalOf(usual);
  const tried = [aroundPeak(usual, isBusy, PAUSE / interval), hull, whole];
  const [from, to] = tried.find((hours) => outside(hours) <= OUTSIDE_MOST) ?? whole;
  return [from * interval, to * interval];
}

/** Around the busiest interval, as far as no pause comes: calls after midnight are those of the evening before. */
function aroundPeak(usual: Float64Array, isBusy: readonly boolean[], pause: number): Hours {
  const peak = usual.indexOf(Math.max(...usual));
  let from = peak;
  for (let at = peak; at >= 0 && from - at <= pause; at--) if (isBusy[at] === true) from = at;
  let to = peak;
  for (let at = peak; at < usual.length && at - to <= pause; at++) if (isBusy[at] === true) to = at;
  return [from, to + 1];
}

// ---------------------------------------------------------------- days far out

interface Judged {
  readonly totals: readonly number[];
  readonly usual: number;
  readonly spread: number;
  readonly outliers: readonly (Omit<Outlier, 'like'> | null)[];
}

/** Fewer days of a kind do not tell what is usual. */
const DAYS_LEAST = 5;

function judgedDays(volumes: Volumes, at: readonly number[], [from, to]: Hours): Judged {
  const { interval } = volumes;
  const totals = at.map((place) => totalOf(profileOf(volumes, place, null), from / interval, to / interval));
  const logs = totals.map((calls) => Math.log(Math.max(0.5, calls)));
  const centre = median(logs);
  const usual = Math.exp(centre);
  // Never narrower than chance makes it.
  const spread = Math.max(robustDeviation(logs), Math.sqrt(1 / Math.max(1, usual)));
  const outliers = totals.map((calls, place) => {
    if (totals.length < DAYS_LEAST) return null;
    const z = (logs[place]! - centre) / spread;
    if (calls === 0 && usual >= 5) return { why: 'noCalls' as const, z, usual };
    if (Math.abs(z) <= OUTLIER_FROM) return null;
    return { why: z < 0 ? ('few' as const) : ('many' as const), z, usual };
  });
  return { totals, usual, spread, outliers };
}

// ---------------------------------------------------------------- figures

function figuresOf(
  volumes: Volumes,
  kept: readonly number[],
  hours: Hours,
): Omit<KindDemand, keyof KindFound> {
  const [from, to] = hours.map((second) => second / volumes.interval) as [number, number];
  const profiles = kept.map((place) => profileOf(volumes, place, null));
  const inside = profiles.map((profile) => totalOf(profile, from, to));
  const whole = dayFactorOf(inside);
  const all = profiles.reduce((sum, profile) => sum + totalOf(profile), 0);
  return {
    from: hours[0],
    to: hours[1],
    outside: all > 0 ? 1 - totalOf(inside) / all : 0,
    totals: spreadOf(inside),
    factor: whole,
    days: kept.length,
    queues: volumes.queues.map((queue, number) => {
      const own = kept.map((place) => profileOf(volumes, place, number));
      const totals = own.map((profile) => totalOf(profile, from, to));
      const factor = dayFactorOf(totals);
      const isVaried = hasShape(factor) && (factor.isBeyondChance || whole.isBeyondChance);
      const shape = isVaried ? factor.shapeMoments : Infinity;
      return {
        queue,
        intervals: Array.from({ length: to - from }, (_, at) =>
          pointOf(own.map((profile) => profile[from + at]!)),
        ),
        factor,
        isVaried,
        totals: spreadOf(totals),
        curve: totals
          .toSorted((a, b) => a - b)
          .map((calls) => ({ calls, fitted: shareOfDaysUpTo(calls, factor.mean, shape) })),
      };
    }),
  };
}

function pointOf(calls: readonly number[]): QueueDemand['intervals'][number] {
  const sorted = calls.toSorted((a, b) => a - b);
  const { mean, variance } = momentsOf(calls);
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? 0;
  return { mean, error: Math.sqrt(variance / Math.max(1, calls.length)), low: at(0.1), high: at(0.9) };
}

function momentsOf(values: readonly number[]): { readonly mean: number; readonly variance: number } {
  const mean = totalOf(values) / Math.max(1, values.length);
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, variance: values.length < 2 ? 0 : squares / (values.length - 1) };
}

/** Var(s²) = (m4 - s⁴ (n-3)/(n-1)) / n (Kenney and Keeping 1951), on the scale of ln s², where it is nearly normal. */
export function spreadOf(totals: readonly number[]): Spread {
  const n = totals.length;
  const { mean, variance } = momentsOf(totals);
  if (n < 4 || variance === 0) {
    return { mean, meanInterval: [mean, mean], variance, varianceInterval: [variance, variance] };
  }
  const half = studentQuantile(0.975, n - 1) * Math.sqrt(variance / n);
  const fourth = totals.reduce((sum, value) => sum + (value - mean) ** 4, 0) / n;
  const error = Math.sqrt(Math.max(0, fourth - (variance ** 2 * (n - 3)) / (n - 1)) / n) / variance;
  const factor = Math.exp(studentQuantile(0.975, n - 1) * error);
  return {
    mean,
    meanInterval: [mean - half, mean + half],
    variance,
    varianceInterval: [variance / factor, variance * factor],
  };
}
