/**
 * A scenario and options into a report: reads, checks what was asked, lets the pool simulate, adds the days up and
 * stops when told to. The one place where engine, workers and reports meet. It refuses to know files and terminals.
 */
import { Accumulator, CONTROLS, nearestName, pathText, readScenario, version } from '../engine/index.ts';
import type { Problem, ReadOptions, ScenarioFile, Setup } from '../engine/index.ts';
import { buildReport } from '../reports/model.ts';
import { problemLine, problemText } from '../reports/problem-text.ts';
import type { Report, ReportWarning } from '../reports/schema.ts';
import { Pace } from './pace.ts';
import type { Progress } from './pace.ts';
import { mostWorkers, simulateDays } from './pool.ts';
import type { Outcome } from './course.ts';
import { accumulatorFor, mostDays, setupFor, whole } from './plan.ts';
import type { Plan, ReadyScenario } from './plan.ts';
import { daysAtLeast, daysAtMost, OptionError, Precision } from './stopping.ts';
import type { Until, UntilHalfwidth, UntilRelative } from './stopping.ts';
import { chooseWarmUp, warmUpProblems } from './warm-up.ts';

export { accumulatorFor, mostDays, whole } from './plan.ts';
export type { Plan, ReadyScenario } from './plan.ts';

/** A scenario to simulate: its text, the same as plain data, or what `readScenario` made of it. */
export type ScenarioSource = string | ScenarioFile | ReadyScenario;

/** How a scenario is run. */
export interface RunOptions extends ReadOptions {
  /** Days to simulate, 1 to 1,000,000. Default: what the scenario says; with `untilHalfwidth` or `untilRelative` at most this many, default 10,000. */
  readonly days?: number | undefined;
  /** The seed of all chance, 0 to 4,294,967,295. Default: what the scenario says. */
  readonly seed?: number | undefined;
  /** Worker threads, 0 (none: in this thread) to 1024. Default: one per processor core. The report is the same for any number. */
  readonly workers?: number | undefined;
  /** Stop when the interval of a KPI, or of each of several, is narrow enough; decided only after 100, 150, 200, 300, 400, 600 ... days. */
  readonly untilHalfwidth?: UntilHalfwidth | readonly UntilHalfwidth[] | undefined;
  /** The same as a part of the KPI's value. With both, all must be reached. */
  readonly untilRelative?: UntilRelative | readonly UntilRelative[] | undefined;
  /**
   * Separate days in pairs: the second day of each has 1 - u for every u of the first one's luck, and the pair is the replicate.
   * Narrower intervals for the same days; `days` is then even.
   */
  readonly antithetic?: boolean | undefined;
  /**
   * Adjust ratios by what is known exactly of each day: how many called and how much work they brought. Separate days only; from
   * about 13 days on.
   */
  readonly controlVariates?: boolean | undefined;
  /** Leave out as much of the start as MSER-5 finds in a pilot of its own luck, in place of the scenario's `warmUp`; for steady demand. */
  readonly warmUp?: 'auto' | undefined;
  /** Stops the run within about 100 ms; the report is then of the days done so far. */
  readonly signal?: AbortSignal | undefined;
  /** Told after each day. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** What the report says one should type to see the same again, given how the run ended. */
  readonly command?: ((outcome: Outcome) => string) | undefined;
}

/** Options of a run by itself, which a comparison has not. */
export type OneRunOption = 'untilHalfwidth' | 'untilRelative' | 'antithetic' | 'controlVariates' | 'warmUp';

/** A problem, and of which scenario it is; `scenario` where there is only one. */
export interface ScenarioProblem extends Problem {
  readonly scenario: 'scenario' | 'baseline' | 'candidate';
}

/** A scenario has errors: all of them, each with its place. */
export class ScenarioError extends Error {
  override readonly name = 'ScenarioError';
  readonly problems: readonly ScenarioProblem[];

  constructor(problems: readonly (Problem & Partial<ScenarioProblem>)[]) {
    const all = problems.map((problem) => ({ ...problem, scenario: problem.scenario ?? 'scenario' }));
    super(all.map((problem) => problemLine(problem, problem.scenario)).join('\n'));
    this.problems = all;
  }
}

