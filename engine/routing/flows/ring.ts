/**
 * Offers to agents: the ring and its five ends (NT-01 .. NT-07, NT-13, NT-14), for live contacts and callbacks
 * alike. What an accept leads to is in connect.ts and callback.ts.
 */
import { NO_TICKET } from '../../kernel/calendar.ts';
import { lineMachine } from '../agent-states.ts';
import type { Agent } from '../agent.ts';
import { returnCapacity, takeCapacity } from '../capacity.ts';
import { Timer, type Centre } from '../centre.ts';
import { Happens } from '../contact-states.ts';
import type { Contact } from '../contact.ts';
import { makeInactive, moveLine, refresh, choosePresence, settlePending, signOut } from '../presence.ts';
import { NOBODY, type RingOutcome, type WithdrawReason } from '../protocol.ts';
import { backFromRing } from './wait.ts';

const LINE = lineMachine.event;

/** AS-12: the offer rings on its channel, or stops ringing there. */
function setRinging(agent: Agent, contact: Contact, event: number): void {
  const { channel } = contact.queue!;
  moveLine(agent, channel, event);
  agent.rings[channel] = event === LINE.offer ? contact : null;
  agent.ringing += event === LINE.offer ? 1 : -1;
}

/** The pass has chosen: capacity is consumed at the offer (AS-13) and the deadline runs (NT-01). */
export function ringAgent(centre: Centre, contact: Contact, agent: Agent): void {
  const queue = contact.queue!;
  centre.unlink(contact);
  centre.countRinging(queue, 1);
  centre.move(contact, Happens.assigned);
  setRinging(agent, contact, LINE.offer);
  contact.agent = agent;
  contact.agentIndex = agent.index;
  contact.ringingSince = centre.now;
  takeCapacity(centre, agent, contact);
  const { memberships } = agent;
  for (let at = 0; at < memberships.length; at++)
    if (memberships[at]!.queue === queue) memberships[at]!.lastAssigned = ++centre.assignments;
  const wait = agent.ringTimeout(queue);
  contact.stepTicket = centre.after(wait, Timer.ring, contact.slot);
  contact.ring = centre.outbox.ring(
    contact.id,
    agent.index,
    contact.isCallback ? 'callback' : 'inbound',
    centre.now + wait,
  );
  refresh(centre, agent);
  centre.facts.rang(centre.now, contact, agent.index);
}

/** The agent picks up: the ring is over, the capacity stays with him. */
export function endRingAccepted(centre: Centre, contact: Contact): void {
  const agent = contact.agent!;
  centre.cancel(contact.stepTicket);
  contact.stepTicket = NO_TICKET;
  centre.countRinging(contact.queue!, -1);
  setRinging(agent, contact, LINE.accept);
  contact.ring = NOBODY;
  contact.acceptedAt = centre.now;
  centre.facts.ringEnded(centre.now, contact, agent.index, 'accepted');
}

const LINE_EVENT: Readonly<Record<Exclude<RingOutcome, 'accepted'>, number>> = {
  declined: LINE.decline,
  missed: LINE.timeout,
  withdrawn: LINE.withdraw,
  deviceError: LINE.deviceError,
};

/** Stop the ring and give the capacity back; the contact belongs to nobody afterwards. */
function stopRinging(
  centre: Centre,
  contact: Contact,
  outcome: Exclude<RingOutcome, 'accepted'>,
  why: WithdrawReason,
): Agent {
  const agent = contact.agent!;
  centre.cancel(contact.stepTicket);
  contact.stepTicket = NO_TICKET;
  centre.countRinging(contact.queue!, -1);
  setRinging(agent, contact, LINE_EVENT[outcome]);
  contact.ring = NOBODY;
  returnCapacity(centre, agent, contact, true);
  centre.outbox.withdrawRing(contact.id, agent.index, why);
  centre.facts.ringEnded(centre.now, contact, agent.index, outcome);
  contact.agent = null;
  contact.agentIndex = NOBODY;
  return agent;
}

/** NT-13: the engine takes an offer back; it never counts against the agent and his idle clock stands. */
export function withdrawRing(centre: Centre, contact: Contact, why: WithdrawReason): void {
  const agent = stopRinging(centre, contact, 'withdrawn', why);
  settlePending(centre, agent);
  refresh(centre, agent);
  centre.requestPass();
}

/** The agent says no: NT-05 counts it, NT-04 `onReject` may take him out. */
export function ringDeclined(centre: Centre, contact: Contact): void {
  const queue = contact.queue!;
  const agent = stopRinging(centre, contact, 'declined', 'declined');
  contact.countDecline(agent.index);
  // NT-X4: what he chose himself while it rang goes before what the queue would do to him.
  if (queue.setup.onReject === 'doNotDisturb' && agent.pendingPresence === '')
    choosePresence(centre, agent, 'doNotDisturb');
  settlePending(centre, agent);
  refresh(centre, agent);
  backFromRing(centre, contact);
}

/** NT-03: nobody picked up in time. The contact is back at its rank, the agent Inactive (RONA) by `onMissed` (NT-04). */
export function ringMissed(centre: Centre, contact: Contact): void {
  const { onMissed } = contact.queue!.setup;
  const agent = stopRinging(centre, contact, 'missed', 'noAnswer');
  contact.countDecline(agent.index);
  if (onMissed === 'logout' && !agent.isBusy) signOut(centre, agent);
  else if (onMissed !== 'none') {
    agent.pendingPresence = '';
    makeInactive(centre, agent);
  } else settlePending(centre, agent);
  refresh(centre, agent);
  backFromRing(centre, contact);
}

/** NT-14: the device cannot ring; counted apart from RONA, and no decline of the item. */
export function ringFailed(centre: Centre, contact: Contact): void {
  const agent = stopRinging(centre, contact, 'deviceError', 'deviceError');
  agent.pendingPresence = '';
  makeInactive(centre, agent);
  refresh(centre, agent);
  backFromRing(centre, contact);
}
