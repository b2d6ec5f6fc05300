/**
 * The state of one contact centre: contacts, agents, queues, lines, the calendar of its own deadlines, the
 * outbox and the listener. The flows are functions over it. It keeps things together and decides nothing.
 */
import type { RoutingSetup, RunFrame, WorkClassSetup } from '../config/setup.ts';
import { Calendar, NO_TICKET, type Ticket } from '../kernel/calendar.ts';
import { invariant } from '../kernel/invariant.ts';
import { Luck } from '../kernel/luck.ts';
import { dueAt, Rank, type Due, type Instant } from '../kernel/time.ts';
import { Agent, CHANNEL, Membership } from './agent.ts';
import { At } from './agent-states.ts';
import { contactMachine, State } from './contact-states.ts';
import { ContactPool, type Contact } from './contact.ts';
import { Estimate } from './estimate.ts';
import { Lines } from './lines.ts';
import { Outbox } from './outbox.ts';
import { NOBODY, type CallerNumber, type ContactId, type Facts, type ReasonListener } from './protocol.ts';
import { Queue } from './queue.ts';
import { NO_MOVE } from './machine.ts';
import { routesOf, type Route } from './route.ts';

/** Kinds of deadline in the engine's calendar; the subject is a contact's slot, an agent's index or nothing. */
export const Timer = {
  offer: 0,
  waitExceeds: 1,
  announce: 2,
  ring: 3,
  dial: 4,
  redialGap: 5,
  retry: 6,
  expiry: 7,
  autoWrap: 8,
  wrapBlock: 9,
  overflowBatch: 10,
  midnight: 11,
  configuration: 12,
  aloneAutoWrap: 13,
  aloneWrapBlock: 14,
} as const;

/** A class of work with what is asked of it for every change of an agent, as numbers. */
interface Kind {
  readonly work: WorkClassSetup;
  readonly channel: number;
  /** PR-03: the presences it allows, as bits. */
  readonly presences: number;
}

const kindOf = (work: WorkClassSetup): Kind => ({
  work,
  channel: CHANNEL[work.channel],
  presences: work.allowedPresences.reduce((bits, allowed) => bits | (1 << At[allowed]), 0),
});

export const EMPTY_FRAME: RunFrame = { seed: 1, day: 0, originUtc: 0, openings: [], midnights: [] };

export class Centre {
  readonly setup: RoutingSetup;
  readonly queues: readonly Queue[];
  readonly agents: readonly Agent[];
  readonly routes: readonly (readonly Route[])[];
  readonly contacts = new ContactPool();
  readonly outbox = new Outbox();
  readonly lines: Lines;
  readonly kinds: readonly Kind[];
  /** Whether any work costs units; otherwise they say nothing about how full an agent is (PR-04). */
  readonly usesUnits: boolean;
  readonly split = new Luck();
  calendar = new Calendar();
  facts: Facts;
  reasons: ReasonListener | null = null;
  frame: RunFrame = EMPTY_FRAME;

  now: Instant = 0;
  step = 0;
  /** Ranks of arrivals rise from 1; contacts sent to the head of a queue (OV-X5) take ranks from -1 down, the latest first. */
  arrivals = 0;
  lowestRank = 0;
  assignments = 0;
  passDue: Due = Infinity;
  /** Queues to try in the next pass: the first `dirtyCount` places (an array's length is slow to set). */
  readonly dirty: Queue[] = [];
  dirtyCount = 0;

  /** Pending callbacks by number (CB-43, CB-46), and the numbers on which we are dialling or talking (CB-X11, INV-P5). */
  readonly pending = new Map<CallerNumber, Contact[]>();
  readonly dialled = new Map<CallerNumber, ContactId>();
  /** Callbacks outside the ranking until their retry (CB-20). */
  retrying = 0;
  /** Callbacks that wait for a line, or for another call to the same number to end. */
  readonly held: Contact[] = [];

