/**
 * A library scenario as shipped and with each change that its header suggests, over the same days with the same luck: the report
 * of each, and what each change makes of it, paired day by day. Each is simulated once. It knows no page.
 */
import { Accumulator, PairAccumulator, readScenario, version } from '../../../engine/index.ts';
import type { Setup } from '../../../engine/index.ts';
import { buildComparison } from '../../../reports/compare.ts';
import type { Comparison } from '../../../reports/compare.ts';
import { buildReport } from '../../../reports/model.ts';
import { problemLine } from '../../../reports/problem-text.ts';
import type { Report } from '../../../reports/schema.ts';
import { simulateDays } from '../../../workers/pool.ts';

export interface Variant {
  readonly report: Report;
  /** Against the scenario as shipped; null: it is that. */
  readonly comparison: Comparison | null;
}

/** @param sets the settings of each change; the scenario as shipped comes first by itself. */
export async function runVariants(
  scenario: string,
  sets: readonly (readonly string[])[],
  days: number,
): Promise<readonly Variant[]> {
  const setups = [[], ...sets].map((set) => setupOf(scenario, set, days));
  const [shipped, ...changed] = setups as [Setup, ...Setup[]];
  const alone = new Accumulator(shipped);
  const pairs = changed.map((setup) => new PairAccumulator(shipped, setup));
  const { seed } = shipped;
  await simulateDays({
    setups,
    seed,
    days,
    // The built engine costs half of what it costs inside the tests' own loader.
    workers: 1,
    onDay: (day, [first, ...others]) => {
      if (!first) return false;
      alone.add(day, first.record);
      pairs.forEach((pair, at) => pair.add(day, first.record, others[at]!.record));
      return true;
    },
  });
  alone.close();
  for (const pair of pairs) pair.close();
  const info = { version, seed, days, ended: 'allDays', command: '' } as const;
  return [
    { report: buildReport(shipped, alone, info), comparison: null },
    ...pairs.map((pair, at) => ({
      report: buildReport(changed[at]!, pair.candidate, info),
      comparison: buildComparison(pair, info),
    })),
  ];
}

function setupOf(scenario: string, set: readonly string[], days: number): Setup {
  const result = readScenario(scenario, { set });
  if (result.ok) return { ...result.setup, world: { ...result.setup.world, days } };
  throw new Error(result.problems.map((problem) => problemLine(problem, 'library')).join('\n'));
}
