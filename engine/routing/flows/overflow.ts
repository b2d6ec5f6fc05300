/**
 * Overflow before the queue: which conditions hold (OV-01 .. OV-11) and what each action does (OV-12 .. OV-17).
 * The choice of the queue is in arrive.ts.
 */
import type { OverflowSetup } from '../../config/setup.ts';
import { agentFor } from '../assignment.ts';
import type { Centre } from '../centre.ts';
import { Happens } from '../contact-states.ts';
import type { Contact } from '../contact.ts';
import { NO_ESTIMATE } from '../estimate.ts';
import { NOBODY } from '../protocol.ts';
import type { Queue } from '../queue.ts';
import { explainRefused } from '../reasons.ts';
import { startOffers } from './offer.ts';
import { estimateNow, play } from './prompts.ts';
import {
  close,
  enterQueue,
  freeLines,
  freeOutboundLine,
  hangUp,
  refusesEntry,
  RULE_OF_REFUSAL,
  turnAway,
} from './wait.ts';

/** OV-09: a queue with hours always has the condition, with this action unless another is set. */
const ASSIGN_ANYWAY: OverflowSetup = { when: 'outOfHours', limit: 0, action: { do: 'assignAnyway' } };

/**
 * OV-04: the overflow that would act on this contact here and now, or null if the queue is not overflowing.
 * `outOfHours` goes first, then the configured order.
 */
export function overflowOf(
  centre: Centre,
  contact: Contact,
  queue: Queue,
  override: readonly OverflowSetup[] | null,
): OverflowSetup | null {
  const list = override ?? queue.overflow;
  if (!centre.isOpen(queue.setup.hours, centre.now)) {
    const own = list.find((each) => each.when === 'outOfHours');
    if (own !== undefined) return own;
    if (override === null) return ASSIGN_ANYWAY;
  }
  for (let at = 0; at < list.length; at++) {
    const each = list[at]!;
    if (each.when !== 'outOfHours' && holds(centre, contact, queue, each)) return each;
  }
  return null;
}

function holds(centre: Centre, contact: Contact, queue: Queue, condition: OverflowSetup): boolean {
  if (condition.when === 'workItemLimit') {
    if (condition.limit === 0) return wouldWait(queue, contact.workClass);
    return centre.depthSeen(queue) >= condition.limit;
  }
  if (condition.when !== 'averageWait') return false;
  const estimate = estimateNow(centre, queue);
  return estimate !== NO_ESTIMATE && estimate > condition.limit; // OV-08
}

/** OV-05 with N = 0: whoever already waits and can be given to an able agent has first claim on one. */
function wouldWait(queue: Queue, workClass: number): boolean {
  if (queue.able === 0) return true;
  let claimed = 0;
  if (queue.due > 0)
    for (let item = queue.first; item !== null && claimed < queue.able; item = item.behind)
      if (item.isDue && agentFor(queue, item) !== null) claimed += 1;
  return !hasAbleBeyond(queue, workClass, claimed);
}

/** Whether more than so many able agents stand ready for this kind of work; counts no further than it must. */
function hasAbleBeyond(queue: Queue, workClass: number, claimed: number): boolean {
  if (queue.able <= claimed) return false;
  const bit = 1 << workClass;
  let count = 0;
  for (let member = queue.best; member !== null; member = member.after) {
    if ((member.agent.ableFor & bit) === 0) continue;
    count += 1;
    if (count > claimed) return true;
  }
  return false;
}

/** One action only (OV-04). */
export function runOverflow(centre: Centre, contact: Contact, queue: Queue, rule: OverflowSetup): void {
  const { action } = rule;
  const to = action.do === 'transferQueue' ? action.queue : queue.index;
  centre.facts.overflowed(centre.now, contact, queue.index, rule.when, action.do, to);
  switch (action.do) {
    case 'assignAnyway':
      admit(centre, contact, queue);
      return;
    case 'directCallback':
      if (!admit(centre, contact, queue)) return;
      startOffers(centre, contact, centre.setup.callbackProfiles[action.profile]!);
      return;
    case 'endCall':
      endByMessage(centre, contact);
      return;
    case 'transferQueue':
      contact.hops += 1;
      contact.movedHere = true;
      admit(centre, contact, centre.queues[action.queue]!);
      return;
    case 'transferExternal':
      contact.queue = queue;
      contact.queueIndex = queue.index;
      contact.externalBy = rule;
      goExternal(centre, contact, action.number);
      return;
    case 'voicemail':
      goVoicemail(centre, contact);
      return;
  }
}

/** From treatment into a queue, unless it has no member or is full. */
export function admit(centre: Centre, contact: Contact, queue: Queue): boolean {
  const refusal = refusesEntry(queue);
  if (refusal !== null) {
    if (centre.reasons !== null) explainRefused(centre, contact, RULE_OF_REFUSAL[refusal], queue.setup.name);
    contact.queueIndex = queue.index;
    turnAway(centre, contact, refusal);
    return false;
  }
  centre.move(contact, Happens.entered);
  centre.outbox.music(contact.id, true);
  enterQueue(centre, contact, queue, contact.movedHere ? 'overflow' : 'routed');
  return true;
}

/** OV-14: a message, then the end. */
export function endByMessage(centre: Centre, contact: Contact): void {
  centre.move(contact, Happens.overflowEnd);
  play(centre, contact, 'overflowEnd', 0);
}

/** OV-16: bridge the caller to a number outside; that leg takes a line too (LM-03). */
export function goExternal(centre: Centre, contact: Contact, number: string): void {
  centre.move(contact, Happens.overflowExternal);
  if (!centre.lines.take(contact.site, true)) {
    externalFailed(centre, contact);
    return;
  }
  contact.holdsOutboundLine = true;
  contact.leg = centre.outbox.transferOut(contact.id, number);
}

/** OV-X5: back to the head of its queue. The action is spent; after one before the queue, `waitExceeds` may still act. */
export function externalFailed(centre: Centre, contact: Contact): void {
  const queue = contact.queue!;
  const isSpent = contact.externalBy?.when === 'waitExceeds';
  centre.move(contact, Happens.externalFailed);
  freeOutboundLine(centre, contact);
  contact.leg = NOBODY;
  contact.externalBy = null;
  contact.rank = --centre.lowestRank;
  if (queue.members.length === 0) {
    hangUp(centre, contact, 'queue-without-agents');
    centre.move(contact, Happens.closedAside);
    close(centre, contact, 'queue-without-agents');
    return;
  }
  enterQueue(centre, contact, queue, 'returned');
  contact.exceedSpent = isSpent;
}

/** The bridged call is over. */
export function externalEnded(centre: Centre, contact: Contact): void {
  centre.move(contact, Happens.ended);
  centre.outbox.hangup(contact.id, 'external-ended');
  freeLines(centre, contact);
  close(centre, contact, 'external-ended');
}

/** OV-17: prompt, then the recording; the message itself belongs to a later issue. */
export function goVoicemail(centre: Centre, contact: Contact): void {
  centre.move(contact, Happens.overflowVoicemail);
  play(centre, contact, 'voicemail', 0);
}
