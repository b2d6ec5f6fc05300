/**
 * What was recorded against what is: one ratio over the same days with the same luck, replicate by replicate, so that what both
 * share cancels (delta method on the paired residuals, as in pairs.ts). It knows neither KPIs nor files.
 */
import { studentQuantile } from '../kernel/quantiles.ts';
import { spreadOf } from './confidence.ts';

/** Numerators and denominators, replicate by replicate. */
export interface Recorded {
  readonly N: readonly number[];
  readonly D: readonly number[];
}

export interface RecordedDifference {
  /** null: the denominator is empty. */
  readonly was: number | null;
  readonly is: number | null;
  /** What is minus what was. */
  readonly difference: number | null;
  /** At the risk asked for; null: too few replicates, or not the same ones. */
  readonly halfwidth: number | null;
  /** Beyond what chance explains; of numbers without an interval it is never said. */
  readonly hasMoved: boolean;
}

/** Below this part of the value a difference is rounding. */
const ROUNDING = 1e-12;

/** @param risk the chance to say that it has moved when it has not */
export function recordedDifference(before: Recorded, after: Recorded, risk: number): RecordedDifference {
  const [was, is] = [ratioOf(before), ratioOf(after)];
  if (was === null || is === null)
    return { was, is, difference: null, halfwidth: null, hasMoved: was !== is };
  const difference = Math.abs(is - was) <= ROUNDING * Math.max(Math.abs(is), Math.abs(was)) ? 0 : is - was;
  const n = before.N.length;
  if (n !== after.N.length || n < 2) return { was, is, difference, halfwidth: null, hasMoved: false };
  const residuals = Array.from({ length: n }, (_, at) => residual(after, is, at) - residual(before, was, at));
  const size = Math.max(Math.abs(was), Math.abs(is));
  const settled = residuals.map((each) => (Math.abs(each) <= ROUNDING * size ? 0 : each));
  const sum = settled.reduce((total, each) => total + each, 0);
  const squares = settled.reduce((total, each) => total + each * each, 0);
  const spread = spreadOf([{ n, sum, squares }], 1);
  if (spread === null) return { was, is, difference, halfwidth: null, hasMoved: false };
  const halfwidth = studentQuantile(1 - risk / 2, spread.degrees) * spread.standardError;
  return { was, is, difference, halfwidth, hasMoved: Math.abs(difference) > halfwidth };
}

/** Of one replicate, as a part of the ratio of sums. */
function residual({ N, D }: Recorded, ratio: number, at: number): number {
  return ((N[at] ?? 0) - ratio * (D[at] ?? 0)) / sumOf(D);
}

function ratioOf({ N, D }: Recorded): number | null {
  const denominator = sumOf(D);
  return denominator === 0 ? null : sumOf(N) / denominator;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
