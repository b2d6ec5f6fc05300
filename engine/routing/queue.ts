/**
 * One queue: the contacts that wait in it in rank order (RT-09), the agents who could take one in the order
 * of its method (AS-04 .. AS-06, AS-10), and its counters. Lists are linked through their members, so that
 * leaving costs the same however long they are. It decides nothing.
 */
import type { Method, OverflowSetup, QueueSetup } from '../config/setup.ts';
import { invariant } from '../kernel/invariant.ts';
import type { Instant, Millis } from '../kernel/time.ts';
import { CHANNEL, type Membership } from './agent.ts';
import type { Contact } from './contact.ts';
import type { Estimate } from './estimate.ts';
import type { QueueId } from './protocol.ts';

export class Queue {
  readonly index: QueueId;
  readonly setup: QueueSetup;
  /** Of CHANNEL: a number, since a look-up by name costs ten times as much. */
  readonly channel: number;
  readonly estimate: Estimate;
  readonly members: Membership[] = [];
  joinedSoFar = 0;

  // Settings that may change while the engine runs (GEN-10).
  priority = 1;
  blockSize = 100;
  maxActiveContacts = Infinity;
  ringTimeout: Millis = 0;
  overflow: readonly OverflowSetup[];

  // Waiting, by rank. Contacts that confirm a callback or pause before the redial stand here too (CB-06).
  first: Contact | null = null;
  last: Contact | null = null;
  waiting = 0;
  waitingCallbacks = 0;
  due = 0;
  ringing = 0;

  // Able agents, best first.
  best: Membership | null = null;
  worst: Membership | null = null;
  able = 0;

  /** To be tried in the next pass (AS-02). */
  isDirty = false;
  /** Where the pass stands in this queue. */
  cursor: Contact | null = null;
  tried = 0;

  /** Members signed in and not away (EW-06). */
  working = 0;
  /** Whether a contact that enters is measured against an estimate: told to it, or a condition of the queue (EW-13). */
  usesEstimate: boolean;
  /** Contacts served so far, for K-22. */
  served = 0;
  /** Pending callbacks of this queue, wherever they wait (CB-42). */
  callbacks = 0;

  // OV-07.
  sampleSlot = -1;
  sampleValue = 0;

  constructor(index: QueueId, setup: QueueSetup, estimate: Estimate) {
    this.index = index;
    this.setup = setup;
    this.channel = CHANNEL[setup.channel];
    this.estimate = estimate;
    this.overflow = setup.overflow;
    this.usesEstimate = setup.announceWait || setup.overflow.some((each) => each.when === 'averageWait');
    this.#configure();
  }

