/**
 * Estimates of quantities from replicates, with their standard errors by the delta method (Law 2015, Simulation Modeling and
 * Analysis, 5th ed., section 9.4). It knows no case, no theory and not how a replicate came about.
 */
import { studentFactor } from '../metrics/confidence.ts';
import type { Quantity } from './quantities/quantity.ts';
import type { Sums } from './watch-cells.ts';

export interface Measured {
  readonly estimate: number;
  readonly standardError: number;
  /** Half-width of the 95 % interval. */
  readonly half: number;
  readonly n: number;
}

/** Relative step of the numerical gradient. */
const STEP = 1e-6;

/** Means of the terms of one quantity over replicates, and their covariances, updated as they come (Welford 1962). */
export class Moments {
  n = 0;
  readonly #quantity: Quantity;
  #means: number[] = [];
  /** Sums of products of deviations, row by row. */
  #products: number[] = [];

  constructor(quantity: Quantity) {
    this.#quantity = quantity;
  }

  add(sums: Sums): void {
    this.addTerms(this.#quantity.terms(sums));
  }

  addTerms(terms: readonly number[]): void {
    this.n += 1;
    if (this.n === 1) {
      this.#means = [...terms];
      this.#products = terms.flatMap(() => terms.map(() => 0));
      return;
    }
    const means = this.#means;
    const size = terms.length;
    const before = terms.map((x, i) => x - means[i]!);
    for (let i = 0; i < size; i++) means[i]! += before[i]! / this.n;
    for (let i = 0; i < size; i++)
      for (let j = 0; j < size; j++) this.#products[i * size + j]! += before[i]! * (terms[j]! - means[j]!);
  }

  measured(): Measured {
    const { n } = this;
    const { value } = this.#quantity;
    const means = this.#means;
    const estimate = value(means);
    const gradient = means.map((mean, i) => {
      const step = STEP * Math.max(Math.abs(mean), 1e-9);
      const moved = (by: number): number => value(means.map((each, j) => (j === i ? each + by : each)));
      const slope = (moved(step) - moved(-step)) / (2 * step);
      return Number.isFinite(slope) ? slope : 0;
    });
    let variance = 0;
    means.forEach((_x, i) =>
      means.forEach((_y, j) => {
        variance += (gradient[i]! * gradient[j]! * this.#products[i * means.length + j]!) / (n - 1);
      }),
    );
    const standardError = n < 2 ? Infinity : Math.sqrt(Math.max(0, variance) / n);
    return { estimate, standardError, half: n < 2 ? Infinity : studentFactor(n - 1) * standardError, n };
  }
}
