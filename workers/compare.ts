/**
 * Two scenarios over the same days with the same luck into a comparison. It refuses to know which of them is better.
 */
import { PairAccumulator, replicatesToSee, version } from '../engine/index.ts';
import type { Setup } from '../engine/index.ts';
import { buildComparison } from '../reports/compare.ts';
import type { Comparison } from '../reports/compare.ts';
import type { ReportWarning } from '../reports/schema.ts';
import { settingsDiff } from '../reports/settings-diff.ts';
import { inReport, KpiFinder, pairOf, valueOf } from './asked-kpi.ts';
import type { AskedKpi } from './asked-kpi.ts';
import { simulateDays } from './pool.ts';
import { isSameSetup } from './same-setup.ts';
import type { Outcome } from './course.ts';
import { follower, planOf, readyFrom, ScenarioError, scenarioWarnings } from './run.ts';
import type {
  OneRunOption,
  Plan,
  ReadyScenario,
  RunOptions,
  ScenarioProblem,
  ScenarioSource,
} from './run.ts';
import { OptionError } from './stopping.ts';

/** How two scenarios are compared: as they are run, with days and seed of the first where nothing is said. */
export interface CompareOptions extends Omit<RunOptions, OneRunOption | 'set'> {
  /** What the two are called in the comparison. Default: the scenarios' own names. */
  readonly names?: readonly [baseline: string, candidate: string] | undefined;
  /**
   * Differences to say of how many days they take to be seen: `abandonRate=0.5%`, `asa@support=2s`. Default: one point of the
   * service level and a second of the speed of answer.
   */
  readonly see?: readonly string[] | undefined;
}

/**
 * Simulates both scenarios on the same days with the same luck: every caller is the same person in both, whatever
 * the rules do with him. So the difference is known much better than either scenario by itself. In the comparison
 * lengths are seconds and shares fractions of 1; differences are candidate minus baseline.
 *
 * @param baseline the scenario as it is
 * @param candidate the scenario as it might be; to change a few settings, use `readScenario(text, { set })`
 * @throws {ScenarioError} when one of them has errors
 * @throws {OptionError} when an option makes no sense, or separate days should be compared with a long run
 * @throws {SimulationError} when the engine contradicts itself
 */
export async function compare(
  baseline: ScenarioSource,
  candidate: ScenarioSource,
  options: CompareOptions = {},
): Promise<Comparison> {
  const [one, other] = bothRead(baseline, candidate, options);
  const first = planOf(one, options, Object.keys(compareOptions));
  const { seed, days } = first;
  const second = planOf(other, { ...options, seed, days }, Object.keys(compareOptions));
  if (first.setup.world.continuous !== second.setup.world.continuous) {
    throw new OptionError('Separate days cannot be compared with a long run (days: continuous).');
  }
  const wanted = wantedOf(options.see, first.setup);
  const pairs = new PairAccumulator(first.setup, second.setup);
  const follow = follower([pairs.baseline, pairs.candidate], options, days, () => days);
  const outcome = await simulateDays({
    setups: [first.setup, second.setup],
    seed,
    days,
    workers: options.workers,
    signal: options.signal,
    onDay: (day, [one, other]) => {
      if (!one || !other) return false;
      pairs.add(day, one.record, other.record);
      follow(one.events + other.events);
      return true;
    },
  });
  pairs.close();
  return comparisonOf({ first, second, pairs, outcome, wanted }, options);
}

/** Two scenarios simulated on the same days. */
export interface Compared {
  readonly first: Plan;
  readonly second: Plan;
  readonly pairs: PairAccumulator;
  readonly outcome: Outcome;
  readonly wanted: readonly Wanted[];
}