  // OV-23.
  exceedMinute = -1;
  exceedRun = 0;
  exceedBacklog: Contact[] = [];
  exceedTicket: Ticket = NO_TICKET;

  constructor(setup: RoutingSetup, facts: Facts) {
    this.setup = setup;
    this.facts = facts;
    this.queues = setup.queues.map((each, index) => new Queue(index, each, new Estimate(each.estimate)));
    this.agents = setup.agents.map((each, index) => new Agent(index, each, setup.profiles.length));
    this.routes = setup.entries.map((entry) => routesOf(entry));
    for (const { rule } of this.routes.flat())
      if (rule.overflow?.some((each) => each.when === 'averageWait') === true)
        for (const { queue } of rule.targets) this.queues[queue]!.usesEstimate = true;
    // Agent.ableFor is a mask of 32 bits.
    invariant(setup.classes.length <= 32, 'at most 32 kinds of work');
    this.kinds = setup.classes.map(kindOf);
    this.lines = new Lines(setup);
    this.usesUnits = setup.classes.some((work) => work.units > 0);
    this.clear(EMPTY_FRAME);
  }

  /** Back to an empty centre, in place: everything made is used again. */
  clear(frame: RunFrame): void {
    this.frame = frame;
    this.split.rekey(frame.seed, frame.day, 'split');
    this.calendar = new Calendar();
    this.contacts.clear();
    this.outbox.clear();
    this.lines.clear();
    this.now = 0;
    this.step = 0;
    this.arrivals = 0;
    this.lowestRank = 0;
    this.assignments = 0;
    this.passDue = Infinity;
    this.dirtyCount = 0;
    this.pending.clear();
    this.dialled.clear();
    this.held.length = 0;
    this.retrying = 0;
    this.exceedMinute = -1;
    this.exceedRun = 0;
    this.exceedBacklog = [];
    this.exceedTicket = NO_TICKET;
    for (const queue of this.queues) {
      queue.clear();
      queue.members.length = 0;
      queue.joinedSoFar = 0;
    }
    for (const agent of this.agents) this.#resetAgent(agent);
  }

