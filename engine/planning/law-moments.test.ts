import { expect, test } from 'vitest';
import { distributionOf } from '../kernel/distributions.ts';
import type { Law } from '../kernel/distributions.ts';
import { limitedMoment, partialMoment, rawMoment, squaredVariation, tailOf } from './law-moments.ts';

const laws: readonly Law[] = [
  { law: 'constant', value: 7 },
  { law: 'uniform', from: 2, to: 9 },
  { law: 'triangular', from: 1, mode: 3, to: 11 },
  { law: 'triangular', from: 1, mode: 1, to: 4 },
  { law: 'exponential', mean: 5 },
  { law: 'erlang', shape: 3, mean: 6 },
  { law: 'gamma', shape: 0.7, mean: 6 },
  { law: 'lognormal', mean: 6, cv: 1.3 },
  { law: 'lognormal', median: 4, p90: 12 },
  { law: 'weibull', shape: 1.4, scale: 5 },
  { law: 'weibull', shape: 0.8, mean: 5 },
  {
    law: 'hyperexponential',
    branches: [
      { weight: 3, mean: 2 },
      { weight: 1, mean: 9 },
    ],
  },
  {
    law: 'mixture',
    branches: [
      { weight: 0.4, of: { law: 'constant', value: 3 } },
      { weight: 0.6, of: { law: 'uniform', from: 4, to: 8 } },
    ],
  },
  { law: 'empirical', values: [1, 4, 9], weights: [2, 1, 1] },
  { law: 'atom', share: 0.25, value: 1, otherwise: { law: 'exponential', mean: 5 } },
];

const named = laws.map((law) => [JSON.stringify(law), law] as const);

test.each(named)(
  'The first two moments of %s are those of the distribution that is drawn from.',
  (_, law) => {
    const { mean, variance } = distributionOf(law);
    expect(rawMoment(law, 1)).toBeCloseTo(mean, 9);
    expect(rawMoment(law, 2) - mean ** 2).toBeCloseTo(variance, 8);
    expect(squaredVariation(law)).toBeCloseTo(variance / mean ** 2, 9);
  },
);

// Inversion makes the quantile a map of the uniform, so an average over u is a moment, whatever the law.
test.each(named)('Cut off at a length, the moments of %s are those of its quantiles.', (_, law) => {
  const distribution = distributionOf(law);
  const points = 100_000;
  for (const t of [0.5, 3.3, 8.1]) {
    let below = 0;
    let square = 0;
    let limited = 0;
    for (let i = 0; i < points; i++) {
      const x = distribution.at((i + 0.5) / points);
      if (x <= t) below += 1 / points;
      if (x <= t) square += x ** 2 / points;
      limited += Math.min(x, t) / points;
    }
    // A grid of so many points may miss by one of them at each step of the law.
    expect(partialMoment(law, 0, t)).toBeCloseTo(below, 4);
    expect(tailOf(law, t)).toBeCloseTo(1 - below, 4);
    expect(Math.abs(partialMoment(law, 2, t) - square)).toBeLessThan(2e-3);
    expect(limitedMoment(law, 1, t)).toBeCloseTo(limited, 4);
  }
});

test('The third moment of a lognormal law is m³ (1 + cv²)³.', () => {
  expect(rawMoment({ law: 'lognormal', mean: 270, cv: 0.8 }, 3)).toBeCloseTo(270 ** 3 * 1.64 ** 3, 3);
});
