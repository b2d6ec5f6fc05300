import { Empirical, Mixture } from './compound-distributions.ts';
import { GammaQuantile } from './gamma-quantile.ts';
import { minusLog } from './minus-log.ts';
import { normalQuantile } from './quantiles.ts';
import { gammaFunction } from './special-functions.ts';

/**
 * Laws of chance: a plain description, and the distribution made of it, with its mean, its variance and one variate per uniform.
 *
 * One uniform per variate, by inversion: a caller's third draw stays his third draw whatever law it is put into, and nearby laws
 * give nearby values, so two scenarios run on the same luck. That is why d3-random is not used: its normal, lognormal and gamma
 * take several uniforms, a number that depends on their values. Per draw with a stream, here and there: exponential 17 and 29 ns,
 * lognormal 59 and 82, Weibull 75 and 136, gamma 95 and 65.
 *
 * Units, rounding and the question what is drawn are the caller's.
 */
export interface Distribution {
  readonly mean: number;
  readonly variance: number;
  /** The value of the uniform u in [0, 1): the quantile, but for mixtures, where u first chooses the branch. */
  at(u: number): number;
}

export type Law =
  | { readonly law: 'constant'; readonly value: number }
  | { readonly law: 'uniform'; readonly from: number; readonly to: number }
  | { readonly law: 'triangular'; readonly from: number; readonly mode: number; readonly to: number }
  | { readonly law: 'exponential'; readonly mean: number }
  | { readonly law: 'erlang'; readonly shape: number; readonly mean: number }
  | { readonly law: 'gamma'; readonly shape: number; readonly mean: number }
  | { readonly law: 'lognormal'; readonly mean: number; readonly cv: number }
  | { readonly law: 'lognormal'; readonly median: number; readonly p90: number }
  | { readonly law: 'weibull'; readonly shape: number; readonly mean: number }
  | { readonly law: 'weibull'; readonly shape: number; readonly scale: number }
  | {
      readonly law: 'hyperexponential';
      readonly branches: readonly { readonly weight: number; readonly mean: number }[];
    }
  | { readonly law: 'mixture'; readonly branches: readonly { readonly weight: number; readonly of: Law }[] }
  | { readonly law: 'empirical'; readonly values: readonly number[]; readonly weights?: readonly number[] }
  | { readonly law: 'atom'; readonly share: number; readonly value: number; readonly otherwise: Law };

/** Throws a RangeError, with a sentence, for parameters that make no law; a configuration is checked before it comes here. */
export function distributionOf(law: Law): Distribution {
  switch (law.law) {
    case 'constant':
      return new Constant(law.value);
    case 'uniform':
      return new Uniform(law.from, law.to);
    case 'triangular':
      return new Triangular(law.from, law.mode, law.to);
    case 'exponential':
      return new Exponential(law.mean);
    case 'erlang':
      demand(
        Number.isInteger(law.shape),
        `The shape of an Erlang law must be a whole number, not ${law.shape}.`,
      );
      return gamma(law.shape, law.mean);
    case 'gamma':
      return gamma(law.shape, law.mean);
    case 'lognormal':
      return 'cv' in law ? lognormalOfMean(law.mean, law.cv) : lognormalOfMedian(law.median, law.p90);
    case 'weibull':
      return 'scale' in law ? new Weibull(law.shape, law.scale) : weibullOfMean(law.shape, law.mean);
    case 'hyperexponential':
      return new Mixture(law.branches.map(({ weight, mean }) => ({ weight, of: new Exponential(mean) })));
    case 'mixture':
      return new Mixture(law.branches.map(({ weight, of }) => ({ weight, of: distributionOf(of) })));
    case 'empirical':
      return new Empirical(law.values, law.weights);
    case 'atom':
      return atom(law.share, law.value, distributionOf(law.otherwise));
  }
}

/** One variate from a stream. */
export function sample(distribution: Distribution, source: { next(): number }): number {
  return distribution.at(source.next());
}

class Constant implements Distribution {
  readonly mean: number;
  readonly variance = 0;

  constructor(value: number) {
    demand(Number.isFinite(value), `A constant must be a finite number, not ${value}.`);
    this.mean = value;
  }

  at(): number {
    return this.mean;
  }
}

class Uniform implements Distribution {
  readonly mean: number;
  readonly variance: number;
  readonly #from: number;
  readonly #width: number;

  constructor(from: number, to: number) {
    demand(
      Number.isFinite(from) && Number.isFinite(to) && from <= to,
      `A uniform law needs finite ends in order, not from ${from} to ${to}.`,
    );
    this.#from = from;
    this.#width = to - from;
    this.mean = (from + to) / 2;
    this.variance = (to - from) ** 2 / 12;
  }

  at(u: number): number {
    return this.#from + this.#width * u;
  }
}

class Triangular implements Distribution {
  readonly mean: number;
  readonly variance: number;
  readonly #from: number;
  readonly #to: number;
  readonly #shareBelowMode: number;
  readonly #below: number;
  readonly #above: number;

