/**
 * The assignment pass as the rules say it, word by word and without any thought of speed: AS-02 over all items
 * and all agents, RT-11, AS-03 .. AS-06, AS-10 .. AS-13, NT-05 .. NT-07, CP and PR. The fast pass of
 * assignment.ts must give the same items to the same agents in the same order. It reads what is so in the Centre
 * (who waits, presence, rings, capacity used, declines) and nothing of what the engine has worked out from it:
 * no list of able agents, no counter, no dirty mark. It changes nothing.
 */
import type { CapacityProfileSetup, WorkClassSetup } from '../config/setup.ts';
import { presenceMachine } from './agent-states.ts';
import type { Agent, Membership } from './agent.ts';
import type { Centre } from './centre.ts';
import { contactMachine } from './contact-states.ts';
import type { Contact } from './contact.ts';
import type { AgentId, ContactId } from './protocol.ts';
import type { Queue } from './queue.ts';

export interface Assignment {
  readonly contact: ContactId;
  readonly agent: AgentId;
}

/** One agent as the pass finds him, and as it leaves him for the next item. */
interface Candidate {
  readonly agent: Agent;
  usedUnits: number;
  readonly profileUsed: number[];
  /** Channels on which an offer rings. */
  readonly ringsOn: Set<string>;
  /** AS-05: sequence of the last assignment, by queue. */
  readonly lastAssigned: Map<Queue, number>;
}

/** What a pass would do now, in order. */
export function literalPass(centre: Centre): Assignment[] {
  const candidates = centre.agents.map((agent) => candidateOf(agent));
  let sequence = centre.assignments;
  const assignments: Assignment[] = [];
  for (const item of itemsInOrder(centre)) {
    const chosen = choose(centre, item, candidates);
    if (chosen === null) continue; // AS-02: items with no agent stay
    take(centre, item, chosen, ++sequence);
    assignments.push({ contact: item.id, agent: chosen.agent.index });
  }
  return assignments;
}

function candidateOf(agent: Agent): Candidate {
  const ringsOn = new Set<string>();
  for (const ring of agent.rings) if (ring !== null) ringsOn.add(ring.queue!.setup.channel);
  return {
    agent,
    usedUnits: agent.usedUnits,
    profileUsed: [...agent.profileUsed],
    ringsOn,
    lastAssigned: new Map(agent.memberships.map(({ queue, lastAssigned }) => [queue, lastAssigned])),
  };
}

// ---- items

/** AS-02, RT-11: the block of each queue, all in one order: lower priority number first, then the oldest. */
function itemsInOrder(centre: Centre): Contact[] {
  const items: Contact[] = [];
  for (const queue of centre.queues) {
    const waiting = centre.contacts.slots.filter(
      (contact) => contact.id >= 0 && contact.queue === queue && mayBeOffered(centre, contact),
    );
    waiting.sort((a, b) => a.rank - b.rank); // RT-09
    items.push(...waiting.slice(0, queue.blockSize));
  }
  items.sort((a, b) => a.queue!.priority - b.queue!.priority || a.rank - b.rank);
  // Preset dynamics: live items over all queues together.
  let left = centre.setup.sharedBlock ?? Infinity;
  return items.filter((item) => item.queue!.setup.channel === 'records' || left-- > 0);
}

/** Waits in its queue, and nothing but an agent keeps it from being served. */
function mayBeOffered(centre: Centre, contact: Contact): boolean {
  const state = contactMachine.states[contact.state];
  if (state !== 'queued' && state !== 'callbackWaiting') return false;
  if (contact.leftToSupervisor) return false; // NT-07
  if (state === 'queued') return true;
  // CB-17: not before the gap after the opt-in leg is over.
  if (centre.calendar.isPending(contact.stepTicket)) return false;
  // CB-X11: not while we dial or talk to this number.
  const isNumberBusy = centre.contacts.slots.some((other) => {
    const doing = contactMachine.states[other.state];
    return (
      other.id >= 0 &&
      other.caller === contact.caller &&
      (doing === 'dialling' || doing === 'callbackConnected')
    );
  });
  // LM-01: refused a line, it waits until one frees.
  return !isNumberBusy && !contact.waitsForLine;
}

// ---- agents

/** The agent for an item, or null. NT-05: who has declined it sorts last; NT-06: and is asked only if all able ones have. */
function choose(centre: Centre, item: Contact, candidates: readonly Candidate[]): Candidate | null {
  const able = candidates.filter((candidate) => isAble(centre, item, candidate));
  const willing = able.filter(({ agent }) => timesDeclined(item, agent) === 0);
  if (willing.length > 0) return willing.sort((a, b) => compare(item.queue!, a, b))[0]!;
  return able.sort((a, b) => lastDecline(item, a.agent) - lastDecline(item, b.agent))[0] ?? null;
}

