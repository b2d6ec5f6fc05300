/**
 * What the formulas of queueing ask of a law: its raw moments, its tail, and both cut off at a length. All follow from one
 * thing, the partial moment E[X^k; X <= t], which every law of the kernel has in closed form. It draws nothing and knows no queue.
 */
import type { Law } from '../kernel/distributions.ts';
import { normalProbability, normalQuantile } from '../kernel/quantiles.ts';
import { gammaTails, logGamma } from '../kernel/special-functions.ts';

/**
 * E[X^k; X <= t]: the integral of x^k over the law from 0 to t, in the unit of the law to the k-th power.
 *
 * @param k 0 gives the probability of X <= t
 * @param t may be Infinity: then it is the k-th raw moment
 */
export function partialMoment(law: Law, k: number, t: number): number {
  if (t < 0) return 0;
  switch (law.law) {
    case 'constant':
      return t >= law.value ? law.value ** k : 0;
    case 'uniform':
      return law.from === law.to
        ? partialMoment({ law: 'constant', value: law.from }, k, t)
        : linearPart(law.from, Math.min(t, law.to), 1 / (law.to - law.from), 0, k);
    case 'triangular':
      return triangularPart(law, k, t);
    case 'exponential':
      return gammaPart(1, law.mean, k, t);
    case 'erlang':
    case 'gamma':
      return gammaPart(law.shape, law.mean / law.shape, k, t);
    case 'lognormal':
      return lognormalPart(law, k, t);
    case 'weibull':
      return weibullPart(law, k, t);
    case 'hyperexponential':
      return weighted(law.branches, ({ mean }) => gammaPart(1, mean, k, t));
    case 'mixture':
      return weighted(law.branches, ({ of }) => partialMoment(of, k, t));
    case 'empirical':
      return weighted(
        law.values.map((value, at) => ({ value, weight: law.weights?.[at] ?? 1 })),
        ({ value }) => (value <= t ? value ** k : 0),
      );
    case 'atom':
      return (
        (t >= law.value ? law.share * law.value ** k : 0) +
        (1 - law.share) * partialMoment(law.otherwise, k, t)
      );
  }
}

/** E[X^k], in the unit of the law to the k-th power. */
export function rawMoment(law: Law, k: number): number {
  return partialMoment(law, k, Infinity);
}

/** P(X > t). Exact to about 1e-16 absolute, not relative. */
export function tailOf(law: Law, t: number): number {
  return Math.max(0, 1 - partialMoment(law, 0, t));
}

/** E[min(X, t)^k] = E[X^k; X <= t] + t^k P(X > t), which for k = 1 is the integral of the tail from 0 to t. */
export function limitedMoment(law: Law, k: number, t: number): number {
  return t === Infinity ? rawMoment(law, k) : partialMoment(law, k, t) + t ** k * tailOf(law, t);
}

/** Variance over squared mean. */
export function squaredVariation(law: Law): number {
  return Math.max(0, rawMoment(law, 2) / rawMoment(law, 1) ** 2 - 1);
}

/** scale^k Γ(a+k)/Γ(a) P(a+k, t/scale), with P the lower incomplete gamma function. */
function gammaPart(shape: number, scale: number, k: number, t: number): number {
  const whole = scale ** k * Math.exp(logGamma(shape + k) - logGamma(shape));
  return t === Infinity ? whole : whole * gammaTails(shape + k, t / scale).lower;
}

/** (X/scale)^shape is exponential, so the moments are those of powers of an exponential. */
function weibullPart(law: Extract<Law, { law: 'weibull' }>, k: number, t: number): number {
  const { shape } = law;
  const scale = 'scale' in law ? law.scale : law.mean / Math.exp(logGamma(1 + 1 / shape));
  const whole = scale ** k * Math.exp(logGamma(1 + k / shape));
  return t === Infinity ? whole : whole * gammaTails(1 + k / shape, (t / scale) ** shape).lower;
}

/** exp(k mu + k² sigma²/2) Φ((ln t - mu - k sigma²) / sigma). */
function lognormalPart(law: Extract<Law, { law: 'lognormal' }>, k: number, t: number): number {
  const [mu, sigma] = normalOf(law);
  const whole = Math.exp(k * mu + (k * sigma) ** 2 / 2);
  if (t === Infinity) return whole;
  if (sigma === 0) return Math.log(t) >= mu ? whole : 0;
  return t === 0 ? 0 : whole * normalProbability((Math.log(t) - mu) / sigma - k * sigma);
}

function normalOf(law: Extract<Law, { law: 'lognormal' }>): readonly [mu: number, sigma: number] {
  if ('median' in law) return [Math.log(law.median), Math.log(law.p90 / law.median) / normalQuantile(0.9)];
  const variance = Math.log1p(law.cv ** 2);
  return [Math.log(law.mean) - variance / 2, Math.sqrt(variance)];
}

/** Two straight sides: the density grows from `from` to `mode` and falls to `to`. */
function triangularPart(law: Extract<Law, { law: 'triangular' }>, k: number, t: number): number {
  const { from, mode, to } = law;
  const rise = mode > from ? 2 / ((to - from) * (mode - from)) : 0;
  const fall = to > mode ? 2 / ((to - from) * (to - mode)) : 0;
  return (
    linearPart(from, Math.min(t, mode), -rise * from, rise, k) +
    linearPart(mode, Math.min(t, to), fall * to, -fall, k)
  );
}

/** The integral of x^k (level + slope x) from `from` to `to`, nothing when they are not in order. */
function linearPart(from: number, to: number, level: number, slope: number, k: number): number {
  if (to <= from) return 0;
  const power = (n: number): number => (to ** n - from ** n) / n;
  return level * power(k + 1) + slope * power(k + 2);
}

function weighted<T extends { readonly weight: number }>(branches: readonly T[], of: (branch: T) => number) {
  const total = branches.reduce((sum, { weight }) => sum + weight, 0);
  return (
    branches.reduce((sum, branch) => (branch.weight > 0 ? sum + branch.weight * of(branch) : sum), 0) / total
  );
}
