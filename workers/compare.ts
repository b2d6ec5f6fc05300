/**
 * Two scenarios over the same days with the same luck into a comparison. It refuses to know which of them is better.
 */
import { Accumulator, PairedAccumulator, version } from '../engine/index.ts';
import { buildComparison } from '../reports/compare.ts';
import type { Comparison } from '../reports/compare.ts';
import { buildReport } from '../reports/model.ts';
import type { Report } from '../reports/schema.ts';
import { simulateDays } from './pool.ts';
import type { Outcome } from './pool.ts';
import { follower, planOf, scenarioWarnings } from './run.ts';
import type { Plan, RunOptions, ScenarioSource } from './run.ts';
import { OptionError } from './stopping.ts';

/** How two scenarios are compared: as they are run, with days and seed of the first where nothing is said. */
export type CompareOptions = Omit<RunOptions, 'untilHalfwidth' | 'command' | 'set'>;

/**
 * Simulates both scenarios on the same days with the same luck: every caller is the same person in both, whatever
 * the rules do with him. So the difference is known much better than either scenario by itself.
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
  const first = planOf(baseline, options);
  const { seed, days } = first;
  const second = planOf(candidate, { ...options, seed, days });
  if (first.setup.world.continuous !== second.setup.world.continuous) {
    throw new OptionError('Separate days cannot be compared with a long run (days: continuous).');
  }
  const plans = [first, second];
  const results = plans.map(({ setup }) => new Accumulator(setup));
  const pairs = new PairedAccumulator(first.setup, second.setup);
  const follow = follower(results, options, () => days);
  const outcome = await simulateDays({
    setups: plans.map(({ setup }) => setup),
    seed,
    days,
    workers: options.workers,
    signal: options.signal,
    onDay: (day, [one, other]) => {
      if (!one || !other) return false;
      results[0]?.add(day, one.record);
      results[1]?.add(day, other.record);
      pairs.add(one.record, other.record);
      follow(one.events + other.events);
      return true;
    },
  });
  pairs.close();
  const reports = results.map((each, at) => reportOf(plans[at] ?? first, each, outcome));
  return buildComparison(reports[0] as Report, reports[1] as Report, pairs);
}

function reportOf(plan: Plan, results: Accumulator, { ended, days: done }: Outcome): Report {
  const { setup, seed, days } = plan;
  results.close();
  return buildReport(setup, results, {
    version,
    seed,
    days,
    ended,
    command: `run(scenario, { seed: ${seed}, days: ${setup.world.continuous ? days : done} })`,
    warnings: scenarioWarnings(plan.ready),
  });
}