const runOptions = {
  days: true,
  seed: true,
  workers: true,
  untilHalfwidth: true,
  untilRelative: true,
  antithetic: true,
  controlVariates: true,
  warmUp: true,
  signal: true,
  onProgress: true,
  command: true,
  files: true,
  set: true,
} as const satisfies Record<keyof RunOptions, true>;

/** All that is wrong with the options is said at once. */
export function planOf(
  source: ScenarioSource,
  options: RunOptions,
  known: readonly string[] = Object.keys(runOptions),
): Plan {
  const ready = readyFrom(source, options);
  const { setup } = ready;
  const until = untilOf(options);
  const problems = unknownOptions(options, known);
  const seed = options.seed ?? setup.seed;
  const days = options.days ?? (until.length > 0 ? daysAtMost : setup.world.days);
  problems.push(...whole('seed', seed, 0, 4_294_967_295));
  if (until.length > 0 && Number.isInteger(days) && days >= 1 && days < daysAtLeast) {
    const name = isEmpty(options.untilHalfwidth) ? 'untilRelative' : 'untilHalfwidth';
    problems.push(`${name} first looks after ${daysAtLeast} days; ${days} days are too few for it.`);
  } else problems.push(...whole('days', days, 1, mostDays));
  if (options.workers !== undefined) problems.push(...whole('workers', options.workers, 0, mostWorkers));
  if (until.length > 0) problems.push(...precisionProblems(setup, until));
  problems.push(...analysisProblems(setup, options, days));
  if (problems.length > 0) throw new OptionError(problems);
  return { ready, setup: setupFor(setup, seed, days), seed, days };
}

function analysisProblems(setup: Setup, options: RunOptions, days: number): string[] {
  const { antithetic, controlVariates, warmUp } = options;
  const problems: string[] = [];
  const isLong = setup.world.continuous;
  if (antithetic === true && isLong)
    problems.push('antithetic makes pairs of separate days; this is one long run (days: continuous).');
  else if (antithetic === true && days % 2 !== 0)
    problems.push(`antithetic makes pairs of days: their number is even, not ${days}.`);
  if (controlVariates === true && isLong)
    problems.push('controlVariates are known of separate days; this is one long run (days: continuous).');
  if (warmUp !== undefined) problems.push(...warmUpProblems(setup, warmUp));
  return problems;
}

export function readyFrom(source: ScenarioSource, options: ReadOptions): ReadyScenario {
  // Programs without types get here too.
  if (typeof source !== 'string' && (typeof source !== 'object' || source === null)) {
    throw new OptionError(
      `The scenario is ${String(source)}. Give its text, the same as plain data, or what readScenario made of it.`,
    );
  }
  if (isReady(source)) return source;
  const text = typeof source === 'string' ? source : JSON.stringify(source);
  const result = readScenario(text, options);
  if (!result.ok) throw new ScenarioError(result.problems);
  return result;
}

function isReady(source: ScenarioSource): source is ReadyScenario {
  return typeof source === 'object' && 'ok' in source && 'setup' in source;
}

export function unknownOptions(options: object, known: readonly string[]): string[] {
  const strange = Object.keys(options).filter((name) => !known.includes(name));
  return strange.map((name) => {
    const nearest = nearestName(name, known);
    const hint = nearest === undefined ? `Known: ${known.join(', ')}.` : `Did you mean "${nearest}"?`;
    return `There is no option "${name}". ${hint}`;
  });
}

/** All that the intervals are to reach; none: it runs for its days. */
export function untilOf({ untilHalfwidth = [], untilRelative = [] }: RunOptions): readonly Until[] {
  return [untilHalfwidth, untilRelative].flat();
}

function isEmpty(until: RunOptions['untilHalfwidth']): boolean {
  return until === undefined || (until instanceof Array && until.length === 0);
}

function precisionProblems(setup: Setup, until: readonly Until[]): readonly string[] {
  try {
    void new Precision(new Accumulator(setup), until);
    return [];
  } catch (error) {
    if (error instanceof OptionError) return error.problems;
    throw error;
  }
}

