/** Everything that options can only get wrong together, topic by topic. */
import { CheckContext } from './check-context.ts';
import type { Findings, ProblemPath } from './problems.ts';
import type { Scenario } from './scenario.ts';

export function checkScenario(
  scenario: Scenario,
  written: unknown,
  removed: readonly ProblemPath[],
  findings: Findings,
): void {
  const context = new CheckContext(scenario, written, removed, findings);
  void context;
}
