/**
 * Wrap-up and the release of an agent: WU-01 .. WU-03, WU-07, CP-03, AS-06's release moment, PR-06.
 */
import { NO_TICKET } from '../../kernel/calendar.ts';
import type { Agent, AloneWrapUp } from '../agent.ts';
import { returnCapacity, returnClass } from '../capacity.ts';
import { Timer, type Centre } from '../centre.ts';
import { Happens, State } from '../contact-states.ts';
import type { Contact } from '../contact.ts';
import type { Queue } from '../queue.ts';
import { recalculate, refresh, reportActivity, settlePending } from '../presence.ts';
import { close } from './wait.ts';

/** The call is over for the agent; `contact` is in (callback) wrap-up already. */
export function beginWrapUp(centre: Centre, agent: Agent, contact: Contact): void {
  const { wrapUp } = contact.queue!.setup;
  agent.wrappingUp += 1;
  contact.talkEndedAt = centre.now;
  if (wrapUp.autoAfter !== Infinity)
    contact.autoWrapTicket = centre.after(wrapUp.autoAfter, Timer.autoWrap, contact.slot);
  // WU-02: `none` frees the agent on entering wrap-up, `custom` after a while, `always` at the end.
  if (wrapUp.block === 0) releaseAgent(centre, agent, contact, false);
  else {
    if (wrapUp.block !== Infinity)
      contact.wrapBlockTicket = centre.after(wrapUp.block, Timer.wrapBlock, contact.slot);
    reportActivity(centre, agent);
  }
}

export function wrapBlockDue(centre: Centre, contact: Contact): void {
  contact.wrapBlockTicket = NO_TICKET;
  releaseAgent(centre, contact.agent!, contact, false);
}

/**
 * Capacity returns: the release clock of AS-06 is set, presence follows (PR-04), and a pass is due (AS-01).
 * @param isUnused nothing came of the offer: neither clock nor quota moves (NT-13)
 */
export function releaseAgent(centre: Centre, agent: Agent, contact: Contact, isUnused: boolean): void {
  if (contact.holdsCapacity) {
    returnCapacity(centre, agent, contact, isUnused);
    if (!isUnused) setReleaseClock(centre, agent, contact.workClass);
  }
  afterRelease(centre, agent);
}

function setReleaseClock(centre: Centre, agent: Agent, workClass: number): void {
  if (centre.setup.classes[workClass]!.channel === 'messaging') agent.releasedMessaging = centre.now;
  else agent.releasedVoice = centre.now;
}

function afterRelease(centre: Centre, agent: Agent): void {
  recalculate(centre, agent);
  settlePending(centre, agent);
  refresh(centre, agent);
  centre.requestPass();
}

/** WU-07: a reason of the list; the empty text stands for the default. */
export function isKnownReason(queue: Queue, reason: string): boolean {
  return reason === '' || queue.setup.wrapUp.reasons.includes(reason);
}

/** WU-03: the agent wants more time: the clock is cancelled. */
export function extendWrapUp(centre: Centre, contact: Contact): void {
  centre.cancel(contact.autoWrapTicket);
  contact.autoWrapTicket = NO_TICKET;
}

/** WU-01: submitted, or ended by the clock (WU-03) or a supervisor (PR-14). */
export function endWrapUp(centre: Centre, contact: Contact): void {
  const agent = contact.agent!;
  const isCallback = contact.state === State.callbackWrapUp;
  centre.move(contact, Happens.wrapUpEnded);
  agent.wrappingUp -= 1;
  releaseAgent(centre, agent, contact, false);
  const wasJoined = contact.joinedAt >= 0;
  if (wasJoined) {
    contact.queue!.estimate.ended(centre.now, centre.now - contact.joinedAt);
    centre.facts.handled(centre.now, contact, agent.index);
  }
  close(centre, contact, contact.endsAs === 'handled' && isCallback ? 'completed' : contact.endsAs);
}

/**
 * CB-14 with `wrapUpOnNoAnswer`: the item goes on without him, the wrap-up is the agent's alone (GEN-11). He has
 * one at a time: a second failed dial of an agent who dials two at once ends the first with the default reason.
 */
export function beginAloneWrapUp(centre: Centre, agent: Agent, contact: Contact): void {
  const queue = contact.queue!;
  const { block, autoAfter } = queue.setup.wrapUp;
  endAloneWrapUp(centre, agent);
  const { id, workClass, quotaDay } = contact;
  contact.holdsCapacity = false;
  agent.alone = { contact: id, workClass, queue: queue.index, quotaDay, holdsCapacity: true };
  if (autoAfter !== Infinity) agent.aloneTicket = centre.after(autoAfter, Timer.aloneAutoWrap, agent.index);
  if (block === 0) {
    aloneWrapBlockDue(centre, agent);
    return;
  }
  if (block !== Infinity) agent.aloneBlockTicket = centre.after(block, Timer.aloneWrapBlock, agent.index);
  refresh(centre, agent);
}

/** WU-02 for a wrap-up alone: the agent is free though he still writes. */
export function aloneWrapBlockDue(centre: Centre, agent: Agent): void {
  agent.aloneBlockTicket = NO_TICKET;
  agent.alone = { ...agent.alone!, holdsCapacity: false };
  releaseAlone(centre, agent, agent.alone);
  afterRelease(centre, agent);
}

function releaseAlone(centre: Centre, agent: Agent, { workClass, quotaDay }: AloneWrapUp): void {
  returnClass(centre, agent, workClass, quotaDay, false);
  setReleaseClock(centre, agent, workClass);
}

export function extendAloneWrapUp(centre: Centre, agent: Agent): void {
  centre.cancel(agent.aloneTicket);
  agent.aloneTicket = NO_TICKET;
}

export function endAloneWrapUp(centre: Centre, agent: Agent): void {
  const { alone } = agent;
  if (alone === null) return;
  agent.alone = null;
  centre.cancel(agent.aloneTicket);
  centre.cancel(agent.aloneBlockTicket);
  agent.aloneTicket = agent.aloneBlockTicket = NO_TICKET;
  if (alone.holdsCapacity) releaseAlone(centre, agent, alone);
  afterRelease(centre, agent);
}
