/**
 * Suites into verdicts: each expectation is decided on its interval, with as many days as that takes, up to a limit; the chance of
 * a false alarm is held over all of them together. Recorded baselines are compared in baseline.ts. It knows no files.
 */
import { Accumulator, FALSE_ALARM, version } from '../engine/index.ts';
import type { Setup, Suite } from '../engine/index.ts';
import { buildSuiteReport } from '../reports/suite.ts';
import type { BaselineVerdict, SuiteFile, SuiteReport } from '../reports/suite.ts';
import {
  baselineDays,
  compareBaseline,
  missingBaseline,
  recordBaseline,
  recordedBaseline,
} from './baseline.ts';
import type { Baseline } from './baseline.ts';
import { checkDaysAtMost, expectationProblems, ExpectationWatch } from './check-expectations.ts';
import { mostWorkers, simulateDays } from './pool.ts';
import { accumulatorFor, mostDays, unknownOptions, whole } from './run.ts';
import { OptionError } from './stopping.ts';

/** A suite, and what it is called: its file. */
export interface CheckItem {
  readonly file: string;
  readonly suite: Suite;
  /** The files that its scenario names, for the record of a baseline. */
  readonly files?: Readonly<Record<string, string>> | undefined;
}

export interface CheckOptions {
  /** Days until which everything must be decided, 2 to 1,000,000. Default: what the suite says, else 1,600. */
  readonly daysAtMost?: number | undefined;
  /** Worker threads, 0 (none: in this thread) to 1024. Default: one per processor core. The verdicts do not depend on it. */
  readonly workers?: number | undefined;
  /** Only each `of`-th suite, from the `index`-th (from 1) on. The chance of a false alarm stays that of all of them together. */
  readonly shard?: { readonly index: number; readonly of: number } | undefined;
  /** Only these suites, by their files; the chance stays that of all of them, as with `shard`. */
  readonly only?: ((file: string) => boolean) | undefined;
  /** What was recorded of a suite, by its file; null: nothing was, which fails. Left out: baselines are not looked at. */
  readonly baselineOf?: ((file: string) => Baseline | null) | undefined;
  /** A change of behaviour that moves no number does not fail. */
  readonly allowBehaviour?: boolean | undefined;
  /** Given: each suite is recorded and handed over, and nothing is decided. */
  readonly record?: ((file: string, baseline: Baseline) => void) | undefined;
  /** Stops within about 100 ms; what is not decided by then is undecided. */
  readonly signal?: AbortSignal | undefined;
  /** Told after each day. */
  readonly onProgress?: ((progress: CheckProgress) => void) | undefined;
}

export interface CheckProgress {
  /** From 1, and of how many. */
  readonly suite: number;
  readonly suites: number;
  readonly file: string;
  readonly days: number;
  readonly daysAtMost: number;
}

const checkOptions = {
  daysAtMost: true,
  workers: true,
  shard: true,
  only: true,
  baselineOf: true,
  allowBehaviour: true,
  record: true,
  signal: true,
  onProgress: true,
} as const satisfies Record<keyof CheckOptions, true>;

/**
 * Decides what suites expect.
 *
 * Each expectation of all suites gets an equal part of the 1 % that a false alarm may have, and of that each look at it (after 100,
 * 150, 200, 300, 400, 600 ... days and at the last) an equal part. Passed: the whole interval at that risk is within the bounds;
 * failed: the whole interval is outside; else more days, up to the limit, and then it is undecided. Same suites, same seeds, same
 * version: the same verdicts, on any machine, any number of workers, and in any shards.
 *
 * @throws {OptionError} when an option makes no sense, or an expectation can never be decided; all of them
 * @throws {SimulationError} when the engine contradicts itself
 */
