/**
 * An interval for a quantile of independent values that asks nothing of their law: between two of the values in order. How many
 * of n values lie below the p-quantile is binomial, so the l-th smallest is at or below it, and the u-th at or above, with a
 * probability that is known exactly (David and Nagaraja 2003, Order Statistics, 3rd ed., section 7.1; Conover 1999, section 3.2).
 *
 * For values that are independent of each other: one number a day, say. Waits of callers of one day are not, since they stood
 * in the same queue; their quantiles have intervals over days in samples.ts.
 */
import { incompleteBeta } from '../kernel/special-functions.ts';
import type { Estimate } from './confidence.ts';

export interface OrderInterval {
  /** Index of the lower end among the values in order, from 1; 0: below the smallest, there is no lower end. */
  readonly lower: number;
  /** From 1; n + 1: above the largest, there is no upper end. */
  readonly upper: number;
  /** The probability that the quantile lies between the two, for a continuous law; at least the confidence asked for. */
  readonly coverage: number;
}

/** P(X <= k) of X successes in n trials. */
export function binomialProbability(k: number, n: number, p: number): number {
  if (k < 0) return 0;
  return k >= n ? 1 : incompleteBeta(n - k, k + 1, 1 - p, p);
}

/**
 * Equal tails: the largest l with P(X <= l - 1) <= α/2 and the smallest u with P(X <= u - 1) >= 1 - α/2, X binomial with n, p.
 *
 * @param n how many values
 * @param p of the quantile, between 0 and 1
 * @param confidence 0.95 for an interval of 95 %
 */
export function orderInterval(n: number, p: number, confidence = 0.95): OrderInterval {
  const tail = (1 - confidence) / 2;
  // The last index at which the cumulated probability is still small: it grows with the index.
  const lower = firstWhere(n + 1, (index) => binomialProbability(index, n, p) > tail);
  const upper = firstWhere(n + 1, (index) => binomialProbability(index - 1, n, p) >= 1 - tail);
  const coverage = binomialProbability(upper - 1, n, p) - binomialProbability(lower - 1, n, p);
  return { lower, upper, coverage };
}

/** The p-quantile of independent values, the smallest that p of them do not exceed, with its interval. */
export function orderEstimate(values: readonly number[], p: number, confidence = 0.95): Estimate {
  const n = values.length;
  if (n === 0) return { mean: null, low: null, high: null, n };
  const sorted = values.toSorted((a, b) => a - b);
  const { lower, upper } = orderInterval(n, p, confidence);
  const mean = sorted[Math.max(0, Math.ceil(p * n - HAIR) - 1)]!;
  return lower < 1 || upper > n
    ? { mean, low: null, high: null, n }
    : { mean, low: sorted[lower - 1]!, high: sorted[upper - 1]!, n };
}
// 0.8 of 10 values is the eighth although 0.8 x 10 may come out a hair above it.
const HAIR = 1e-9;

/** The first of 0, 1 ... `end` at which it holds; it holds from there on, and at `end`. */
function firstWhere(end: number, holds: (index: number) => boolean): number {
  let [from, to] = [0, end];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (holds(middle)) to = middle;
    else from = middle + 1;
  }
  return from;
}
