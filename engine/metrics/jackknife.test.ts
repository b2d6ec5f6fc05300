import { describe, expect, it } from 'vitest';
import { halfWidth, studentFactor } from './confidence.ts';
import { jackknifeEstimate } from './jackknife.ts';

describe('The jackknife of a ratio', () => {
  it('is the Student interval of a mean where all denominators are alike', () => {
    const estimate = jackknifeEstimate([12, 9, 11, 16], [1, 1, 1, 1]);
    // Mean 12, sum of squares 26, standard error sqrt(26 / 3 / 4).
    expect(estimate.mean).toBeCloseTo(12, 12);
    expect(halfWidth(estimate)).toBeCloseTo(studentFactor(3) * Math.sqrt(26 / 12), 9);
  });

  it('takes the ratio again without each replicate: two of them by hand', () => {
    // 3/4 and 1/8: r = 4/12; without the first 1/8, without the second 3/4. Pseudo-values 2/3 - 1/8 and 2/3 - 3/4.
    const estimate = jackknifeEstimate([3, 1], [4, 8]);
    const [a, b] = [2 / 3 - 1 / 8, 2 / 3 - 3 / 4];
    expect(estimate.mean).toBeCloseTo((a + b) / 2, 12);
    expect(halfWidth(estimate)).toBeCloseTo(studentFactor(1) * (Math.abs(a - b) / 2), 9);
  });

  it('has no value without a denominator, and no interval where one replicate carries it', () => {
    expect(jackknifeEstimate([0, 0], [0, 0])).toEqual({ mean: null, low: null, high: null, n: 2 });
    expect(jackknifeEstimate([3, 0], [4, 0])).toEqual({ mean: 0.75, low: null, high: null, n: 2 });
  });
});