export function comparisonOf(
  { first, second, pairs, outcome, wanted }: Compared,
  options: CompareOptions = {},
): Comparison {
  const settings = settingsDiff(first.ready.scenario, second.ready.scenario);
  const info = {
    version,
    seed: first.seed,
    days: first.days,
    ended: outcome.ended,
    command: options.command?.(outcome) ?? apiCommand(first, outcome),
    warnings: bothWarnings(first, second),
    settings,
    identical: settings.length === 0 && isSameSetup(first.ready.setup, second.ready.setup),
    toSee: wanted.map((each) => toSee(each, pairs, options.see !== undefined)),
  };
  return buildComparison(pairs, options.names ? { ...info, names: options.names } : info);
}

const compareOptions = {
  days: true,
  seed: true,
  workers: true,
  signal: true,
  onProgress: true,
  command: true,
  files: true,
  names: true,
  see: true,
} as const satisfies Record<keyof CompareOptions, true>;

const SEEN = ['serviceLevel=1%', 'asa=1s'];

/** A difference that somebody wants to see. */
export interface Wanted {
  readonly asked: AskedKpi;
  readonly size: number;
}

/** One point of the service level and a second of the speed of answer, unless told. */
export function wantedOf(see: readonly string[] | undefined, setup: Setup): Wanted[] {
  const problems: string[] = [];
  const finder = new KpiFinder(setup);
  const wanted = (see ?? SEEN).flatMap((text): Wanted[] => {
    const [, kpi = '', written = ''] = /^([^=]+)=([^=]+)$/.exec(text) ?? [];
    if (kpi === '') {
      problems.push(`A difference to see is written like abandonRate=0.5%, not "${text}".`);
      return [];
    }
    const asked = finder.find(kpi, problems);
    const size = asked && valueOf(asked, written, problems);
    if (asked === undefined || size === undefined) return [];
    if (size <= 0) problems.push(`A difference to see is more than 0, not "${text}".`);
    else if (asked.named.unit === 'share' && size >= 1)
      problems.push(
        `A difference of ${kpi} to see is below 100 points: write ${kpi}=1% or ${kpi}=0.01, not "${text}".`,
      );
    else return [{ asked, size }];
    return [];
  });
  if (problems.length > 0) throw new OptionError(problems);
  return wanted;
}

function toSee(
  { asked, size }: Wanted,
  pairs: PairAccumulator,
  stated: boolean,
): Comparison['toSee'][number] {
  const { kpi, queue, group, named } = asked;
  const pair = pairOf(pairs, asked);
  const replicates = pair === undefined ? null : replicatesToSee(pairs.difference(pair).difference, size);
  return {
    id: named.id === 'K-01' ? 'K-01' : kpi.id,
    stat: kpi.stat,
    queue: queue ?? group,
    difference: inReport(asked, size),
    days: replicates === null ? null : replicates * pairs.baseline.blockDays,
    stated,
  };
}

/** The problems of both at once, each with the scenario it is of. */
function bothRead(
  baseline: ScenarioSource,
  candidate: ScenarioSource,
  options: CompareOptions,
): [ReadyScenario, ReadyScenario] {
  const problems: ScenarioProblem[] = [];
  const read = (source: ScenarioSource, scenario: 'baseline' | 'candidate') => {
    try {
      return readyFrom(source, { files: options.files });
    } catch (error) {
      if (!(error instanceof ScenarioError)) throw error;
      problems.push(...error.problems.map((problem) => ({ ...problem, scenario })));
      return undefined;
    }
  };
  const first = read(baseline, 'baseline');
  const second = read(candidate, 'candidate');
  if (!first || !second) throw new ScenarioError(problems);
  return [first, second];
}

/** Of both, what is said of both only once. */
function bothWarnings(first: Plan, second: Plan): ReportWarning[] {
  const warnings = scenarioWarnings(first.ready);
  const isNews = ({ text }: ReportWarning) => !warnings.some((each) => each.text === text);
  return [...warnings, ...scenarioWarnings(second.ready).filter(isNews)];
}

function apiCommand({ setup, seed, days }: Plan, outcome: Outcome): string {
  const again = setup.world.continuous ? days : outcome.days;
  return `compare(baseline, candidate, { seed: ${seed}, days: ${again} })`;
}
