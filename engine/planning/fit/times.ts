/** Handle times and patience of one queue, fitted: the laws in order of their BIC, what was left out, and what to draw them against. */
import { censoredExponential, censoredLogLikelihood, censoredWeibull } from './censored-laws.ts';
import { judgeLaws, ksProbability } from './choose-law.ts';
import type { JudgedLaw } from './choose-law.ts';
import { cumulative, weibullMean } from './laws.ts';
import type { FittedLaw, LawName } from './laws.ts';
import { meanOf, quantileOf, sampleOf, varianceOf } from './sample.ts';
import { kaplanMeier, medianPatience } from './survival.ts';
import type { CensoredWaits, SurvivalStep } from './survival.ts';

// ---------------------------------------------------------------- handle times

export interface FittedTimes {
  readonly n: number;
  /** Of 0 s: no law of a formula has them, and they are left out. */
  readonly zeros: number;
  readonly mean: number;
  readonly cv: number;
  /** Seconds below which 1, 2, ... 199 two-hundredths of the times are: the empirical law in short. */
  readonly quantiles: readonly number[];
  /** Lowest BIC first; with the distribution function at each of the quantiles. */
  readonly laws: readonly (JudgedLaw & { readonly at: readonly number[] })[];
  /** Of the law of the lowest BIC; null: a mixture, or so many values that every law is refused. */
  readonly ksP: number | null;
}

const STEPS = 200;

/** null: nothing to fit. */
export function fitTimes(seconds: readonly number[]): FittedTimes | null {
  const positive = seconds.filter((value) => value > 0);
  if (positive.length < 2) return null;
  const sample = sampleOf(positive);
  const mean = meanOf(sample);
  const quantiles = Array.from({ length: STEPS - 1 }, (_, at) => quantileOf(sample, (at + 1) / STEPS));
  const laws = judgeLaws(sample);
  const [first] = laws;
  return {
    n: sample.n,
    zeros: seconds.length - positive.length,
    mean,
    cv: Math.sqrt(varianceOf(sample)) / mean,
    quantiles,
    laws: laws.map((judged) => ({ ...judged, at: quantiles.map((x) => cumulative(judged.law, x)) })),
    ksP: first === undefined ? null : ksProbability(first, sample),
  };
}

/** The law of that name, or the one of the lowest BIC. */
export function lawNamed(times: FittedTimes, name: LawName | undefined): FittedLaw {
  const found = times.laws.find(({ law }) => law.law === name) ?? times.laws[0];
  return found?.law ?? { law: 'exponential', mean: times.mean };
}

// ---------------------------------------------------------------- patience

export interface FittedPatience {
  readonly waits: number;
  readonly abandoned: number;
  /** Of callers who found nobody free, who hung up within the first second: their patience is 0. */
  readonly atZero: number;
  /** Drawn: at most 400 steps of the curve. */
  readonly steps: readonly SurvivalStep[];
  readonly median: number | null;
  readonly laws: readonly FittedPatienceLaw[];
}

export interface FittedPatienceLaw {
  readonly law: Extract<FittedLaw, { readonly law: 'exponential' | 'weibull' }>;
  readonly mean: number;
  readonly logLikelihood: number;
  readonly bic: number;
}

/** Fewer abandonments than that give no law. */
const ABANDONED_LEAST = 10;
/** A share of hang-ups at once beyond which they are told apart. */
const AT_ZERO_FROM = 0.03;
const STEPS_MOST = 400;

export function fitPatience(abandoned: readonly number[], served: readonly number[]): FittedPatience | null {
  if (abandoned.length < ABANDONED_LEAST) return null;
  const waited = served.filter((seconds) => seconds > 0);
  const zeros = abandoned.filter((seconds) => seconds <= 0).length;
  const atZero = zeros / (abandoned.length + waited.length);
  const isApart = zeros > AT_ZERO_FROM * abandoned.length;
  // In whole seconds a 0 is up to one, and ln 0 is none: half a second stands for it.
  const ends = abandoned.flatMap((seconds) => (seconds > 0 ? [seconds] : isApart ? [] : [0.5]));
  if (ends.length < ABANDONED_LEAST) return null;
  const waits: CensoredWaits = { abandoned: sampleOf(ends), served: sampleOf(waited) };
  const steps = kaplanMeier(waits);
  return {
    waits: ends.length + waited.length,
    abandoned: ends.length,
    atZero: isApart ? atZero : 0,
    steps: thinned(steps),
    median: medianPatience(steps),
    laws: patienceLaws(waits),
  };
}

function patienceLaws(waits: CensoredWaits): FittedPatienceLaw[] {
  const n = waits.abandoned.n + waits.served.n;
  const laws = [censoredExponential(waits), ...(isSpread(waits) ? [censoredWeibull(waits)] : [])];
  return laws
    .map((law) => {
      const logLikelihood = censoredLogLikelihood(law, waits);
      const parameters = law.law === 'weibull' ? 2 : 1;
      return {
        law,
        mean: law.law === 'weibull' ? weibullMean(law.shape, law.scale) : law.mean,
        logLikelihood,
        bic: parameters * Math.log(n) - 2 * logLikelihood,
      };
    })
    .toSorted((a, b) => a.bic - b.bic);
}

function isSpread({ abandoned, served }: CensoredWaits): boolean {
  return abandoned.values.length > 1 || (served.values.at(-1) ?? 0) > (abandoned.values[0] ?? Infinity);
}

function thinned(steps: readonly SurvivalStep[]): SurvivalStep[] {
  const every = Math.max(1, Math.ceil(steps.length / STEPS_MOST));
  return steps.filter((_, at) => at % every === 0 || at === steps.length - 1);
}
