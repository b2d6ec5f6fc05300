/**
 * The laws that times are fitted to, in seconds: density, distribution function and moments of each, and the law of the kernel it
 * becomes in a simulation. How their parameters are found is in maximum-likelihood.ts and mixtures.ts.
 */
import { distributionOf } from '../../kernel/distributions.ts';
import type { Distribution, Law } from '../../kernel/distributions.ts';
import { normalProbability } from '../../kernel/quantiles.ts';
import { gammaFunction, gammaTails, logGamma } from '../../kernel/special-functions.ts';

export interface LognormalBranch {
  readonly weight: number;
  readonly mu: number;
  readonly sigma: number;
}

export type FittedLaw =
  | { readonly law: 'exponential'; readonly mean: number }
  /** ln of the time is normal with this mean and standard deviation. */
  | { readonly law: 'lognormal'; readonly mu: number; readonly sigma: number }
  | { readonly law: 'gamma'; readonly shape: number; readonly scale: number }
  | { readonly law: 'weibull'; readonly shape: number; readonly scale: number }
  | {
      readonly law: 'hyperexponential';
      readonly branches: readonly { readonly weight: number; readonly mean: number }[];
    }
  | { readonly law: 'lognormalMixture'; readonly branches: readonly LognormalBranch[] };

export type LawName = FittedLaw['law'];

const HALF_LOG_TWO_PI = 0.9189385332046728;

/** ln of the density at x > 0, in seconds. */
export function logDensity(law: FittedLaw, x: number): number {
  switch (law.law) {
    case 'exponential':
      return -Math.log(law.mean) - x / law.mean;
    case 'lognormal':
      return lognormalLogDensity(law.mu, law.sigma, x);
    case 'gamma':
      return (
        (law.shape - 1) * Math.log(x) - x / law.scale - law.shape * Math.log(law.scale) - logGamma(law.shape)
      );
    case 'weibull': {
      const ratio = Math.log(x / law.scale);
      return Math.log(law.shape / law.scale) + (law.shape - 1) * ratio - Math.exp(law.shape * ratio);
    }
    case 'hyperexponential':
      return logSum(law.branches.map(({ weight, mean }) => Math.log(weight) - Math.log(mean) - x / mean));
    case 'lognormalMixture':
      return logSum(
        law.branches.map(({ weight, mu, sigma }) => Math.log(weight) + lognormalLogDensity(mu, sigma, x)),
      );
  }
}

function lognormalLogDensity(mu: number, sigma: number, x: number): number {
  const logX = Math.log(x);
  return -logX - Math.log(sigma) - HALF_LOG_TWO_PI - 0.5 * ((logX - mu) / sigma) ** 2;
}

/** ln of a sum of which the logarithms are given: the greatest is taken out, so that nothing underflows. */
export function logSum(logs: readonly number[]): number {
  const most = Math.max(...logs);
  if (most === -Infinity) return -Infinity;
  return most + Math.log(logs.reduce((sum, each) => sum + Math.exp(each - most), 0));
}

/** The share of times of at most x seconds. */
export function cumulative(law: FittedLaw, x: number): number {
  if (x <= 0) return 0;
  switch (law.law) {
    case 'exponential':
      return -Math.expm1(-x / law.mean);
    case 'lognormal':
      return normalProbability((Math.log(x) - law.mu) / law.sigma);
    case 'gamma':
      return gammaTails(law.shape, x / law.scale).lower;
    case 'weibull':
      return -Math.expm1(-((x / law.scale) ** law.shape));
    case 'hyperexponential':
      return law.branches.reduce((sum, { weight, mean }) => sum - weight * Math.expm1(-x / mean), 0);
    case 'lognormalMixture':
      return law.branches.reduce(
        (sum, { weight, mu, sigma }) => sum + weight * normalProbability((Math.log(x) - mu) / sigma),
        0,
      );
  }
}

/** Free parameters, for the information criteria. */
export function parametersOf(law: FittedLaw): number {
  switch (law.law) {
    case 'exponential':
      return 1;
    case 'hyperexponential':
      return 2 * law.branches.length - 1;
    case 'lognormalMixture':
      return 3 * law.branches.length - 1;
    default:
      return 2;
  }
}

/** As the kernel draws it, in seconds. */
export function kernelLaw(law: FittedLaw): Law {
  switch (law.law) {
    case 'exponential':
      return law;
    case 'lognormal':
      return lognormalLaw(law.mu, law.sigma);
    case 'gamma':
      return { law: 'gamma', shape: law.shape, mean: law.shape * law.scale };
    case 'weibull':
      return law;
    case 'hyperexponential':
      return law;
    case 'lognormalMixture':
      return {
        law: 'mixture',
        branches: law.branches.map(({ weight, mu, sigma }) => ({ weight, of: lognormalLaw(mu, sigma) })),
      };
  }
}

export function distributionOfFitted(law: FittedLaw): Distribution {
  return distributionOf(kernelLaw(law));
}

/** Mean and coefficient of variation of a lognormal law: exp(mu + sigma²/2) and sqrt(exp(sigma²) - 1). */
function lognormalMoments(mu: number, sigma: number): { readonly mean: number; readonly cv: number } {
  return { mean: Math.exp(mu + (sigma * sigma) / 2), cv: Math.sqrt(Math.expm1(sigma * sigma)) };
}

/** The inverse: sigma² = ln(1 + cv²). */
export function lognormalOfMoments(
  mean: number,
  cv: number,
): { readonly mu: number; readonly sigma: number } {
  const variance = Math.log1p(cv * cv);
  return { mu: Math.log(mean) - variance / 2, sigma: Math.sqrt(variance) };
}

function lognormalLaw(mu: number, sigma: number): Law {
  const { mean, cv } = lognormalMoments(mu, sigma);
  return { law: 'lognormal', mean, cv };
}

export function weibullMean(shape: number, scale: number): number {
  return scale * gammaFunction(1 + 1 / shape);
}

/** The share with a patience above so many seconds. */
export function weibullSurvival(
  law: Extract<FittedLaw, { readonly law: 'exponential' | 'weibull' }>,
  seconds: number,
): number {
  return law.law === 'weibull'
    ? Math.exp(-((seconds / law.scale) ** law.shape))
    : Math.exp(-seconds / law.mean);
}
