/**
 * Invariants of queues: Q1 .. Q3, C4 by queue, and the lists the fast pass lives on: who waits, by rank, and who
 * could take it, by method. They are compared with what they must be, worked out afresh.
 */
import { Rank, dueAt } from '../../kernel/time.ts';
import { At, presenceMachine } from '../agent-states.ts';
import { CHANNEL, type Agent, type Membership } from '../agent.ts';
import type { Centre } from '../centre.ts';
import { State } from '../contact-states.ts';
import type { Contact } from '../contact.ts';
import { NOBODY } from '../protocol.ts';
import { isBetter, type Queue } from '../queue.ts';
import type { InputRecord } from '../tape.ts';
import { isLinkedState, isRingingState } from './states.ts';
import { fail, type Memory } from './memory.ts';

export function checkQueues(memory: Memory, input: InputRecord, centre: Centre, isOneStep: boolean): void {
  const linked = centre.queues.map(() => 0);
  const ringing = centre.queues.map(() => 0);
  const inSegment = centre.queues.map(() => 0);
  for (const contact of centre.contacts.slots) {
    if (contact.id === NOBODY) continue;
    if (isLinkedState(contact.state)) linked[contact.queueIndex]! += 1;
    if (isRingingState(contact.state)) ringing[contact.queueIndex]! += 1;
    if (contact.inSegment) inSegment[contact.queueIndex]! += 1;
  }
  for (const queue of centre.queues) {
    checkLine(centre, queue, linked[queue.index]!);
    if (queue.ringing !== ringing[queue.index])
      fail('C4', `queue ${queue.index} counts ${queue.ringing} rings of ${ringing[queue.index]}`);
    checkSums(memory, queue, inSegment[queue.index]!);
    checkAble(centre, queue);
  }
  const [name, due] = input;
  const isPass =
    isOneStep &&
    name === 'advanceTo' &&
    memory.passDue === memory.nextDeadline &&
    memory.passDue <= (due as number);
  if (isPass) for (const queue of centre.queues) checkFairness(memory, centre, queue);
  if (isOneStep) checkWorkConserving(memory, input, centre);
}

/** C4, Q1: the line holds who waits, once each, in rank order, and its counters count it. */
function checkLine(centre: Centre, queue: Queue, expected: number): void {
  const { index } = queue;
  let count = 0;
  let callbacks = 0;
  let due = 0;
  let last: Contact | null = null;
  for (let contact = queue.first; contact !== null; contact = contact.behind) {
    count += 1;
    if (count > expected)
      fail('C4', `queue ${index} holds more than the ${expected} contacts that wait in it`);
    if (
      contact.queue !== queue ||
      contact.queueIndex !== index ||
      !contact.isLinked ||
      contact.ahead !== last
    )
      fail('C4', `the line of queue ${index} is broken at contact ${contact.id}`);
    if (last !== null && last.rank >= contact.rank)
      fail('Q1', `contact ${contact.id} stands behind ${last.id} in queue ${index} and came first (RT-09)`);
    if (contact.isCallback) callbacks += 1;
    if (contact.isDue) due += 1;
    checkDue(centre, contact);
    last = contact;
  }
  if (queue.last !== last || count !== expected || queue.waiting !== expected)
    fail('C4', `queue ${index} counts ${queue.waiting} waiting, holds ${count}, and ${expected} wait in it`);
  if (queue.waitingCallbacks !== callbacks || queue.due !== due)
    fail(
      'C4',
      `queue ${index} miscounts its ${callbacks} callbacks or the ${due} contacts that may be offered`,
    );
}

/** C7: a waiting contact may be offered, unless a gap, a line, a number or a supervisor's decision is awaited. */
function checkDue(centre: Centre, contact: Contact): void {
  const isHeld = contact.leftToSupervisor || contact.waitsForLine;
  const isInGap = contact.state === State.callbackWaiting && centre.calendar.isPending(contact.stepTicket);
  const shouldBe = contact.state !== State.confirming && !isHeld && !isInGap;
  if (contact.isDue !== shouldBe)
    fail('C7', `contact ${contact.id} ${shouldBe ? 'waits and may not' : 'must not and may'} be offered`);
}

/** C4 (GEN-12) by queue: whoever entered is still there or has left in one declared way. */
function checkSums(memory: Memory, queue: Queue, inSegment: number): void {
  const known = memory.queues[queue.index]!;
  let left = 0;
  for (const count of known.left.values()) left += count;
  if (known.entered !== left + inSegment)
    fail('C4', `queue ${queue.index}: ${known.entered} entered, ${left} left and ${inSegment} are in it`);
}

/** A3: the list of able agents holds who could be offered something, and nobody else, best first. */
function checkAble(centre: Centre, queue: Queue): void {
  const { index } = queue;
  let working = 0;
  let able = 0;
  for (const member of queue.members) {
    const { agent } = member;
    const bits = ableBits(centre, agent);
    if (agent.ableFor !== bits)
      fail('A3', `agent ${agent.index} is kept as able for ${agent.ableFor} and is able for ${bits}`);
    if (member.isListed !== (bits !== 0))
      fail(
        'A3',
        `agent ${agent.index} ${bits === 0 ? 'stands' : 'is missing'} in the able list of queue ${index}`,
      );
    if (member.isListed) able += 1;
    if (agent.presence === At.available || agent.presence === At.busy || agent.presence === At.doNotDisturb)
      working += 1;
  }
  let count = 0;
  let last: Membership | null = null;
  for (let member = queue.best; member !== null; member = member.after) {
    count += 1;
    if (count > able || member.queue !== queue || member.before !== last || !queue.members.includes(member))
      fail('A3', `the able list of queue ${index} is broken at agent ${member.agent.index}`);
    if (last !== null && isBetter(queue.setup.method, member, last))
      fail(
        'A3',
        `agent ${member.agent.index} stands behind ${last.agent.index} in queue ${index} and is better`,
      );
    last = member;
  }
  if (count !== able || queue.able !== able || queue.worst !== last)
    fail('A3', `queue ${index} counts ${queue.able} able agents, lists ${count}, and ${able} are`);
  if (queue.working !== working)
    fail('A3', `queue ${index} counts ${queue.working} at work of ${working} (EW-06)`);
}

