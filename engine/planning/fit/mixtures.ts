/**
 * Mixtures by the EM algorithm (Dempster, Laird, Rubin 1977): of exponentials, for handle times with many short and some long ones,
 * and of lognormals, for calls of several kinds under one number. EM climbs to a summit, not always the highest, so it is started
 * from several places and the best is kept.
 */
import { logDensity } from './laws.ts';
import type { FittedLaw, LognormalBranch } from './laws.ts';
import { meanOf, quantileOf, sumOver } from './sample.ts';
import type { Sample } from './sample.ts';

const STEPS_MAX = 1000;
/** Of the logarithm of the likelihood, per value and step. */
const ENOUGH = 1e-9;
/** More distinct values are put together by ratios of about 2 %, far below the width of any branch; their mean stays exact. */
const GROUPS = 400;
/** A branch narrower than this share of the whole spread would sit on a single repeated value, where the likelihood is endless. */
const NARROWEST = 0.05;
/** Nor is a branch of a handful of values a kind of call. */
const LEAST_VALUES = 5;

export function fitHyperexponential(
  sample: Sample,
  branches: number,
): Extract<FittedLaw, { readonly law: 'hyperexponential' }> | null {
  const grouped = groupedByRatio(sample);
  const mean = meanOf(sample);
  const starts = [2, 5].map((ratio) => {
    const means = Array.from({ length: branches }, (_, at) => mean * ratio ** (at - (branches - 1) / 2));
    return means.map((each) => ({ weight: 1 / branches, mean: each }));
  });
  const climbed = starts.flatMap((start) => {
    let law: Extract<FittedLaw, { readonly law: 'hyperexponential' }> = {
      law: 'hyperexponential',
      branches: start,
    };
    const logs = (x: number): number[] =>
      law.branches.map((each) => Math.log(each.weight) - Math.log(each.mean) - x / each.mean);
    const likelihood = climb(grouped, branches, logs, ({ weights, sums }) => {
      law = {
        law: 'hyperexponential',
        branches: weights.map((weight, at) => ({ weight: weight / sample.n, mean: sums[at]! / weight })),
      };
      return weights.every((weight) => weight >= LEAST_VALUES);
    });
    return likelihood === null ? [] : [{ law, likelihood }];
  });
  return best(climbed);
}

export function fitLognormalMixture(
  sample: Sample,
  branches: number,
): Extract<FittedLaw, { readonly law: 'lognormalMixture' }> | null {
  const grouped = groupedByRatio(sample);
  const overall = sumOver(sample, Math.log) / sample.n;
  const spread = Math.sqrt(sumOver(sample, (x) => (Math.log(x) - overall) ** 2) / sample.n);
  const floor = NARROWEST * spread;
  // Side by side at the quantiles; and one wide beside narrow ones, for a crowd with a peak in it.
  const mu = (at: number): number => Math.log(quantileOf(sample, (at + 0.5) / branches));
  const starts: LognormalBranch[][] = [1 / branches, 0.3].map((width, start) =>
    Array.from({ length: branches }, (_, at) => ({
      weight: 1 / branches,
      mu: start === 0 ? mu(at) : at === 0 ? overall : mu(at),
      sigma: start === 1 && at === 0 ? 1.5 * spread : Math.max(floor, width * spread),
    })),
  );
  const climbed = starts.flatMap((start) => {
    let law: Extract<FittedLaw, { readonly law: 'lognormalMixture' }> = {
      law: 'lognormalMixture',
      branches: start,
    };
    const logs = (x: number): number[] =>
      law.branches.map(
        ({ weight, mu, sigma }) => Math.log(weight) + logDensity({ law: 'lognormal', mu, sigma }, x),
      );
    const likelihood = climb(grouped, branches, logs, ({ weights, logs, squares }) => {
      law = {
        law: 'lognormalMixture',
        branches: weights.map((weight, at) => {
          const mu = logs[at]! / weight;
          const sigma = Math.sqrt(Math.max(squares[at]! / weight - mu * mu, floor * floor));
          return { weight: weight / sample.n, mu, sigma };
        }),
      };
      return weights.every((weight) => weight >= LEAST_VALUES);
    });
    // At the floor it did not find a kind of call but a repeated value.
    const isNarrow = law.branches.some(({ sigma }) => sigma <= floor * 1.001);
    return likelihood === null || isNarrow ? [] : [{ law, likelihood }];
  });
  return best(climbed);
}

/** What each branch is expected to hold: how many values, and the sums over them. */
interface Shares {
  readonly weights: readonly number[];
  readonly sums: Float64Array;
  readonly logs: Float64Array;
  readonly squares: Float64Array;
}

/** The likelihood at the summit, or null when a branch ran dry. */
function climb(
  sample: Sample,
  branches: number,
  logsAt: (x: number) => readonly number[],
  maximise: (shares: Shares) => boolean,
): number | null {
  let before = -Infinity;
  for (let step = 0; step < STEPS_MAX; step++) {
    const { shares, likelihood } = expect(sample, branches, logsAt);
    if (!Number.isFinite(likelihood)) return null;
    if (likelihood - before < ENOUGH * sample.n) return likelihood;
    before = likelihood;
    if (!maximise(shares)) return null;
  }
  return before;
}

function expect(
  { values, counts }: Sample,
  branches: number,
  logsAt: (x: number) => readonly number[],
): { readonly shares: Shares; readonly likelihood: number } {
  const zeros = (): Float64Array => new Float64Array(branches);
  const shares = { weights: zeros(), sums: zeros(), logs: zeros(), squares: zeros() };
  let likelihood = 0;
  for (let at = 0; at < values.length; at++) {
    const x = values[at]!;
    const count = counts[at]!;
    const log = Math.log(x);
    const logs = logsAt(x);
    const most = Math.max(...logs);
    const parts = logs.map((each) => Math.exp(each - most));
    const whole = parts.reduce((sum, part) => sum + part, 0);
    likelihood += count * (most + Math.log(whole));
    for (let branch = 0; branch < branches; branch++) {
      const share = (count * parts[branch]!) / whole;
      shares.weights[branch]! += share;
      shares.sums[branch]! += share * x;
      shares.logs[branch]! += share * log;
      shares.squares[branch]! += share * log * log;
    }
  }
  return { shares: { ...shares, weights: [...shares.weights] }, likelihood };
}

function groupedByRatio(sample: Sample): Sample {
  const { values, counts, n } = sample;
  if (values.length <= GROUPS) return sample;
  const from = Math.log(values[0]!);
  const perGroup = (Math.log(values.at(-1)!) - from) / GROUPS;
  const sums = new Float64Array(GROUPS + 1);
  const sizes = new Float64Array(GROUPS + 1);
  for (let at = 0; at < values.length; at++) {
    const group = Math.min(GROUPS, Math.floor((Math.log(values[at]!) - from) / perGroup));
    sums[group]! += counts[at]! * values[at]!;
    sizes[group]! += counts[at]!;
  }
  const filled = [...sizes.keys()].filter((group) => sizes[group]! > 0);
  return {
    values: Float64Array.from(filled, (group) => sums[group]! / sizes[group]!),
    counts: Float64Array.from(filled, (group) => sizes[group]!),
    n,
  };
}

function best<L>(climbed: readonly { readonly law: L; readonly likelihood: number }[]): L | null {
  return climbed.toSorted((a, b) => b.likelihood - a.likelihood)[0]?.law ?? null;
}