  constructor(from: number, mode: number, to: number) {
    demand(
      Number.isFinite(from) && Number.isFinite(to) && from <= mode && mode <= to && from < to,
      `A triangular law needs from ≤ mode ≤ to and from < to, not ${from}, ${mode}, ${to}.`,
    );
    this.#from = from;
    this.#to = to;
    this.#shareBelowMode = (mode - from) / (to - from);
    this.#below = (to - from) * (mode - from);
    this.#above = (to - from) * (to - mode);
    this.mean = (from + mode + to) / 3;
    this.variance = (from ** 2 + mode ** 2 + to ** 2 - from * mode - from * to - mode * to) / 18;
  }

  at(u: number): number {
    return u < this.#shareBelowMode
      ? this.#from + Math.sqrt(u * this.#below)
      : this.#to - Math.sqrt((1 - u) * this.#above);
  }
}

// 1 - u is exact for the multiples of 2^-53 that streams and luck give: log1p would only cost more.
class Exponential implements Distribution {
  readonly mean: number;
  readonly variance: number;

  constructor(mean: number) {
    positive('mean', 'an exponential law', mean);
    this.mean = mean;
    this.variance = mean ** 2;
  }

  at(u: number): number {
    return this.mean * minusLog(1 - u);
  }
}

class Gamma implements Distribution {
  readonly mean: number;
  readonly variance: number;
  readonly #scale: number;
  readonly #quantile: GammaQuantile;

  constructor(shape: number, mean: number) {
    this.mean = mean;
    this.variance = mean ** 2 / shape;
    this.#scale = mean / shape;
    this.#quantile = new GammaQuantile(shape);
  }

  at(u: number): number {
    return this.#scale * this.#quantile.at(u);
  }
}

const SHAPE_MIN = 0.01;
const SHAPE_MAX = 1e6;

function gamma(shape: number, mean: number): Distribution {
  demand(
    shape >= SHAPE_MIN && shape <= SHAPE_MAX,
    `The shape of a gamma law must lie between ${SHAPE_MIN} and ${SHAPE_MAX}, not ${shape}.`,
  );
  positive('mean', 'a gamma law', mean);
  return shape === 1 ? new Exponential(mean) : new Gamma(shape, mean);
}

class Lognormal implements Distribution {
  readonly mean: number;
  readonly variance: number;
  readonly #mu: number;
  readonly #sigma: number;

  constructor(mu: number, sigma: number) {
    this.#mu = mu;
    this.#sigma = sigma;
    this.mean = Math.exp(mu + sigma ** 2 / 2);
    this.variance = Math.expm1(sigma ** 2) * this.mean ** 2;
  }

  at(u: number): number {
    return Math.exp(this.#mu + this.#sigma * normalQuantile(u));
  }
}

function lognormalOfMean(mean: number, cv: number): Distribution {
  positive('mean', 'a lognormal law', mean);
  demand(cv >= 0 && cv < Infinity, `The cv of a lognormal law must be 0 or more, not ${cv}.`);
  const variance = Math.log1p(cv ** 2);
  return new Lognormal(Math.log(mean) - variance / 2, Math.sqrt(variance));
}

function lognormalOfMedian(median: number, p90: number): Distribution {
  positive('median', 'a lognormal law', median);
  demand(
    p90 >= median && p90 < Infinity,
    `The p90 of a lognormal law must not be below its median ${median}: ${p90}.`,
  );
  return new Lognormal(Math.log(median), Math.log(p90 / median) / normalQuantile(0.9));
}

class Weibull implements Distribution {
  readonly mean: number;
  readonly variance: number;
  readonly #scale: number;
  readonly #power: number;

  constructor(shape: number, scale: number) {
    positive('shape', 'a Weibull law', shape);
    positive('scale', 'a Weibull law', scale);
    this.#scale = scale;
    this.#power = 1 / shape;
    this.mean = scale * gammaFunction(1 + this.#power);
    this.variance = scale ** 2 * gammaFunction(1 + 2 * this.#power) - this.mean ** 2;
  }

  at(u: number): number {
    // A power by exp and log: `**` takes three times as long for the last digit.
    return this.#scale * Math.exp(this.#power * Math.log(minusLog(1 - u)));
  }
}

function weibullOfMean(shape: number, mean: number): Distribution {
  positive('shape', 'a Weibull law', shape);
  positive('mean', 'a Weibull law', mean);
  return new Weibull(shape, mean / gammaFunction(1 + 1 / shape));
}

function atom(share: number, value: number, otherwise: Distribution): Distribution {
  demand(share >= 0 && share <= 1, `The share of an atom must lie between 0 and 1, not ${share}.`);
  return new Mixture([
    { weight: share, of: new Constant(value) },
    { weight: 1 - share, of: otherwise },
  ]);
}

function positive(parameter: string, of: string, value: number): void {
  demand(value > 0 && value < Infinity, `The ${parameter} of ${of} must be a positive number, not ${value}.`);
}

function demand(condition: boolean, otherwise: string): asserts condition {
  if (!condition) throw new RangeError(otherwise);
}
