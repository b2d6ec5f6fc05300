/**
 * How wide an honest interval is: many independent runs of a length T, each with an interval of its own from the means of its blocks.
 * The variance of the runs' time averages, times T, is to be near the asymptotic variance, and the intervals are to hold the exact mean about as
 * often as they claim. The limits are those of the pack's note: 20 %, and 92 to 98 %.
 */
import { ParamsError } from './params.ts';
import { expectedNumbers, paramsOf, type Case } from './case.ts';
import { studentFactor } from '../metrics/confidence.ts';
import { Moments, type Measured } from './measure.ts';
import { MAIN } from './models/model.ts';
import { single } from './models/one-queue.ts';
import { relaxation } from './models/span.ts';
import { watchOptionsOf, whyCalculated } from './quantities.ts';
import { SAYS } from './quantities/one-queue.ts';
import { ratio, type Quantity } from './quantities/quantity.ts';
import type { Plan } from './plan.ts';
import type { Row } from './watch-cells.ts';

/** 200 would make a perfect program fail one check in ten. */
const RUNS = 2000;
/**
 * Relaxation times in a block. Few long blocks and a wide Student factor hold the mean of a skewed queue more often than many short
 * ones: of M/M/1 at 80 %, over a hundred relaxation times, seven blocks of 16 held 91 %; ten of nine do no better.
 */
const BLOCK = 24;
const WARM_UP = 8;
const DAY_SECONDS = 86_400;

const VARIANCE_WITHIN = 0.2;
const COVERAGE: readonly [number, number] = [0.92, 0.98];

interface Target {
  readonly mean: number;
  readonly quantity: Quantity;
  /** Names in the pack, where it expects them. */
  readonly meanName: string | null;
  readonly varianceName: string | null;
  readonly variance: number | null;
}

export interface Runs {
  readonly count: number;
  readonly horizonSeconds: number;
  /** Blocks in a run. */
  readonly blocks: number;
  readonly targets: readonly Target[];
}

export interface RunCheck {
  readonly name: string;
  readonly expected: number;
  readonly measured: Measured;
  /** Where the estimate must be; null: as near as any other number. */
  readonly range: readonly [number, number] | null;
}

const numberInSystem: Quantity = ratio(
  (s) => s.queueArea('all') + s.busyArea(),
  (s) => s.window,
);

/** The plan of a case with a horizon; other cases of the family are statistics of given data. */
export function runsOf(each: Case): Plan | null {
  const params = paramsOf(each);
  if (!params.has('horizonSec')) return null;
  const horizonSeconds = params.number('horizonSec');
  const model = single(each.title, params);
  const relaxed = relaxation(
    params.number('arrivalsPerHour'),
    params.number('agents'),
    params.number('meanHandleSec'),
    params.optional('meanPatienceSec'),
  );
  const warmUpMinutes = Math.ceil((WARM_UP * relaxed) / 60);
  const blockDays = Math.ceil((BLOCK * relaxed) / DAY_SECONDS);
  const days = Math.ceil((60 * warmUpMinutes + horizonSeconds) / DAY_SECONDS);
  const blocks = Math.ceil(days / blockDays);
  if (blocks < 3) throw new ParamsError('the horizon is too short for intervals of its own');
  const text = model.scenarios[MAIN]!.replace(
    /^days: .*$/m,
    `days: { from: 00:00, to: 24:00, interval: 24h, continuous: true, warmUp: ${warmUpMinutes}m }`,
  );
  const targets = targetsOf(each);
  const names = new Set(targets.flatMap(({ meanName, varianceName }) => [meanName, varianceName]));
  const calculated = new Map<string, string>();
  const unknown: string[] = [];
  for (const [name] of expectedNumbers(each)) {
    if (names.has(name)) continue;
    const why = whyCalculated(name);
    if (why === null) unknown.push(name);
    else calculated.set(name, why);
  }
  const tail = blocks * blockDays * DAY_SECONDS - 60 * warmUpMinutes - horizonSeconds;
  return {
    plays: [
      {
        name: MAIN,
        scenarios: [text],
        blockDays,
        watch: watchOptionsOf(
          targets.map(({ quantity }) => quantity),
          tail,
        ),
        checks: [],
        choices: [],
        runs: { count: RUNS, horizonSeconds, blocks, targets },
        least: 0,
      },
    ],
    calculated,
    unknown,
  };
}

