/**
 * Invariants of agents: A1 .. A6. What an agent may take is worked out afresh here, from presence, rings and
 * capacity as they are, and compared with what the engine keeps up to date as it goes.
 */
import type { WorkClassSetup } from '../../config/setup.ts';
import { At, Line, presenceMachine } from '../agent-states.ts';
import { CHANNEL, type Agent, type AloneWrapUp } from '../agent.ts';
import type { Centre } from '../centre.ts';
import { State } from '../contact-states.ts';
import type { Contact } from '../contact.ts';
import { NOBODY, type Activity } from '../protocol.ts';
import type { InputRecord } from '../tape.ts';
import { isOwnedState, isRingingState, isWaitingState } from './contacts.ts';
import { fail, type AgentMemory, type Memory, type Told } from './memory.ts';

/** What the contacts say of one agent. */
interface Work {
  /** By channel. */
  readonly rings: (Contact | null)[];
  talking: number;
  dialling: number;
  wrappingUp: number;
  units: number;
  readonly used: number[];
  readonly holding: Set<number>;
}

export function checkAgents(memory: Memory, input: InputRecord, centre: Centre, isOneStep: boolean): void {
  const works = workOf(centre);
  if (isOneStep) {
    for (const [at, told] of memory.told.entries()) {
      if (told.fact === 'rang') checkRing(memory, centre, told, at);
      else if (told.fact === 'ringEnded') checkRingEnd(memory, centre, told);
    }
  }
  checkDeclines(memory, centre);
  countQuotas(memory, input, centre, isOneStep);
  for (const agent of centre.agents) {
    const known = memory.agents[agent.index]!;
    const work = works[agent.index]!;
    checkWork(agent, work);
    checkState(agent, known);
    checkLoad(centre, agent, known, work, isOneStep);
    checkReleaseClocks(memory, centre, agent, known, work, isOneStep);
    remember(agent, known, work);
  }
}

function workOf(centre: Centre): Work[] {
  const { profiles, classes } = centre.setup;
  const works = centre.agents.map((): Work => ({
    rings: [null, null, null],
    talking: 0,
    dialling: 0,
    wrappingUp: 0,
    units: 0,
    used: profiles.map(() => 0),
    holding: new Set(),
  }));
  const consume = (work: Work, kind: WorkClassSetup): void => {
    work.units = Math.round((work.units + kind.units) * 1e6) / 1e6;
    for (const profile of kind.profiles) work.used[profile]! += 1;
  };
  for (const contact of centre.contacts.slots) {
    if (contact.id === NOBODY || !isOwnedState(contact.state)) continue;
    const work = works[contact.agentIndex]!;
    if (isRingingState(contact.state)) {
      const channel = CHANNEL[contact.queue!.setup.channel];
      if (work.rings[channel] !== null)
        fail('C3', `agent ${contact.agentIndex} has two open offers on a channel (AS-12)`);
      work.rings[channel] = contact;
    } else if (contact.state === State.dialling) work.dialling += 1;
    else if (contact.state === State.wrapUp || contact.state === State.callbackWrapUp) work.wrappingUp += 1;
    else work.talking += 1;
    if (!contact.holdsCapacity) continue;
    consume(work, classes[contact.workClass]!);
    if (!isRingingState(contact.state)) work.holding.add(contact.id);
  }
  for (const { index, alone } of centre.agents)
    if (alone?.holdsCapacity === true) consume(works[index]!, classes[alone.workClass]!);
  for (const contact of centre.contacts.slots)
    if (contact.id !== NOBODY && contact.holdsCapacity && !isOwnedState(contact.state))
      fail('A2', `contact ${contact.id} holds the capacity of nobody`);
  return works;
}

function checkWork(agent: Agent, work: Work): void {
  const { index } = agent;
  const rings = work.rings.filter((each) => each !== null).length;
  if (agent.ringing !== rings || work.rings.some((each, channel) => agent.rings[channel] !== each))
    fail('C3', `agent ${index} rings for other contacts than those that ring him`);
  if (agent.talking !== work.talking || agent.dialling !== work.dialling)
    fail(
      'C3',
      `agent ${index} has ${agent.talking} calls and ${agent.dialling} dials, not as his contacts say`,
    );
  if (agent.wrappingUp !== work.wrappingUp)
    fail('A1', `agent ${index} wraps up ${agent.wrappingUp} contacts of ${work.wrappingUp}`);
}