/** AS-03. */
function isAble(centre: Centre, item: Contact, candidate: Candidate): boolean {
  const { agent } = candidate;
  const queue = item.queue!;
  const work = centre.setup.classes[item.workClass]!;
  if (!agent.memberships.some((member) => member.queue === queue)) return false;
  const presence = presenceMachine.states[agent.presence]!;
  if (presence === 'signedOut' || presence === 'inactive') return false; // PR-01
  if (!work.allowedPresences.some((allowed) => allowed === presence)) return false; // PR-03
  if (agent.pendingPresence !== '') return false; // PR-06
  if (isIdleOn(agent, work)) return false; // PR-08
  if (candidate.ringsOn.has(work.channel)) return false; // AS-12
  if (timesDeclined(item, agent) >= queue.setup.declineLimit) return false; // NT-06
  return hasCapacity(centre.setup.profiles, work, candidate);
}

const CHANNELS = ['voice', 'messaging', 'records'];

const isIdleOn = (agent: Agent, work: WorkClassSetup): boolean =>
  Math.floor(agent.idleChannels / 2 ** CHANNELS.indexOf(work.channel)) % 2 === 1;

/** Units may be fractions, and a sum of tenths is no tenth. */
const exact = (units: number): number => Math.round(units * 1e6) / 1e6;
const free = ({ agent, usedUnits }: Candidate): number => exact(agent.setup.units - usedUnits);

/** CP-02, CP-05, CP-11. */
function hasCapacity(
  profiles: readonly CapacityProfileSetup[],
  work: WorkClassSetup,
  { agent, usedUnits, profileUsed }: Candidate,
): boolean {
  if (exact(agent.setup.units - usedUnits) < work.units) return false;
  for (const [profile, { blocking }] of profiles.entries()) {
    const holds = agent.setup.profiles.some((held) => held.profile === profile);
    const isNeeded = work.profiles.includes(profile);
    if (!holds && isNeeded) return false;
    if (!holds) continue;
    const isFull = profileUsed[profile]! >= agent.profileLimit[profile]!;
    if (isFull && (isNeeded || blocking)) return false;
  }
  return true;
}

function timesDeclined(item: Contact, agent: Agent): number {
  for (let at = 0; at < (item.declines?.length ?? 0); at += 2)
    if (item.declines![at] === agent.index) return item.declines![at + 1]!;
  return 0;
}

/** When he declined it last, as a place in the order of last declines. */
function lastDecline(item: Contact, agent: Agent): number {
  const agents = (item.declines ?? []).filter((_, at) => at % 2 === 0);
  return agents.indexOf(agent.index);
}

/** AS-04 .. AS-06, AS-10: negative if a comes first. AS-11: joining order and index settle every tie. */
function compare(queue: Queue, a: Candidate, b: Candidate): number {
  const roundRobin = (): number =>
    a.lastAssigned.get(queue)! - b.lastAssigned.get(queue)! || joiningOrder(queue, a.agent, b.agent);
  switch (queue.setup.method) {
    case 'highestCapacity':
      return free(b) - free(a) || roundRobin();
    case 'roundRobin':
      return roundRobin();
    case 'leastActive': {
      const isMessages = queue.setup.channel === 'messaging';
      const released = ({ agent }: Candidate): number =>
        isMessages ? agent.releasedMessaging : agent.releasedVoice;
      return released(a) - released(b) || roundRobin();
    }
    case 'longestAvailable':
      return a.agent.availableSince - b.agent.availableSince || roundRobin();
    case 'linear':
      return joiningOrder(queue, a.agent, b.agent);
  }
}

function joiningOrder(queue: Queue, a: Agent, b: Agent): number {
  const joined = (agent: Agent): number => membershipOf(agent, queue).joined;
  return joined(a) - joined(b) || a.index - b.index;
}

const membershipOf = (agent: Agent, queue: Queue): Membership =>
  agent.memberships.find((member) => member.queue === queue)!;

/** AS-13: consumed at the offer. */
function take(centre: Centre, item: Contact, chosen: Candidate, sequence: number): void {
  const work = centre.setup.classes[item.workClass]!;
  chosen.usedUnits = exact(chosen.usedUnits + work.units);
  for (const profile of work.profiles) chosen.profileUsed[profile]! += 1;
  chosen.ringsOn.add(work.channel);
  chosen.lastAssigned.set(item.queue!, sequence);
}
