import { describe, expect, it } from 'vitest';
import { distributionOf, sample, type Distribution, type Law } from './distributions.ts';
import { GammaQuantile } from './gamma-quantile.ts';
import { Luck } from './luck.ts';
import { normalQuantile } from './quantiles.ts';
import { gammaTails } from './special-functions.ts';
import { Streams } from './streams.ts';

/** Laws, and mean and variance as the books give them (Johnson, Kotz, Balakrishnan: Continuous univariate distributions). */
const LAWS: readonly { readonly law: Law; readonly mean: number; readonly variance: number }[] = [
  { law: { law: 'constant', value: 42 }, mean: 42, variance: 0 },
  { law: { law: 'uniform', from: 3, to: 9 }, mean: 6, variance: 3 },
  { law: { law: 'triangular', from: 0, mode: 3, to: 9 }, mean: 4, variance: 3.5 },
  { law: { law: 'triangular', from: 2, mode: 2, to: 5 }, mean: 3, variance: 0.5 },
  { law: { law: 'exponential', mean: 180_000 }, mean: 180_000, variance: 180_000 ** 2 },
  { law: { law: 'erlang', shape: 3, mean: 12 }, mean: 12, variance: 48 },
  { law: { law: 'gamma', shape: 40, mean: 1 }, mean: 1, variance: 1 / 40 },
  { law: { law: 'gamma', shape: 0.3, mean: 6 }, mean: 6, variance: 120 },
  { law: { law: 'gamma', shape: 1, mean: 6 }, mean: 6, variance: 36 },
  { law: { law: 'lognormal', mean: 250, cv: 1.1 }, mean: 250, variance: (1.1 * 250) ** 2 },
  // median e^μ and p90 e^(μ + 1.2815515655446004 σ): here μ = ln 100 and σ = 1/2.
  {
    law: { law: 'lognormal', median: 100, p90: 100 * Math.exp(1.2815515655446004 / 2) },
    mean: 100 * Math.exp(1 / 8),
    variance: 100 ** 2 * Math.exp(1 / 4) * (Math.exp(1 / 4) - 1),
  },
  // Γ(1 + 2) = 2, Γ(1 + 4) = 24: mean 2s, variance 24 s² - 4 s².
  { law: { law: 'weibull', shape: 0.5, scale: 7 }, mean: 14, variance: 20 * 49 },
  // Γ(1 + 1/2) = √π / 2, Γ(2) = 1.
  { law: { law: 'weibull', shape: 2, mean: 10 }, mean: 10, variance: 100 * (4 / Math.PI - 1) },
  {
    law: { law: 'hyperexponential', branches: [{ weight: 1, mean: 2 }, { weight: 3, mean: 10 }] }, // prettier-ignore
    mean: 8,
    variance: 2 * (0.25 * 4 + 0.75 * 100) - 64,
  },
  {
    law: {
      law: 'mixture',
      branches: [
        { weight: 0.2, of: { law: 'constant', value: 5 } },
        { weight: 0, of: { law: 'constant', value: 1e9 } },
        { weight: 0.8, of: { law: 'uniform', from: 0, to: 12 } },
      ],
    },
    mean: 5.8,
    variance: 0.2 * 25 + 0.8 * 48 - 5.8 ** 2,
  },
  { law: { law: 'empirical', values: [4, 1, 1, 2] }, mean: 2, variance: 1.5 },
  { law: { law: 'empirical', values: [3, 1, 2], weights: [1, 2, 1] }, mean: 1.75, variance: 0.6875 },
  {
    law: { law: 'atom', share: 0.25, value: 0, otherwise: { law: 'exponential', mean: 4 } },
    mean: 3,
    variance: 0.75 * 32 - 9,
  },
];

