/**
 * For each law of kernel/distributions.ts the share below x and the mean of the smaller of the variate and x, both to full
 * precision also where they are tiny. Laws of waiting only: values below 0 are refused. It knows neither callers nor queues.
 */
import { distributionOf } from '../kernel/distributions.ts';
import type { Law } from '../kernel/distributions.ts';
import { normalProbability, normalQuantile } from '../kernel/quantiles.ts';
import { gammaFunction, gammaTails } from '../kernel/special-functions.ts';
import { notNegative } from './traffic.ts';

export interface Stays {
  /** P(T <= x) for x >= 0. */
  gone(x: number): number;
  /** E min(T, x) for x >= 0. */
  stay(x: number): number;
  /** In order, where `gone` jumps or bends, and around where it rises: a rule laid over an hour must not step over a second. */
  readonly kinks: readonly number[];
}

/** @param law one that kernel/distributions.ts takes */
export function staysOf(law: Law): Stays {
  switch (law.law) {
    case 'constant':
      return empirical([law.value]);
    case 'uniform':
      return law.from === law.to ? empirical([law.from]) : uniform(law.from, law.to);
    case 'triangular':
      return triangular(law.from, law.mode, law.to);
    case 'exponential':
      return exponential(law.mean);
    case 'erlang':
    case 'gamma':
      return law.shape === 1 ? exponential(law.mean) : gamma(law.shape, law.mean);
    case 'lognormal':
      return 'cv' in law
        ? lognormal(Math.log(law.mean) - Math.log1p(law.cv ** 2) / 2, Math.sqrt(Math.log1p(law.cv ** 2)))
        : lognormal(Math.log(law.median), Math.log(law.p90 / law.median) / normalQuantile(0.9));
    case 'weibull':
      return weibull(law.shape, 'scale' in law ? law.scale : law.mean / gammaFunction(1 + 1 / law.shape));
    case 'hyperexponential':
      return mixture(law.branches.map(({ weight, mean }) => ({ weight, of: exponential(mean) })));
    case 'mixture':
      return mixture(law.branches.map(({ weight, of }) => ({ weight, of: staysOf(of) })));
    case 'empirical':
      return empirical(law.values, law.weights);
    case 'atom':
      return mixture([
        { weight: law.share, of: empirical([law.value]) },
        { weight: 1 - law.share, of: staysOf(law.otherwise) },
      ]);
  }
}

/** The median, and what all but one in a thousand, and in a thousand million, stay below. */
function landmarksOf(law: Law): readonly number[] {
  const quantiles = distributionOf(law);
  return [0.5, 1 - 1e-3, 1 - 1e-9].map((share) => quantiles.at(share));
}

function exponential(mean: number): Stays {
  return {
    gone: (x) => -Math.expm1(-x / mean),
    stay: (x) => -mean * Math.expm1(-x / mean),
    kinks: landmarksOf({ law: 'exponential', mean }),
  };
}

// The integral of the upper tail by parts: x (1 - F(x)) and the mean of what lies below x, a gamma law of one shape more.
function gamma(shape: number, mean: number): Stays {
  const scale = mean / shape;
  return {
    gone: (x) => (x === Infinity ? 1 : gammaTails(shape, x / scale).lower),
    stay: (x) =>
      x === Infinity
        ? mean
        : x * gammaTails(shape, x / scale).upper + mean * gammaTails(shape + 1, x / scale).lower,
    kinks: landmarksOf({ law: 'gamma', shape, mean }),
  };
}

function weibull(shape: number, scale: number): Stays {
  const mean = scale * gammaFunction(1 + 1 / shape);
  const logPower = (x: number): number => shape * Math.log(x / scale);
  return {
    gone: (x) => -Math.expm1(-Math.exp(logPower(x))),
    // The substitution u = (x / scale)^shape makes the integral of exp(-u) a gamma law of shape 1 / shape.
    stay: (x) => {
      const log = logPower(x);
      const power = Math.exp(log);
      return power === Infinity ? mean : mean * gammaTails(1 / shape, power, log).lower;
    },
    kinks: landmarksOf({ law: 'weibull', shape, scale }),
  };
}

function lognormal(mu: number, sigma: number): Stays {
  if (sigma === 0) return empirical([Math.exp(mu)]);
  const mean = Math.exp(mu + sigma ** 2 / 2);
  const standard = (x: number): number => (Math.log(x) - mu) / sigma;
  return {
    gone: (x) => (x === 0 ? 0 : x === Infinity ? 1 : normalProbability(standard(x))),
    stay: (x) => {
      if (x === 0) return 0;
      if (x === Infinity) return mean;
      return x * normalProbability(-standard(x)) + mean * normalProbability(standard(x) - sigma);
    },
    kinks: [0, 3, 6].map((deviations) => Math.exp(mu + deviations * sigma)),
  };
}

function uniform(from: number, to: number): Stays {
  notNegative('from', from);
  const width = to - from;
  return {
    gone: (x) => (x <= from ? 0 : x >= to ? 1 : (x - from) / width),
    stay: (x) => (x <= from ? x : x >= to ? (from + to) / 2 : x - (x - from) ** 2 / (2 * width)),
    kinks: [from, to],
  };
}

function triangular(from: number, mode: number, to: number): Stays {
  notNegative('from', from);
  const below = (to - from) * (mode - from);
  const above = (to - from) * (to - mode);
  const mean = (from + mode + to) / 3;
  return {
    gone: (x) => {
      if (x <= from) return 0;
      if (x >= to) return 1;
      return x < mode ? (x - from) ** 2 / below : 1 - (to - x) ** 2 / above;
    },
    stay: (x) => {
      if (x <= from) return x;
      if (x >= to) return mean;
      return x < mode ? x - (x - from) ** 3 / (3 * below) : mean - (to - x) ** 3 / (3 * above);
    },
    kinks: [from, mode, to],
  };
}

function mixture(branches: readonly { readonly weight: number; readonly of: Stays }[]): Stays {
  const total = branches.reduce((sum, { weight }) => sum + weight, 0);
  const parts = branches
    .filter(({ weight }) => weight > 0)
    .map(({ weight, of }) => ({ part: weight / total, of }));
  return {
    gone: (x) => parts.reduce((sum, { part, of }) => sum + part * of.gone(x), 0),
    stay: (x) => parts.reduce((sum, { part, of }) => sum + part * of.stay(x), 0),
    kinks: [...new Set(parts.flatMap(({ of }) => of.kinks))].sort((a, b) => a - b),
  };
}

// Sorted, with what lies up to each value added up beforehand: a look is a search by halving.
function empirical(values: readonly number[], weights: readonly number[] = values.map(() => 1)): Stays {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const order = values.map((_, i) => i).sort((a, b) => values[a]! - values[b]!);
  const sorted = order.map((i) => notNegative('values', values[i]!));
  const upTo = [0];
  const meanUpTo = [0];
  for (const i of order) {
    upTo.push(upTo.at(-1)! + weights[i]! / total);
    meanUpTo.push(meanUpTo.at(-1)! + (weights[i]! / total) * values[i]!);
  }
  upTo[sorted.length] = 1;
  const countUpTo = (x: number): number => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle]! <= x) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    gone: (x) => upTo[countUpTo(x)]!,
    stay: (x) => {
      const count = countUpTo(x);
      return meanUpTo[count]! + (count === sorted.length ? 0 : x * (1 - upTo[count]!));
    },
    kinks: [...new Set(sorted)],
  };
}
