/**
 * Presence, what an agent can be offered because of it (AS-03), and what he is doing for the reports: PR-01 ..
 * PR-07. Every change of an agent ends in `refresh`, the one place that keeps the lists of able agents true.
 */
import type { Channel, Presence } from '../config/setup.ts';
import { At, lineMachine, presenceMachine } from './agent-states.ts';
import { fullness, hasRoomFor, isBlocked, resetQuotas } from './capacity.ts';
import { invariant } from '../kernel/invariant.ts';
import { CHANNEL, type Agent } from './agent.ts';
import type { Centre } from './centre.ts';
import { NO_MOVE } from './machine.ts';
import type { Activity } from './protocol.ts';

const CHOOSE = {
  available: presenceMachine.event.chooseAvailable,
  busy: presenceMachine.event.chooseBusy,
  doNotDisturb: presenceMachine.event.chooseDoNotDisturb,
  away: presenceMachine.event.chooseAway,
  offline: presenceMachine.event.chooseOffline,
} as const;
const PRESENCE = presenceMachine.event;
const AWAY = At.away;
const OFFLINE = At.offline;
const INACTIVE = At.inactive;

function movePresence(centre: Centre, agent: Agent, event: number): void {
  const next = presenceMachine.next(agent.presence, event);
  if (next === NO_MOVE)
    invariant(false, `INV-A1: presence ${agent.presence} has no transition on event ${event}`);
  const wasWorking = isWorking(agent.presence);
  if (next === At.available && agent.presence !== At.available) agent.availableSince = centre.now;
  agent.presence = next;
  const working = isWorking(next);
  if (wasWorking === working) return;
  for (const { queue } of agent.memberships) queue.working += working ? 1 : -1;
}

/** EW-06: signed in and not away. */
export const isWorking = (presence: number): boolean =>
  presence === At.available || presence === At.busy || presence === At.doNotDisturb;

export function moveLine(agent: Agent, channel: number, event: number): void {
  const line = agent.lines[channel]!;
  const next = lineMachine.next(line, event);
  if (next === NO_MOVE) invariant(false, `INV-A1: a line ${line} has no transition on event ${event}`);
  agent.lines[channel] = next;
}

/** PR-07: the default presence at sign-in; Offline and Away as they are, else by what he has in hand. */
export function signIn(centre: Centre, agent: Agent): void {
  const { defaultPresence } = agent.setup;
  agent.releasedVoice = agent.releasedMessaging = -1;
  agent.pendingPresence = '';
  agent.isChosen = false;
  agent.idleChannels = 0;
  if (defaultPresence === 'away') movePresence(centre, agent, PRESENCE.signInAway);
  else if (defaultPresence === 'offline') movePresence(centre, agent, PRESENCE.signInOffline);
  else {
    movePresence(centre, agent, PRESENCE.signInAvailable);
    recalculate(centre, agent);
  }
  changed(centre, agent);
}

export function signOut(centre: Centre, agent: Agent): void {
  movePresence(centre, agent, PRESENCE.signOut);
  agent.pendingPresence = '';
  changed(centre, agent);
}

/** PR-05, PR-06: what the agent chooses. Away during a call or a ring is pending; Available or Busy wakes a chosen rest. */
export function choosePresence(centre: Centre, agent: Agent, presence: Presence): void {
  if (presence === 'inactive') return;
  if (presence === 'away' && agent.isBusy) {
    agent.pendingPresence = 'away';
    refresh(centre, agent);
    return;
  }
  agent.pendingPresence = '';
  agent.idleChannels = 0;
  movePresence(centre, agent, CHOOSE[presence]);
  agent.isChosen = true;
  changed(centre, agent);
}

/** PR-08: Idle on one channel only. The agent-wide presence goes over it, and choosing one makes all channels alike again. */
export function chooseChannel(centre: Centre, agent: Agent, channel: Channel, isAvailable: boolean): void {
  const bit = 1 << CHANNEL[channel];
  agent.idleChannels = isAvailable ? agent.idleChannels & ~bit : agent.idleChannels | bit;
  changed(centre, agent);
}

/** PR-14: a supervisor brings the agent back to what his work says. */
export function resetPresence(centre: Centre, agent: Agent): void {
  agent.pendingPresence = '';
  if (agent.presence === At.inactive || isRest(agent.presence))
    movePresence(centre, agent, PRESENCE.chooseAvailable);
  agent.isChosen = false;
  recalculate(centre, agent);
  changed(centre, agent);
}

