import { describe, expect, test } from 'vitest';
import { ratioEstimate } from '../metrics/confidence.ts';
import { Moments } from './measure.ts';
import { waitQuantile } from './quantities/quantity.ts';
import type { Sums } from './watch-cells.ts';

const identity = { terms: () => [], value: ([x]: readonly number[]) => x! };

describe('estimates from replicates', () => {
  test('a mean has the standard error of the textbook', () => {
    const moments = new Moments(identity);
    for (const x of [12.1, 9.8, 11.4, 10.9, 13.0, 10.2, 11.7, 12.4]) moments.addTerms([x]);
    const { estimate, half } = moments.measured();
    // Student's interval of these eight values, from the public pack's output-analysis-05.
    expect(estimate).toBeCloseTo(11.4375, 9);
    expect(half).toBeCloseTo(0.914655904, 6);
  });

  test('a ratio has the standard error of the delta method, however large the values are', () => {
    const days = [
      [180, 200],
      [150, 190],
      [210, 230],
      [170, 185],
    ] as const;
    const moments = new Moments({ terms: () => [], value: ([good, all]) => good! / all! });
    const sums = { n: 0, N: 0, D: 0, NN: 0, ND: 0, DD: 0 };
    for (const [N, D] of days) {
      moments.addTerms([1e9 * N, 1e9 * D]);
      sums.n += 1;
      sums.N += N;
      sums.D += D;
      sums.NN += N * N;
      sums.ND += N * D;
      sums.DD += D * D;
    }
    const { estimate, standardError, half } = moments.measured();
    // output-analysis-06 of the public pack.
    expect(estimate).toBeCloseTo(0.88198757764, 9);
    expect(standardError).toBeCloseTo(0.0293844892717, 6);
    const { low, high } = ratioEstimate([sums]);
    expect(half).toBeCloseTo((high! - low!) / 2, 6);
  });

  test('one replicate has no interval', () => {
    const moments = new Moments(identity);
    moments.addTerms([3]);
    expect(moments.measured().half).toBe(Infinity);
  });

  test('a quantile is exact where the tail is exponential, also off the middle of its bracket', () => {
    // P(wait > t) = 0.5 exp(-t / 30 s): P90 is 30 ln 5 = 48.28 s.
    const sums = {
      of: () => 1,
      share: (_what: string, t: number) => 0.5 * Math.exp(-t / 30_000),
    } as unknown as Sums;
    for (const expected of [48_283, 46_500, 50_000]) {
      const quantity = waitQuantile(0.9, expected);
      expect(quantity.value(quantity.terms(sums))).toBeCloseTo(30 * Math.log(5), 6);
    }
  });

  test('a quantile of nought is right if enough do not wait', () => {
    const of = (waited: number) => waitQuantile(0.9, 0).value([100, waited]);
    expect([of(9), of(11)]).toEqual([0, Infinity]);
  });
});