  #configure(): void {
    this.priority = this.setup.priority;
    this.blockSize = this.setup.blockSize;
    this.maxActiveContacts = this.setup.maxActiveContacts;
    this.ringTimeout = this.setup.ringTimeout;
    this.overflow = this.setup.overflow;
  }

  /** OV-06: waiting live contacts, waiting callbacks, and rings not yet accepted. */
  get openItems(): number {
    return this.waiting + this.ringing;
  }

  clear(): void {
    this.#configure();
    this.first = null;
    this.last = null;
    this.waiting = 0;
    this.waitingCallbacks = 0;
    this.due = 0;
    this.ringing = 0;
    this.best = null;
    this.worst = null;
    this.able = 0;
    this.isDirty = false;
    this.cursor = null;
    this.tried = 0;
    this.working = 0;
    this.served = 0;
    this.callbacks = 0;
    this.sampleSlot = -1;
    this.sampleValue = 0;
    this.estimate.clear();
  }

  /** Put a contact in at its rank. The place is sought from the nearer end: arrivals append, returns are old. */
  link(contact: Contact): void {
    invariant(!contact.isLinked, 'a contact waits in one place only');
    const { rank } = contact;
    const { first, last } = this;
    if (first === null || last === null) {
      this.first = this.last = contact;
      contact.ahead = contact.behind = null;
    } else if (rank > last.rank) {
      contact.ahead = last;
      contact.behind = null;
      last.behind = contact;
      this.last = contact;
    } else {
      const behind =
        last.rank - rank < rank - first.rank ? this.#fromTail(rank, last) : this.#fromHead(rank, first);
      const ahead = behind.ahead;
      contact.ahead = ahead;
      contact.behind = behind;
      behind.ahead = contact;
      if (ahead === null) this.first = contact;
      else ahead.behind = contact;
    }
    contact.isLinked = true;
    this.waiting += 1;
    if (contact.isCallback) this.waitingCallbacks += 1;
  }

  #fromHead(rank: number, from: Contact): Contact {
    let at = from;
    while (at.rank < rank) at = at.behind!;
    return at;
  }

  #fromTail(rank: number, from: Contact): Contact {
    let at = from;
    while (at.ahead !== null && at.ahead.rank > rank) at = at.ahead;
    return at;
  }

  unlink(contact: Contact): void {
    invariant(contact.isLinked, 'only who waits can leave');
    const { ahead, behind } = contact;
    if (ahead === null) this.first = behind;
    else ahead.behind = behind;
    if (behind === null) this.last = ahead;
    else behind.ahead = ahead;
    contact.ahead = contact.behind = null;
    contact.isLinked = false;
    this.waiting -= 1;
    if (contact.isCallback) this.waitingCallbacks -= 1;
    if (contact.isDue) {
      contact.isDue = false;
      this.due -= 1;
    }
  }

  /** EW-09: live contacts and due callbacks ordered before this one. */
  countAhead(of: Contact): number {
    let count = 0;
    for (let at = of.ahead; at !== null; at = at.ahead) if (at.isDue || !at.isCallback) count += 1;
    return count;
  }

  /** EW-10: whether somebody before this one asks something else of an agent, so that their order may turn. */
  isOtherWorkAhead(of: Contact): boolean {
    for (let at = of.ahead; at !== null; at = at.ahead) if (at.workClass !== of.workClass) return true;
    return false;
  }

  /** Enter the list of able agents, sought from the tail: whoever was just released is nearly always last. */
  list(member: Membership): void {
    const { method } = this.setup;
    let before = this.worst;
    while (before !== null && isBetter(method, member, before)) before = before.before;
    const after = before === null ? this.best : before.after;
    member.before = before;
    member.after = after;
    if (before === null) this.best = member;
    else before.after = member;
    if (after === null) this.worst = member;
    else after.before = member;
    member.isListed = true;
    this.able += 1;
  }

  unlist(member: Membership): void {
    const { before, after } = member;
    if (before === null) this.best = after;
    else before.after = after;
    if (after === null) this.worst = before;
    else after.before = before;
    member.before = member.after = null;
    member.isListed = false;
    this.able -= 1;
  }

  /** OV-07: keep the count of before this instant when a multiple of the interval has been passed. Call before every change. */
  sampleBefore(now: Instant, interval: Millis): void {
    const slot = Math.floor(now / interval);
    if (slot === this.sampleSlot) return;
    this.sampleSlot = slot;
    this.sampleValue = this.openItems;
  }
}

/** Whether a comes before b in a queue of that method. The last tie-breaks are AS-05's and AS-11's. */
export function isBetter(method: Method, a: Membership, b: Membership): boolean {
  switch (method) {
    case 'leastActive': {
      const messaging = a.queue.channel === CHANNEL.messaging;
      const since = messaging
        ? a.agent.releasedMessaging - b.agent.releasedMessaging
        : a.agent.releasedVoice - b.agent.releasedVoice;
      if (since !== 0) return since < 0;
      break;
    }
    case 'longestAvailable': {
      const since = a.agent.availableSince - b.agent.availableSince;
      if (since !== 0) return since < 0;
      break;
    }
    case 'highestCapacity': {
      const more = b.agent.freeUnits - a.agent.freeUnits;
      if (more !== 0) return more < 0;
      break;
    }
    case 'linear':
      return isEarlier(a, b);
    case 'roundRobin':
      break;
  }
  const since = a.lastAssigned - b.lastAssigned;
  if (since !== 0) return since < 0;
  return isEarlier(a, b);
}

function isEarlier(a: Membership, b: Membership): boolean {
  const joined = a.joined - b.joined;
  return joined !== 0 ? joined < 0 : a.agent.index < b.agent.index;
}
