/**
 * What the engine knows of one contact, and the pool the contacts live in. One shape for all, every field set
 * in the constructor, reused for ever: a fresh object per call costs twice the time (DECISIONS, "Pools").
 * It knows no rule; `fresh()` is the only place that says how a contact begins.
 */
import type { CallbackProfileSetup, OverflowSetup } from '../config/setup.ts';
import type { Instant, Millis } from '../kernel/time.ts';
import { NO_TICKET, type Ticket } from '../kernel/calendar.ts';
import { invariant } from '../kernel/invariant.ts';
import type { Agent } from './agent.ts';
import { State } from './contact-states.ts';
import {
  NOBODY,
  SLOT_BITS,
  slotOf,
  type AgentId,
  type CallerNumber,
  type CloseReason,
  type CommandId,
  type ContactId,
  type ContactView,
  type EntryId,
  type Prompt,
  type QueueId,
} from './protocol.ts';
import type { Queue } from './queue.ts';

const SLOTS = 2 ** SLOT_BITS;

export class Contact implements ContactView {
  readonly slot: number;
  generation = 0;
  id: ContactId = NOBODY;
  state = State.free;

  entry: EntryId = 0;
  caller: CallerNumber = NOBODY;
  withheld = false;
  workClass = 0;
  site = 0;

  // Place in the queue. `rank` orders by arrival into the centre (RT-09); negative: sent to the head (OV-X5).
  queue: Queue | null = null;
  queueIndex: QueueId = NOBODY;
  rank = 0;
  ahead: Contact | null = null;
  behind: Contact | null = null;
  isLinked = false;
  /** May be offered to an agent: waits, and no gap, line, cap or other call of the number holds it back. */
  isDue = false;
  hops = 0;
  segments = 0;
  /** Counted in no live segment at present (callbacks, or a segment that has ended). */
  inSegment = false;

  arrivedAt: Instant = 0;
  enteredAt: Instant = NOBODY;
  firstEnteredAt: Instant = NOBODY;
  optedInAt: Instant = NOBODY;
  acceptedAt: Instant = NOBODY;
  dialledAt: Instant = NOBODY;
  firstDialAt: Instant = NOBODY;
  answeredAt: Instant = NOBODY;
  joinedAt: Instant = NOBODY;
  talkEndedAt: Instant = NOBODY;
  ringingSince: Instant = NOBODY;

  // Overflow.
  /** RT-05: taken by a fallback queue. */
  ignoresOverflow = false;
  /** OV-22: came into this queue by transfer or overflow. */
  movedHere = false;
  /** OV-X4: fell due while an agent's phone rang. */
  exceedDeferred = false;
  /** OV-23: waits for the next minute. */
  exceedBacklogged = false;
  /** OV-X5. */
  exceedSpent = false;
  externalBy: OverflowSetup | null = null;

  // Callback.
  isCallback = false;
  /** Offers may be played (OV-13, OV-26). */
  isOfferable = false;
  profile: CallbackProfileSetup | null = null;
  offers = 0;
  attempts = 0;
  isFirstAcceptDone = false;
  waitsForLine = false;
  /** NT-07. */
  leftToSupervisor = false;
  /** CB-18: expiry came while a ring or an attempt was in progress. */
  hasExpired = false;

  // Agent.
  agent: Agent | null = null;
  agentIndex: AgentId = NOBODY;
  holdsCapacity = false;
  /** The agent's quota day when it took capacity (CP-X1). */
  quotaDay = 0;
  ring: CommandId = NOBODY;
  connectId: CommandId = NOBODY;
  leg: CommandId = NOBODY;
  /** Agent, declines, agent, declines ... of this item (NT-05), whoever declined last at the end; null while there are none. */
  declines: number[] | null = null;

  // Lines and prompts.
  holdsLine = false;
  holdsOutboundLine = false;
  playing: Prompt | '' = '';
  playId: CommandId = NOBODY;
  /** What `closed` will say after the wrap-up. */
  endsAs: CloseReason = 'handled';

  estimateTold: Millis = NOBODY;
  estimateUsed: Millis = NOBODY;
  announcedAhead = NOBODY;
  lastAnnounced = NOBODY;
  servedAtAnnounce = 0;
  servedSinceAnnounced = 0;

  offerTicket: Ticket = NO_TICKET;
  exceedTicket: Ticket = NO_TICKET;
  announceTicket: Ticket = NO_TICKET;
  /** Ring, dial or retry: at most one of them runs at a time. */
  stepTicket: Ticket = NO_TICKET;
  expiryTicket: Ticket = NO_TICKET;
  autoWrapTicket: Ticket = NO_TICKET;
  wrapBlockTicket: Ticket = NO_TICKET;

  constructor(slot: number) {
    this.slot = slot;
  }

