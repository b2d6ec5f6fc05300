/**
 * Which law times follow: every law is fitted, judged by the information criteria of Akaike (AIC) and Schwarz (BIC) and by the
 * distance of Kolmogorov and Smirnov, and the one with the lowest BIC is chosen. It knows no calls.
 */
import { Streams } from '../../kernel/streams.ts';
import { cumulative, distributionOfFitted, logDensity, parametersOf } from './laws.ts';
import type { FittedLaw, LawName } from './laws.ts';
import { fitExponential, fitGamma, fitLognormal, fitWeibull, hasSpread } from './maximum-likelihood.ts';
import { fitHyperexponential, fitLognormalMixture } from './mixtures.ts';
import { sampleOf, sumOver } from './sample.ts';
import type { Sample } from './sample.ts';

export interface JudgedLaw {
  readonly law: FittedLaw;
  readonly mean: number;
  /** Standard deviation over mean. */
  readonly cv: number;
  readonly logLikelihood: number;
  readonly aic: number;
  readonly bic: number;
  /** The greatest distance between the share of times up to x and what the law says of it. */
  readonly ks: number;
}

/** The lowest BIC first. Values must be positive. */
export function judgeLaws(sample: Sample): JudgedLaw[] {
  const laws = hasSpread(sample) ? candidates(sample).filter(isSimulable) : [fitExponential(sample)];
  return laws.map((law) => judged(law, sample)).toSorted((a, b) => a.bic - b.bic);
}

/** Two branches need some values to tell apart. */
const MIXED_FROM = 50;

function candidates(sample: Sample): FittedLaw[] {
  const single: FittedLaw[] = [
    fitExponential(sample),
    fitLognormal(sample),
    fitGamma(sample),
    fitWeibull(sample),
  ];
  if (sample.n < MIXED_FROM) return single;
  const mixed = [
    fitHyperexponential(sample, 2),
    fitLognormalMixture(sample, 2),
    fitLognormalMixture(sample, 3),
  ];
  return [...single, ...mixed.flatMap((law) => law ?? [])];
}

/** Times that hardly differ, 40,000 s ± 12 s, have a gamma shape of ten million: no generator of the kernel draws from that. */
function isSimulable(law: FittedLaw): boolean {
  return !('shape' in law) || (law.shape >= 0.01 && law.shape <= 1e6);
}

export function judged(law: FittedLaw, sample: Sample): JudgedLaw {
  const { mean, variance } = distributionOfFitted(law);
  const logLikelihood = sumOver(sample, (x) => logDensity(law, x));
  const parameters = parametersOf(law);
  return {
    law,
    mean,
    cv: Math.sqrt(variance) / mean,
    logLikelihood,
    aic: 2 * parameters - 2 * logLikelihood,
    bic: parameters * Math.log(sample.n) - 2 * logLikelihood,
    ks: ksDistance(law, sample),
  };
}

/** Of Kolmogorov (1933) and Smirnov: both sides of each step of the measured distribution are looked at. */
function ksDistance(law: FittedLaw, { values, counts, n }: Sample): number {
  let before = 0;
  let greatest = 0;
  for (let at = 0; at < values.length; at++) {
    const expected = cumulative(law, values[at]!);
    const after = before + counts[at]!;
    greatest = Math.max(greatest, expected - before / n, after / n - expected);
    before = after;
  }
  return greatest;
}

const REFITS: Partial<Record<LawName, (sample: Sample) => FittedLaw>> = {
  exponential: fitExponential,
  lognormal: fitLognormal,
  gamma: fitGamma,
  weibull: fitWeibull,
};
const BOOTSTRAPS = 199;
/** Of more values every law of a formula is refused, and the distance itself is what counts. */
const BOOTSTRAP_MOST = 2000;

/**
 * How often a sample of this law, fitted anew, is as far from its fit as this one: the p-value of the Kolmogorov-Smirnov test with
 * fitted parameters by parametric bootstrap (Stute, Gonzáles Manteiga, Presedo Quindimil 1993). The textbook table would be far too
 * kind, because a fitted law bends towards its data. null for mixtures and for more than 2,000 values. Its chance is seeded.
 */
export function ksProbability({ law, ks }: JudgedLaw, sample: Sample): number | null {
  const refit = REFITS[law.law];
  if (refit === undefined || sample.n > BOOTSTRAP_MOST || !hasSpread(sample)) return null;
  const stream = new Streams(1).of('fit/bootstrap');
  const distribution = distributionOfFitted(law);
  let further = 0;
  for (let again = 0; again < BOOTSTRAPS; again++) {
    const drawn = sampleOf(Array.from({ length: sample.n }, () => distribution.at(stream.next())));
    if (ksDistance(refit(drawn), drawn) >= ks) further += 1;
  }
  return (further + 1) / (BOOTSTRAPS + 1);
}