/** The integral of f(at(u)) over u, on a grid that becomes finer towards both ends as the fourth power. */
function integral(distribution: Distribution, f: (x: number) => number): number {
  const steps = 100_000;
  let sum = 0;
  for (let i = 0; i < steps; i++) {
    const v = (i + 0.5) / steps;
    const u = v ** 4 * (35 - 84 * v + 70 * v ** 2 - 20 * v ** 3);
    sum += f(distribution.at(Math.min(u, 1 - 2 ** -53))) * 140 * (v * (1 - v)) ** 3;
  }
  return sum / steps;
}

describe('every law', () => {
  for (const { law, mean, variance } of LAWS) {
    const name = JSON.stringify(law);

    it(`states the mean and the variance of the books: ${name}`, () => {
      const distribution = distributionOf(law);
      expect(Math.abs(distribution.mean - mean)).toBeLessThan(1e-12 * mean);
      expect(Math.abs(distribution.variance - variance)).toBeLessThanOrEqual(1e-11 * variance);
    });

    it(`has that mean and variance, by integration over the uniform to 1e-4: ${name}`, () => {
      const distribution = distributionOf(law);
      expect(Math.abs(integral(distribution, (x) => x) / mean - 1)).toBeLessThan(1e-4);
      const actual = integral(distribution, (x) => (x - mean) ** 2);
      expect(Math.abs(actual - variance)).toBeLessThanOrEqual(1e-4 * variance);
    });

    it(`has that mean and variance in 200,000 draws of luck (z < 4): ${name}`, () => {
      const distribution = distributionOf(law);
      const luck = new Luck().rekey(20_26, 0, name);
      const n = 200_000;
      const draws = Array.from({ length: n }, (_, i) => distribution.at(luck.at(i)) - mean);
      const squares = draws.map((x) => x ** 2);
      const meanOf = (xs: readonly number[]) => xs.reduce((a, b) => a + b) / n;
      const errorOf = (xs: readonly number[]) => {
        const about = meanOf(xs);
        return Math.sqrt(meanOf(xs.map((x) => (x - about) ** 2)) / n);
      };
      expect(Math.abs(meanOf(draws))).toBeLessThanOrEqual(4 * errorOf(draws));
      expect(Math.abs(meanOf(squares) - variance)).toBeLessThanOrEqual(4 * errorOf(squares) + 1e-12);
    });
  }

  it('takes one uniform per variate', () => {
    for (const { law } of LAWS) {
      let asked = 0;
      const stream = new Streams(1).of('count');
      sample(distributionOf(law), { next: () => (asked++, stream.next()) });
      expect(asked).toBe(1);
    }
  });

  it('gives a finite number for the first and the last uniform there is, and never one below its least', () => {
    for (const { law } of LAWS) {
      const distribution = distributionOf(law);
      for (const u of [0, 2 ** -53, 2 ** -32, 1 - 2 ** -32, 1 - 2 ** -53]) {
        const x = distribution.at(u);
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThan(Infinity);
      }
    }
  });

  it('but for mixtures is a quantile: it never falls as u grows', () => {
    for (const { law } of LAWS) {
      if (law.law === 'mixture' || law.law === 'hyperexponential') continue;
      const distribution = distributionOf(law);
      let before = -Infinity;
      for (let i = 0; i < 5_000; i++) {
        const x = distribution.at(i / 5_000);
        expect(x).toBeGreaterThanOrEqual(before);
        before = x;
      }
    }
  });
});

