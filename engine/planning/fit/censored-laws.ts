/**
 * Laws of patience by maximum likelihood from waits of which most are censored by an answer: exponential and Weibull. What the law
 * of an uncensored sample would be is in maximum-likelihood.ts. Times in seconds.
 */
import type { FittedLaw } from './laws.ts';
import { weibullOf } from './maximum-likelihood.ts';
import { sampleOf, sumOver } from './sample.ts';
import type { Sample } from './sample.ts';
import type { CensoredWaits } from './survival.ts';

/** All waiting over all abandonments: the estimate of mean patience that needs no table. `Infinity` when nobody hung up. */
export function meanPatience({ abandoned, served }: CensoredWaits): number {
  const waited = sumOver(abandoned, (seconds) => seconds) + sumOver(served, (seconds) => seconds);
  return waited / abandoned.n;
}

export function censoredExponential(
  waits: CensoredWaits,
): Extract<FittedLaw, { readonly law: 'exponential' }> {
  return { law: 'exponential', mean: meanPatience(waits) };
}

/** Needs abandonments at more than one length of wait, or answers after the first of them. */
export function censoredWeibull({
  abandoned,
  served,
}: CensoredWaits): Extract<FittedLaw, { readonly law: 'weibull' }> {
  const all = together(abandoned, served);
  return { law: 'weibull', ...weibullOf(all, sumOver(abandoned, Math.log), abandoned.n) };
}

/** ln of the likelihood: the density where the caller hung up, the survival where he was served first. */
export function censoredLogLikelihood(
  law: Extract<FittedLaw, { readonly law: 'exponential' | 'weibull' }>,
  { abandoned, served }: CensoredWaits,
): number {
  const shape = law.law === 'weibull' ? law.shape : 1;
  const scale = law.law === 'weibull' ? law.scale : law.mean;
  const hazard = (seconds: number): number => (seconds / scale) ** shape;
  const logRate = (seconds: number): number =>
    Math.log(shape / scale) + (shape === 1 ? 0 : (shape - 1) * Math.log(seconds / scale));
  return sumOver(abandoned, (seconds) => logRate(seconds) - hazard(seconds)) - sumOver(served, hazard);
}

function together(one: Sample, other: Sample): Sample {
  const counts = new Map<number, number>();
  for (const { values, counts: each } of [one, other])
    for (let at = 0; at < values.length; at++) {
      counts.set(values[at]!, (counts.get(values[at]!) ?? 0) + each[at]!);
    }
  const { values } = sampleOf(counts.keys());
  return {
    values,
    counts: Float64Array.from(values, (value) => counts.get(value) ?? 0),
    n: one.n + other.n,
  };
}
