/**
 * Invariants of agents: A1, A2, A6, and C3 from their side: what their contacts say of them, worked out afresh and
 * compared with what the engine keeps up to date as it goes. Rings are in rings.ts, quotas in quotas.ts.
 */
import type { WorkClassSetup } from '../../config/setup.ts';
import { At, Line, presenceMachine } from '../agent-states.ts';
import { CHANNEL, type Agent, type AloneWrapUp } from '../agent.ts';
import type { Centre } from '../centre.ts';
import { State } from '../contact-states.ts';
import type { Contact } from '../contact.ts';
import { NOBODY, type Activity } from '../protocol.ts';
import type { InputRecord } from '../tape.ts';
import { fail, type AgentMemory, type Memory } from './memory.ts';
import { countQuotas } from './quotas.ts';
import { checkRings } from './rings.ts';
import { isOwnedState, isRingingState, isWaitingState } from './states.ts';

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
  checkRings(memory, centre, isOneStep);
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
    if (isOneStep && limit !== NOBODY && used > limit && used > known.used[profile]!)
      fail('A2', `agent ${index} uses ${used} of profile ${profile}, his limit is ${limit}`);
  });
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