describe('quantiles', () => {
  it('of the laws with a closed form are exact', () => {
    const at = (law: Law, u: number) => distributionOf(law).at(u);
    expect(at({ law: 'uniform', from: 3, to: 9 }, 0.5)).toBe(6);
    expect(at({ law: 'triangular', from: 0, mode: 3, to: 9 }, 1 / 3)).toBeCloseTo(3, 14); // the share below the mode
    expect(at({ law: 'exponential', mean: 10 }, 0.5)).toBeCloseTo(10 * Math.LN2, 13);
    expect(at({ law: 'weibull', shape: 2, scale: 10 }, 0.5)).toBeCloseTo(10 * Math.sqrt(Math.LN2), 13);
    expect(at({ law: 'lognormal', median: 100, p90: 300 }, 0.5)).toBeCloseTo(100, 11);
    expect(at({ law: 'lognormal', median: 100, p90: 300 }, 0.9)).toBeCloseTo(300, 11);
  });

  it('of an Erlang law of shape 2 solve 1 - (1 + x) e^-x = u', () => {
    const erlang = distributionOf({ law: 'erlang', shape: 2, mean: 2 });
    for (const u of [1e-9, 1e-4, 0.1, 0.5, 0.9, 0.9999]) {
      const x = erlang.at(u);
      const lower =
        x < 0.01 ? x ** 2 / 2 - x ** 3 / 3 + x ** 4 / 8 - x ** 5 / 30 : 1 - (1 + x) * Math.exp(-x);
      expect(Math.abs(lower / u - 1)).toBeLessThan(1e-9);
    }
  });

  it('of gamma laws give back the probability from both tails, to 1e-8 from shape 0.01 to a million', () => {
    for (const shape of [0.01, 0.05, 0.2, 0.7, 1.5, 5, 40, 1_000, 1e6]) {
      const quantile = new GammaQuantile(shape);
      for (let exponent = -50; exponent < 0; exponent += 0.77) {
        const p = 2 ** exponent;
        const low = quantile.at(p);
        // Far below, x is too small for a double; a quantile of 0 is then right.
        if (low > 1e-300) expect(Math.abs(gammaTails(shape, low).lower / p - 1)).toBeLessThan(1e-8);
        const u = 1 - p;
        const high = quantile.at(u);
        if (high > 1e-300) expect(Math.abs(gammaTails(shape, high).upper / (1 - u) - 1)).toBeLessThan(1e-8);
      }
    }
  });

  it('of gamma laws lie within 1e-9 of the exact ones', () => {
    for (const shape of [0.01, 0.1, 0.5, 2.5, 40, 1e4]) {
      const quantile = new GammaQuantile(shape);
      for (let i = 1; i < 400; i++) {
        const exact = quantile.exact(i / 400);
        if (exact > 1e-300) expect(Math.abs(quantile.at(i / 400) / exact - 1)).toBeLessThan(1e-9);
      }
    }
    const ends = new GammaQuantile(3);
    expect([ends.at(0), ends.at(1)]).toEqual([0, Infinity]);
  });

  it('of a chi-square law have the published values (Fisher and Yates, table IV)', () => {
    const chiSquare = (p: number, df: number) => 2 * new GammaQuantile(df / 2).at(p);
    const table = [[0.95, 1, 3.841], [0.99, 5, 15.086], [0.05, 10, 3.94], [0.95, 30, 43.773], [0.999, 2, 13.816]] as const; // prettier-ignore
    for (const [p, df, value] of table) expect(chiSquare(p, df)).toBeCloseTo(value, 3);
  });
});