export async function check(items: readonly CheckItem[], options: CheckOptions = {}): Promise<SuiteReport> {
  const problems = [...optionProblems(options), ...itemProblems(items)];
  if (problems.length > 0) throw new OptionError(problems);
  const expectations = items.reduce(
    (sum, { suite }) => sum + suite.ready.setup.report.expectations.length,
    0,
  );
  const { shard, only } = options;
  const mine = items
    .filter((_, at) => shard === undefined || at % shard.of === shard.index - 1)
    .filter(({ file }) => only?.(file) ?? true);
  const files: SuiteFile[] = [];
  for (const [at, item] of mine.entries()) {
    const tell = (days: number, daysAtMost: number): void =>
      options.onProgress?.({ suite: at + 1, suites: mine.length, file: item.file, days, daysAtMost });
    const decided = await checkOne(item, expectations, options, tell);
    files.push({ ...decided, baseline: await baselineFor(item, items.length, options, tell) });
  }
  return buildSuiteReport(files, {
    version,
    falseAlarm: FALSE_ALARM,
    expectations,
    shard: shard ?? null,
    allowsBehaviour: options.allowBehaviour === true,
  });
}

async function checkOne(
  { file, suite }: CheckItem,
  expectations: number,
  options: CheckOptions,
  tell: (days: number, daysAtMost: number) => void,
): Promise<SuiteFile> {
  const daysAtMost = options.daysAtMost ?? suite.daysAtMost ?? checkDaysAtMost;
  const setup = setupOf(suite, daysAtMost);
  const results = accumulatorFor(setup, true);
  const watch = new ExpectationWatch(results, daysAtMost, expectations);
  const expected = setup.report.expectations.length;
  const isRecorded = options.record !== undefined;
  const isWanted = expected > 0 && !isRecorded;
  const outcome = isWanted
    ? await simulateDays({
        setups: [setup],
        seed: setup.seed,
        days: daysAtMost,
        workers: options.workers,
        signal: options.signal,
        onDay: (day, [result]) => {
          if (result) results.add(day, result.record);
          tell(day + 1, daysAtMost);
          return !watch.day(day + 1);
        },
      })
    : { days: 0, ended: 'enough' as const };
  return {
    file,
    name: suite.name ?? setup.name,
    seed: setup.seed,
    set: suite.set,
    days: outcome.days,
    daysAtMost,
    looks: watch.looks,
    expectations: isWanted ? watch.verdicts(outcome.days, outcome.ended === 'stopped') : [],
    unchecked: isRecorded ? expected : 0,
    baseline: null,
  };
}

async function baselineFor(
  { file, suite, files = {} }: CheckItem,
  suites: number,
  options: CheckOptions,
  tell: (days: number, daysAtMost: number) => void,
): Promise<BaselineVerdict | null> {
  const { baselineOf, record, workers, signal } = options;
  if (baselineOf === undefined && record === undefined) return null;
  const made = { text: suite.text, set: suite.set, files };
  const play = (days: number) => ({ workers, signal, onDay: (day: number) => tell(day, days) });
  if (record !== undefined) {
    const days = suite.days ?? baselineDays;
    const recorded = await recordBaseline(suite.ready, made, days, play(days));
    if (recorded === null) return { ...missingBaseline(file), verdict: 'stopped' };
    record(file, recorded);
    return recordedBaseline(file, recorded);
  }
  const baseline = baselineOf?.(file) ?? null;
  if (baseline === null) return missingBaseline(file);
  const risk = FALSE_ALARM / Math.max(1, suites);
  return compareBaseline(baseline, suite.ready, made, file, { ...play(baseline.data.days), risk });
}

function setupOf({ ready }: Suite, days: number): Setup {
  return { ...ready.setup, world: { ...ready.setup.world, days } };
}

function optionProblems(options: CheckOptions): string[] {
  const problems = unknownOptions(options, Object.keys(checkOptions));
  const { daysAtMost, workers, shard } = options;
  if (daysAtMost !== undefined) problems.push(...whole('daysAtMost', daysAtMost, 2, mostDays));
  if (workers !== undefined) problems.push(...whole('workers', workers, 0, mostWorkers));
  if (shard !== undefined) {
    problems.push(...whole('shard.of', shard.of, 1, 10_000));
    problems.push(...whole('shard.index', shard.index, 1, Math.max(1, shard.of)));
  }
  return problems;
}

function itemProblems(items: readonly CheckItem[]): string[] {
  const problems = items.flatMap(({ file, suite }) =>
    expectationProblems(new Accumulator(suite.ready.setup)).map((problem) => `${file}: ${problem}`),
  );
  return problems;
}
