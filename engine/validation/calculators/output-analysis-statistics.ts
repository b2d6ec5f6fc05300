/**
 * The cases of `output-analysis` that are about intervals, not about a queue: which of n values in order hold a quantile, Student's
 * interval of a few replications, and the delta method for a ratio of sums. All by the functions that make the report's own
 * intervals. It refuses cases of a queueing model, which are the Markov chains'.
 */
import {
  halfWidth,
  ratioEstimate,
  replicatesFor,
  residualSpread,
  studentFactor,
} from '../../metrics/confidence.ts';
import type { RatioSums } from '../../metrics/confidence.ts';
import { orderInterval } from '../../metrics/order-statistics.ts';
import { normalQuantile } from '../../kernel/quantiles.ts';
import type { Answers, Calculator } from '../calculator.ts';
import { MalformedError, ParamsError, type Params } from '../params.ts';

/** Whether a case of the family is one of these. */
export function isStatistics(params: Params): boolean {
  return params.has('quantile') || params.has('values') || params.has('good');
}

export const outputAnalysisStatistics: Calculator = (params, asked) => {
  if (params.has('quantile')) return orderStatistics(params);
  if (params.has('values')) return studentInterval(params);
  if (params.has('good')) return ratioOfSums(params, asked);
  throw new ParamsError('output-analysis: neither a quantile, nor values, nor good and offered');
};

function orderStatistics(params: Params): Answers {
  const { lower, upper, coverage } = orderInterval(
    params.number('n'),
    params.number('quantile'),
    params.optional('confidence') ?? CONFIDENCE,
  );
  return { lowerIndex1Based: lower, upperIndex1Based: upper, exactCoverage: coverage };
}

function studentInterval(params: Params): Answers {
  const values = params.numbers('values');
  const sums = sumsOf(values, () => 1);
  const spread = residualSpread([sums], sums.N / sums.D);
  if (spread === null) throw new ParamsError('output-analysis: one value alone has no interval');
  const mean = sums.N / sums.D;
  const half =
    studentFactor(spread.degrees, params.optional('confidence') ?? CONFIDENCE) * spread.standardError;
  return {
    mean,
    halfWidth: half,
    relHalfWidth: half / Math.abs(mean),
    replicationsForHalfThatHalfWidthNormalGuess: replicatesFor(values.length, half, half / 2),
  };
}

function ratioOfSums(params: Params, asked: Readonly<Record<string, unknown>>): Answers {
  const good = params.numbers('good');
  const offered = params.numbers('offered');
  if (good.length !== offered.length) throw new MalformedError('output-analysis: as many good as offered');
  const sums = sumsOf(good, (at) => offered[at]!);
  const estimate = ratioEstimate([sums]);
  const spread = estimate.mean === null ? null : residualSpread([sums], estimate.mean);
  if (estimate.mean === null || spread === null)
    throw new ParamsError('output-analysis: offered calls on two days at least');
  const ratios = good.map((each, at) => each / offered[at]!);
  const answers: Record<string, number> = {
    ratioOfSums: estimate.mean,
    meanOfDailyRatios: ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length,
    standardErrorDelta: spread.standardError,
    halfWidthStudent95: halfWidth(estimate)!,
  };
  const levels = Object.keys(asked).flatMap((name) => /^halfWidthNormal(\d+)$/.exec(name)?.[1] ?? []);
  for (const level of new Set(['95', ...levels]))
    answers[`halfWidthNormal${level}`] = normalQuantile((1 + Number(level) / 100) / 2) * spread.standardError;
  return answers;
}

const CONFIDENCE = 0.95;

/** Sums over values, each over its denominator. */
function sumsOf(values: readonly number[], denominatorOf: (at: number) => number): RatioSums {
  const sums = { n: values.length, N: 0, D: 0, NN: 0, ND: 0, DD: 0 };
  values.forEach((N, at) => {
    const D = denominatorOf(at);
    sums.N += N;
    sums.D += D;
    sums.NN += N * N;
    sums.ND += N * D;
    sums.DD += D * D;
  });
  return sums;
}
