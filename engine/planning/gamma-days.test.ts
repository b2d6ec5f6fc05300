import { describe, expect, test } from 'vitest';
import { GammaPoissonCounts } from './gamma-days.ts';

describe('Counts of days with a gamma factor', () => {
  const days = new GammaPoissonCounts({ shape: 2.5, mean: 1.2 }, [3, 5]);

  /** The negative binomial law by its recursion. */
  function probabilities(shape: number, mean: number, upTo: number): number[] {
    const some = mean / (shape + mean);
    const p = [(1 - some) ** shape];
    for (let n = 1; n <= upTo; n++) p.push((p[n - 1]! * (shape + n - 1) * some) / n);
    return p;
  }

  test('are negative binomial: mean, variance, no call at all, quantiles', () => {
    const p = probabilities(2.5, 9.6, 400);
    const mean = p.reduce((sum, each, n) => sum + n * each, 0);
    expect(days.meanTotal).toBeCloseTo(mean, 10);
    expect(days.varTotal).toBeCloseTo(
      p.reduce((sum, each, n) => sum + (n - mean) ** 2 * each, 0),
      9,
    );
    expect(Math.exp(days.logPTotalZero)).toBeCloseTo(p[0]!, 14);
    for (const q of [0.01, 0.5, 0.9, 0.999]) {
      let [count, sum] = [0, p[0]!];
      while (sum < q) sum += p[++count]!;
      expect(days.quantileTotal(q)).toBe(count);
    }
  });

  test('of two periods go together, since the factor is one', () => {
    expect(days.variance(1) + days.variance(2) + 2 * days.covariance(1, 2)).toBeCloseTo(days.varTotal, 12);
    expect(days.correlation(1, 1)).toBe(1);
    expect(() => days.mean(3)).toThrow(/period/);
    expect(() => new GammaPoissonCounts({ shape: 1, mean: 1 }, [-1])).toThrow(/expectedPerPeriod/);
  });
});
