import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Streams } from '../../kernel/streams.ts';
import { judgeLaws, judged, ksProbability } from './choose-law.ts';
import { dayFactorOf } from './day-factor.ts';
import { digamma } from './digamma.ts';
import { distributionOfFitted } from './laws.ts';
import type { FittedLaw } from './laws.ts';
import { fitExponential, fitGamma, fitLognormal, fitWeibull } from './maximum-likelihood.ts';
import { fitHyperexponential, fitLognormalMixture } from './mixtures.ts';
import { sampleOf } from './sample.ts';

/** ψ', the information about the shape of a gamma law; a difference is close enough to say how far estimates may lie. */
const trigamma = (x: number): number => (digamma(x + 1e-4) - digamma(x - 1e-4)) / 2e-4;

/** Endurance of 23 ball bearings in million revolutions (Lieblein and Zelen 1956), the sample of most textbooks on these laws. */
const bearings = sampleOf([
  17.88, 28.92, 33, 41.52, 42.12, 45.6, 48.8, 51.84, 51.96, 54.12, 55.56, 67.8, 68.64, 68.64, 68.88, 84.12,
  93.12, 98.64, 105.12, 105.84, 127.92, 128.04, 173.4,
]);

function drawn(law: FittedLaw, count: number, seed: number) {
  const stream = new Streams(seed).of('sample');
  const distribution = distributionOfFitted(law);
  return sampleOf(Array.from({ length: count }, () => distribution.at(stream.next())));
}

describe('digamma', () => {
  it('has the values of the tables', () => {
    // Euler's constant; the others from scipy.special.
    expect(digamma(1)).toBeCloseTo(-0.5772156649015329, 14);
    expect(digamma(0.1)).toBeCloseTo(-10.423754940411076, 12);
    expect(digamma(3.5)).toBeCloseTo(1.103156640645243, 14);
    expect(digamma(1000)).toBeCloseTo(6.907255195648812, 13);
  });
});

describe('maximum likelihood', () => {
  it('fits the ball bearings as the textbooks do', () => {
    // Lawless (2003), Statistical Models and Methods for Lifetime Data: Weibull 2.10 and 81.9. More digits by scipy.stats.
    const weibull = fitWeibull(bearings);
    expect(weibull.shape).toBeCloseTo(2.1029029981673677, 7);
    expect(weibull.scale).toBeCloseTo(81.89343170131622, 5);
    const gamma = fitGamma(bearings);
    expect(gamma.shape).toBeCloseTo(4.028215317941787, 6);
    expect(gamma.scale).toBeCloseTo(17.933068410671577, 5);
    const { mu, sigma } = fitLognormal(bearings);
    expect(mu).toBeCloseTo(4.150740536115485, 12);
    expect(sigma).toBeCloseTo(0.5215033687425159, 12);
    expect(fitExponential(bearings).mean).toBeCloseTo(72.23826086956522, 12);
  });

  it('gives the likelihood and the Kolmogorov-Smirnov distance of each', () => {
    // scipy.stats, logpdf and kstest.
    const gamma = judged(fitGamma(bearings), bearings);
    expect(gamma.logLikelihood).toBeCloseTo(-113.02720768923227, 8);
    expect(gamma.ks).toBeCloseTo(0.12315862610546946, 7);
    const weibull = judged(fitWeibull(bearings), bearings);
    expect(weibull.logLikelihood).toBeCloseTo(-113.68866447998515, 8);
    expect(weibull.ks).toBeCloseTo(0.15127267154195967, 7);
    expect(judged(fitLognormal(bearings), bearings).ks).toBeCloseTo(0.08998578057322859, 10);
    expect(judged(fitExponential(bearings), bearings).ks).toBeCloseTo(0.3067279103399131, 12);
    expect(gamma.aic).toBeCloseTo(2 * 113.02720768923227 + 4, 7);
    expect(gamma.bic).toBeCloseTo(2 * 113.02720768923227 + 2 * Math.log(23), 7);
  });

  it('finds the parameters that a sample was drawn with, |z| at most 4', () => {
    const n = 4000;
    fc.assert(
      fc.property(
        fc.double({ min: 0.3, max: 8, noNaN: true }),
        fc.double({ min: 1, max: 2000, noNaN: true }),
        fc.nat({ max: 1e6 }),
        (shape, scale, seed) => {
          const at = (estimate: number, truth: number, error: number) =>
            expect(Math.abs(estimate - truth) / (error / Math.sqrt(n))).toBeLessThan(4);
          const gamma = fitGamma(drawn({ law: 'gamma', shape, scale }, n, seed));
          // Information of the gamma law: var = k / (k ψ'(k) - 1) / n. Of the Weibull: 6/π² k² / n.
          at(gamma.shape, shape, Math.sqrt(shape / (shape * trigamma(shape) - 1)));
          at(gamma.shape * gamma.scale, shape * scale, Math.sqrt(shape) * scale);
          const weibull = fitWeibull(drawn({ law: 'weibull', shape, scale }, n, seed + 1));
          at(weibull.shape, shape, (Math.sqrt(6) / Math.PI) * shape);
          const sigma = 1 / shape;
          const lognormal = fitLognormal(
            drawn({ law: 'lognormal', mu: Math.log(scale), sigma }, n, seed + 2),
          );
          at(lognormal.mu, Math.log(scale), sigma);
          at(lognormal.sigma, sigma, sigma / Math.SQRT2);
          at(fitExponential(drawn({ law: 'exponential', mean: scale }, n, seed + 3)).mean, scale, scale);
        },
      ),
      { numRuns: 12, seed: 4 },
    );
  });

  it('changes only the scale when times are told in minutes', () => {
    const minutes = sampleOf(
      [...bearings.values].flatMap((value, at) =>
        Array.from({ length: bearings.counts[at]! }, () => value / 60),
      ),
    );
    expect(fitGamma(minutes).shape).toBeCloseTo(fitGamma(bearings).shape, 10);
    expect(fitWeibull(minutes).shape).toBeCloseTo(fitWeibull(bearings).shape, 10);
    expect(fitWeibull(minutes).scale * 60).toBeCloseTo(fitWeibull(bearings).scale, 9);
  });
});