  #resetAgent(agent: Agent): void {
    const { setup } = agent;
    agent.presence = At.signedOut;
    agent.lines.fill(0);
    agent.idleChannels = 0;
    agent.isChosen = false;
    agent.pendingPresence = '';
    agent.rings.fill(null);
    agent.ringing = agent.dialling = agent.talking = agent.wrappingUp = 0;
    agent.alone = null;
    agent.aloneTicket = agent.aloneBlockTicket = NO_TICKET;
    agent.activity = 'signedOut';
    agent.usedUnits = 0;
    agent.profileLimit.fill(NOBODY);
    agent.profileUsed.fill(0);
    agent.quotaInHand = 0;
    agent.quotaDay = 0;
    for (const { profile, limit } of setup.profiles)
      agent.profileLimit[profile] = limit ?? this.setup.profiles[profile]!.limit;
    agent.ableFor = 0;
    agent.releasedVoice = agent.releasedMessaging = agent.availableSince = NOBODY;
    agent.memberships = [];
    for (const index of setup.queues) this.join(agent, this.queues[index]!);
  }

  join(agent: Agent, queue: Queue): Membership {
    const membership = new Membership(agent, queue, queue.joinedSoFar++);
    agent.memberships.push(membership);
    queue.members.push(membership);
    return membership;
  }

  classOf(contact: Contact): WorkClassSetup {
    return this.setup.classes[contact.workClass]!;
  }

  /** INV-C1: only declared transitions happen. */
  move(contact: Contact, event: number): void {
    const next = contactMachine.next(contact.state, event);
    if (next === NO_MOVE) {
      const { states, events } = contactMachine;
      invariant(
        false,
        `INV-C1: a contact that is ${states[contact.state]} has no transition on ${events[event]}`,
      );
    }
    if (contact.state === State.retryWait) this.retrying -= 1;
    if (next === State.retryWait) this.retrying += 1;
    contact.state = next;
  }

  can(contact: Contact, event: number): boolean {
    return contactMachine.next(contact.state, event) !== NO_MOVE;
  }

  after(wait: number, kind: number, subject: number): Ticket {
    return this.calendar.schedule(dueAt(this.now + wait, Rank.timer), kind, subject);
  }

  /** A timer at an instant, or none at all for Infinity. */
  at(instant: Instant, kind: number, subject: number): Ticket {
    return instant === Infinity
      ? NO_TICKET
      : this.calendar.schedule(dueAt(instant, Rank.timer), kind, subject);
  }

  cancel(ticket: Ticket): void {
    if (ticket !== NO_TICKET) this.calendar.cancel(ticket);
  }

  /** AS-01: one pass at the end of this instant. */
  requestPass(): void {
    this.passDue = dueAt(this.now, Rank.pass);
  }

  /** AS-01: the end of a ring by an accept. Nearly always nothing is to be tried then, and such a pass is left out. */
  ringEnded(): void {
    if (this.dirtyCount > 0 || this.setup.sharedBlock !== null) this.requestPass();
  }

  /** To be tried in the next pass, whenever that is. */
  markDirty(queue: Queue): void {
    if (queue.isDirty) return;
    queue.isDirty = true;
    this.dirty[this.dirtyCount++] = queue;
  }

  /** Put a contact into its queue's line, at its rank. */
  link(contact: Contact): void {
    const queue = contact.queue!;
    this.#sample(queue);
    queue.link(contact);
  }

  unlink(contact: Contact): void {
    const queue = contact.queue!;
    this.#sample(queue);
    // An item below the block moves up, though nothing asked for a pass: the next one must try it (AS-02).
    if (queue.due > queue.blockSize) this.markDirty(queue);
    queue.unlink(contact);
  }

  countRinging(queue: Queue, by: 1 | -1): void {
    this.#sample(queue);
    queue.ringing += by;
  }

  #sample(queue: Queue): void {
    const interval = this.setup.depthSampleInterval;
    if (interval > 0) queue.sampleBefore(this.now, interval);
  }

  /** OV-05 .. OV-07: the count of open items that a condition sees. */
  depthSeen(queue: Queue): number {
    const interval = this.setup.depthSampleInterval;
    if (interval === 0) return queue.openItems;
    queue.sampleBefore(this.now, interval);
    return queue.sampleValue;
  }

  /** The contact may be offered from now on: that asks for a pass (AS-01). */
  setDue(contact: Contact): void {
    const queue = contact.queue!;
    if (!contact.isDue) {
      contact.isDue = true;
      queue.due += 1;
    }
    this.markDirty(queue);
    this.requestPass();
  }

  unsetDue(contact: Contact): void {
    if (!contact.isDue) return;
    contact.isDue = false;
    contact.queue!.due -= 1;
  }

  bySlot(slot: number): Contact {
    return this.contacts.slots[slot]!;
  }

  find(id: ContactId): Contact | null {
    return this.contacts.find(id);
  }

  // ---- hours (OH)

  /** OH-02: in hours from the first moment of an interval to just before its last. */
  isOpen(hours: number, at: Instant): boolean {
    if (hours < 0) return true;
    const openings = this.frame.openings[hours] ?? [];
    return openings.length > 0 && lastAtOrBefore(openings, at) % 2 === 0;
  }

  /** The next moment at or after which the record is open; Infinity if it never opens in this run. */
  nextOpening(hours: number, at: Instant): Instant {
    if (hours < 0) return at;
    const openings = this.frame.openings[hours] ?? [];
    const index = openings.length === 0 ? -1 : lastAtOrBefore(openings, at);
    if (index >= 0 && index % 2 === 0) return at;
    return openings[index + 1] ?? Infinity;
  }
}

/** Index of the last instant <= at in rising order, -1 if none. */
function lastAtOrBefore(instants: readonly Instant[], at: Instant): number {
  let low = 0;
  let high = instants.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (instants[middle]! <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
