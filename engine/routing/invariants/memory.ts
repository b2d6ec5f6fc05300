/**
 * What the checker of invariants remembers between two steps: counts, a few words on each open contact and
 * agent, and the newest generation of each slot (the ids that are closed). No copy of the engine's state, and
 * no rule: it listens to the facts and keeps them until the step is checked.
 */
import type { CallbackProfileSetup } from '../../config/setup.ts';
import { ContradictionError } from '../../kernel/invariant.ts';
import type { Instant } from '../../kernel/time.ts';
import type { AloneWrapUp } from '../agent.ts';
import type { Contact } from '../contact.ts';
import {
  NOBODY,
  SLOT_BITS,
  slotOf,
  type Activity,
  type AgentId,
  type CloseReason,
  type CommandId,
  type ContactId,
  type ContactView,
  type DialOutcome,
  type Facts,
  type QueueEntry,
  type QueueId,
  type ReasonRecord,
  type Refusal,
  type RingOutcome,
  type SegmentOutcome,
} from '../protocol.ts';

/** The engine contradicts itself: the message begins with the invariant's ID. */
export function fail(id: string, what: string): never {
  throw new ContradictionError(`INV-${id}: ${what}`);
}

export interface ContactMemory {
  readonly id: ContactId;
  readonly workClass: number;
  /** Where the last check found it. */
  state: number;
  queue: QueueId;
  rank: number;
  declines: number;

  /** The queue of its live segment, NOBODY outside of one. */
  segment: QueueId;
  /** How its last one ended. */
  left: SegmentOutcome | null;
  isAnswered: boolean;
  isJoined: boolean;
  isHandled: boolean;
  isOptedIn: boolean;

  // Its lines, as the commands left them.
  isOnLine: boolean;
  ring: CommandId;
  ringAgent: AgentId;
  play: CommandId;
  /** The leg dialled for it, while it lives. */
  leg: CommandId;

  // Callback offers of the present stay in a queue.
  offersHeard: number;
  /** OV-26: when `waitExceeds` began them; NOBODY: they began with the entry. */
  offersFrom: Instant;
  /** When the next one is due; NOBODY before the first, Infinity when none may come. */
  nextOffer: Instant;

  // The promise.
  profile: CallbackProfileSetup | null;
  attempts: number;
  dialEndedAt: Instant;
  notBefore: Instant;
  expiresAt: Instant;
  /** The quota of the agent from which its unit was taken (CP-04, CP-X1). */
  quota: number;
}

export interface AgentMemory {
  activity: Activity;
  since: Instant;
  presence: number;
  readonly used: number[];
  /** CP-04: units of the day's quota, by profile, and which day's it is. */
  readonly quotaUsed: number[];
  quota: number;
  releasedVoice: Instant;
  releasedMessaging: Instant;
  /** Contacts he has accepted that hold his capacity. */
  readonly holding: Set<ContactId>;
  /** His wrap-up alone (GEN-11), while it holds capacity. */
  alone: AloneWrapUp | null;
}

export interface QueueMemory {
  entered: number;
  readonly left: Map<SegmentOutcome, number>;
  answered: number;
}

/** A fact, as far as the checks of its step need it. */
export interface Told {
  readonly fact: keyof Facts;
  readonly at: Instant;
  readonly contact: ContactId;
  readonly agent: AgentId;
  readonly detail: string;
}

export class Memory implements Facts {
  now: Instant = 0;
  step = 0;
  command: CommandId = 0;
  /** What was due next when the last step was over, and whether that was a pass. */
  nextDeadline = Infinity;
  passDue = Infinity;
  /** Whether reason records are listened to (A4). */
  isExplained = false;
  /** Midnights still to come, at the last check and at the one before. */
  midnights = NOBODY;
  midnightsBefore = NOBODY;
  arrivals = 0;
  closings = 0;
  readonly reasons = new Map<CloseReason, number>();
  readonly contacts = new Map<ContactId, ContactMemory>();
  readonly queues: QueueMemory[];
  readonly agents: AgentMemory[];
  /** C2: the newest generation of each slot. */
  readonly #generations: number[] = [];

  /** Of the present step. */
  told: Told[] = [];
  closedNow = new Map<ContactId, ContactMemory>();
  explained: ReasonRecord[] = [];

