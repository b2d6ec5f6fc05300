/**
 * Waiting: entering a queue, leaving it, coming back to it (RT-08, RT-09, RT-13), and the end of a contact.
 * Every way out of a queue ends the same things in the same step: no ghost timer, no prompt (INV-C6).
 */
import { NO_TICKET } from '../../kernel/calendar.ts';
import { Timer, type Centre } from '../centre.ts';
import { Happens, State } from '../contact-states.ts';
import type { Contact } from '../contact.ts';
import { NOBODY, type CloseReason, type QueueEntry, type SegmentOutcome } from '../protocol.ts';
import type { Queue } from '../queue.ts';
import { explainLeft } from '../reasons.ts';
import { dropCallback, expireCallback, offerIfFree, releaseHeld } from './callback.ts';
import { resumeExceed } from './exceed.ts';
import { announceWait, estimateNow, startPositions, stopPositions, stopPrompt } from './prompts.ts';

/** RT-08, and the last check before entry: the reason why a queue does not take one more contact, or null. */
export function refusesEntry(queue: Queue): 'queue-without-agents' | 'queue-full' | null {
  if (queue.members.length === 0) return 'queue-without-agents';
  return queue.openItems + 1 > queue.maxActiveContacts ? 'queue-full' : null;
}

/** What a reason record calls the two; the second is a setting without a rule of its own (section 3). */
export const RULE_OF_REFUSAL = {
  'queue-without-agents': 'RT-08',
  'queue-full': 'maxActiveContacts',
} as const;

/** A live contact (or a moved callback) begins a stay in a queue; its clocks start here (OV-20, CB-03). */
export function enterQueue(centre: Centre, contact: Contact, queue: Queue, how: QueueEntry): void {
  const { now } = centre;
  contact.queue = queue;
  contact.queueIndex = queue.index;
  contact.enteredAt = now;
  contact.segments += 1;
  if (contact.firstEnteredAt === NOBODY) contact.firstEnteredAt = now;
  contact.inSegment = !contact.isCallback;
  // CB-02, CB-04: leaving a queue ended its offers; the digit counts again from the first offer heard in this stay.
  if (!contact.isCallback) {
    contact.isOfferable = false;
    contact.offers = 0;
  }
  contact.exceedSpent = false;
  contact.exceedDeferred = false;
  const { waitExceeds } = queue.setup;
  if (waitExceeds !== null && !contact.ignoresOverflow)
    contact.exceedTicket = centre.after(waitExceeds.limit, Timer.waitExceeds, contact.slot);
  if (!contact.isCallback) {
    // EW-13: the estimate of the queue he really enters, as its condition saw it in this same step.
    contact.estimateUsed = queue.usesEstimate ? estimateNow(centre, queue) : NOBODY;
    contact.announcedAhead = NOBODY;
    centre.facts.queued(now, contact, how);
    if (how === 'returned') centre.outbox.music(contact.id, true);
    if (queue.setup.announceWait) announceWait(centre, contact);
  }
  centre.link(contact);
  if (isFree(contact)) centre.setDue(contact);
  else centre.requestPass(); // AS-01: an arrival starts one, if not for its own sake
  if (queue.setup.announcePosition && !contact.isCallback) startPositions(centre, contact);
}

/** Stop all that runs because the contact waits in its queue. */
export function stopWaiting(centre: Centre, contact: Contact): void {
  stopHolding(centre, contact);
  stopExceed(centre, contact);
}

/** Offers and announcements are for a customer on the line. */
export function stopHolding(centre: Centre, contact: Contact): void {
  if (contact.offerTicket !== NO_TICKET) {
    centre.cancel(contact.offerTicket);
    contact.offerTicket = NO_TICKET;
  }
  if (contact.announceTicket !== NO_TICKET) stopPositions(centre, contact);
}

export function stopExceed(centre: Centre, contact: Contact): void {
  if (contact.exceedTicket !== NO_TICKET) {
    centre.cancel(contact.exceedTicket);
    contact.exceedTicket = NO_TICKET;
  }
  contact.exceedBacklogged = false;
  contact.exceedDeferred = false;
}

