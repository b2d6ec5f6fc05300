/**
 * Two scenarios over the same days with the same luck into a comparison. It refuses to know which of them is better.
 */
import { PairAccumulator } from '../engine/index.ts';
import type { Comparison } from '../reports/compare.ts';
import { settingsDiff } from '../reports/settings-diff.ts';
import { comparisonOf, wantedOf } from './comparison-of.ts';
import type { ComparedSide } from './comparison-of.ts';
import { simulateDays } from './pool.ts';
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
  const settings = settingsDiff(one.scenario, other.scenario);
  return comparisonOf(
    { first: sideOf(first), second: sideOf(second), pairs, outcome, wanted, settings },
    options,
  );
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

function sideOf({ ready, setup, seed, days }: Plan): ComparedSide {
  return { setup, seed, days, warnings: scenarioWarnings(ready) };
}
