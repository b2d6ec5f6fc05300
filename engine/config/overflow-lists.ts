/** The overflow lists of a scenario, of queues and of rules, each with where it stands and whom it concerns. Nothing is checked here. */
import type { ProblemPath } from './problems.ts';
import type { OverflowOptions, Scenario } from './scenario.ts';
import type { Channel } from './setup.ts';

export interface OverflowList {
  readonly path: ProblemPath;
  /** The queue, or the workstream of the rule. */
  readonly owner: string;
  readonly channel: Channel;
  /** Whose contacts it treats: one queue, or those a rule may choose. */
  readonly queues: readonly string[];
  readonly items: readonly OverflowOptions[];
  /** A rule replaces the list before the queue only (OV-10). */
  readonly isRule: boolean;
}

export function overflowLists({ queues = {}, workstreams = {} }: Scenario): OverflowList[] {
  const ofQueues = Object.entries(queues).map(([name, queue]) => ({
    path: ['queues', name, 'overflow'],
    owner: name,
    channel: queue.channel ?? 'voice',
    queues: [name],
    items: queue.overflow ?? [],
    isRule: false,
  }));
  const ofRules = Object.entries(workstreams).flatMap(([name, workstream]) =>
    (workstream.rules ?? []).map((rule, index) => ({
      path: ['workstreams', name, 'rules', index, 'overflow'],
      owner: name,
      channel: workstream.channel ?? 'voice',
      queues: [rule.to, ...(rule.split ?? []).map(({ queue }) => queue)].filter(
        (queue) => queue !== undefined,
      ),
      items: rule.overflow ?? [],
      isRule: true,
    })),
  );
  return [...ofQueues, ...ofRules];
}