function targetsOf({ expected }: Case): Target[] {
  const number = (name: string): number | null => {
    const value = expected[name];
    return typeof value === 'number' ? value : null;
  };
  const target = (meanName: string, varianceName: string, quantity: Quantity): Target[] => {
    const mean = number(meanName);
    const variance = number(varianceName);
    return mean === null ? [] : [{ mean, quantity, meanName, varianceName, variance }];
  };
  const [queue, busy] = [number('meanQueue'), number('meanBusy')];
  const inSystem = number('asymptoticVarianceNumberInSystem');
  return [
    ...target('meanQueue', 'asymptoticVarianceQueue', SAYS['meanQueue']!),
    ...target('meanBusy', 'asymptoticVarianceBusy', SAYS['meanBusy']!),
    ...(inSystem === null || queue === null || busy === null
      ? []
      : [
          {
            mean: queue + busy,
            quantity: numberInSystem,
            meanName: null,
            varianceName: 'asymptoticVarianceNumberInSystem',
            variance: inSystem,
          },
        ]),
  ];
}

/** What the runs came to so far. */
export class RunResults {
  readonly #runs: Runs;
  readonly #estimates: readonly number[][];
  readonly #covered: number[];

  constructor(runs: Runs) {
    this.#runs = runs;
    this.#estimates = runs.targets.map(() => []);
    this.#covered = runs.targets.map(() => 0);
  }

  get count(): number {
    return this.#estimates[0]?.length ?? 0;
  }

  /** One run, by its blocks. The last one may lie behind the horizon. */
  add(blocks: readonly Row[]): void {
    this.#runs.targets.forEach(({ quantity, mean }, at) => {
      const moments = new Moments(quantity);
      for (const block of blocks) if (block.window > 0) moments.add(block);
      const { estimate, standardError } = moments.measured();
      const half = studentFactor(carrying(blocks) - 1) * standardError;
      this.#estimates[at]!.push(estimate);
      if (Math.abs(estimate - mean) <= half) this.#covered[at]! += 1;
    });
  }

  checks(): RunCheck[] {
    return this.#runs.targets.flatMap((target, at): RunCheck[] => {
      const { mean, meanName, varianceName, variance } = target;
      const estimates = this.#estimates[at]!;
      const alone = new Moments({ terms: () => [], value: ([x]) => x! });
      for (const estimate of estimates) alone.addTerms([estimate]);
      const covered = this.#covered[at]! / estimates.length;
      const what = meanName ?? 'the number in the system';
      return [
        ...(meanName === null
          ? []
          : [{ name: meanName, expected: mean, measured: alone.measured(), range: null }]),
        ...(varianceName === null || variance === null
          ? []
          : [
              {
                name: varianceName,
                expected: variance,
                measured: this.#varianceOf(estimates),
                range: [variance * (1 - VARIANCE_WITHIN), variance * (1 + VARIANCE_WITHIN)] as const,
              },
            ]),
        {
          name: `coverage of 95 % intervals of ${what}`,
          expected: 0.95,
          measured: shareOf(covered, estimates.length),
          range: COVERAGE,
        },
      ];
    });
  }

  /** T x the variance of the runs' averages; its standard error from their fourth moment. */
  #varianceOf(estimates: readonly number[]): Measured {
    const mean = estimates.reduce((sum, each) => sum + each, 0) / estimates.length;
    const squares = new Moments({ terms: () => [], value: ([x]) => x! * this.#runs.horizonSeconds });
    for (const estimate of estimates) squares.addTerms([(estimate - mean) ** 2]);
    return squares.measured();
  }
}

/** Blocks that carry a run, by Kish: the first is cut by the warm-up and the last by the horizon. */
function carrying(blocks: readonly Row[]): number {
  const sum = blocks.reduce((all, { window }) => all + window, 0);
  return sum ** 2 / blocks.reduce((all, { window }) => all + window ** 2, 0);
}

function shareOf(share: number, n: number): Measured {
  const standardError = Math.sqrt((share * (1 - share)) / n);
  return { estimate: share, standardError, half: 1.96 * standardError, n };
}
