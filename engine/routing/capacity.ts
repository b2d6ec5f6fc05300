/**
 * Capacity: units (CP-11) and profiles (CP-01 .. CP-08). Consumed at the offer (AS-13), returned as WU-02 and
 * CP-03, CP-04 say. Nothing here knows presence or queues.
 */
import type { WorkClassSetup } from '../config/setup.ts';
import { NOBODY } from './protocol.ts';
import type { Agent } from './agent.ts';
import type { Centre } from './centre.ts';
import type { Contact } from './contact.ts';

/** CP-05: a blocking profile that is full stops every automatic assignment to the agent. */
export function isBlocked(centre: Centre, agent: Agent): boolean {
  const { profiles } = centre.setup;
  for (let each = 0; each < profiles.length; each++) {
    const limit = agent.profileLimit[each]!;
    if (limit !== NOBODY && profiles[each]!.blocking && agent.profileUsed[each]! >= limit) return true;
  }
  return false;
}

/** CP-02, CP-11: enough units, and room in every profile the work asks for, all of which he must hold. */
export function hasRoomFor(agent: Agent, work: WorkClassSetup): boolean {
  if (agent.freeUnits < work.units) return false;
  for (const profile of work.profiles) {
    const limit = agent.profileLimit[profile]!;
    if (limit === NOBODY || agent.profileUsed[profile]! >= limit) return false;
  }
  return true;
}

export function takeCapacity(centre: Centre, agent: Agent, contact: Contact): void {
  const work = centre.classOf(contact);
  agent.usedUnits += work.units;
  for (const profile of work.profiles) agent.profileUsed[profile]! += 1;
  contact.holdsCapacity = true;
}

/**
 * Give back what a contact took.
 * @param isUnused the ring was never answered: a quota that was not used returns as well (CP-04 speaks of closing)
 */
export function returnCapacity(centre: Centre, agent: Agent, contact: Contact, isUnused: boolean): void {
  contact.holdsCapacity = false;
  returnClass(centre, agent, contact.workClass, isUnused);
}

export function returnClass(centre: Centre, agent: Agent, workClass: number, isUnused: boolean): void {
  const work = centre.setup.classes[workClass]!;
  agent.usedUnits -= work.units;
  for (const profile of work.profiles) {
    if (centre.setup.profiles[profile]!.reset === 'endOfDay' && !isUnused) continue;
    // CP-X1: after a reset in between there is nothing to return; never below 0.
    agent.profileUsed[profile] = Math.max(0, agent.profileUsed[profile]! - 1);
  }
}

/** CP-04: the quotas of the day begin again. */
export function resetQuotas(centre: Centre, agent: Agent): void {
  centre.setup.profiles.forEach((profile, index) => {
    if (profile.reset === 'endOfDay') agent.profileUsed[index] = 0;
  });
}

export type Fullness = 'empty' | 'some' | 'full' | 'over';

/** PR-04: how used up an agent is: profiles and units together, blocking profiles first. */
export function fullness(centre: Centre, agent: Agent): Fullness {
  const { setup } = agent;
  let isAnyUsed = agent.usedUnits > 0;
  let isBlockingFull = false;
  let areAllFull = setup.profiles.length > 0;
  for (const { profile } of setup.profiles) {
    const used = agent.profileUsed[profile]!;
    const limit = agent.profileLimit[profile]!;
    if (used > 0) isAnyUsed = true;
    if (used > limit) return 'over';
    if (used < limit) areAllFull = false;
    else if (centre.setup.profiles[profile]!.blocking) isBlockingFull = true;
  }
  if (agent.freeUnits < 0) return 'over';
  if (isBlockingFull) return 'full';
  const areUnitsFull = agent.freeUnits === 0;
  if (setup.profiles.length === 0 ? areUnitsFull : areAllFull && areUnitsFull) return 'full';
  return isAnyUsed ? 'some' : 'empty';
}
