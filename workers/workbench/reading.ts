/**
 * A scenario of the page, read: everything wrong with it, or what it holds, what there is to tune, and what is simulated. A file of its
 * own, because the reader is half of the script that a first visit would wait for. A browser has no files: what a scenario names in one
 * is missing, and is said to be.
 */
import { fixOf, pathText, readScenario, thresholdsOf } from '../../engine/index.ts';
import type { Problem, ReadResult } from '../../engine/index.ts';
import { clockOf, endClockOf } from '../../reports/clock.ts';
import { problemText } from '../../reports/problem-text.ts';
import { settingsDiff } from '../../reports/settings-diff.ts';
import type { SettingChange } from '../../reports/settings-diff.ts';
import { ScenarioError, scenarioWarnings } from '../run.ts';
import type { ReadyScenario } from '../run.ts';
import type { ScenarioState, ScenarioSummary } from './api.ts';
import type { Reading, ReadProblem } from './reader.ts';

const SECOND = 1000;

export function readingOf({ text, set }: ScenarioState): Reading {
  return readingFrom(readScenario(text, { set }));
}

function readingFrom(result: ReadResult): Reading {
  if (!result.ok) {
    const { message } = new ScenarioError(result.problems);
    return {
      opened: { problems: result.problems.map(placed), summary: null, thresholds: [] },
      right: null,
      message,
    };
  }
  const { scenario, setup, warnings } = result;
  return {
    opened: {
      problems: warnings.map(placed),
      summary: summaryOf(result),
      thresholds: thresholdsOf(scenario, setup),
    },
    right: { setup, warnings: scenarioWarnings(result) },
    message: null,
  };
}

/** What differs in the settings of two scenarios without errors. */
export function differencesOf(one: ScenarioState, other: ScenarioState): readonly SettingChange[] {
  const [before, after] = [one, other].map(({ text, set }) => readScenario(text, { set }));
  return before?.ok === true && after?.ok === true ? settingsDiff(before.scenario, after.scenario) : [];
}

function placed(problem: Problem): ReadProblem {
  const { severity, code, path, line, column, set } = problem;
  return {
    severity,
    code,
    path: pathText(path),
    line,
    column,
    set,
    sentences: { en: problemText(problem, 'en'), fr: problemText(problem, 'fr') },
    fix: fixOf(problem),
    rename: keyMeant(problem),
  };
}

function keyMeant({ code, params, set }: Problem): string | null {
  const { nearest } = params;
  return code === 'E-KEY' && set === null && typeof nearest === 'string' ? nearest : null;
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
