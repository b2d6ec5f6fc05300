/**
 * Intervals for a promise about a whole suite: of N expectations, each looked at up to K times, the chance that any of them is
 * ever judged wrongly is at most 1 %. Each look at each expectation gets 1 % / (N K) (Bonferroni): that needs no word about how
 * looks depend on each other, or expectations of one scenario, which they do strongly. Ten expectations at nine looks cost
 * intervals 1.9 times as wide as those of 95 %, which is paid for in days, not in false alarms.
 *
 * So far out in the tails Student's t alone is not honest: waits of days are skew, and the mean of skew days misses on one side
 * many times as often as the normal law says. Hall (1992, Journal of the Royal Statistical Society B 54, 221-228) removes the skewness
 * by a monotone cubic; the wider of his interval and Student's counts, on each side. A share that few callers make up is given at
 * least the binomial interval of Clopper and Pearson (1934, Biometrika 26, 404-413), so that "never in 100 days" is not "never".
 *
 * It knows ratios of sums and nothing of days, looks and words: who looks when is decided above.
 */
import { studentQuantile } from '../kernel/quantiles.ts';
import { incompleteBeta } from '../kernel/special-functions.ts';
import { residualSpread, type RatioSums } from './confidence.ts';

/** The chance that a suite gives a false alarm. */
export const FALSE_ALARM = 0.01;

/** The chance of a miss that a single look at a single expectation may take. */
export function riskPerLook(expectations: number, looks: number, chance = FALSE_ALARM): number {
  return chance / (Math.max(1, expectations) * Math.max(1, looks));
}

/** An estimate and what it is known to lie between, at the risk asked for. */
export interface Bounds {
  /** null: the denominator is empty. */
  readonly mean: number | null;
  /** null: too few replicates for an interval. */
  readonly low: number | null;
  readonly high: number | null;
  /** Replicates: days, or blocks of days. */
  readonly n: number;
  /** Every replicate said the same: there is nothing left to chance. */
  readonly isExact: boolean;
}

/** What a value can be at all; a share of callers is no less than 0 and no more than 1. */
export interface Possible {
  readonly least: number;
  readonly most: number;
  /** Counts of some among others: the binomial interval is the least they get. */
  readonly isShare: boolean;
}

/** Numerators and denominators of one ratio, replicate by replicate, by kind of day. */
export class RatioSeries {
  readonly #strata: { readonly N: number[]; readonly D: number[] }[] = [];

  add(stratum: number, N: number, D: number): void {
    while (this.#strata.length <= stratum) this.#strata.push({ N: [], D: [] });
    const { N: numerators, D: denominators } = this.#strata[stratum]!;
    numerators.push(N);
    denominators.push(D);
  }

  /** @param risk the chance that the truth lies outside, both sides together */
  bounds(risk: number, possible: Possible): Bounds {
    const sums = this.#sums();
    const total = (what: 'n' | 'N' | 'D'): number => sums.reduce((sum, each) => sum + each[what], 0);
    const [n, N, D] = [total('n'), total('N'), total('D')];
    if (D === 0) return { mean: null, low: null, high: null, n, isExact: false };
    const mean = N / D;
    const spread = residualSpread(sums, mean);
    if (spread === null) return { mean, low: null, high: null, n, isExact: false };
    const { standardError, degrees } = spread;
    const skewness = standardError === 0 ? 0 : this.#thirdCumulant(mean) / (standardError * Math.abs(D)) ** 3;
    const [below, above] = reach(studentQuantile(1 - risk / 2, degrees), skewness);
    let low = mean - below * standardError;
    let high = mean + above * standardError;
    if (possible.isShare && Math.min(N, D - N) < FEW) {
      const [least, most] = binomialInterval(N, D, risk);
      low = Math.min(low, least);
      high = Math.max(high, most);
    }
    const isExact = standardError === 0;
    return { mean, ...within(possible, mean, low, high), n, isExact };
  }

  #sums(): RatioSums[] {
    return this.#strata.map(({ N, D }) => ({
      n: N.length,
      N: sumOf(N),
      D: sumOf(D),
      NN: sumOfProducts(N, N),
      ND: sumOfProducts(N, D),
      DD: sumOfProducts(D, D),
    }));
  }

  /** Of the sum of the residuals N - r D; like the variance it is added up kind by kind of day. */
  #thirdCumulant(r: number): number {
    const filled = this.#strata.filter(({ N }) => N.length > 0);
    const residuals = filled.map(({ N, D }) => N.map((each, at) => each - r * D[at]!));
    const used = residuals.some(({ length }) => length < 3) ? [residuals.flat()] : residuals;
    let sum = 0;
    for (const each of used) {
      const n = each.length;
      if (n < 3) continue;
      const mean = sumOf(each) / n;
      const cubes = each.reduce((total, residual) => total + (residual - mean) ** 3, 0);
      sum += (n * n * cubes) / ((n - 1) * (n - 2));
    }
    return sum;
  }
}