describe('mixtures', () => {
  it('finds two kinds of call that lie apart', () => {
    const law = fitLognormalMixture(
      drawn(
        {
          law: 'lognormalMixture',
          branches: [
            { weight: 0.3, mu: 3, sigma: 0.4 },
            { weight: 0.7, mu: 6, sigma: 0.5 },
          ],
        },
        5000,
        1,
      ),
      2,
    );
    const [short, long] = law!.branches.toSorted((a, b) => a.mu - b.mu);
    // Apart by seven standard deviations each value's branch is known: errors as of two samples, |z| at most 4.
    expect(Math.abs(short!.weight - 0.3)).toBeLessThan(4 * Math.sqrt((0.3 * 0.7) / 5000));
    expect(Math.abs(short!.mu - 3)).toBeLessThan(4 * (0.4 / Math.sqrt(1500)));
    expect(Math.abs(long!.mu - 6)).toBeLessThan(4 * (0.5 / Math.sqrt(3500)));
    expect(Math.abs(long!.sigma - 0.5)).toBeLessThan(4 * (0.5 / Math.sqrt(7000)));
  });

  it('keeps the mean of the sample, as every summit of a hyperexponential likelihood does', () => {
    const sample = drawn(
      {
        law: 'hyperexponential',
        branches: [
          { weight: 0.8, mean: 60 },
          { weight: 0.2, mean: 900 },
        ],
      },
      3000,
      2,
    );
    const law = fitHyperexponential(sample, 2)!;
    expect(judged(law, sample).mean).toBeCloseTo(fitExponential(sample).mean, 6);
    expect(judged(law, sample).logLikelihood).toBeGreaterThan(
      judged(fitExponential(sample), sample).logLikelihood,
    );
  });

  it('does not put a branch on one repeated value', () => {
    const values = [
      ...Array.from({ length: 200 }, () => 60),
      ...Array.from({ length: 200 }, (_, at) => 30 + at),
    ];
    const law = fitLognormalMixture(sampleOf(values), 2);
    for (const { sigma } of law?.branches ?? []) expect(sigma).toBeGreaterThan(0.01);
  });
});

describe('the choice of a law', () => {
  it.each([
    ['exponential', { law: 'exponential', mean: 200 }],
    ['lognormal', { law: 'lognormal', mu: 5, sigma: 0.8 }],
    ['gamma', { law: 'gamma', shape: 3, scale: 60 }],
    ['weibull', { law: 'weibull', shape: 3, scale: 200 }],
  ] as const)('finds that times are %s', (name, law) => {
    const sample = drawn(law, 1500, 3);
    expect(judgeLaws(sample)[0]?.law.law).toBe(name);
  });

  it('refuses a law that is wrong and keeps one that is right', () => {
    const sample = drawn({ law: 'lognormal', mu: 5, sigma: 0.8 }, 800, 5);
    // 1 of 200, the least there is, against a chance of 5 % of being below 0.05.
    expect(ksProbability(judged(fitExponential(sample), sample), sample)).toBe(0.005);
    expect(ksProbability(judged(fitLognormal(sample), sample), sample)).toBeGreaterThan(0.05);
  });

  it('fits equal times by their mean alone', () => {
    expect(judgeLaws(sampleOf([60, 60, 60])).map(({ law }) => law)).toEqual([
      { law: 'exponential', mean: 60 },
    ]);
  });
});

describe('the day factor', () => {
  it('finds the shape of simulated days, |z| at most 4', () => {
    const stream = new Streams(7).of('days');
    const factor = distributionOfFitted({ law: 'gamma', shape: 20, scale: 1 / 20 });
    const normal = distributionOfFitted({ law: 'lognormal', mu: 0, sigma: 1 });
    // Poisson of so great a mean as a rounded normal.
    const totals = Array.from({ length: 2000 }, () => {
      const mean = 1000 * factor.at(stream.next());
      return Math.max(0, Math.round(mean + Math.sqrt(mean) * Math.log(normal.at(stream.next()))));
    });
    const found = dayFactorOf(totals);
    // For great means the shape is known as well as that of a gamma sample.
    const error = Math.sqrt(20 / (20 * trigamma(20) - 1) / 2000);
    expect(Math.abs(found.shapeLikelihood - 20)).toBeLessThan(4 * error);
    expect(found.shapeInterval[0]).toBeLessThan(20);
    expect(found.shapeInterval[1]).toBeGreaterThan(20);
    expect((found.shapeInterval[1] - found.shapeInterval[0]) / (2 * 1.96 * error)).toBeCloseTo(1, 1);
  });

  it('has no end where days vary less than chance would make them', () => {
    const found = dayFactorOf([200, 201, 199, 200, 202, 198]);
    expect(found.shapeMoments).toBe(Infinity);
    expect(found.shapeLikelihood).toBe(Infinity);
    expect(found.shapeInterval[1]).toBe(Infinity);
  });
});
