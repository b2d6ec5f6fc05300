/**
 * Calls that overflow from a full group come in bunches: their mean and variance (Riordan, in Wilkinson 1956), what a second group
 * makes of them exactly, and the approximations for overflow of several groups together (Wilkinson's equivalent random group,
 * Hayward's peakedness). Blocked calls are lost, nobody waits. Loads are in erlang, lines may be a fraction where it says so.
 */
import { erlangB } from './erlang.ts';

export interface PeakedTraffic {
  /** Mean number of calls that an endless group would carry of it, erlang. */
  readonly mean: number;
  /** Variance of that number. */
  readonly variance: number;
  /** Variance over mean: 1 for random calls, above 1 for overflow. */
  readonly peakedness: number;
}

/** Overflow of `load` random calls from `lines`: m = A B, v = m (1 - m + A / (N + 1 - A + m)). `lines` may be a fraction. */
export function overflowTraffic(load: number, lines: number): PeakedTraffic {
  const mean = load * erlangB(load, lines);
  const variance = mean * (1 - mean + load / (lines + 1 - load + mean));
  return { mean, variance, peakedness: mean > 0 ? variance / mean : 1 };
}

/** Streams that are independent of each other add up in mean and variance. */
export function together(streams: readonly PeakedTraffic[]): PeakedTraffic {
  const mean = streams.reduce((sum, each) => sum + each.mean, 0);
  const variance = streams.reduce((sum, each) => sum + each.variance, 0);
  return { mean, variance, peakedness: mean > 0 ? variance / mean : 1 };
}

export interface OrderedHunting {
  readonly blockGroup1: number;
  readonly overflow: PeakedTraffic;
  readonly carriedGroup1: number;
  readonly carriedGroup2: number;
  readonly lostTraffic: number;
  readonly totalBlocking: number;
  /** Share of the overflowing calls that the second group refuses too. */
  readonly blockingSeenByOverflow: number;
}

/**
 * Random calls try the first group, then the second, then are lost. Exact: both groups together lose what one group of all the
 * lines loses, since calls are alike wherever they are served.
 */
export function orderedHunting(load: number, group1: number, group2: number): OrderedHunting {
  const blockGroup1 = erlangB(load, group1);
  const totalBlocking = erlangB(load, group1 + group2);
  const overflow = overflowTraffic(load, group1);
  const lostTraffic = load * totalBlocking;
  return {
    blockGroup1,
    overflow,
    carriedGroup1: load * (1 - blockGroup1),
    carriedGroup2: overflow.mean - lostTraffic,
    lostTraffic,
    totalBlocking,
    blockingSeenByOverflow: blockGroup1 > 0 ? totalBlocking / blockGroup1 : 0,
  };
}

/**
 * Hayward's approximation: peaked traffic is blocked like random traffic of mean/z on lines/z (Fredericks 1980, Bell System
 * Technical Journal 59, 807-827). Exact for z = 1; low by a tenth or so for z near 2.
 */
export function haywardBlocking(traffic: PeakedTraffic, lines: number): number {
  return erlangB(traffic.mean / traffic.peakedness, lines / traffic.peakedness);
}

export interface EquivalentRandom {
  readonly load: number;
  readonly lines: number;
}

/**
 * The random load and the (fractional) group whose overflow has this mean and variance (Wilkinson 1956), by Newton's method from
 * Rapp's formula (1964), A = v + 3 z (z - 1), N = A (m + z) / (m + z - 1) - m - 1.
 *
 * @throws {RangeError} for traffic smoother than random, which no overflow is
 */
export function equivalentRandom({ mean, variance, peakedness }: PeakedTraffic): EquivalentRandom {
  if (!(mean > 0 && peakedness >= 1))
    throw new RangeError(`No overflow has mean ${mean} and variance ${variance}: its peakedness is below 1.`);
  if (peakedness === 1) return { load: mean, lines: 0 };
  // Riordan's variance gives the lines of a load: one unknown is left, and the mean decides it.
  const linesOf = (load: number): number => (load * (mean + peakedness)) / (mean + peakedness - 1) - mean - 1;
  const miss = (load: number): number => load * erlangB(load, linesOf(load)) - mean;
  let load = variance + 3 * peakedness * (peakedness - 1);
  // No lines at all is the least load: there the overflow is the load itself.
  const least = ((mean + 1) * (mean + peakedness - 1)) / (mean + peakedness);
  for (let round = 0; round < ROUNDS_MAX; round++) {
    const step = load * 1e-6;
    const slope = (miss(load + step) - miss(load)) / step;
    const next = Math.max(least, load - miss(load) / slope);
    if (Math.abs(next - load) <= 1e-12 * load) return { load: next, lines: linesOf(next) };
    load = next;
  }
  return { load, lines: linesOf(load) };
}

const ROUNDS_MAX = 100;

/**
 * Share of several overflow streams together that a group refuses, by the equivalent random method. `lines` may be a fraction.
 * Within a few per cent of the truth for the mean over the streams; streams of unlike peakedness fare differently.
 */
export function equivalentRandomBlocking(traffic: PeakedTraffic, lines: number): number {
  const equivalent = equivalentRandom(traffic);
  return (equivalent.load * erlangB(equivalent.load, equivalent.lines + lines)) / traffic.mean;
}
