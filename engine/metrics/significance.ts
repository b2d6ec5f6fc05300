/**
 * How sure a measured number is to lie on one side of a bound, and what is left of that when one looks at many numbers at once.
 * All from an estimate as it is reported: mean, interval of 95 % and the replicates behind it, so that a page can ask it of a
 * stored report. The degrees of freedom are taken as n - 1. Where they were fewer (kinds of day, a denominator that few days
 * carry) the interval is wider by that already: what the interval says at 95 % is said here too, and far in the tails a chance
 * comes out somewhat small.
 *
 * It knows no KPI.
 */
import { normalQuantile, studentProbability } from '../kernel/quantiles.ts';
import { halfWidth, studentFactor, type Estimate } from './confidence.ts';

/** Standard errors from the bound, with its sign; infinite where nothing varied; null without an interval. */
export function distanceFrom(estimate: Estimate, bound = 0): number | null {
  const half = halfWidth(estimate);
  if (estimate.mean === null || half === null || estimate.n < 2) return null;
  const off = estimate.mean - bound;
  if (half === 0) return off === 0 ? 0 : off * Infinity;
  return (off * studentFactor(estimate.n - 1)) / half;
}

/**
 * With which confidence the true value lies above the bound: one-sided, 0.975 where the interval just touches it from above.
 * null without an interval.
 */
export function sureAbove(estimate: Estimate, bound: number): number | null {
  const distance = distanceFrom(estimate, bound);
  return distance === null ? null : studentProbability(distance, estimate.n - 1);
}

/** The chance of a difference at least as large in either direction if there were none: the two-sided p-value of Student's t. */
export function chanceOf(difference: Estimate): number | null {
  const distance = distanceFrom(difference);
  return distance === null ? null : 2 * studentProbability(-Math.abs(distance), difference.n - 1);
}

/**
 * Which of several differences stand when all of them are looked at: with these, the chance that any one of those without a
 * real difference is among them is at most `level` (Holm 1979, A simple sequentially rejective multiple test procedure,
 * Scandinavian Journal of Statistics 6). It needs no independence. A chance of null stands nowhere and is no look.
 */
export function standingAmong(chances: readonly (number | null)[], level = 0.05): readonly boolean[] {
  const order = chances
    .flatMap((chance, at) => (chance === null ? [] : [{ chance, at }]))
    .toSorted((a, b) => a.chance - b.chance);
  const stands = chances.map(() => false);
  for (const [rank, { chance, at }] of order.entries()) {
    if (chance > level / (order.length - rank)) break;
    stands[at] = true;
  }
  return stands;
}

/** The chance wanted to find a difference that is there. */
const POWER = 0.8;
const LEVEL = 0.05;

/**
 * Replicates after which a true difference of that size is found, its interval clear of 0, with a chance of 80 % (normal
 * approximation; Law 2015, Simulation Modeling and Analysis, 5th ed., section 10.2). null without an interval, 2 at least.
 */
export function replicatesToSee(difference: Estimate, size: number): number | null {
  const half = halfWidth(difference);
  if (half === null || difference.n < 2 || !(size > 0)) return null;
  const ofOne = (half / studentFactor(difference.n - 1)) * Math.sqrt(difference.n);
  const factor = normalQuantile(1 - LEVEL / 2) + normalQuantile(POWER);
  return Math.max(2, Math.ceil(((factor * ofOne) / size) ** 2));
}
