/** What the quotas of the day should be (CP-04, CP-X1), counted from the rings and their ends. */
import type { Centre } from '../centre.ts';
import { State } from '../contact-states.ts';
import { NOBODY } from '../protocol.ts';
import type { InputRecord } from '../tape.ts';
import type { Memory } from './memory.ts';

/** A step of several parts is taken as it comes out. */
export function countQuotas(memory: Memory, input: InputRecord, centre: Centre, isOneStep: boolean): void {
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
