import { describe, expect, test } from 'vitest';
import { poissonWeights } from './poisson-weights.ts';

describe('Poisson weights', () => {
  test('of a small mean are the probabilities.', () => {
    const { first, weights } = poissonWeights(2.5);
    expect(first).toBe(0);
    let share = Math.exp(-2.5);
    for (let k = 0; k < 20; k++) {
      expect(weights[k]! / share).toBeCloseTo(1, 13);
      share *= 2.5 / (k + 1);
    }
  });

  test('of the mean 0 are one.', () => {
    expect(poissonWeights(0)).toEqual({ first: 0, weights: Float64Array.of(1) });
  });

  test.each([700, 1e4, 1e7])(
    'of the mean %d, where e^-mean is nothing, have this mean and variance.',
    (mean) => {
      const { first, weights } = poissonWeights(mean);
      const sum = (of: (k: number) => number): number =>
        weights.reduce((total, weight, at) => total + weight * of(first + at), 0);
      expect(sum(() => 1)).toBeCloseTo(1, 12);
      expect(sum((k) => k - mean) / Math.sqrt(mean)).toBeCloseTo(0, 9);
      expect(sum((k) => (k - mean) ** 2) / mean).toBeCloseTo(1, 9);
      expect(weights.length).toBeLessThan(25 * Math.sqrt(mean));
    },
  );

  test('need a mean that is a number of 0 or more.', () => {
    for (const mean of [-1, Number.NaN, Infinity]) expect(() => poissonWeights(mean)).toThrow(RangeError);
  });
});