  /** A new life in the same slot. */
  fresh(): void {
    this.id = this.generation * SLOTS + this.slot;
    this.state = State.free;
    this.queue = null;
    this.queueIndex = NOBODY;
    this.rank = 0;
    this.ahead = null;
    this.behind = null;
    this.isLinked = false;
    this.isDue = false;
    this.hops = 0;
    this.segments = 0;
    this.inSegment = false;
    this.enteredAt = NOBODY;
    this.firstEnteredAt = NOBODY;
    this.optedInAt = NOBODY;
    this.acceptedAt = NOBODY;
    this.dialledAt = NOBODY;
    this.firstDialAt = NOBODY;
    this.answeredAt = NOBODY;
    this.joinedAt = NOBODY;
    this.talkEndedAt = NOBODY;
    this.ringingSince = NOBODY;
    this.ignoresOverflow = false;
    this.movedHere = false;
    this.exceedDeferred = false;
    this.exceedBacklogged = false;
    this.exceedSpent = false;
    this.externalBy = null;
    this.isCallback = false;
    this.isOfferable = false;
    this.profile = null;
    this.offers = 0;
    this.attempts = 0;
    this.isFirstAcceptDone = false;
    this.waitsForLine = false;
    this.leftToSupervisor = false;
    this.hasExpired = false;
    this.agent = null;
    this.agentIndex = NOBODY;
    this.holdsCapacity = false;
    this.quotaDay = 0;
    this.ring = NOBODY;
    this.connectId = NOBODY;
    this.leg = NOBODY;
    this.declines = null;
    this.holdsLine = false;
    this.holdsOutboundLine = false;
    this.playing = '';
    this.playId = NOBODY;
    this.endsAs = 'handled';
    this.estimateTold = NOBODY;
    this.estimateUsed = NOBODY;
    this.announcedAhead = NOBODY;
    this.lastAnnounced = NOBODY;
    this.servedAtAnnounce = 0;
    this.servedSinceAnnounced = 0;
  }

  /** The calendar they are of is gone: in the next one they would be somebody else's. Who is closed holds none already. */
  forgetTickets(): void {
    this.offerTicket = NO_TICKET;
    this.exceedTicket = NO_TICKET;
    this.announceTicket = NO_TICKET;
    this.stepTicket = NO_TICKET;
    this.expiryTicket = NO_TICKET;
    this.autoWrapTicket = NO_TICKET;
    this.wrapBlockTicket = NO_TICKET;
  }

  declinesBy(agent: AgentId): number {
    const list = this.declines;
    if (list === null) return 0;
    for (let at = 0; at < list.length; at += 2) if (list[at] === agent) return list[at + 1]!;
    return 0;
  }

  countDecline(agent: AgentId): void {
    this.declines ??= [];
    const list = this.declines;
    let declines = 1;
    for (let at = 0; at < list.length; at += 2) {
      if (list[at] !== agent) continue;
      declines += list[at + 1]!;
      list.splice(at, 2);
      break;
    }
    list.push(agent, declines);
  }

  get agentsWhoDeclined(): number {
    return this.declines === null ? 0 : this.declines.length / 2;
  }
}

/**
 * Contacts by slot. A freed slot waits behind all other free ones, so that generations stay small whole numbers.
 * Ids depend on this run alone: what an earlier one has made is taken as if it were made now.
 */
export class ContactPool {
  readonly slots: Contact[] = [];
  /** Slots of this run; those beyond lie ready from an earlier one. */
  #made = 0;
  #free: number[] = [];
  #firstFree = 0;

  get open(): number {
    return this.#made - (this.#free.length - this.#firstFree);
  }

  /** The id that the next contact will get. */
  get nextId(): ContactId {
    if (this.#firstFree === this.#free.length) return this.#made;
    const slot = this.#free[this.#firstFree]!;
    return this.slots[slot]!.generation * SLOTS + slot;
  }

  take(): Contact {
    if (this.#firstFree === this.#free.length) return this.#next();
    const contact = this.slots[this.#free[this.#firstFree++]!]!;
    if (this.#firstFree > 1024 && this.#firstFree * 2 > this.#free.length) {
      this.#free = this.#free.slice(this.#firstFree);
      this.#firstFree = 0;
    }
    contact.fresh();
    return contact;
  }

  #next(): Contact {
    invariant(this.#made < SLOTS, `fewer than ${SLOTS} contacts are open at once`);
    if (this.#made === this.slots.length) this.slots.push(new Contact(this.#made));
    const contact = this.slots[this.#made++]!;
    contact.fresh();
    return contact;
  }

  give(contact: Contact): void {
    contact.generation += 1;
    contact.id = NOBODY;
    contact.queue = null;
    contact.agent = null;
    contact.ahead = null;
    contact.behind = null;
    this.#free.push(contact.slot);
  }

  /** The open contact of that id, or null: closed, or never heard of. */
  find(id: ContactId): Contact | null {
    const contact = id < 0 ? undefined : this.slots[slotOf(id)];
    return contact !== undefined && contact.id === id ? contact : null;
  }

  clear(): void {
    this.#made = 0;
    this.#free = [];
    this.#firstFree = 0;
    for (const contact of this.slots) {
      contact.fresh();
      contact.forgetTickets();
      contact.id = NOBODY;
      contact.generation = 0;
    }
  }

  save(): { readonly free: readonly number[]; readonly slots: number } {
    return { free: this.#free.slice(this.#firstFree), slots: this.#made };
  }

  restore(saved: { readonly free: readonly number[]; readonly slots: number }): void {
    while (this.slots.length < saved.slots) this.slots.push(new Contact(this.slots.length));
    this.#made = saved.slots;
    this.#free = [...saved.free];
    this.#firstFree = 0;
  }
}
