/**
 * Overflow while queued: `waitExceeds` and its batches, OV-20 .. OV-26. Overflow before the queue is in
 * overflow.ts.
 */
import { dueAt, minutes, Rank } from '../../kernel/time.ts';
import { NO_TICKET } from '../../kernel/calendar.ts';
import { Timer, type Centre } from '../centre.ts';
import { Happens } from '../contact-states.ts';
import type { Contact } from '../contact.ts';
import type { Queue } from '../queue.ts';
import { explainBatch, explainExceed } from '../reasons.ts';
import { startOffersNow } from './offer.ts';
import { endByMessage, goExternal, goVoicemail } from './overflow.ts';
import { enterQueue, isWaiting, leaveQueue, refusesEntry, RULE_OF_REFUSAL, stopWaiting } from './wait.ts';

const MINUTE = minutes(1);

/** OV-24: whether this queue moves callbacks too, so that their clock goes on after the opt-in. */
export function movesCallbacks(queue: Queue): boolean {
  return queue.setup.moveCallbacks && queue.setup.waitExceeds?.action.do === 'transferQueue';
}

/** The contact's time in this queue has reached T. */
export function exceedDue(centre: Centre, contact: Contact): void {
  contact.exceedTicket = NO_TICKET;
  if (!mayRun(centre, contact)) return;
  const minute = Math.floor(centre.now / MINUTE);
  if (minute !== centre.exceedMinute) {
    centre.exceedMinute = minute;
    centre.exceedRun = 0;
  }
  // OV-23: whoever waits for this minute already goes first.
  if (centre.exceedRun >= centre.setup.overflowBatch || centre.exceedBacklog.length > 0) {
    contact.exceedBacklogged = true;
    centre.exceedBacklog.push(contact);
    if (centre.reasons !== null) explainBatch(centre, contact);
    if (centre.exceedTicket === NO_TICKET) scheduleBatch(centre, minute + 1);
    return;
  }
  centre.exceedRun += 1;
  runExceed(centre, contact);
}

/** The contact waits again after a ring, a confirmation or a failed dial: what fell due meanwhile is looked at now (OV-X4). */
export function resumeExceed(centre: Centre, contact: Contact): void {
  if (!contact.exceedDeferred) return;
  contact.exceedDeferred = false;
  exceedDue(centre, contact);
}

function scheduleBatch(centre: Centre, minute: number): void {
  centre.exceedTicket = centre.calendar.schedule(dueAt(minute * MINUTE, Rank.timer), Timer.overflowBatch, 0);
}

/** Whether the action is to run now. One that is not takes no place in the batch. */
function mayRun(centre: Centre, contact: Contact): boolean {
  if (!isWaiting(contact)) {
    contact.exceedDeferred = true; // OV-X4
    return false;
  }
  const rule = keepsBack(centre, contact);
  if (centre.reasons !== null) explainExceed(centre, contact, rule);
  if (rule === 'OV-25' || rule === 'RT-08' || rule === 'maxActiveContacts') stay(centre, contact);
  return rule === null;
}

/** The rule that keeps this contact's queue from acting on it, or null. */
function keepsBack(centre: Centre, contact: Contact): string | null {
  const { action } = contact.queue!.setup.waitExceeds!;
  if (contact.exceedSpent) return 'OV-X5';
  if (contact.isCallback && !movesCallbacks(contact.queue!)) return 'OV-24';
  if (action.do === 'transferQueue') {
    if (contact.hops >= centre.setup.maxQueueHops) return 'OV-25';
    const refusal = refusesEntry(centre.queues[action.queue]!);
    return refusal === null ? null : RULE_OF_REFUSAL[refusal];
  }
  if (contact.movedHere && action.do !== 'transferExternal') return 'OV-22';
  return action.do === 'directCallback' && contact.isOfferable ? 'OV-26' : null;
}

