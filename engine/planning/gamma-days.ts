/**
 * How many call on days that differ: all expected calls of a day are multiplied by one gamma day factor, and counts are then negative
 * binomial. It knows counts; what happens on a day of a given factor is averaged by day-factor.ts.
 *
 * G. Jongbloed and G. Koole (2001); A. N. Avramidis, A. Deslauriers and P. L'Ecuyer (2004), Management Science 50.
 */
import { incompleteBeta } from '../kernel/special-functions.ts';
import type { DayFactor } from './day-factor.ts';
import { fewest } from './search.ts';
import { notNegative, positive } from './traffic.ts';

/** Counts of a day whose periods expect so many calls at a factor of 1: Poisson, given the factor. */
export class GammaPoissonCounts {
  readonly #factor: DayFactor;
  readonly #expected: readonly number[];
  readonly meanTotal: number;
  readonly varTotal: number;

  /** @throws {RangeError} naming the argument */
  constructor(factor: DayFactor, expectedPerPeriod: readonly number[]) {
    positive('shape', factor.shape);
    positive('mean', factor.mean);
    expectedPerPeriod.forEach((expected) => notNegative('expectedPerPeriod', expected));
    this.#factor = factor;
    this.#expected = expectedPerPeriod.map((expected) => expected * factor.mean);
    this.meanTotal = this.#expected.reduce((sum, expected) => sum + expected, 0);
    this.varTotal = this.#variance(this.meanTotal);
  }

  /** Periods are counted from 1. */
  mean(period: number): number {
    const expected = this.#expected[period - 1];
    if (expected === undefined) throw new RangeError(`period must be one of 1 to ${this.#expected.length}.`);
    return expected;
  }

  variance(period: number): number {
    return this.#variance(this.mean(period));
  }

  covariance(one: number, other: number): number {
    if (one === other) return this.variance(one);
    return (this.mean(one) * this.mean(other)) / this.#factor.shape;
  }

  correlation(one: number, other: number): number {
    return this.covariance(one, other) / Math.sqrt(this.variance(one) * this.variance(other));
  }

  /** ln P(no call all day) = -shape ln(1 + mean total / shape). */
  get logPTotalZero(): number {
    return -this.#factor.shape * Math.log1p(this.meanTotal / this.#factor.shape);
  }

  /** P(no more than so many calls): an incomplete beta function (Johnson, Kemp and Kotz, section 5.6). */
  pTotalAtMost(count: number): number {
    if (this.meanTotal === 0) return 1;
    const { shape } = this.#factor;
    const rest = this.meanTotal / (shape + this.meanTotal);
    return incompleteBeta(shape, count + 1, shape / (shape + this.meanTotal), rest);
  }

  /** The smallest count that a day does not exceed with probability p. */
  quantileTotal(p: number): number {
    if (!(p > 0 && p < 1)) throw new RangeError(`p must lie between 0 and 1, not ${p}.`);
    return fewest((count) => this.pTotalAtMost(count) >= p, 0, this.meanTotal);
  }

  #variance(mean: number): number {
    return mean + (mean * mean) / this.#factor.shape;
  }
}
