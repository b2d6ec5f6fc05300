/**
 * The factor that makes whole days busy or quiet: daily totals are Poisson with a mean that is itself gamma distributed, which is
 * the negative binomial law (Avramidis, Deslauriers, L'Ecuyer 2004, Management Science 50, 896-908). Its shape by moments and by
 * maximum likelihood; cv of the factor is 1 / sqrt(shape). It knows no dates.
 */
import { gammaTails, incompleteBeta, logGamma } from '../../kernel/special-functions.ts';
import { digamma } from './digamma.ts';
import { positiveRoot } from './roots.ts';
import { meanOf, sampleOf, sumOver, varianceOf } from './sample.ts';
import type { Sample } from './sample.ts';

export interface DayFactor {
  readonly days: number;
  readonly mean: number;
  /** With n - 1 below the line. */
  readonly variance: number;
  /** Variance over mean: 1 is what chance alone makes of equal days. 0 of days without calls. */
  readonly dispersionIndex: number;
  /** mean² / (variance - mean); Infinity: the days vary no more than Poisson days do. */
  readonly shapeMoments: number;
  /** The shape with the greatest likelihood, the mean being that of the sample; Infinity as above. */
  readonly shapeLikelihood: number;
  /** Where twice the logarithm of the likelihood is 3.84 below its greatest: 95 % of confidence. The upper end may be Infinity. */
  readonly shapeInterval: readonly [low: number, high: number];
  /** Whether the days differ by more than chance explains: Poisson days, an endless shape, are outside of the interval. */
  readonly isBeyondChance: boolean;
}

/** A scenario's bound. From here on the factor has a standard deviation of a hundredth at most. */
const SHAPE_MOST = 10_000;

/** Whether there is a shape by moments, and one that a scenario takes. */
export function hasShape({ shapeMoments }: DayFactor): boolean {
  return shapeMoments <= SHAPE_MOST;
}

export function dayFactorOf(totals: readonly number[]): DayFactor {
  const sample = sampleOf(totals);
  const mean = meanOf(sample);
  const variance = varianceOf(sample);
  const shapeMoments = variance > mean ? (mean * mean) / (variance - mean) : Infinity;
  const shapeLikelihood = likeliestShape(sample, mean, shapeMoments);
  const shapeInterval = likelihoodInterval(sample, mean, shapeLikelihood);
  return {
    days: sample.n,
    mean,
    variance,
    dispersionIndex: mean > 0 ? variance / mean : 0,
    shapeMoments,
    shapeLikelihood,
    shapeInterval,
    isBeyondChance: shapeMoments <= SHAPE_MOST && Number.isFinite(shapeInterval[1]),
  };
}

/** From here on days differ by less than a thousandth: Poisson for every purpose, and the sums below lose their digits. */
const SHAPE_MAX = 1e6;

function likeliestShape(sample: Sample, mean: number, guess: number): number {
  if (sample.n < 2 || mean === 0) return Infinity;
  const score = (shape: number): number =>
    sumOver(sample, (calls) => digamma(calls + shape)) / sample.n - digamma(shape) - Math.log1p(mean / shape);
  // The likelihood rises for ever where days vary less than Poisson days do.
  if (score(SHAPE_MAX) >= 0) return Infinity;
  const start = Number.isFinite(guess) ? Math.min(guess, SHAPE_MAX / 10) : SHAPE_MAX / 10;
  return positiveRoot(score, start);
}

function likelihoodInterval(sample: Sample, mean: number, best: number): readonly [number, number] {
  if (sample.n < 2 || mean === 0) return [0, Infinity];
  const top = Number.isFinite(best) ? best : SHAPE_MAX;
  const limit = logLikelihood(sample, mean, top) - 3.841458820694124 / 2;
  const above = (shape: number): number => logLikelihood(sample, mean, shape) - limit;
  const low = bisected(above, top, (shape) => shape / 2);
  return [low, above(SHAPE_MAX) >= 0 ? Infinity : bisected(above, top, (shape) => shape * 2)];
}

/** The end of the stretch around `from` on which `above` is positive. */
function bisected(
  above: (shape: number) => number,
  from: number,
  further: (shape: number) => number,
): number {
  let inside = from;
  let outside = further(from);
  while (above(outside) > 0) [inside, outside] = [outside, further(outside)];
  for (let step = 0; step < 60; step++) {
    const middle = Math.sqrt(inside * outside);
    if (above(middle) > 0) inside = middle;
    else outside = middle;
  }
  return inside;
}

/** Of the negative binomial law, without the factorials of the counts, which no shape changes. */
function logLikelihood(sample: Sample, mean: number, shape: number): number {
  const perDay = -logGamma(shape) - shape * Math.log1p(mean / shape);
  return (
    sample.n * perDay +
    sumOver(sample, (calls) => logGamma(calls + shape) + calls * Math.log(mean / (mean + shape)))
  );
}

/** The share of days with at most so many calls: negative binomial, or Poisson of an endless shape. */
export function shareOfDaysUpTo(calls: number, mean: number, shape: number): number {
  if (!(mean > 0)) return 1;
  if (!Number.isFinite(shape) || shape > SHAPE_MAX) return gammaTails(calls + 1, mean).upper;
  return incompleteBeta(shape, calls + 1, shape / (shape + mean), mean / (shape + mean));
}