/** NT-03, NT-14: Inactive, agent-wide, until he chooses otherwise or a supervisor resets him. */
export function makeInactive(centre: Centre, agent: Agent): void {
  if (agent.presence !== INACTIVE) movePresence(centre, agent, PRESENCE.missed);
  agent.isChosen = false;
}

const isRest = (presence: number): boolean => presence === AWAY || presence === OFFLINE;

/**
 * PR-04: after an accept or a release, presence follows the capacity used; PR-05: a chosen Offline, Away or
 * DND stays, and Inactive leaves only by choice.
 */
export function recalculate(centre: Centre, agent: Agent): void {
  const { presence } = agent;
  if (isRest(presence) || presence === INACTIVE || presence === At.signedOut) return;
  if (agent.isChosen && presence === At.doNotDisturb) return;
  agent.isChosen = false;
  const full = fullness(centre, agent);
  const event =
    full === 'empty'
      ? PRESENCE.becomeAvailable
      : full === 'some'
        ? PRESENCE.becomeBusy
        : PRESENCE.becomeDoNotDisturb;
  movePresence(centre, agent, event);
}

/** After the last work in hand: a pending presence takes effect (PR-06). */
export function settlePending(centre: Centre, agent: Agent): void {
  if (agent.pendingPresence === '' || agent.isBusy) return;
  agent.pendingPresence = '';
  movePresence(centre, agent, PRESENCE.chooseAway);
  agent.isChosen = true;
}

/** CP-04: the quotas of the day begin again; presence follows unless he chose it, or a used-up quota would hold him for ever. */
export function endQuotas(centre: Centre, agent: Agent): void {
  resetQuotas(centre, agent);
  if (!agent.isChosen) recalculate(centre, agent);
  changed(centre, agent);
}

/** A presence change asks for a pass (AS-01). */
function changed(centre: Centre, agent: Agent): void {
  refresh(centre, agent);
  centre.requestPass();
}

/** AS-03 without the queue: the work classes this agent could be offered now, as bits. */
export function ableFor(centre: Centre, agent: Agent): number {
  const { presence } = agent;
  // PR-01: Inactive is never assignable, whatever a list says.
  if (presence === At.signedOut || presence === INACTIVE) return 0;
  if (agent.pendingPresence !== '') return 0;
  if (agent.setup.profiles.length > 0 && isBlocked(centre, agent)) return 0;
  const { kinds } = centre;
  let bits = 0;
  for (let index = 0; index < kinds.length; index++) {
    const { work, channel, presences } = kinds[index]!;
    // PR-03; AS-12: one offer a channel; PR-08.
    if ((presences & (1 << presence)) === 0 || agent.rings[channel] !== null) continue;
    if ((agent.idleChannels & (1 << channel)) !== 0) continue;
    if (hasRoomFor(agent, work)) bits |= 1 << index;
  }
  return bits;
}

/** Bring the lists of able agents and the reported activity in line with the agent as he now is. */
export function refresh(centre: Centre, agent: Agent): void {
  const bits = ableFor(centre, agent);
  const before = agent.ableFor;
  agent.ableFor = bits;
  const { memberships } = agent;
  if (bits === 0) {
    if (before !== 0) {
      for (let at = 0; at < memberships.length; at++) {
        const member = memberships[at]!;
        if (member.isListed) member.queue.unlist(member);
      }
    }
  } else {
    const isNew = (bits & ~before) !== 0;
    for (let at = 0; at < memberships.length; at++) {
      const member = memberships[at]!;
      const { queue } = member;
      if (member.isListed) queue.unlist(member);
      queue.list(member);
      if (isNew && queue.due > 0) centre.markDirty(queue);
    }
  }
  reportActivity(centre, agent);
}

/** INV-A1: one activity at a time, the busiest that holds. */
export function reportActivity(centre: Centre, agent: Agent): void {
  const activity = activityOf(agent);
  if (activity === agent.activity) return;
  agent.activity = activity;
  centre.facts.activity(centre.now, agent.index, activity);
}

export function activityOf(agent: Agent): Activity {
  if (agent.talking > 0) return 'talking';
  if (agent.dialling > 0) return 'dialling';
  if (agent.ringing > 0) return 'ringing';
  if (agent.wrappingUp > 0 || agent.alone !== null) return 'wrapUp';
  switch (agent.presence) {
    case At.signedOut:
      return 'signedOut';
    case At.available:
    case At.busy:
      return 'available';
    case At.inactive:
      return 'inactive';
    default:
      return 'unavailable';
  }
}
