/** What the page is told of a scenario that was read: everything wrong with it, or what it holds and what there is to tune. */
import { fixOf, pathText, thresholdsOf } from '../../engine/index.ts';
import type { Problem, ReadResult } from '../../engine/index.ts';
import { clockOf, endClockOf } from '../../reports/clock.ts';
import { problemText } from '../../reports/problem-text.ts';
import type { ReadyScenario } from '../run.ts';
import type { OpenedScenario, PlacedProblem, ScenarioSummary } from './api.ts';

const SECOND = 1000;

export function openedOf(result: ReadResult): OpenedScenario {
  if (!result.ok) return { problems: result.problems.map(placed), summary: null, thresholds: [] };
  return {
    problems: result.warnings.map(placed),
    summary: summaryOf(result),
    thresholds: thresholdsOf(result.scenario, result.setup),
  };
}

function placed(problem: Problem): PlacedProblem {
  const { severity, code, path, line, column, set } = problem;
  return {
    severity,
    code,
    path: pathText(path),
    line,
    column,
    set,
    sentence: problemText(problem),
    fix: fixOf(problem),
  };
}

function summaryOf({ scenario, setup }: ReadyScenario): ScenarioSummary {
  const { routing, world, report } = setup;
  return {
    name: setup.name,
    description: scenario.description ?? null,
    queues: routing.queues.map(({ name }) => name),
    groups: world.groups.map(({ name }) => name),
    agents: Object.keys(scenario.agents ?? {}),
    seed: setup.seed,
    days: world.days,
    isContinuous: world.continuous,
    interval: world.interval / SECOND,
    from: clockOf(Math.min(...world.kinds.map(({ from }) => from))),
    to: endClockOf(Math.max(...world.kinds.map(({ to }) => to))),
    currency: report.currency,
    formula: report.serviceLevel,
    targets: routing.queues.map(({ name, serviceLevelThreshold }, at) => ({
      queue: name,
      share: report.targets[at] ?? null,
      within: serviceLevelThreshold / SECOND,
    })),
  };
}
