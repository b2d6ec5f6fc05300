/**
 * Changes of configuration while the engine runs: GEN-10, CP-08, CP-12, RT-X3, RT-X4, NT-X6. They change what the
 * next decision sees and touch nothing that is under way.
 */
import type { Membership } from './agent.ts';
import type { Centre } from './centre.ts';
import { NOBODY, type ConfigurationChange, type Refusal } from './protocol.ts';
import { isWorking, refresh } from './presence.ts';
import type { Queue } from './queue.ts';

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
      if (isWorking(agent.presence)) queue.working += 1;
      if (agent.ableFor !== 0) {
        queue.list(member);
        if (queue.due > 0) centre.markDirty(queue);
      }
      centre.requestPass();
      return null;
    }
    case 'leaveQueue': {
      const queue = centre.queues[change.queue]!;
      const member = queue.members.find((each) => each.agent.index === change.agent);
      if (member === undefined) return 'not-allowed-in-state';
      leave(queue, member);
      return null;
    }
    case 'removeQueue': {
      // RT-X3: not while somebody waits, rings or has our promise there. Then nobody is a member (RT-08).
      const queue = centre.queues[change.queue]!;
      if (queue.openItems + queue.callbacks > 0) return 'queue-not-empty';
      for (const member of [...queue.members]) leave(queue, member);
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

function leave(queue: Queue, member: Membership): void {
  const { agent } = member;
  if (member.isListed) queue.unlist(member);
  agent.memberships.splice(agent.memberships.indexOf(member), 1);
  queue.members.splice(queue.members.indexOf(member), 1);
  if (isWorking(agent.presence)) queue.working -= 1;
}
