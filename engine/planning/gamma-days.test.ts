import { describe, expect, test } from 'vitest';
import { GammaPoissonCounts, meanOverDays } from './gamma-days.ts';

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
  });
});

describe('Means over days', () => {
  test.each([0.2, 1, 3, 25, 400, 10_000])('of powers of a factor of shape %d are its moments', (shape) => {
    const factor = { shape, mean: 0.9 };
    expect(meanOverDays(factor, () => 1)).toBeCloseTo(1, 10);
    expect(meanOverDays(factor, (x) => x)).toBeCloseTo(0.9, 10);
    expect(meanOverDays(factor, (x) => x * x)).toBeCloseTo(0.81 * (1 + 1 / shape), 9);
    // By calls: E[X · X] / E[X].
    expect(meanOverDays(factor, (x) => x, 'call')).toBeCloseTo(0.9 * (1 + 1 / shape), 9);
  });

  test('see a step as steep as that of a thousand agents', () => {
    // P(X > 1) of an exponential factor, smoothed over a hundredth: e^-1 to first order.
    const smooth = (x: number): number => 1 / (1 + Math.exp(-(x - 1) / 0.001));
    expect(meanOverDays({ shape: 1, mean: 1 }, smooth)).toBeCloseTo(Math.exp(-1), 5);
  });

  test('name the argument that is no number', () => {
    expect(() => meanOverDays({ shape: 0, mean: 1 }, () => 1)).toThrow(/shape/);
    expect(() => new GammaPoissonCounts({ shape: 1, mean: 1 }, [-1])).toThrow(/expectedPerPeriod/);
  });
});
