import { describe, expect, it } from 'vitest';
import { Luck } from '../kernel/luck.ts';
import { binomialProbability, orderEstimate, orderInterval } from './order-statistics.ts';

describe('Intervals of quantiles by order statistics', () => {
  it('cumulate the binomial law as adding up its terms does', () => {
    // C(5, k) 0.3^k 0.7^(5-k): 0.16807, 0.36015, 0.3087 ...
    expect(binomialProbability(-1, 5, 0.3)).toBe(0);
    expect(binomialProbability(0, 5, 0.3)).toBeCloseTo(0.16807, 12);
    expect(binomialProbability(2, 5, 0.3)).toBeCloseTo(0.83692, 12);
    expect(binomialProbability(5, 5, 0.3)).toBe(1);
  });

  it('are those of the tables: the median of 10 values lies between the 2nd and the 9th in 97.9 % of cases', () => {
    // 1 - 2 (1 + 10) / 1024 = 0.978515625 (Conover 1999, table A3).
    expect(orderInterval(10, 0.5)).toEqual({
      lower: 2,
      upper: 9,
      coverage: expect.closeTo(0.978515625, 12) as number,
    });
  });

  it('have no end where there are too few values', () => {
    expect(orderInterval(5, 0.9)).toMatchObject({ upper: 6 });
    expect(orderEstimate([3, 1, 2, 5, 4], 0.9)).toEqual({ mean: 5, low: null, high: null, n: 5 });
    expect(orderEstimate([], 0.5)).toEqual({ mean: null, low: null, high: null, n: 0 });
  });

  it('take the values in order, whatever the order they come in', () => {
    const values = [9, 1, 8, 2, 7, 3, 6, 4, 5, 10];
    expect(orderEstimate(values, 0.5)).toEqual({ mean: 5, low: 2, high: 9, n: 10 });
    expect(orderEstimate(values, 0.8).mean).toBe(8);
  });

  it('cover the quantile as often as they say, whatever the law', () => {
    const luck = new Luck().rekey(1, 0, 'order');
    const runs = 2000;
    const { coverage } = orderInterval(60, 0.8);
    let hits = 0;
    for (let run = 0; run < runs; run++) {
      // A square of a uniform: its 80 % quantile is 0.64.
      const values = Array.from({ length: 60 }, (_, at) => luck.at(run, at) ** 2);
      const { low, high } = orderEstimate(values, 0.8);
      if (low! <= 0.64 && 0.64 <= high!) hits += 1;
    }
    // z of the number of hits.
    expect(Math.abs(hits - runs * coverage) / Math.sqrt(runs * coverage * (1 - coverage))).toBeLessThan(3.5);
  });
});
