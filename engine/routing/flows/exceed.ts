/**
 * Overflow while queued: `waitExceeds` and its batches, OV-20 .. OV-26. Overflow before the queue is in
 * overflow.ts.
 */
import { dueAt, minutes, Rank } from '../../kernel/time.ts';
import { NO_TICKET } from '../../kernel/calendar.ts';
import { Timer, type Centre } from '../centre.ts';
import { Happens, State } from '../contact-states.ts';
import type { Contact } from '../contact.ts';
import type { Queue } from '../queue.ts';
import { startOffersNow } from './offer.ts';
import { goExternal, goVoicemail } from './overflow.ts';
import { enterQueue, isWaiting, leaveQueue, refusesEntry, stopWaiting } from './wait.ts';

const MINUTE = minutes(1);

/** The contact's time in this queue has reached T. */
export function exceedDue(centre: Centre, contact: Contact): void {
  contact.exceedTicket = NO_TICKET;
  if (contact.state === State.offered || contact.state === State.callbackOffered) {
    contact.exceedDeferred = true; // OV-X4
    return;
  }
  if (!isWaiting(contact) || contact.exceedSpent || !mayRun(contact)) return;
  const minute = Math.floor(centre.now / MINUTE);
  if (minute !== centre.exceedMinute) {
    centre.exceedMinute = minute;
    centre.exceedRun = 0;
  }
  // OV-23: whoever waits for this minute already goes first.
  if (centre.exceedRun >= centre.setup.overflowBatch || centre.exceedBacklog.length > 0) {
    contact.exceedBacklogged = true;
    centre.exceedBacklog.push(contact);
    if (centre.exceedTicket === NO_TICKET)
      centre.exceedTicket = centre.calendar.schedule(
        dueAt((minute + 1) * MINUTE, Rank.timer),
        Timer.overflowBatch,
        0,
      );
    return;
  }
  centre.exceedRun += 1;
  runExceed(centre, contact);
}

/** OV-22, OV-24, OV-26: what this contact's queue may do with it. */
function mayRun(contact: Contact): boolean {
  const queue = contact.queue!;
  const { action } = queue.setup.waitExceeds!;
  const isMove = action.do === 'transferQueue' || action.do === 'transferExternal';
  if (contact.isCallback) return action.do === 'transferQueue' && queue.setup.moveCallbacks;
  return isMove || !contact.movedHere;
}

/** A new minute: the next batch, smaller T first, equal T round robin over queues by name, rank order inside one. */
export function overflowBatchDue(centre: Centre): void {
  centre.exceedTicket = NO_TICKET;
  centre.exceedMinute = Math.floor(centre.now / MINUTE);
  centre.exceedRun = 0;
  const waiting = centre.exceedBacklog.filter((contact) => contact.exceedBacklogged);
  const ordered = inBatchOrder(waiting);
  const batch = ordered.slice(0, centre.setup.overflowBatch);
  centre.exceedBacklog = ordered.slice(batch.length);
  for (const contact of batch) {
    contact.exceedBacklogged = false;
    if (contact.state === State.offered || contact.state === State.callbackOffered) {
      contact.exceedDeferred = true;
      continue;
    }
    centre.exceedRun += 1;
    runExceed(centre, contact);
  }
  if (centre.exceedBacklog.length > 0)
    centre.exceedTicket = centre.calendar.schedule(
      dueAt((centre.exceedMinute + 1) * MINUTE, Rank.timer),
      Timer.overflowBatch,
      0,
    );
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
  const rule = queue.setup.waitExceeds!;
  const { action } = rule;
  switch (action.do) {
    case 'directCallback':
      if (contact.isOfferable) return; // OV-26
      centre.facts.overflowed(centre.now, contact, queue.index, rule.when, action.do, queue.index);
      startOffersNow(centre, contact, centre.setup.callbackProfiles[action.profile]!);
      return;
    case 'transferQueue':
      moveToQueue(centre, contact, centre.queues[action.queue]!, rule.when);
      return;
    case 'transferExternal':
      centre.facts.overflowed(centre.now, contact, queue.index, rule.when, action.do, queue.index);
      leaveQueue(centre, contact, 'movedExternal');
      contact.externalBy = rule;
      goExternal(centre, contact, action.number);
      return;
    case 'voicemail':
      centre.facts.overflowed(centre.now, contact, queue.index, rule.when, action.do, queue.index);
      leaveQueue(centre, contact, 'voicemail');
      goVoicemail(centre, contact);
      return;
    case 'assignAnyway':
    case 'endCall':
      return; // not among OV-21: refused as E-OV-ACTION before it comes here
  }
}

/** RT-13, OV-25: into another queue without its pre-queue check; where it may not or cannot go, it stays. */
function moveToQueue(centre: Centre, contact: Contact, target: Queue, when: string): void {
  const from = contact.queue!;
  if (contact.hops >= centre.setup.maxQueueHops || refusesEntry(target) !== null) {
    contact.exceedSpent = true;
    centre.facts.overflowed(centre.now, contact, from.index, when, 'stays', from.index);
    return;
  }
  centre.facts.overflowed(centre.now, contact, from.index, when, 'transferQueue', target.index);
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