/** A1: one state, told when it changes. */
function checkState(agent: Agent, known: AgentMemory): void {
  const { index, presence } = agent;
  if (presenceMachine.states[presence] === undefined) fail('A1', `agent ${index} is in no declared presence`);
  if (agent.rings.some((each, channel) => (each !== null) !== (agent.lines[channel] === Line.ringing)))
    fail('A1', `the line of agent ${index} and his ring disagree`);
  const activity = activityOf(agent);
  if (agent.activity !== activity || known.activity !== activity)
    fail('A1', `agent ${index} is ${activity}, and ${known.activity} was told`);
  if (!agent.isSignedIn && agent.isBusy) fail('A1', `agent ${index} is signed out with work in hand (PR-09)`);
}

function activityOf(agent: Agent): Activity {
  if (agent.talking > 0) return 'talking';
  if (agent.dialling > 0) return 'dialling';
  if (agent.ringing > 0) return 'ringing';
  if (agent.wrappingUp > 0 || agent.alone !== null) return 'wrapUp';
  if (agent.presence === At.signedOut) return 'signedOut';
  if (agent.presence === At.inactive) return 'inactive';
  return agent.presence === At.available || agent.presence === At.busy ? 'available' : 'unavailable';
}

/** A2: what is used is what his contacts consume, and an automatic offer never goes beyond the limit. */
function checkLoad(centre: Centre, agent: Agent, known: AgentMemory, work: Work, isOneStep: boolean): void {
  const { index } = agent;
  if (agent.usedUnits !== work.units)
    fail('A2', `agent ${index} uses ${agent.usedUnits} units, his contacts consume ${work.units}`);
  if (agent.usedUnits > agent.setup.units)
    fail('A2', `agent ${index} uses ${agent.usedUnits} units of ${agent.setup.units}`);
  centre.setup.profiles.forEach(({ reset }, profile) => {
    const used = agent.profileUsed[profile]!;
    const limit = agent.profileLimit[profile]!;
    const expected = reset === 'immediate' ? work.used[profile]! : known.quotaUsed[profile]!;
    if ((reset === 'immediate' || isOneStep) && used !== expected)
      fail('A2', `agent ${index} uses ${used} of profile ${profile}, his contacts took ${expected}`);
    // CP-08: a limit may be lowered below what is used; it may not be exceeded further.
    if (limit !== NOBODY && used > limit && used > known.used[profile]!)
      fail('A2', `agent ${index} uses ${used} of profile ${profile}, his limit is ${limit}`);
  });
}

/** CP-04: what the day's quotas should be, by the rings and their ends. A step of several parts is taken as it comes out. */
function countQuotas(memory: Memory, input: InputRecord, centre: Centre, isOneStep: boolean): void {
  if (!isOneStep) {
    for (const agent of centre.agents) {
      const known = memory.agents[agent.index]!;
      agent.profileUsed.forEach((used, profile) => (known.quotaUsed[profile] = used));
    }
    for (const { fact, contact, agent, at } of memory.told) {
      const known = memory.contacts.get(contact);
      if (fact === 'rang' && known !== undefined)
        known.quota = memory.agents[agent]!.quota + midnightsSince(memory, centre, agent, at);
    }
    for (const { index } of centre.agents) {
      const shifts = endsShift(input, centre, index) ? 1 : 0;
      memory.agents[index]!.quota += midnightsSince(memory, centre, index, centre.now) + shifts;
    }
    return;
  }
  for (const agent of centre.agents) {
    const { index } = agent;
    if (midnightsSince(memory, centre, index, centre.now) === 0 && !endsShift(input, centre, index)) continue;
    const known = memory.agents[agent.index]!;
    known.quota += 1;
    known.quotaUsed.fill(0);
  }
  for (const { fact, contact, agent, detail } of memory.told) {
    if (fact === 'rang') countQuota(memory, centre, contact, agent, 1);
    else if (fact === 'ringEnded' && detail !== 'accepted') countQuota(memory, centre, contact, agent, -1);
    else if (fact === 'refused' && detail === 'line-ceiling') countQuota(memory, centre, contact, agent, -1);
  }
  // A join that failed sends a live contact back unserved.
  for (const contact of centre.contacts.slots) {
    if (contact.id === NOBODY || contact.state !== State.queued) continue;
    const known = memory.of(contact.id);
    if (known.state === State.connecting) countQuota(memory, centre, contact.id, known.ringAgent, -1);
  }
}