/** The live segment is over: out of the line, clocks stopped, told to the listener. */
export function leaveQueue(centre: Centre, contact: Contact, outcome: SegmentOutcome): void {
  stopWaiting(centre, contact);
  stopPrompt(centre, contact);
  if (contact.isLinked) centre.unlink(contact);
  endSegment(centre, contact, outcome);
}

export function endSegment(centre: Centre, contact: Contact, outcome: SegmentOutcome): void {
  if (!contact.inSegment) return;
  contact.inSegment = false;
  contact.servedSinceAnnounced = contact.queue!.served - contact.servedAtAnnounce;
  centre.facts.left(centre.now, contact, outcome);
}

/** After a ring that nobody accepted: back at its rank (INV-A5), and on with what the ring suspended. */
export function backFromRing(centre: Centre, contact: Contact): void {
  centre.move(contact, Happens.ringEnded);
  centre.requestPass();
  if (contact.hasExpired) {
    expireCallback(centre, contact);
    return;
  }
  centre.link(contact);
  // NT-07: declined by too many, it waits for a supervisor.
  if (contact.agentsWhoDeclined >= contact.queue!.setup.itemDeclineCap) {
    contact.leftToSupervisor = true;
    if (centre.reasons !== null) explainLeft(centre, contact);
  }
  // Another call to the same number may have begun while this one rang (CB-X11).
  if (contact.isCallback) offerIfFree(centre, contact);
  else if (isFree(contact)) centre.setDue(contact);
  resumeExceed(centre, contact);
}

/** Nothing but an agent keeps this waiting contact from being served: no supervisor, line or redial gap (CB-17). */
export function isFree(contact: Contact): boolean {
  return !contact.leftToSupervisor && !contact.waitsForLine && contact.stepTicket === NO_TICKET;
}

/** Our last word to the customer: the leg is over, its line free (LM-03). */
export function hangUp(
  centre: Centre,
  contact: Contact,
  reason: CloseReason | 'optedIn' | 'attemptFailed',
): void {
  stopPrompt(centre, contact);
  centre.outbox.hangup(contact.id, reason);
  freeLines(centre, contact);
}

/** LM-03: the leg has ended, so its lines are free; a dial that waited for one may go (AS-01). */
export function freeLines(centre: Centre, contact: Contact): void {
  freeOutboundLine(centre, contact);
  if (!contact.holdsLine) return;
  contact.holdsLine = false;
  centre.lines.free(contact.site, false);
  if (centre.held.length > 0) releaseHeld(centre);
}

/** The leg we dialled has ended, the customer's own may live on. */
export function freeOutboundLine(centre: Centre, contact: Contact): void {
  if (!contact.holdsOutboundLine) return;
  contact.holdsOutboundLine = false;
  centre.lines.free(contact.site, true);
  if (centre.held.length > 0) releaseHeld(centre);
}

/** The contact is over: `state` says closed already. Nothing of it runs on (INV-C6), its slot is free, its id gone for ever. */
export function close(centre: Centre, contact: Contact, reason: CloseReason): void {
  stopWaiting(centre, contact);
  if (contact.stepTicket !== NO_TICKET) centre.cancel(contact.stepTicket);
  if (contact.expiryTicket !== NO_TICKET) centre.cancel(contact.expiryTicket);
  if (contact.autoWrapTicket !== NO_TICKET) centre.cancel(contact.autoWrapTicket);
  if (contact.wrapBlockTicket !== NO_TICKET) centre.cancel(contact.wrapBlockTicket);
  contact.stepTicket = contact.expiryTicket = contact.autoWrapTicket = contact.wrapBlockTicket = NO_TICKET;
  if (contact.isLinked) centre.unlink(contact);
  freeLines(centre, contact);
  if (contact.isCallback) dropCallback(centre, contact);
  centre.facts.closed(centre.now, contact, reason);
  centre.contacts.give(contact);
}

/** Treatment is over without a queue. */
export function turnAway(
  centre: Centre,
  contact: Contact,
  reason: 'queue-without-agents' | 'queue-full',
): void {
  centre.move(contact, Happens.rejected);
  hangUp(centre, contact, reason);
  close(centre, contact, reason);
}

export const isWaiting = (contact: Contact): boolean =>
  contact.state === State.queued || contact.state === State.callbackWaiting;
