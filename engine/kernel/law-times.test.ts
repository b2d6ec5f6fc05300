import { describe, expect, it } from 'vitest';
import { distributionOf } from './distributions.ts';
import type { Law } from './distributions.ts';
import { withTimes } from './law-times.ts';

const laws: readonly Law[] = [
  { law: 'constant', value: 30_000 },
  { law: 'uniform', from: 10_000, to: 40_000 },
  { law: 'triangular', from: 10_000, mode: 20_000, to: 40_000 },
  { law: 'exponential', mean: 180_000 },
  { law: 'erlang', shape: 3, mean: 180_000 },
  { law: 'gamma', shape: 0.7, mean: 180_000 },
  { law: 'lognormal', mean: 250_000, cv: 1.1 },
  { law: 'lognormal', median: 120_000, p90: 600_000 },
  { law: 'weibull', shape: 1.5, mean: 180_000 },
  { law: 'weibull', shape: 0.8, scale: 90_000 },
  {
    law: 'hyperexponential',
    branches: [
      { weight: 1, mean: 60_000 },
      { weight: 3, mean: 200_000 },
    ],
  },
  {
    law: 'mixture',
    branches: [
      { weight: 2, of: { law: 'constant', value: 5000 } },
      { weight: 1, of: { law: 'exponential', mean: 90_000 } },
    ],
  },
  { law: 'empirical', values: [3000, 9000, 20_000], weights: [1, 2, 1] },
  { law: 'atom', share: 0.2, value: 1000, otherwise: { law: 'exponential', mean: 90_000 } },
];

describe('a law with its times changed', () => {
  it.each(laws)('gives every draw of $law times the factor, of the same uniform', (law) => {
    const [own, longer] = [distributionOf(law), distributionOf(withTimes(law, (time) => 1.3 * time))];
    for (const u of [0, 0.05, 0.2, 0.5, 0.77, 0.999]) expect(longer.at(u)).toBeCloseTo(1.3 * own.at(u), 4);
    expect(longer.mean / own.mean).toBeCloseTo(1.3, 12);
    expect(longer.variance).toBeCloseTo(1.69 * own.variance, -3);
  });
});