const endsShift = ([name, , agent]: InputRecord, centre: Centre, index: number): boolean =>
  name === 'shiftEnded' && agent === index && centre.agents[index]!.setup.quotaEnds === 'shift';

/** How often the quotas of an agent ended between the last check and a moment. */
function midnightsSince(memory: Memory, centre: Centre, index: number, until: number): number {
  if (centre.agents[index]!.setup.quotaEnds !== 'midnight') return 0;
  const passed = centre.frame.midnights.length - memory.midnights;
  const before = centre.frame.midnights.length - memory.midnightsBefore;
  return centre.frame.midnights.slice(before, passed).filter((midnight) => midnight <= until).length;
}

function countQuota(memory: Memory, centre: Centre, id: number, index: number, by: 1 | -1): void {
  const contact = memory.contacts.get(id) ?? memory.closedNow.get(id)!;
  const known = memory.agents[index]!;
  if (by === 1) contact.quota = known.quota;
  else if (contact.quota !== known.quota) return; // CP-X1: it was taken from the quota of an earlier day
  for (const profile of centre.setup.classes[contact.workClass]!.profiles) known.quotaUsed[profile]! += by;
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

/** A6, NT-13: the clock of the last release moves when an accepted contact gives its capacity back, and only then. */
function checkReleaseClocks(
  memory: Memory,
  centre: Centre,
  agent: Agent,
  known: AgentMemory,
  work: Work,
  isOneStep: boolean,
): void {
  const { index, releasedVoice, releasedMessaging } = agent;
  if (releasedVoice > centre.now || releasedMessaging > centre.now)
    fail('A6', `agent ${index} released capacity in the future`);
  if (!isOneStep) return;
  const isMoved = releasedVoice !== known.releasedVoice || releasedMessaging !== known.releasedMessaging;
  const isSignIn = known.presence === At.signedOut && agent.presence !== At.signedOut;
  const alone = aloneOf(agent);
  const released = [...known.holding].filter((id) => !work.holding.has(id) && alone?.contact !== id);
  const wasAlone = known.alone !== null && alone !== known.alone;
  if (isMoved && !isSignIn && released.length === 0 && !wasAlone)
    fail('A6', `the release clock of agent ${index} moved and nothing was released`);
  for (const id of released) {
    const contact = centre.find(id);
    // Handed back unserved: neither clock nor quota moves.
    if (contact !== null && isWaitingState(contact.state)) continue;
    const last = memory.contacts.get(id) ?? memory.closedNow.get(id);
    if (last === undefined) continue;
    const isMessaging = centre.setup.classes[last.workClass]!.channel === 'messaging';
    const clock = isMessaging ? releasedMessaging : releasedVoice;
    if (clock !== centre.now) fail('A6', `agent ${index} released contact ${id} and his clock stood still`);
  }
}

/** The contact of a wrap-up of his own that still holds his capacity. */
const aloneOf = ({ alone }: Agent): AloneWrapUp | null => (alone?.holdsCapacity === true ? alone : null);

function remember(agent: Agent, known: AgentMemory, work: Work): void {
  known.presence = agent.presence;
  known.releasedVoice = agent.releasedVoice;
  known.releasedMessaging = agent.releasedMessaging;
  known.alone = aloneOf(agent);
  agent.profileUsed.forEach((used, profile) => (known.used[profile] = used));
  known.holding.clear();
  for (const id of work.holding) known.holding.add(id);
}
