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
  takeUnits(agent, work.units);
  for (const profile of work.profiles) {
    agent.profileUsed[profile]! += 1;
    if (isQuota(centre, profile)) agent.quotaInHand += 1;
  }
  contact.holdsCapacity = true;
  contact.quotaDay = agent.quotaDay;
}

/** Units may be fractions: without rounding 0.1 + 0.2 - 0.1 - 0.2 leaves a rest that keeps an agent Busy for ever. */
function takeUnits(agent: Agent, units: number): void {
  agent.usedUnits = Math.round((agent.usedUnits + units) * 1e6) / 1e6;
}

const isQuota = (centre: Centre, profile: number): boolean =>
  centre.setup.profiles[profile]!.reset === 'endOfDay';

/**
 * Give back what a contact took.
 * @param isUnused the ring was never answered: a quota that was not used returns as well (CP-04 speaks of closing)
 */
export function returnCapacity(centre: Centre, agent: Agent, contact: Contact, isUnused: boolean): void {
  contact.holdsCapacity = false;
  returnClass(centre, agent, contact.workClass, contact.quotaDay, isUnused);
}

export function returnClass(
  centre: Centre,
  agent: Agent,
  workClass: number,
  quotaDay: number,
  isUnused: boolean,
): void {
  const work = centre.setup.classes[workClass]!;
  takeUnits(agent, -work.units);
  for (const profile of work.profiles) {
    if (!isQuota(centre, profile)) agent.profileUsed[profile]! -= 1;
    // CP-X1: work from before the last reset is not counted any more, so there is nothing to return.
    else if (quotaDay === agent.quotaDay) {
      agent.quotaInHand -= 1;
      if (isUnused) agent.profileUsed[profile]! -= 1;
    }
  }
}

/** CP-04: the quotas of the day begin again; what is still open is not counted any more. */
export function resetQuotas(centre: Centre, agent: Agent): void {
  agent.quotaDay += 1;
  agent.quotaInHand = 0;
  centre.setup.profiles.forEach((profile, index) => {
    if (profile.reset === 'endOfDay') agent.profileUsed[index] = 0;
  });
}

export type Fullness = 'empty' | 'some' | 'full' | 'over';

/**
 * PR-04: how used up an agent is. Profiles are exhausted when a blocking one is full or all are; an agent with
 * profiles and units is full when both are exhausted. A quota used by closed work makes him full, never Busy:
 * CP-X3 has his presence freed while the quota stays.
 */
export function fullness(centre: Centre, agent: Agent): Fullness {
  const { profiles } = agent.setup;
  let isAnyUsed = agent.usedUnits > 0 || agent.quotaInHand > 0;
  let isBlockingFull = false;
  let areAllFull = true;
  for (const { profile } of profiles) {
    const used = agent.profileUsed[profile]!;
    const limit = agent.profileLimit[profile]!;
    if (used > limit) return 'over';
    if (used > 0 && !isQuota(centre, profile)) isAnyUsed = true;
    if (used < limit) areAllFull = false;
    else if (centre.setup.profiles[profile]!.blocking) isBlockingFull = true;
  }
  if (agent.freeUnits < 0) return 'over';
  const areUnitsFull = agent.freeUnits === 0;
  const isFull =
    profiles.length === 0
      ? areUnitsFull
      : (isBlockingFull || areAllFull) && (areUnitsFull || !centre.usesUnits);
  if (isFull) return 'full';
  return isAnyUsed ? 'some' : 'empty';
}
