/**
 * A frame: what one screen shows of one side (now, or the baseline) of a run so far, for all queues together or for one, as numbers
 * and typed arrays so that ten a second cost a page nothing. All of it is taken from a report, so what is shown is what a report of the same
 * days says. Lengths are seconds, shares fractions of 1; NaN in an array means that there was nothing to measure. No words.
 */
import type { Estimate } from '../engine/index.ts';
import type { Funnel, Verdict, WaitBins } from './schema.ts';

/** The formulas of the service level, K-01a to K-01f. */
export const SERVICE_LEVELS = ['a', 'b', 'c', 'd', 'e', 'f'] as const;
export type ServiceLevelFormula = (typeof SERVICE_LEVELS)[number];

/** The measures of a headline; each is one KPI of the report, except `cost`, which is exact. */
export const TILE_MEASURES = ['abandonRate', 'asa', 'uptake', 'occupancy', 'cost', 'intervalsMet'] as const;
export type TileMeasure = (typeof TILE_MEASURES)[number];

export interface IntervalSeries {
  /** Local clocks at which the intervals begin: "08:00". */
  readonly starts: readonly string[];
  /** Calls a day that reached the queue in the interval. */
  readonly offered: Float64Array;
  /** Agents planned and signed in, means; `required` by the standard formula for the target (all NaN: no target). */
  readonly planned: Float64Array;
  readonly required: Float64Array;
  /** Waits of all who came in the interval: half, 8 in 10, 95 in 100 wait no longer. */
  readonly p50: Float64Array;
  readonly p80: Float64Array;
  readonly p80Low: Float64Array;
  readonly p80High: Float64Array;
  readonly p95: Float64Array;
  /** By the report's formula. */
  readonly serviceLevel: Float64Array;
  readonly serviceLevelLow: Float64Array;
  readonly serviceLevelHigh: Float64Array;
  /** Calls waiting and callbacks open, on average over the interval (K-32). */
  readonly live: Float64Array;
  readonly callbacks: Float64Array;
}

export interface OccupancyMap {
  readonly groups: readonly string[];
  readonly starts: readonly string[];
  /** [group][interval], row by row. */
  readonly values: Float64Array;
}

/** How calls go on an average day: those that end in a queue by how, and moves between queues. */
export interface Flows {
  readonly queues: readonly { readonly name: string; readonly ends: Readonly<Record<string, number>> }[];
  readonly moves: readonly { readonly from: string; readonly to: string; readonly perDay: number }[];
}

export interface FrameSide {
  readonly scenario: string;
  /** null: all queues together. */
  readonly queue: string | null;
  readonly days: number;
  readonly serviceLevels: Readonly<Record<ServiceLevelFormula, Estimate>>;
  /** The formula the scenario reports, its target and threshold; null: none, or the queues differ. */
  readonly formula: ServiceLevelFormula;
  readonly target: number | null;
  readonly within: number | null;
  readonly verdict: Verdict | null;
  readonly measures: Readonly<Record<TileMeasure, Estimate | null>>;
  readonly currency: string | null;
  readonly callsPerDay: number;
  readonly intervalSeconds: number;
  /** Seconds at the beginning of each day that are not counted; a long run leaves them out of its first day alone. */
  readonly warmUp: number;
  readonly series: IntervalSeries;
  readonly waits: WaitBins | null;
  readonly callbacks: Funnel | null;
  readonly occupancy: OccupancyMap;
  readonly flows: Flows;
}
