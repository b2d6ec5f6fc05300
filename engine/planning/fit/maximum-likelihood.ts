/**
 * Maximum likelihood for laws of one piece: exponential, lognormal, gamma and Weibull, from positive times in seconds. Each solves
 * its likelihood equation to the last digits; mixtures are in mixtures.ts, censored times in censored-laws.ts.
 */
import { digamma } from './digamma.ts';
import type { FittedLaw } from './laws.ts';
import { positiveRoot } from './roots.ts';
import { meanOf, sumOver } from './sample.ts';
import type { Sample } from './sample.ts';

type Of<Name extends FittedLaw['law']> = Extract<FittedLaw, { readonly law: Name }>;

export function fitExponential(sample: Sample): Of<'exponential'> {
  return { law: 'exponential', mean: meanOf(sample) };
}

/** Mean and standard deviation of the logarithms; the latter with n below the line, as likelihood has it. */
export function fitLognormal(sample: Sample): Of<'lognormal'> {
  const mu = sumOver(sample, Math.log) / sample.n;
  const variance = sumOver(sample, (value) => (Math.log(value) - mu) ** 2) / sample.n;
  return { law: 'lognormal', mu, sigma: Math.sqrt(variance) };
}

/** ln k - ψ(k) = ln(mean) - mean(ln x) (Minka 2002, "Estimating a gamma distribution", whose guess is the start). */
export function fitGamma(sample: Sample): Of<'gamma'> {
  const mean = meanOf(sample);
  const excess = Math.log(mean) - sumOver(sample, Math.log) / sample.n;
  const guess = (3 - excess + Math.sqrt((excess - 3) ** 2 + 24 * excess)) / (12 * excess);
  const shape = positiveRoot((k) => Math.log(k) - digamma(k) - excess, guess);
  return { law: 'gamma', shape, scale: mean / shape };
}

/** Σ x^k ln x / Σ x^k - 1/k = mean(ln x), with scale^k = mean(x^k) (Cohen 1965, Technometrics 7, 579-588). */
export function fitWeibull(sample: Sample): Of<'weibull'> {
  return { law: 'weibull', ...weibullOf(sample, sumOver(sample, Math.log), sample.n) };
}

/**
 * Of times that may be censored: `times` are all of them, `logSum` and `events` those that were seen to their end. The times are
 * taken relative to the longest, so that no power overflows.
 */
export function weibullOf(
  times: Sample,
  logSum: number,
  events: number,
): { readonly shape: number; readonly scale: number } {
  const longest = times.values.at(-1) ?? 1;
  const meanLog = logSum / events - Math.log(longest);
  const powers = (k: number): { readonly sum: number; readonly logged: number } => {
    let sum = 0;
    let logged = 0;
    for (let at = 0; at < times.values.length; at++) {
      const log = Math.log(times.values[at]! / longest);
      if (log === -Infinity) continue;
      const power = times.counts[at]! * Math.exp(k * log);
      sum += power;
      logged += power * log;
    }
    return { sum, logged };
  };
  const score = (k: number): number => {
    const { sum, logged } = powers(k);
    return logged / sum - 1 / k - meanLog;
  };
  const shape = positiveRoot(score, 1);
  return { shape, scale: longest * (powers(shape).sum / events) ** (1 / shape) };
}

/** Values that do not differ have no spread to fit: only the exponential law, which has none of its own, is left. */
export function hasSpread({ values }: Sample): boolean {
  return values.length > 1;
}
