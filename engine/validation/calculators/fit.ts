/**
 * Family `fit` of the validation pack: laws of handle times by maximum likelihood, patience from censored waits, the day factor from
 * daily counts, a lognormal law from mean and coefficient of variation. Which of the four a case asks for shows in its parameters.
 */
import { normalQuantile } from '../../kernel/quantiles.ts';
import { censoredExponential, censoredWeibull } from '../../planning/fit/censored-laws.ts';
import { judged } from '../../planning/fit/choose-law.ts';
import { dayFactorOf } from '../../planning/fit/day-factor.ts';
import type { FittedLaw } from '../../planning/fit/laws.ts';
import { lognormalOfMoments, weibullMean } from '../../planning/fit/laws.ts';
import { fitExponential, fitGamma, fitLognormal, fitWeibull } from '../../planning/fit/maximum-likelihood.ts';
import { fitHyperexponential, fitLognormalMixture } from '../../planning/fit/mixtures.ts';
import { sampleOf } from '../../planning/fit/sample.ts';
import type { Sample } from '../../planning/fit/sample.ts';
import { kaplanMeier, medianPatience, stepAt } from '../../planning/fit/survival.ts';
import type { SurvivalStep } from '../../planning/fit/survival.ts';
import { numbersAsked } from '../calculator.ts';
import type { Answers, Calculator } from '../calculator.ts';
import { ParamsError } from '../params.ts';
import type { Params } from '../params.ts';

export const fit: Calculator = (params, asked) => {
  if (params.has('handleSec')) return handleTimes(sampleOf(params.numbers('handleSec')), asked);
  if (params.has('waits')) return patience(params, asked);
  if (params.has('dailyCounts')) return dayFactor(params.numbers('dailyCounts'));
  if (params.has('meanSec')) return lognormal(params.number('meanSec'), params.number('cv'), asked);
  throw new ParamsError('fit: neither handleSec, waits, dailyCounts nor meanSec');
};

type Asked = Parameters<Calculator>[1];

// ---------------------------------------------------------------- handle times

function handleTimes(sample: Sample, asked: Asked): Answers {
  const answer = (law: FittedLaw): Answers => {
    const { mean, cv, ks, logLikelihood, aic, bic } = judged(law, sample);
    const { law: _, ...own } = law;
    const parameters = 'branches' in own ? { branches: own.branches.map((branch) => ({ ...branch })) } : own;
    return { mean, cv, ks, logLikelihood, aic, bic, ...parameters };
  };
  const mixtures = {
    hyperexponential: () => fitHyperexponential(sample, 2),
    lognormalMixture: () => fitLognormalMixture(sample, 2),
  };
  const mixed = Object.entries(mixtures).flatMap(([name, fitted]) => {
    const law = name in asked ? fitted() : null;
    return law === null ? [] : [[name, answer(law)] as const];
  });
  return {
    exponential: answer(fitExponential(sample)),
    lognormal: answer(fitLognormal(sample)),
    gamma: answer(fitGamma(sample)),
    weibull: answer(fitWeibull(sample)),
    ...Object.fromEntries(mixed),
  };
}

// ---------------------------------------------------------------- patience

function patience(params: Params, asked: Asked): Answers {
  const waits = params.parts('waits');
  const of = (isAbandoned: boolean): Sample =>
    sampleOf(
      waits.filter((wait) => wait.flag('abandoned') === isAbandoned).map((wait) => wait.number('sec')),
    );
  const censored = { abandoned: of(true), served: of(false) };
  const steps = kaplanMeier(censored, { isServedAtRisk: isServedAtRisk(params) });
  const { shape, scale } = censoredWeibull(censored);
  const last = steps.at(-1);
  return {
    exponentialMeanPatience: censoredExponential(censored).mean,
    kaplanMeier: curveAt(steps, isPart(asked['kaplanMeier']) ? asked['kaplanMeier'] : asked),
    medianPatience: medianPatience(steps) ?? Infinity,
    nelsonAalenAtEnd: last?.hazard ?? 0,
    weibull: { shape, scale, mean: weibullMean(shape, scale) },
    ...curveAt(steps, asked),
  };
}

function isPart(value: unknown): value is Asked {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Two rules for who is served at the second of an abandonment; a text that states neither is not guessed at. */
function isServedAtRisk(params: Params): boolean {
  if (!params.has('tieRule')) return true;
  const rule = params.text('tieRule');
  if (/still at risk/i.test(rule)) return true;
  if (/(no longer|not) (still )?at risk/i.test(rule)) return false;
  throw new ParamsError(`fit: tieRule "${rule}" is none that is known`);
}

function curveAt(steps: readonly SurvivalStep[], asked: Asked): Answers {
  const named = (name: string, value: (step: SurvivalStep | undefined) => number): [string, number][] =>
    numbersAsked(asked, name).map((seconds) => [`${name}_${seconds}`, value(stepAt(steps, seconds))]);
  return Object.fromEntries([
    ...named('survival_at', (step) => step?.survival ?? 1),
    ...named('greenwoodSE_at', (step) => step?.standardError ?? 0),
    ...named('nelsonAalen_at', (step) => step?.hazard ?? 0),
  ]);
}

// ---------------------------------------------------------------- day factor, lognormal

function dayFactor(counts: readonly number[]): Answers {
  const { mean, variance, dispersionIndex, shapeMoments, shapeLikelihood } = dayFactorOf(counts);
  return { mean, variance, dispersionIndex, shapeMoments, shapeMaximumLikelihood: shapeLikelihood };
}

function lognormal(mean: number, cv: number, asked: Asked): Answers {
  const { mu, sigma } = lognormalOfMoments(mean, cv);
  const quantile = (p: number): number => Math.exp(mu + sigma * normalQuantile(p));
  const quantiles = Object.keys(asked).flatMap((name) => {
    const percent = /^p(\d+(?:\.\d+)?)$/.exec(name)?.[1];
    return percent === undefined ? [] : [[name, quantile(Number(percent) / 100)] as const];
  });
  return {
    mu,
    sigma,
    mean,
    median: Math.exp(mu),
    variance: (mean * cv) ** 2,
    secondMoment: mean * mean * (1 + cv * cv),
    ...Object.fromEntries(quantiles),
  };
}
