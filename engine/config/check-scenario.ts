/** Everything that options can only get wrong together, topic by topic. */
import { checkAgents } from './check-agents.ts';
import { checkCallbackProfiles } from './check-callbacks.ts';
import { CheckContext } from './check-context.ts';
import { checkCapacity } from './check-capacity.ts';
import { checkDays, checkHours } from './check-days.ts';
import { checkDemand } from './check-demand.ts';
import { checkExpectations } from './check-expectations.ts';
import { checkLimits } from './check-limits.ts';
import { checkOverflow } from './check-overflow.ts';
import { checkQueues } from './check-queues.ts';
import { checkWorkstreams } from './check-workstreams.ts';
import type { Findings, ProblemPath } from './problems.ts';
import type { Scenario } from './scenario.ts';

/** `written` is the plain data before anything was taken out, `removed` the paths that were. */
export function checkScenario(
  scenario: Scenario,
  written: unknown,
  removed: readonly ProblemPath[],
  findings: Findings,
): void {
  const context = new CheckContext(scenario, written, removed, findings);
  for (const part of ['queues', 'agents', 'demand'] as const) {
    if (context.names(part).size === 0) context.missing([part]);
  }
  checkDays(context);
  checkHours(context);
  checkQueues(context);
  checkOverflow(context);
  checkCallbackProfiles(context);
  checkWorkstreams(context);
  checkCapacity(context);
  checkAgents(context);
  checkDemand(context);
  checkExpectations(context);
  checkLimits(context);
}