describe('mixtures and lists', () => {
  it('split the uniform by weight and stretch the rest', () => {
    const mixture = distributionOf({ law: 'mixture', branches: [
      { weight: 3, of: { law: 'uniform', from: 0, to: 1 } },
      { weight: 1, of: { law: 'uniform', from: 10, to: 11 } },
    ] }); // prettier-ignore
    expect([0, 0.375, 0.75, 0.875].map((u) => mixture.at(u))).toEqual([0, 0.5, 10, 10.5]);
  });

  it('give an atom exactly its share', () => {
    const patience = distributionOf({
      law: 'atom',
      share: 0.1,
      value: 0,
      otherwise: { law: 'exponential', mean: 5 },
    });
    const zeros = Array.from({ length: 1_000 }, (_, i) => patience.at((i + 0.5) / 1_000)).filter(
      (x) => x === 0,
    );
    expect(zeros).toHaveLength(100);
    const certain = distributionOf({
      law: 'atom',
      share: 1,
      value: 7,
      otherwise: { law: 'exponential', mean: 5 },
    });
    expect([certain.mean, certain.variance, certain.at(0.999)]).toEqual([7, 0, 7]);
  });

  it('draw every listed value by its weight, however many there are', () => {
    const values = Array.from({ length: 1_000 }, (_, i) => i);
    const weights = values.map((i) => (i % 3 === 0 ? 0 : 1 + (i % 7)));
    const total = weights.reduce((a, b) => a + b);
    const listed = distributionOf({ law: 'empirical', values, weights });
    const counts = new Map<number, number>();
    for (let k = 0; k < total; k++) {
      const value = listed.at((k + 0.5) / total);
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    expect(values.map((value) => counts.get(value) ?? 0)).toEqual(weights);
  });

  it('give the same from a list in any order', () => {
    const one = distributionOf({ law: 'empirical', values: [5, 1, 9], weights: [1, 1, 2] });
    const other = distributionOf({ law: 'empirical', values: [9, 5, 1], weights: [2, 1, 1] });
    for (let u = 0; u < 1; u += 0.01) expect(one.at(u)).toBe(other.at(u));
  });
});

describe('parameters that make no law', () => {
  const bad: readonly [Law, string][] = [
    [{ law: 'constant', value: Infinity }, 'A constant must be a finite number, not Infinity.'],
    [{ law: 'uniform', from: 2, to: 1 }, 'A uniform law needs finite ends in order, not from 2 to 1.'],
    [{ law: 'triangular', from: 0, mode: 7, to: 5 }, 'A triangular law needs from ≤ mode ≤ to'],
    [{ law: 'exponential', mean: 0 }, 'The mean of an exponential law must be a positive number, not 0.'],
    [{ law: 'erlang', shape: 2.5, mean: 1 }, 'The shape of an Erlang law must be a whole number, not 2.5.'],
    [
      { law: 'gamma', shape: 0, mean: 1 },
      'The shape of a gamma law must lie between 0.01 and 1000000, not 0.',
    ],
    [{ law: 'gamma', shape: 2, mean: NaN }, 'The mean of a gamma law must be a positive number, not NaN.'],
    [{ law: 'lognormal', mean: 1, cv: -1 }, 'The cv of a lognormal law must be 0 or more, not -1.'],
    [
      { law: 'lognormal', median: 5, p90: 4 },
      'The p90 of a lognormal law must not be below its median 5: 4.',
    ],
    [
      { law: 'weibull', shape: -1, scale: 1 },
      'The shape of a Weibull law must be a positive number, not -1.',
    ],
    [{ law: 'hyperexponential', branches: [] }, 'At least one weight must be above 0.'],
    [{ law: 'mixture', branches: [{ weight: -1, of: { law: 'constant', value: 1 } }] }, 'A weight must be 0 or more, not -1.'], // prettier-ignore
    [{ law: 'empirical', values: [] }, 'An empirical law needs at least one value.'],
    [
      { law: 'empirical', values: [1, NaN] },
      'The values of an empirical law must be finite numbers, not NaN.',
    ],
    [{ law: 'empirical', values: [1, 2], weights: [1] }, 'There are 2 values but 1 weights.'],
    [{ law: 'atom', share: 1.5, value: 0, otherwise: { law: 'constant', value: 1 } }, 'The share of an atom must lie between 0 and 1, not 1.5.'], // prettier-ignore
  ];
  for (const [law, sentence] of bad) {
    it(`are refused with a sentence: ${sentence}`, () => {
      expect(() => distributionOf(law)).toThrow(RangeError);
      expect(() => distributionOf(law)).toThrow(sentence);
    });
  }

  it('but a spread of nothing is a constant', () => {
    expect(distributionOf({ law: 'lognormal', mean: 5, cv: 0 }).at(0.9)).toBeCloseTo(5, 14);
    expect(distributionOf({ law: 'lognormal', median: 5, p90: 5 }).variance).toBe(0);
    expect(normalQuantile(0.5)).toBe(0);
  });
});