function ableBits(centre: Centre, agent: Agent): number {
  let bits = 0;
  centre.setup.classes.forEach((_, kind) => {
    if (couldTake(centre, agent, kind)) bits |= 1 << kind;
  });
  return bits;
}

/** AS-03 without queue and item, straight from the setup. */
function couldTake(centre: Centre, agent: Agent, kind: number): boolean {
  const work = centre.setup.classes[kind]!;
  const presence = presenceMachine.states[agent.presence]!;
  if (presence === 'signedOut' || presence === 'inactive') return false;
  if (!work.allowedPresences.includes(presence)) return false;
  if (agent.pendingPresence !== '') return false;
  const channel = CHANNEL[work.channel];
  if (agent.rings[channel] !== null || (agent.idleChannels & (1 << channel)) !== 0) return false;
  if (Math.round((agent.setup.units - agent.usedUnits) * 1e6) / 1e6 < work.units) return false;
  const room = (profile: number): number => agent.profileLimit[profile]! - agent.profileUsed[profile]!;
  const holds = (profile: number): boolean => agent.profileLimit[profile]! !== NOBODY;
  if (!work.profiles.every((profile) => holds(profile) && room(profile) > 0)) return false;
  return !centre.setup.profiles.some(
    ({ blocking }, profile) => blocking && holds(profile) && room(profile) <= 0,
  );
}

/** Q1, Q2: after a pass, by the block as the pass met it: those still due and those it gave away. */
function checkFairness(memory: Memory, centre: Centre, queue: Queue): void {
  const rung = new Set<number>();
  for (const { fact, contact } of memory.told) if (fact === 'rang') rung.add(contact);
  const met: Contact[] = [];
  for (const contact of centre.contacts.slots) {
    if (contact.id === NOBODY || contact.queue !== queue) continue;
    if ((contact.isLinked && contact.isDue) || rung.has(contact.id)) met.push(contact);
  }
  met.sort((a, b) => a.rank - b.rank);
  const block = met.slice(0, queue.blockSize);
  for (const [at, contact] of met.entries()) {
    if (!rung.has(contact.id)) continue;
    if (at >= queue.blockSize) fail('Q1', `contact ${contact.id} rings from below the block (AS-02)`);
    for (const older of block.slice(0, at)) {
      const isEqual = older.workClass === contact.workClass && older.declines === null;
      if (!rung.has(older.id) && isEqual && contact.declines === null)
        fail('Q1', `contact ${contact.id} overtakes ${older.id} in queue ${queue.index}`);
    }
  }
  for (const contact of block) {
    if (rung.has(contact.id)) continue;
    const agent = queue.members.find((member) => isAbleFor(centre, member.agent, contact))?.agent;
    if (agent !== undefined)
      fail('Q2', `contact ${contact.id} waits in queue ${queue.index} and agent ${agent.index} is idle`);
  }
}

function isAbleFor(centre: Centre, agent: Agent, contact: Contact): boolean {
  const isTooOften = contact.declinesBy(agent.index) >= contact.queue!.setup.declineLimit;
  return !isTooOften && couldTake(centre, agent, contact.workClass);
}

/** Q2: what AS-01 names starts a pass in the same instant; where none is asked for, none could have done anything. */
function checkWorkConserving(memory: Memory, input: InputRecord, centre: Centre): void {
  if (centre.passDue === dueAt(centre.now, Rank.pass)) return;
  if (centre.passDue !== Infinity) fail('Q2', `a pass is due at ${centre.passDue}, not in this instant`);
  const change = changeOf(memory, input, centre);
  if (change === null) return;
  for (const queue of centre.queues) {
    let left = queue.blockSize;
    for (let item = queue.first; item !== null && left > 0; item = item.behind) {
      if (!item.isDue) continue;
      left -= 1;
      const waiting = item;
      if (queue.members.some(({ agent }) => isAbleFor(centre, agent, waiting)))
        fail('Q2', `${change}, contact ${item.id} could be given to an agent, and no pass follows (AS-01)`);
    }
  }
}

/** What happened in this step that AS-01 names, or null. */
function changeOf(memory: Memory, input: InputRecord, centre: Centre): string | null {
  for (const { fact, contact } of memory.told) {
    if (fact === 'queued') return `contact ${contact} entered a queue`;
    if (fact === 'ringEnded') return `the ring of contact ${contact} ended`;
  }
  for (const agent of centre.agents) {
    const known = memory.agents[agent.index]!;
    if (known.presence !== agent.presence) return `the presence of agent ${agent.index} changed`;
    if (agent.profileUsed.some((used, profile) => used < known.used[profile]!))
      return `agent ${agent.index} has more room`;
  }
  if (input[0] !== 'configurationChanged' || centre.setup.propagationDelay > 0) return null;
  const [, , change] = input as readonly [unknown, unknown, { readonly change: string }];
  const isRefused = memory.told.some(({ fact }) => fact === 'refused');
  return change.change === 'joinQueue' && !isRefused ? 'an agent joined a queue' : null;
}
