/**
 * Changes of configuration while the engine runs: GEN-10, CP-08, CP-12, RT-X3, RT-X4, NT-X6. They change what the
 * next decision sees and touch nothing that is under way.
 */
import type { Centre } from './centre.ts';
import { NOBODY, type ConfigurationChange, type Refusal } from './protocol.ts';
import { refresh } from './presence.ts';
import { At } from './agent-states.ts';

export function configure(centre: Centre, change: ConfigurationChange): Refusal | null {
  switch (change.change) {
    case 'profileReset':
      return 'not-editable'; // CP-12: a new profile is needed
    case 'profileLimit': {
      const agent = centre.agents[change.agent]!;
      if (agent.profileLimit[change.profile] === NOBODY) return 'not-allowed-in-state';
      agent.profileLimit[change.profile] = change.limit ?? centre.setup.profiles[change.profile]!.limit;
      refresh(centre, agent); // AS-01: a manual edit of a limit starts no pass; the next one sees it
      return null;
    }
    case 'joinQueue': {
      const agent = centre.agents[change.agent]!;
      const queue = centre.queues[change.queue]!;
      if (agent.memberships.some((each) => each.queue === queue)) return 'already-assigned';
      const member = centre.join(agent, queue);
      if (agent.presence === At.available || agent.presence === At.busy || agent.presence === At.doNotDisturb)
        queue.working += 1;
      if (agent.ableFor !== 0) {
        queue.list(member);
        if (queue.due > 0) centre.markDirty(queue);
      }
      centre.requestPass();
      return null;
    }
    case 'leaveQueue': {
      const agent = centre.agents[change.agent]!;
      const queue = centre.queues[change.queue]!;
      const member = agent.memberships.find((each) => each.queue === queue);
      if (member === undefined) return 'not-allowed-in-state';
      if (member.isListed) queue.unlist(member);
      agent.memberships.splice(agent.memberships.indexOf(member), 1);
      queue.members.splice(queue.members.indexOf(member), 1);
      if (agent.presence === At.available || agent.presence === At.busy || agent.presence === At.doNotDisturb)
        queue.working -= 1;
      return null;
    }
    case 'queueSetting': {
      const queue = centre.queues[change.queue]!;
      const { setting, value } = change;
      if (setting === 'workItemLimit' || setting === 'averageWait')
        queue.overflow = queue.overflow.map((each) =>
          each.when === setting ? { ...each, limit: value } : each,
        );
      else queue[setting] = value;
      if (queue.due > 0) centre.markDirty(queue);
      return null;
    }
  }
}
