/**
 * Intervals of 95 % by replication. A ratio of sums has the variance of its residuals (delta method: Law 2015, Simulation
 * Modeling and Analysis, 5th ed., section 9.4): with r = sum N / sum D, that of N - r D over the replicates, divided by the
 * square of sum D. Kinds of day are strata: how many Mondays there are is the calendar's doing, not chance, so only what varies
 * within a kind counts. Student's t with the degrees of freedom of Satterthwaite, n - 1 for a single kind.
 *
 * It knows no KPI and keeps nothing; what it is given are sums.
 */
import { studentQuantile } from '../kernel/quantiles.ts';

export interface Estimate {
  /** null: no value, since the denominator is empty. */
  readonly mean: number | null;
  /** null: too few replicates for an interval. */
  readonly low: number | null;
  readonly high: number | null;
  /** Replicates: days, or blocks of days. */
  readonly n: number;
}

/** Sums over the replicates of one stratum. */
export interface RatioSums {
  readonly n: number;
  readonly N: number;
  readonly D: number;
  readonly NN: number;
  readonly ND: number;
  readonly DD: number;
}

export interface Spread {
  readonly standardError: number;
  readonly degrees: number;
}

const LEVEL = 0.95;

/**
 * The factor by which a standard error becomes a half-width.
 * @param confidence of the interval; 95 % in all of the report
 */
export function studentFactor(degrees: number, confidence = LEVEL): number {
  if (confidence !== LEVEL) return studentQuantile((1 + confidence) / 2, degrees);
  const known = FACTORS.get(degrees);
  if (known !== undefined) return known;
  const factor = studentQuantile((1 + LEVEL) / 2, degrees);
  if (FACTORS.size < FACTORS_MAX) FACTORS.set(degrees, factor);
  return factor;
}
// A report asks some thousand times for the same one or two; a Student quantile costs 10 microseconds.
const FACTORS = new Map<number, number>();
const FACTORS_MAX = 1000;

export function ratioEstimate(strata: readonly RatioSums[]): Estimate {
  let n = 0;
  let numerator = 0;
  let denominator = 0;
  for (const each of strata) {
    n += each.n;
    numerator += each.N;
    denominator += each.D;
  }
  if (denominator === 0) return { mean: null, low: null, high: null, n };
  const mean = numerator / denominator;
  return around(mean, n, residualSpread(strata, mean));
}

/** Standard error of the ratio of sums, taken at r; null when no stratum can tell. */
export function residualSpread(strata: readonly RatioSums[], r: number): Spread | null {
  const [only] = strata;
  if (only !== undefined && strata.length === 1) return spreadOfOne(only, r);
  let denominator = 0;
  for (const each of strata) denominator += each.D;
  const residuals = strata.map((each) => ({ n: each.n, sum: sumAt(each, r), squares: squaresAt(each, r) }));
  return thinned(spreadOf(residuals, denominator), strata);
}

/** The same for a single kind of day, which most scenarios have: a report asks it ten thousand times. */
function spreadOfOne(sums: RatioSums, r: number): Spread | null {
  const { n, D, DD } = sums;
  if (n < 2) return null;
  const variance = varianceOf(n, sumAt(sums, r), squaresAt(sums, r));
  return thinnedBy({ standardError: Math.sqrt(variance) / Math.abs(D), degrees: n - 1 }, n, D, DD);
}

function sumAt({ N, D }: RatioSums, r: number): number {
  return settled(N - r * D, Math.abs(N));
}

function squaresAt({ NN, ND, DD }: RatioSums, r: number): number {
  return settled(NN - 2 * r * ND + r * r * DD, NN);
}

/** Of the sum of n residuals. */
function varianceOf(n: number, sum: number, squares: number): number {
  return Math.max(0, (n / (n - 1)) * (squares - (sum * sum) / n));
}

/** What is left of a difference of equals is rounding, not spread: an interval of 1e-8 where nothing varied. */
function settled(difference: number, size: number): number {
  return Math.abs(difference) <= ROUNDING * size ? 0 : difference;
}
const ROUNDING = 1e-13;

/** Of so few days that carry the denominator nothing can be told. */
const CARRYING_LEAST = 1.5;

/**
 * A denominator that comes from a few of the days (three callers of forty evenings) makes the residuals of all others 0 and the
 * ratio look certain. Kish's effective number, (sum D)² / sum D², is n when the days are alike; where it is less than half of n
 * it takes the place of n in the degrees of freedom, and one day alone has no interval.
 */
export function thinned(spread: Spread | null, strata: readonly RatioSums[]): Spread | null {
  if (spread === null) return null;
  let [n, D, DD] = [0, 0, 0];
  for (const each of strata) {
    n += each.n;
    D += each.D;
    DD += each.DD;
  }
  return thinnedBy(spread, n, D, DD);
}

function thinnedBy(spread: Spread, n: number, D: number, DD: number): Spread | null {
  const carrying = (D * D) / DD;
  if (carrying < CARRYING_LEAST) return null;
  if (carrying >= n / 2) return spread;
  return { ...spread, degrees: Math.min(spread.degrees, Math.max(1, carrying - 1)) };
}

/** Sum and sum of squares of residuals over the replicates of a stratum. */
export interface ResidualSums {
  readonly n: number;
  readonly sum: number;
  readonly squares: number;
}

export function spreadOf(strata: readonly ResidualSums[], denominator: number): Spread | null {
  const filled = strata.filter(({ n }) => n > 0);
  // A kind of day seen once says nothing of its spread: then all days are taken as of one kind, which is on the wide side.
  const used = filled.some(({ n }) => n === 1) ? [joined(filled)] : filled;
  let variance = 0;
  let weight = 0;
  for (const { n, sum, squares } of used) {
    if (n < 2) return null;
    const part = varianceOf(n, sum, squares);
    variance += part;
    weight += (part * part) / (n - 1);
  }
  const rest = used.reduce((total, { n }) => total + n - 1, 0);
  if (rest === 0) return null;
  const degrees = used.length === 1 || weight === 0 ? rest : (variance * variance) / weight;
  return { standardError: Math.sqrt(variance) / Math.abs(denominator), degrees };
}

function joined(strata: readonly ResidualSums[]): ResidualSums {
  return strata.reduce((a, b) => ({ n: a.n + b.n, sum: a.sum + b.sum, squares: a.squares + b.squares }), {
    n: 0,
    sum: 0,
    squares: 0,
  });
}

export function around(mean: number, n: number, spread: Spread | null): Estimate {
  if (spread === null) return { mean, low: null, high: null, n };
  const half = studentFactor(spread.degrees) * spread.standardError;
  return { mean, low: mean - half, high: mean + half, n };
}

/**
 * How many replicates make the half-width that is wanted, by what n of them gave: it falls with the root of their number. Student's t
 * falls a little too, so that it is enough rather than too few ("normal guess").
 */
export function replicatesFor(n: number, half: number, wanted: number): number {
  return Math.ceil(n * (half / wanted) ** 2);
}

export function halfWidth({ low, high }: Estimate): number | null {
  return low === null || high === null ? null : (high - low) / 2;
}