/** No further than what can be. One caller who waited refutes "nobody ever waits", so of a mean above 0 the low end is, too. */
function within(
  { least, most }: Possible,
  mean: number,
  low: number,
  high: number,
): { readonly low: number; readonly high: number } {
  const lowest = mean > least ? least + Number.MIN_VALUE : least;
  const highest = mean < most ? most - Number.EPSILON / 2 : most;
  return { low: Math.max(low, Math.min(lowest, mean)), high: Math.min(high, Math.max(highest, mean)) };
}

/** Below so many callers of one sort a share is a matter of counting them. */
const FEW = 30;

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function sumOfProducts(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, at) => sum + value * b[at]!, 0);
}

/**
 * How many standard errors an interval reaches down and up where Student's alone would reach `t` both ways.
 * @param skewness of the mean: that of a day, divided by the root of the number of days
 */
function reach(t: number, skewness: number): readonly [below: number, above: number] {
  if (Math.abs(skewness) < 1e-9) return [t, t];
  // Hall's transformation T + kT²/3 + k²T³/27 + k/6 of the studentised mean, solved for T.
  const inverse = (x: number): number => (3 / skewness) * (Math.cbrt(1 + skewness * (x - skewness / 6)) - 1);
  return [Math.max(t, inverse(t)), Math.max(t, -inverse(-t))];
}

/** Clopper and Pearson's interval of a share of which `hits` of `trials` were seen. */
export function binomialInterval(
  hits: number,
  trials: number,
  risk: number,
): readonly [low: number, high: number] {
  if (!(hits >= 0 && hits <= trials)) return [0, 1];
  const atLeast = (p: number): number => incompleteBeta(hits, trials - hits + 1, p, 1 - p);
  const atMost = (p: number): number => incompleteBeta(trials - hits, hits + 1, 1 - p, p);
  const low = hits === 0 ? 0 : solve((p) => atLeast(p) > risk / 2);
  const high = hits === trials ? 1 : solve((p) => atMost(p) < risk / 2);
  return [low, high];
}

/** The p in 0 to 1 from which on it is so. */
function solve(isBeyond: (p: number) => boolean): number {
  let [from, to] = [0, 1];
  for (let step = 0; step < 60; step++) {
    const middle = (from + to) / 2;
    if (isBeyond(middle)) to = middle;
    else from = middle;
  }
  return (from + to) / 2;
}

export type Judgement = 'pass' | 'fail' | 'open';

/**
 * Inside or outside with the whole interval; else it is open. "Exactly this" can be said by an interval of no width only: it is
 * taken as said when every replicate gives just that value.
 */
export function judge(
  { mean, low, high, isExact }: Bounds,
  [from, to]: readonly [number, number],
): Judgement {
  if (mean === null || low === null || high === null) return 'open';
  if (from === to && isExact && mean === from) return 'pass';
  if (low > to || high < from) return 'fail';
  return low >= from && high <= to ? 'pass' : 'open';
}