  constructor(queues: number, agents: number, profiles: number) {
    this.queues = Array.from({ length: queues }, () => ({
      entered: 0,
      left: new Map(),
      answered: 0,
    }));
    this.agents = Array.from({ length: agents }, () => ({
      activity: 'signedOut' as const,
      since: 0,
      presence: 0,
      used: Array.from({ length: profiles }, () => 0),
      quotaUsed: Array.from({ length: profiles }, () => 0),
      quota: 0,
      releasedVoice: NOBODY,
      releasedMessaging: NOBODY,
      holding: new Set<ContactId>(),
      alone: null,
    }));
  }

  /** The step has been checked. */
  forgetStep(): void {
    this.told = [];
    this.closedNow = new Map();
    this.explained = [];
  }

  of(id: ContactId): ContactMemory {
    return this.contacts.get(id) ?? fail('C2', `contact ${id} has never arrived, or is closed`);
  }

  #tell(fact: keyof Facts, at: Instant, contact: ContactId, agent: AgentId, detail: string): void {
    this.told.push({ fact, at, contact, agent, detail });
  }

  arrived(now: Instant, contact: ContactView): void {
    const { id } = contact;
    const slot = slotOf(id);
    const generation = Math.floor(id / 2 ** SLOT_BITS);
    const last = this.#generations[slot];
    if (last !== undefined && generation <= last) fail('C2', `id ${id} is given out twice`);
    this.#generations[slot] = generation;
    this.arrivals += 1;
    this.contacts.set(id, {
      id,
      workClass: (contact as Contact).workClass,
      state: 0,
      queue: NOBODY,
      rank: NaN,
      declines: 0,
      segment: NOBODY,
      left: null,
      isAnswered: false,
      isJoined: false,
      isHandled: false,
      isOptedIn: false,
      isOnLine: false,
      ring: NOBODY,
      ringAgent: NOBODY,
      play: NOBODY,
      leg: NOBODY,
      offersHeard: 0,
      offersFrom: NOBODY,
      nextOffer: NOBODY,
      profile: null,
      attempts: 0,
      dialEndedAt: NOBODY,
      notBefore: 0,
      expiresAt: Infinity,
      quota: 0,
    });
    this.#tell('arrived', now, id, NOBODY, '');
  }

  queued(now: Instant, contact: ContactView, how: QueueEntry): void {
    const memory = this.of(contact.id);
    if (memory.segment !== NOBODY) fail('C4', `contact ${contact.id} enters a queue while it is in another`);
    memory.segment = contact.queueIndex;
    memory.offersHeard = 0;
    memory.nextOffer = NOBODY;
    memory.offersFrom = NOBODY;
    this.queues[contact.queueIndex]!.entered += 1;
    const { queue } = contact as Contact;
    // Q3: reached is an overflow or a refusal before the entry; who comes back had his place already.
    if (how !== 'returned' && queue!.waiting + queue!.ringing + 1 > queue!.maxActiveContacts)
      fail('Q3', `queue ${contact.queueIndex} takes more than its ${queue!.maxActiveContacts} contacts`);
    this.#tell('queued', now, contact.id, NOBODY, how);
  }

  left(now: Instant, contact: ContactView, outcome: SegmentOutcome): void {
    const memory = this.of(contact.id);
    if (memory.segment !== contact.queueIndex)
      fail('C4', `contact ${contact.id} leaves queue ${contact.queueIndex} without being in it`);
    memory.segment = NOBODY;
    memory.left = outcome;
    const queue = this.queues[contact.queueIndex]!;
    queue.left.set(outcome, (queue.left.get(outcome) ?? 0) + 1);
    if (outcome === 'answered') queue.answered += 1;
    this.#tell('left', now, contact.id, NOBODY, outcome);
  }

  overflowed(
    now: Instant,
    contact: ContactView,
    _from: QueueId,
    when: string,
    action: string,
    _to: QueueId,
  ): void {
    if (action === 'directCallback' && when === 'waitExceeds') this.of(contact.id).offersFrom = now;
    this.#tell('overflowed', now, contact.id, NOBODY, `${when} ${action}`);
  }

  rang(now: Instant, contact: ContactView, agent: AgentId): void {
    this.#tell('rang', now, contact.id, agent, '');
  }

  ringEnded(now: Instant, contact: ContactView, agent: AgentId, outcome: RingOutcome): void {
    this.#tell('ringEnded', now, contact.id, agent, outcome);
  }

  offerPlayed(now: Instant, contact: ContactView): void {
    const memory = this.of(contact.id);
    this.#offerDue(now, contact as Contact, memory);
    memory.offersHeard += 1;
    this.#tell('offerPlayed', now, contact.id, NOBODY, '');
  }

  offerSkipped(now: Instant, contact: ContactView, rule: string): void {
    const memory = this.of(contact.id);
    if (rule === '') fail('O2', `an offer to ${contact.id} is missing and no rule is named`);
    if (rule === 'CB-08') memory.nextOffer = Infinity;
    else this.#offerDue(now, contact as Contact, memory);
    this.#tell('offerSkipped', now, contact.id, NOBODY, rule);
  }

  /** O1, O2: start to start from the entry (CB-03), or from the moment `waitExceeds` began them (OV-26). */
  #offerDue(now: Instant, contact: Contact, memory: ContactMemory): void {
    const expected = firstOrNextOffer(contact, memory);
    if (now < expected) fail('O1', `an offer to ${contact.id} at ${now}, due only at ${expected}`);
    if (now > expected) fail('O2', `an offer to ${contact.id} at ${now} instead of ${expected}`);
    memory.nextOffer = now + contact.profile!.offerRepeat;
  }

  optedIn(now: Instant, contact: ContactView): void {
    const memory = this.of(contact.id);
    memory.profile = (contact as Contact).profile;
    this.#tell('optedIn', now, contact.id, NOBODY, '');
  }

  dialled(now: Instant, contact: ContactView, agent: AgentId): void {
    const memory = this.of(contact.id);
    memory.attempts += 1;
    if (memory.attempts > memory.profile!.maxAttempts)
      fail('P4', `attempt ${memory.attempts} of callback ${contact.id}, which may have fewer (CB-21)`);
    if (now < memory.notBefore) fail('P4', `callback ${contact.id} is dialled before ${memory.notBefore}`);
    this.#tell('dialled', now, contact.id, agent, '');
  }

  dialEnded(now: Instant, contact: ContactView, agent: AgentId, outcome: DialOutcome): void {
    if (outcome !== 'joined') this.of(contact.id).dialEndedAt = now;
    this.#tell('dialEnded', now, contact.id, agent, outcome);
  }

  joined(now: Instant, contact: ContactView, agent: AgentId): void {
    this.of(contact.id).isJoined = true;
    this.#tell('joined', now, contact.id, agent, '');
  }

  handled(now: Instant, contact: ContactView, agent: AgentId): void {
    const memory = this.of(contact.id);
    if (memory.isHandled) fail('A6', `contact ${contact.id} is handled twice`);
    memory.isHandled = true;
    this.#tell('handled', now, contact.id, agent, '');
  }

  closed(now: Instant, contact: ContactView, reason: CloseReason): void {
    const memory = this.of(contact.id);
    if (memory.segment !== NOBODY) fail('C4', `contact ${contact.id} is closed inside a queue`);
    this.closings += 1;
    this.reasons.set(reason, (this.reasons.get(reason) ?? 0) + 1);
    this.contacts.delete(contact.id);
    this.closedNow.set(contact.id, memory);
    this.#tell('closed', now, contact.id, contact.agentIndex, reason);
  }

  announced(now: Instant, contact: ContactView, what: 'position' | 'wait'): void {
    this.#tell('announced', now, contact.id, NOBODY, what);
  }

  activity(now: Instant, agent: AgentId, activity: Activity): void {
    const memory = this.agents[agent]!;
    if (memory.activity === activity) fail('A1', `agent ${agent} begins ${activity} twice`);
    if (now < memory.since) fail('A1', `agent ${agent} begins ${activity} before what he did until then`);
    memory.activity = activity;
    memory.since = now;
    this.#tell('activity', now, NOBODY, agent, activity);
  }

  refused(now: Instant, agent: AgentId, contact: ContactId, refusal: Refusal): void {
    this.#tell('refused', now, contact, agent, refusal);
  }
}

/** When the next callback offer of this stay falls due. */
export function firstOrNextOffer(contact: Contact, memory: ContactMemory): Instant {
  if (memory.nextOffer !== NOBODY) return memory.nextOffer;
  return memory.offersFrom !== NOBODY ? memory.offersFrom : contact.enteredAt + contact.profile!.offerFirst;
}