/** OV-25: it stays where it is, and the fact is told. */
function stay(centre: Centre, contact: Contact): void {
  const { index } = contact.queue!;
  contact.exceedSpent = true;
  centre.facts.overflowed(centre.now, contact, index, 'waitExceeds', 'stays', index);
}

/** A new minute: the next batch, smaller T first, equal T round robin over queues by name, rank order inside one. */
export function overflowBatchDue(centre: Centre): void {
  centre.exceedTicket = NO_TICKET;
  centre.exceedMinute = Math.floor(centre.now / MINUTE);
  centre.exceedRun = 0;
  // Who has left his queue since has lost his mark; a slot that lives its second life counts once.
  const ordered = inBatchOrder(centre.exceedBacklog.filter(takeMark));
  let at = 0;
  for (; at < ordered.length && centre.exceedRun < centre.setup.overflowBatch; at++) {
    const contact = ordered[at]!;
    if (!mayRun(centre, contact)) continue;
    centre.exceedRun += 1;
    runExceed(centre, contact);
  }
  centre.exceedBacklog = ordered.slice(at);
  for (const contact of centre.exceedBacklog) contact.exceedBacklogged = true;
  if (centre.exceedBacklog.length > 0) scheduleBatch(centre, centre.exceedMinute + 1);
}

function takeMark(contact: Contact): boolean {
  const isMarked = contact.exceedBacklogged;
  contact.exceedBacklogged = false;
  return isMarked;
}

/** OV-23 as a pure order. */
export function inBatchOrder(contacts: readonly Contact[]): Contact[] {
  const byQueue = new Map<Queue, Contact[]>();
  for (const contact of contacts) {
    const list = byQueue.get(contact.queue!) ?? [];
    list.push(contact);
    byQueue.set(contact.queue!, list);
  }
  const turns: {
    readonly contact: Contact;
    readonly limit: number;
    readonly turn: number;
    readonly name: string;
  }[] = [];
  for (const [queue, list] of byQueue) {
    list.sort((a, b) => a.rank - b.rank);
    list.forEach((contact, turn) =>
      turns.push({ contact, limit: queue.setup.waitExceeds!.limit, turn, name: queue.setup.name }),
    );
  }
  const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  turns.sort((a, b) => a.limit - b.limit || a.turn - b.turn || byName(a.name, b.name));
  return turns.map(({ contact }) => contact);
}

function runExceed(centre: Centre, contact: Contact): void {
  const queue = contact.queue!;
  const { action, when } = queue.setup.waitExceeds!;
  const to = action.do === 'transferQueue' ? action.queue : queue.index;
  centre.facts.overflowed(centre.now, contact, queue.index, when, action.do, to);
  switch (action.do) {
    case 'directCallback':
      startOffersNow(centre, contact, centre.setup.callbackProfiles[action.profile]!);
      return;
    case 'transferQueue':
      moveToQueue(centre, contact, centre.queues[action.queue]!);
      return;
    case 'transferExternal':
      leaveQueue(centre, contact, 'movedExternal');
      contact.externalBy = queue.setup.waitExceeds;
      goExternal(centre, contact, action.number);
      return;
    case 'voicemail':
      leaveQueue(centre, contact, 'voicemail');
      goVoicemail(centre, contact);
      return;
    case 'endCall':
      leaveQueue(centre, contact, 'overflowEnd');
      endByMessage(centre, contact);
      return;
    case 'assignAnyway':
      return; // not among OV-21: refused as E-OV-ACTION before it comes here
  }
}

/** RT-13: into another queue without its pre-queue check. */
function moveToQueue(centre: Centre, contact: Contact, target: Queue): void {
  const from = contact.queue!;
  contact.hops += 1;
  centre.move(contact, Happens.moved);
  if (contact.isCallback) {
    stopWaiting(centre, contact);
    centre.unlink(contact);
    from.callbacks -= 1;
    target.callbacks += 1;
  } else leaveQueue(centre, contact, 'movedQueue');
  contact.movedHere = true;
  enterQueue(centre, contact, target, 'overflow');
}