/**
 * Simulates a scenario and reports: waits, service level, abandonment, callbacks, occupancy, each with its 95 %
 * confidence interval. Same scenario, seed, days and version: the same report, on any machine and any number of
 * workers. In a report lengths are seconds and shares fractions of 1.
 *
 * @param source the text of a scenario (YAML or JSON), the same as plain data, or what `readScenario` made of it
 * @throws {ScenarioError} when the scenario has errors; all of them
 * @throws {OptionError} when an option makes no sense
 * @throws {SimulationError} when the engine contradicts itself: a fault of Tandem, with seed and day to see it again
 */
export async function run(source: ScenarioSource, options: RunOptions = {}): Promise<Report> {
  const plan = planOf(source, options);
  const { seed, days } = plan;
  const { antithetic = false, controlVariates = false } = options;
  const chosen = options.warmUp === undefined ? null : await chooseWarmUp(plan.setup, seed, options);
  const length = chosen?.length ?? null;
  const setup = length === null ? plan.setup : withWarmUp(plan.setup, length);
  const until = untilOf(options);
  const results = accumulatorFor(setup, until.length > 0, {
    antithetic,
    controls: controlVariates ? CONTROLS.length : 0,
  });
  const precision = until.length === 0 ? undefined : new Precision(results, until);
  const follow = follower([results], options, days, () => precision?.daysExpected ?? days);
  const outcome = await simulateDays({
    setups: [setup],
    seed,
    days,
    workers: options.workers,
    signal: options.signal,
    antithetic,
    controls: controlVariates,
    onDay: (day, [result]) => {
      if (result) results.add(day, result.record, result.controls);
      follow(result?.events ?? 0);
      return precision?.isEnough(day + 1) !== true;
    },
  });
  results.close();
  return buildReport(setup, results, {
    version,
    seed,
    days,
    ended: outcome.ended,
    set: options.set ?? [],
    command: options.command?.(outcome) ?? apiCommand(seed, setup, outcome, days),
    warnings: [
      ...scenarioWarnings(plan.ready),
      ...(chosen?.warnings ?? []),
      ...(precision?.warnings(outcome.ended) ?? []),
    ],
    warmUp: chosen,
  });
}

function withWarmUp(setup: Setup, warmUp: number): Setup {
  return { ...setup, world: { ...setup.world, warmUp } };
}

/** Tells how far it is after each day. */
export function follower(
  results: readonly Accumulator[],
  options: RunOptions,
  daysAsked: number,
  daysExpected: () => number,
): (events: number) => void {
  const { onProgress } = options;
  if (!onProgress) return () => undefined;
  const pace = new Pace(daysAsked, () => performance.now());
  const arrived = results.map((each) => each.kpi('Arrived'));
  return (events) => {
    const calls = results.reduce((sum, each, at) => sum + countOf(each, arrived[at]), 0);
    pace.day(events, calls);
    onProgress(pace.progress(daysExpected()));
  };
}

function countOf(results: Accumulator, kpi: ReturnType<Accumulator['kpi']>): number {
  if (kpi?.form !== 'ratio') return 0;
  return results.sums(kpi).reduce((sum, { N }) => sum + N, 0);
}

export function scenarioWarnings(ready: ReadyScenario): ReportWarning[] {
  return ready.warnings.map((problem) => ({
    code: problem.code,
    text: problemText(problem),
    parameters: plainParameters(problem),
  }));
}

/** Lists as one text each, and the place in the file beside them. */
function plainParameters({ params, path, line, column }: Problem): ReportWarning['parameters'] {
  const plain = Object.entries(params).map(([name, value]) => [
    name,
    typeof value === 'object' ? value.join(', ') : value,
  ]);
  return { ...Object.fromEntries(plain), path: pathText(path), line, column };
}

function apiCommand(seed: number, setup: Setup, outcome: Outcome, days: number): string {
  // The first days of separate ones are the same however many are asked for.
  const again = setup.world.continuous ? days : outcome.days;
  return `run(scenario, { seed: ${seed}, days: ${again} })`;
}
