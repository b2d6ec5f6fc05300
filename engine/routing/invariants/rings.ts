/** Invariants of rings: who may ring and why (A3, A4), and where a ring that nobody accepted leaves everybody (A5). */
import type { WorkClassSetup } from '../../config/setup.ts';
import { At, presenceMachine } from '../agent-states.ts';
import { CHANNEL, type Agent } from '../agent.ts';
import type { Centre } from '../centre.ts';
import type { Contact } from '../contact.ts';
import { NOBODY } from '../protocol.ts';
import { fail, type Memory, type Told } from './memory.ts';
import { isWaitingState } from './states.ts';

export function checkRings(memory: Memory, centre: Centre, isOneStep: boolean): void {
  if (isOneStep) {
    for (const [at, told] of memory.told.entries()) {
      if (told.fact === 'rang') checkRing(memory, centre, told, at);
      else if (told.fact === 'ringEnded') checkRingEnd(memory, centre, told);
    }
  }
  checkDeclines(memory, centre);
}

/** A3, A4: whoever rings could take the contact in the sense of AS-03 at that instant, and it is on record why he. */
function checkRing(memory: Memory, centre: Centre, { contact: id, agent: index }: Told, place: number): void {
  const contact = centre.find(id)!;
  const agent = centre.agents[index]!;
  const work = centre.setup.classes[contact.workClass]!;
  // He may ring on another channel too by now (NT-X7): what this ring met is without itself and what came after it.
  const since = memory.told.slice(place).filter(({ fact, agent: who }) => fact === 'rang' && who === index);
  const reason = reasonAgainst(
    centre,
    agent,
    work,
    contact,
    since.map((told) => centre.setup.classes[memory.of(told.contact).workClass]!),
  );
  if (reason !== null) fail('A3', `contact ${id} rings agent ${index}, who ${reason}`);
  if (contact.declinesBy(index) >= contact.queue!.setup.declineLimit)
    fail('A3', `contact ${id} rings agent ${index}, who has declined it too often (NT-06)`);
  if (!memory.isExplained) return;
  const isNamed = memory.explained.some(
    ({ contact: about, decision, rule }) =>
      about === id && rule !== '' && decision === `ring ${agent.setup.name}`,
  );
  if (!isNamed) fail('A4', `contact ${id} rings agent ${index} and no rule is recorded for it`);
}

/** Why this agent could not be offered work of that class, apart from what was taken since; null if he could. */
function reasonAgainst(
  centre: Centre,
  agent: Agent,
  work: WorkClassSetup,
  ring: Contact,
  since: readonly WorkClassSetup[],
): string | null {
  const presence = presenceMachine.states[agent.presence]!;
  if (presence === 'signedOut' || presence === 'inactive') return `is ${presence}`;
  if (!work.allowedPresences.includes(presence)) return `is ${presence}`;
  if (agent.pendingPresence !== '') return 'goes away next (PR-06)';
  if ((agent.idleChannels & (1 << CHANNEL[work.channel])) !== 0) return 'is Idle on this channel (PR-08)';
  if (!agent.memberships.some(({ queue }) => queue === ring.queue)) return 'is no member of the queue';
  if (agent.usedUnits > agent.setup.units) return 'has no units left';
  for (const profile of work.profiles) {
    if (agent.profileLimit[profile] === NOBODY) return 'does not hold a profile the work asks for';
    if (agent.profileUsed[profile]! > agent.profileLimit[profile]!) return 'has no room in a profile';
  }
  const isFull = centre.setup.profiles.some(({ blocking }, profile) => {
    const limit = agent.profileLimit[profile]!;
    const taken = since.filter((each) => each.profiles.includes(profile)).length;
    return blocking && limit !== NOBODY && agent.profileUsed[profile]! - taken >= limit;
  });
  return isFull ? 'is blocked (CP-05)' : null;
}

/** A5: where a ring that nobody accepted leaves contact and agent. The rank is held by contacts.ts. */
function checkRingEnd(memory: Memory, centre: Centre, { contact: id, agent: index, detail, at }: Told): void {
  const agent = centre.agents[index]!;
  const before = memory.agents[index]!;
  const contact = centre.find(id);
  const presence = agent.presence;
  if (detail === 'accepted') return;
  const isMovedOn = memory.told.some(
    ({ fact, contact: about }) => about === id && (fact === 'overflowed' || fact === 'optedIn'),
  );
  if (contact !== null && !isMovedOn && detail !== 'withdrawn' && !isWaitingState(contact.state))
    fail('A5', `contact ${id} is not back in its queue after a ring was ${detail}`);
  if (detail === 'missed' && contact !== null) {
    const { onMissed } = contact.queue!.setup;
    const isOut = presence === At.inactive || (onMissed === 'logout' && presence === At.signedOut);
    if (onMissed !== 'none' && !isMovedOn && !isOut)
      fail('A5', `agent ${index} missed a ring at ${at} and is not Inactive (NT-03, NT-04)`);
  }
  if (detail === 'deviceError' && presence !== At.inactive)
    fail('A5', `the device of agent ${index} failed at ${at} and he is not Inactive (NT-14)`);
  const isHarmless = detail === 'withdrawn' || detail === 'declined';
  if (isHarmless && presence === At.inactive && before.presence !== At.inactive)
    fail('A5', `agent ${index} became Inactive by a ring that was ${detail}`);
}

/** NT-05, NT-13: a decline or a missed ring counts once against the item, nothing else does. */
function checkDeclines(memory: Memory, centre: Centre): void {
  for (const { fact, contact, detail } of memory.told) {
    if (fact !== 'ringEnded' || (detail !== 'declined' && detail !== 'missed')) continue;
    const known = memory.contacts.get(contact);
    if (known !== undefined) known.declines += 1;
  }
  for (const contact of centre.contacts.slots) {
    if (contact.id === NOBODY) continue;
    let declines = 0;
    for (let at = 1; at < (contact.declines?.length ?? 0); at += 2) declines += contact.declines![at]!;
    if (declines !== memory.of(contact.id).declines)
      fail('A5', `contact ${contact.id} counts ${declines} declines of ${memory.of(contact.id).declines}`);
  }
}
