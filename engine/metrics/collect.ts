/**
 * Listens to the engine for one day and counts. What a contact did is booked in the interval in which it entered its queue
 * (section 22 of the rule book), an agent's time in the interval in which it passed, split at the edges to the millisecond.
 * Whole numbers only, in one typed array: records of a day add up exactly, whichever worker made them.
 *
 * It knows no ratio, no interval of confidence and no other day. The hot path allocates nothing and looks nothing up by text:
 * what it must remember of a contact is in columns by pool slot.
 *
 * Warm-up: a segment, and what follows from it, counts if it entered the queue at or after the warm-up's end. Time (agents',
 * and the number waiting) counts from that instant on whoever caused it, since the state at an instant is not a contact's.
 */
import type { OverflowSetup, Setup } from '../config/setup.ts';
import type { Instant, Millis } from '../kernel/time.ts';
import {
  NOBODY,
  slotOf,
  type Activity,
  type AgentId,
  type CloseReason,
  type ContactView,
  type DialOutcome,
  type Facts,
  type QueueEntry,
  type QueueId,
  type RingOutcome,
  type SegmentOutcome,
} from '../routing/protocol.ts';
import { binOf, countBinOf, DELAY_STEP, STAY_STEP, stepOf } from './bins.ts';
import { assertSums } from './identities.ts';
import { IntervalTargets } from './interval-targets.ts';
import { PackedWaits } from './interval-waits.ts';
import { STAY_ENDS, Stays } from './stays.ts';
import {
  ACTIONS,
  C,
  CENTRE_CELLS,
  CONDITIONS,
  G,
  GROUP_CELLS,
  H,
  HEADER,
  HEARD_CELLS,
  histogramAt,
  HISTOGRAM_LENGTH,
  HISTOGRAM_OFFSET,
  HISTOGRAMS,
  layoutOf,
  NOT_ABANDONS,
  OFFER_CELLS,
  Q,
  QD,
  QUEUE_CELLS,
  QUEUE_DAY_CELLS,
  type Layout,
} from './layout.ts';

/** In the columns by slot: no segment or promise, and one that is left out because it began in the warm-up. */
const NONE = -1;
const LEFT_OUT = -2;

const SIGNED_OUT = -1;
const MINUTE: Millis = 60_000;
/** K-23: close enough is within 60 s or a fifth of the estimate. */
const CLOSE_ENOUGH: Millis = 60_000;
const CLOSE_SHARE = 0.2;

export class DayCollector implements Facts {
  readonly layout: Layout;
  readonly #setup: Setup;
  readonly #cells: Float64Array;
  readonly #bins: Int32Array;
  /** By queue and histogram: the highest bin filled, so that emptying costs what was used. */
  readonly #highest: Int32Array;
  /** Bins that are not 0. */
  #filled = 0;
  readonly #inBins: Float64Array;
  readonly #stays: Stays;
  readonly #waits: PackedWaits;
  readonly #intervalTargets: IntervalTargets;

  // Setup in columns.
  readonly #threshold: Float64Array;
  readonly #short: Float64Array;
  readonly #asksEstimate: Uint8Array;
  readonly #groupOf: Int32Array;

  // By agent.
  readonly #activity: Int32Array;
  readonly #activitySince: Float64Array;

  // By queue: how many wait, and since when it is so many.
  readonly #waiting: Int32Array;
  readonly #waitingSince: Float64Array;
  readonly #promised: Int32Array;
  readonly #promisedSince: Float64Array;
  readonly #leftWaiting: Float64Array;
  readonly #leftPromised: Float64Array;

  // By pool slot.
  #segment = new Int32Array(1024).fill(NONE);
  #segmentOpen = new Uint8Array(1024);
  #entered = new Float64Array(1024);
  #queueOf = new Int32Array(1024).fill(NONE);
  /** An agent's phone rang in the instant he entered, and nobody has let it ring out since. */
  #isServedAtOnce = new Uint8Array(1024);
  #promise = new Int32Array(1024).fill(NONE);
  #promiseOpen = new Uint8Array(1024);
  #promiseQueue = new Int32Array(1024);
  #promiseEntered = new Float64Array(1024);
  #slots = 0;

  // The day.
  #kind = 0;
  #dayStart: Instant = 0;
  #dayEnd: Instant = 0;
  #gridStart: Instant = 0;
  #measureFrom: Instant = -Infinity;
  /** The slice of the present instant and its edges. */
  #slice = 0;
  #sliceStart: Instant = 0;
  #sliceEnd: Instant = 0;

  constructor(setup: Setup) {
    const layout = layoutOf(setup);
    const { queues, agents } = setup.routing;
    this.layout = layout;
    this.#setup = setup;
    this.#cells = new Float64Array(layout.denseLength);
    this.#bins = new Int32Array(layout.queues * HISTOGRAM_LENGTH);
    this.#highest = new Int32Array(layout.queues * HISTOGRAMS.length).fill(-1);
    this.#inBins = new Float64Array(this.#highest.length);
    this.#stays = new Stays(layout);
    this.#waits = new PackedWaits(layout);
    this.#intervalTargets = new IntervalTargets(setup, layout);
    this.#threshold = Float64Array.from(queues, (queue) => queue.serviceLevelThreshold);
    this.#short = Float64Array.from(queues, (queue) => queue.shortAbandonThreshold);
    this.#asksEstimate = Uint8Array.from(queues, ({ announceWait, overflow }) =>
      announceWait || overflow.some(asksAverageWait) ? 1 : 0,
    );
    for (const { targets, overflow } of setup.routing.entries.flatMap(({ rules }) => rules))
      if (overflow?.some(asksAverageWait) === true)
        for (const { queue } of targets) this.#asksEstimate[queue] = 1;
    this.#groupOf = Int32Array.from(agents, (agent) => agent.group);
    this.#activity = new Int32Array(agents.length).fill(SIGNED_OUT);
    this.#activitySince = new Float64Array(agents.length);
    this.#waiting = new Int32Array(layout.queues);
    this.#waitingSince = new Float64Array(layout.queues);
    this.#promised = new Int32Array(layout.queues);
    this.#promisedSince = new Float64Array(layout.queues);
    this.#leftWaiting = new Float64Array(layout.queues);
    this.#leftPromised = new Float64Array(layout.queues);
  }

  /**
   * A day begins.
   * @param kind index into `world.kinds`
   * @param dayStart the instant of the kind's `from` on the clock of that day
   * @param continues the run goes on from the day before: who waits and who works is carried over (long runs)
   */
  begin(kind: number, dayStart: Instant, continues = false): void {
    const { world } = this.#setup;
    this.#cells.fill(0);
    this.#kind = kind;
    this.#dayStart = dayStart;
    this.#dayEnd = dayStart + world.kinds[kind]!.to - world.kinds[kind]!.from;
    this.#gridStart = dayStart - (world.kinds[kind]!.from - this.layout.gridFrom);
    this.#moveTo(dayStart);
    if (continues) return;
    this.#measureFrom = world.warmUp > 0 ? dayStart + world.warmUp : -Infinity;
    this.#activity.fill(SIGNED_OUT);
    this.#activitySince.fill(0);
    this.#waiting.fill(0);
    this.#waitingSince.fill(0);
    this.#promised.fill(0);
    this.#promisedSince.fill(0);
    this.#leftWaiting.fill(0);
    this.#leftPromised.fill(0);
    this.#segment.fill(NONE, 0, this.#slots);
    this.#segmentOpen.fill(0, 0, this.#slots);
    this.#promise.fill(NONE, 0, this.#slots);
    this.#promiseOpen.fill(0, 0, this.#slots);
    this.#slots = 0;
  }

  /** The day is over at this instant: what is open is booked as such, the sums are checked, the record is handed out. */
  end(now: Instant): Float64Array {
    this.#moveTo(now);
    for (let agent = 0; agent < this.#activity.length; agent++) this.#bookActivity(now, agent);
    for (let queue = 0; queue < this.layout.queues; queue++) {
      this.#bookWaiting(now, queue);
      this.#bookPromised(now, queue);
      this.#cells[this.#day(queue) + QD.carriedIn] = this.#leftWaiting[queue]!;
      this.#cells[this.#day(queue) + QD.callbacksCarriedIn] = this.#leftPromised[queue]!;
    }
    this.#leftWaiting.fill(0);
    this.#leftPromised.fill(0);
    for (let slot = 0; slot < this.#slots; slot++) this.#bookOpen(now, slot);
    for (let queue = 0; queue < this.layout.queues; queue++) {
      this.#cells[this.#day(queue) + QD.stillWaiting] = this.#leftWaiting[queue]!;
      this.#cells[this.#day(queue) + QD.callbacksOpen] = this.#leftPromised[queue]!;
    }
    this.#bookElapsed(now);
    this.#intervalTargets.judge(this.#cells);
    this.#countStays();
    return this.#record();
  }

  // ------------------------------------------------------------------ contacts

  arrived(now: Instant, contact: ContactView): void {
    if (now >= this.#sliceEnd) this.#moveTo(now);
    const slot = slotOf(contact.id);
    if (slot >= this.#slots) this.#reach(slot);
    this.#segment[slot] = NONE;
    this.#segmentOpen[slot] = 0;
    this.#queueOf[slot] = NONE;
    this.#promise[slot] = NONE;
    this.#promiseOpen[slot] = 0;
    if (now >= this.#measureFrom) this.#add(this.#centre() + C.arrived, 1);
  }

  queued(now: Instant, contact: ContactView, how: QueueEntry): void {
    if (now >= this.#sliceEnd) this.#moveTo(now);
    const slot = slotOf(contact.id);
    const queue = contact.queueIndex;
    this.#bookWaiting(now, queue);
    this.#waiting[queue]! += 1;
    this.#segmentOpen[slot] = 1;
    this.#entered[slot] = now;
    this.#queueOf[slot] = queue;
    this.#isServedAtOnce[slot] = 0;
    if (now < this.#measureFrom) {
      this.#segment[slot] = LEFT_OUT;
      return;
    }
    const base = this.#queueCell(queue);
    this.#segment[slot] = base;
    this.#add(base + Q.offered, 1);
    if (how !== 'returned') this.#add(base + Q.reached, 1);
    if (how === 'overflow') this.#add(base + Q.overflowedIn, 1);
    if (contact.segments === 1) this.#add(this.#centre() + C.contacts, 1);
  }

  left(now: Instant, contact: ContactView, outcome: SegmentOutcome): void {
    if (now >= this.#sliceEnd) this.#moveTo(now);
    const slot = slotOf(contact.id);
    const queue = contact.queueIndex;
    this.#bookWaiting(now, queue);
    this.#waiting[queue]! -= 1;
    this.#segmentOpen[slot] = 0;
    const base = this.#segment[slot]!;
    if (base < 0) return;
    const wait = now - contact.enteredAt;
    const longest = base + Q.longestWait;
    if (wait > this.#cells[longest]!) this.#cells[longest] = wait;
    switch (outcome) {
      case 'answered':
        this.#add(base + Q.answered, 1);
        this.#add(base + Q.waitAnswered, wait);
        if (wait <= this.#threshold[queue]!) this.#add(base + Q.answeredInTime, 1);
        if (wait > 0) this.#add(base + Q.waited, 1);
        this.#stays.add(
          queue,
          this.#placeOf(base),
          wait,
          this.#isServedAtOnce[slot] === 1 || wait === 0 ? 'atOnce' : 'answered',
        );
        if (contact.announcedAhead >= 0) this.#bookPosition(contact, queue);
        break;
      case 'abandoned':
        this.#add(base + Q.abandoned, 1);
        this.#add(base + Q.waitAbandoned, wait);
        if (wait <= this.#threshold[queue]!) this.#add(base + Q.abandonedInTime, 1);
        if (wait < this.#short[queue]!) this.#add(base + Q.abandonedShort, 1);
        // Who balks has waited for nothing, but was not served at once either.
        this.#add(base + Q.waited, 1);
        this.#stays.add(queue, this.#placeOf(base), wait, 'abandoned');
        this.#add(this.#centre() + C.contactsAbandoned, 1);
        break;
      case 'optedIn':
        this.#add(base + Q.optedIn, 1);
        this.#stays.add(queue, this.#placeOf(base), wait, 'optedIn');
        if (wait <= this.#threshold[queue]!) this.#add(base + Q.optedInInTime, 1);
        break;
      case 'movedQueue':
        this.#add(base + Q.movedQueue, 1);
        this.#add(base + Q.overflowedOut, 1);
        break;
      case 'movedExternal':
        this.#add(base + Q.movedExternal, 1);
        this.#add(base + Q.overflowedOut, 1);
        break;
      case 'voicemail':
        this.#add(base + Q.voicemail, 1);
        this.#add(base + Q.overflowedOut, 1);
        break;
      case 'overflowEnd':
        this.#add(base + Q.overflowEnd, 1);
        this.#add(base + Q.overflowedOut, 1);
        break;
      case 'duplicate':
        this.#add(base + Q.duplicate, 1);
        break;
      case 'forceClosed':
        this.#add(base + Q.forceClosed, 1);
        break;
    }
    if (this.#asksEstimate[queue] === 1) this.#bookEstimate(contact, queue, wait, outcome);
  }

  overflowed(
    now: Instant,
    contact: ContactView,
    from: QueueId,
    when: string,
    action: string,
    to: QueueId,
  ): void {
    if (now >= this.#sliceEnd) this.#moveTo(now);
    const slot = slotOf(contact.id);
    const isBefore = contact.segments === 0;
    if (isBefore) this.#queueOf[slot] = from;
    if (isBefore ? now < this.#measureFrom : this.#segment[slot] === LEFT_OUT) return;
    const at = conditionIndex(when) * ACTIONS.length + actionIndex(action);
    this.#add(this.#day(from) + QD['overflow/outOfHours/assignAnyway'] + at, 1);
    if (action === 'transferQueue') this.#countMove(from, when, to);
    // Before the queue: sent elsewhere, it has reached this queue without entering it.
    if (!isBefore || (to === from && (action === 'assignAnyway' || action === 'directCallback'))) return;
    const base = this.#queueCell(from);
    this.#add(base + Q.reached, 1);
    this.#add(base + Q.overflowedOut, 1);
  }

  closed(now: Instant, contact: ContactView, reason: CloseReason): void {
    if (reason === 'handled' || reason === 'abandoned') return;
    if (now >= this.#sliceEnd) this.#moveTo(now);
    if (contact.isCallback) {
      this.#promiseEnded(now, contact, reason);
      return;
    }
    const slot = slotOf(contact.id);
    const queue = contact.queueIndex === NOBODY ? this.#queueOf[slot]! : contact.queueIndex;
    const entered = this.#segment[slot]!;
    if (entered === LEFT_OUT || (entered === NONE && contact.arrivedAt < this.#measureFrom)) return;
    if (reason === 'capacity-exceeded') {
      this.#add(this.#centre() + C.capacityExceeded, 1);
      return;
    }
    if (queue === NONE) {
      // Gone in the greeting (RT-X1): no queue has seen him.
      this.#add(this.#centre() + C.abandonedBeforeQueue, 1);
      return;
    }
    if (reason === 'queue-full') {
      const base = this.#queueCell(queue);
      this.#add(base + Q.reached, 1);
      this.#add(base + Q.refusedFull, 1);
      return;
    }
    if (reason === 'queue-without-agents' && entered === NONE)
      this.#add(this.#queueCell(queue) + Q.reached, 1);
    const at = NOT_ABANDONS.indexOf(reason as (typeof NOT_ABANDONS)[number]);
    if (at >= 0) this.#add(this.#day(queue) + QD['closed/abandoned-in-message'] + at, 1);
  }

  handled(now: Instant, contact: ContactView, _agent: AgentId): void {
    const slot = slotOf(contact.id);
    const base = contact.isCallback ? this.#promise[slot]! : this.#segment[slot]!;
    if (base < 0) return;
    // A callback the agent gave up after an earlier attempt had met a machine: joined once, but not this time.
    if (contact.isCallback && contact.joinedAt < contact.dialledAt) return;
    this.#add(base + Q.handled, 1);
    this.#add(base + Q.talk, contact.talkEndedAt - contact.joinedAt);
    this.#add(base + Q.wrapUp, now - contact.talkEndedAt);
    if (contact.isCallback) this.#add(base + Q.agentDial, contact.joinedAt - contact.dialledAt);
  }

  announced(): void {
    // Read from the contact when its segment ends (K-22, K-23).
  }

  refused(): void {
    // Races lost are the engine's business; K-33 belongs to the supervisor's issue.
  }

  // ------------------------------------------------------------------ rings

  rang(now: Instant, contact: ContactView, agent: AgentId): void {
    if (now >= this.#sliceEnd) this.#moveTo(now);
    const base = this.#ofItem(contact);
    if (base >= 0) this.#add(base + Q.rings, 1);
    if (now === contact.enteredAt && !contact.isCallback) this.#isServedAtOnce[slotOf(contact.id)] = 1;
    if (now >= this.#measureFrom) this.#add(this.#group(agent) + G.agentRings, 1);
  }

  ringEnded(now: Instant, contact: ContactView, agent: AgentId, outcome: RingOutcome): void {
    if (outcome === 'accepted' || outcome === 'withdrawn') return;
    if (now >= this.#sliceEnd) this.#moveTo(now);
    this.#isServedAtOnce[slotOf(contact.id)] = 0;
    const base = this.#ofItem(contact);
    const group = now >= this.#measureFrom ? this.#group(agent) : NONE;
    switch (outcome) {
      case 'missed':
        if (base >= 0) this.#add(base + Q.missed, 1);
        if (group >= 0) this.#add(group + G.agentMissed, 1);
        return;
      case 'declined':
        if (base >= 0) this.#add(base + Q.declined, 1);
        if (group >= 0) this.#add(group + G.agentDeclined, 1);
        return;
      case 'deviceError':
        if (base >= 0) this.#add(base + Q.deviceErrors, 1);
        if (group >= 0) this.#add(group + G.agentDeviceErrors, 1);
        return;
    }
  }

  #ofItem(contact: ContactView): number {
    const slot = slotOf(contact.id);
    return contact.isCallback ? this.#promise[slot]! : this.#segment[slot]!;
  }

  // ------------------------------------------------------------------ callbacks

  offerPlayed(_now: Instant, contact: ContactView): void {
    const base = this.#segment[slotOf(contact.id)]!;
    if (base < 0) return;
    this.#add(base + Q.offerPrompts, 1);
    if (contact.offers === 1) this.#add(base + Q.offeredCallback, 1);
    if (contact.offers <= HEARD_CELLS.length)
      this.#add(this.#day(contact.queueIndex) + QD['heardOffer/1'] + contact.offers - 1, 1);
  }

  offerSkipped(): void {
    // Explained in the trace; no KPI counts it.
  }

  optedIn(now: Instant, contact: ContactView): void {
    if (now >= this.#sliceEnd) this.#moveTo(now);
    const slot = slotOf(contact.id);
    const queue = contact.queueIndex;
    const base = this.#segment[slot]!;
    this.#promise[slot] = base;
    this.#promiseOpen[slot] = 1;
    this.#promiseQueue[slot] = queue;
    this.#promiseEntered[slot] = contact.enteredAt;
    this.#bookPromised(now, queue);
    this.#promised[queue]! += 1;
    if (base < 0) return;
    const { offers } = contact;
    if (offers >= 1 && offers <= OFFER_CELLS.length)
      this.#add(this.#day(queue) + QD['acceptedAtOffer/1'] + offers - 1, 1);
  }

  dialled(_now: Instant, contact: ContactView, _agent: AgentId): void {
    const base = this.#promise[slotOf(contact.id)]!;
    if (base < 0) return;
    this.#add(base + Q.dials, 1);
    if (contact.attempts === 1) this.#add(base + Q.initiated, 1);
  }

  dialEnded(now: Instant, contact: ContactView, agent: AgentId, outcome: DialOutcome): void {
    if (outcome === 'joined') return;
    if (now >= this.#sliceEnd) this.#moveTo(now);
    this.#addSpan(this.#groupBase(agent) + G.wastedDial, GROUP_CELLS.length, contact.dialledAt, now, 1);
    // CB-X8: joined, and then it was a machine: the item has not been connected after all.
    if (contact.joinedAt !== NOBODY && contact.joinedAt >= contact.dialledAt)
      this.#bookJoin(now, contact, -1);
  }

  joined(now: Instant, contact: ContactView, _agent: AgentId): void {
    if (contact.isCallback) this.#bookJoin(now, contact, 1);
  }

  /** @param sign 1: joined; -1: taken back, with the same numbers */
  #bookJoin(now: Instant, contact: ContactView, sign: 1 | -1): void {
    if (now >= this.#sliceEnd) this.#moveTo(now);
    const slot = slotOf(contact.id);
    const queue = this.#promiseQueue[slot]!;
    this.#bookPromised(now, queue);
    this.#promised[queue]! -= sign;
    this.#promiseOpen[slot] = sign === 1 ? 0 : 1;
    const base = this.#promise[slot]!;
    if (base < 0) return;
    const { joinedAt } = contact;
    const delay = joinedAt - contact.optedInAt;
    this.#add(base + Q.connected, sign);
    if (contact.attempts === 1) this.#add(base + Q.connectedFirst, sign);
    if (joinedAt - this.#promiseEntered[slot]! <= this.#threshold[queue]!)
      this.#add(base + Q.joinedInTime, sign);
    this.#add(base + Q.delay, sign * delay);
    this.#add(base + Q.toFirstDial, sign * (contact.firstDialAt - contact.optedInAt));
    this.#add(base + Q.customerRing, sign * (contact.answeredAt - contact.dialledAt));
    this.#add(base + Q.answerToJoin, sign * (joinedAt - contact.answeredAt));
    this.#count(queue, H.delays, binOf(delay), sign);
    this.#count(queue, H.delaySteps, stepOf(delay, DELAY_STEP), sign);
    if (contact.estimateTold < 0) return;
    // K-16: what the customer heard were whole minutes, rounded up (EW-07).
    const told = Math.ceil(contact.estimateTold / MINUTE) * MINUTE;
    this.#add(this.#day(queue) + QD.told, sign);
    this.#add(this.#day(queue) + QD.promiseError, sign * (delay - told));
  }

  #promiseEnded(now: Instant, contact: ContactView, reason: CloseReason): void {
    const slot = slotOf(contact.id);
    if (this.#promiseOpen[slot] === 0) return;
    const queue = this.#promiseQueue[slot]!;
    this.#promiseOpen[slot] = 0;
    this.#bookPromised(now, queue);
    this.#promised[queue]! -= 1;
    if (this.#promise[slot]! < 0) return;
    const day = this.#day(queue);
    switch (reason) {
      case 'exhausted':
        this.#add(day + QD.exhausted, 1);
        return;
      case 'expired':
        this.#add(day + QD.expired, 1);
        return;
      case 'invalid-number':
        this.#add(day + QD.invalidNumber, 1);
        return;
      case 'cancelled-by-agent':
        this.#add(day + QD.cancelledByAgent, 1);
        return;
      case 'served-inbound':
        this.#add(day + QD.servedInbound, 1);
        return;
      default:
        // Any other end of an unkept promise is not in the book: the sums will not add up and end() says so.
        return;
    }
  }

  // ------------------------------------------------------------------ agents

  activity(now: Instant, agent: AgentId, activity: Activity): void {
    if (now >= this.#sliceEnd) this.#moveTo(now);
    this.#bookActivity(now, agent);
    this.#activity[agent] = activityCell(activity);
  }

  #bookActivity(now: Instant, agent: AgentId): void {
    const cell = this.#activity[agent]!;
    if (cell !== SIGNED_OUT)
      this.#addSpan(this.#groupBase(agent) + cell, GROUP_CELLS.length, this.#activitySince[agent]!, now, 1);
    this.#activitySince[agent] = now;
  }

  // ------------------------------------------------------------------ what the sums are made of

  #bookPosition(contact: ContactView, queue: QueueId): void {
    const error = contact.announcedAhead - contact.servedSinceAnnounced;
    this.#add(this.#day(queue) + QD.positions, 1);
    this.#add(this.#day(queue) + QD.positionError, error);
    this.#count(queue, H.positionErrors, countBinOf(Math.abs(error)));
  }

  /** K-23: an abandoned wait is censored; it says something only when it already exceeded the estimate. */
  #bookEstimate(contact: ContactView, queue: QueueId, wait: Millis, outcome: SegmentOutcome): void {
    const day = this.#day(queue);
    this.#add(day + QD.entries, 1);
    if (contact.estimateUsed < 0) return;
    this.#add(day + QD.entriesWithEstimate, 1);
    // To the millisecond, so that the sum stays whole.
    const estimate = Math.round(contact.estimateUsed);
    if (outcome === 'answered') {
      const error = estimate - wait;
      const size = Math.abs(error);
      this.#add(day + QD.estimates, 1);
      this.#add(day + QD.estimateError, error);
      this.#add(day + QD.estimateErrorSize, size);
      if (size <= CLOSE_ENOUGH || size <= CLOSE_SHARE * estimate) this.#add(day + QD.estimatesClose, 1);
      if (wait <= estimate) this.#add(day + QD.estimatesCovering, 1);
      this.#add(day + QD.estimatesJudged, 1);
    } else if (outcome === 'abandoned' && wait > estimate) this.#add(day + QD.estimatesJudged, 1);
  }

  #bookWaiting(now: Instant, queue: QueueId): void {
    const count = this.#waiting[queue]!;
    if (count !== 0) this.#addArea(queue, Q.waitingArea, this.#waitingSince[queue]!, now, count);
    this.#waitingSince[queue] = now;
  }

  #bookPromised(now: Instant, queue: QueueId): void {
    const count = this.#promised[queue]!;
    if (count !== 0) this.#addArea(queue, Q.callbackArea, this.#promisedSince[queue]!, now, count);
    this.#promisedSince[queue] = now;
  }

  #addArea(queue: QueueId, cell: number, from: Instant, now: Instant, count: number): void {
    const stride = QUEUE_CELLS.length;
    const base = this.layout.queueAt + queue * this.layout.slices * stride + cell;
    this.#addSpan(base, stride, from, now, count);
  }

  #bookOpen(now: Instant, slot: number): void {
    if (this.#promiseOpen[slot] === 1) {
      if (this.#promise[slot]! >= 0) this.#leftPromised[this.#promiseQueue[slot]!]! += 1;
    } else if (this.#segmentOpen[slot] === 1) {
      const base = this.#segment[slot]!;
      if (base < 0) return;
      this.#leftWaiting[this.#queueOf[slot]!]! += 1;
      const wait = now - this.#entered[slot]!;
      if (wait > this.#cells[base + Q.longestWait]!) this.#cells[base + Q.longestWait] = wait;
    }
  }

  #bookElapsed(now: Instant): void {
    const base = this.layout.centreAt + C.elapsed;
    this.#addSpan(base, CENTRE_CELLS.length, this.#dayStart, now, 1);
  }

  // ------------------------------------------------------------------ cells

  #add(cell: number, count: number): void {
    this.#cells[cell]! += count;
  }

  /** Cells of the queue in the slice of now. */
  #queueCell(queue: QueueId): number {
    const { layout } = this;
    return layout.queueAt + (queue * layout.slices + this.#slice) * QUEUE_CELLS.length;
  }

  #day(queue: QueueId): number {
    return this.layout.queueDayAt + queue * QUEUE_DAY_CELLS.length;
  }

  #groupBase(agent: AgentId): number {
    const { layout } = this;
    return layout.groupAt + this.#groupOf[agent]! * layout.slices * GROUP_CELLS.length;
  }

  #group(agent: AgentId): number {
    return this.#groupBase(agent) + this.#slice * GROUP_CELLS.length;
  }

  #centre(): number {
    return this.layout.centreAt + this.#slice * CENTRE_CELLS.length;
  }

  #count(queue: QueueId, histogram: number, bin: number, count = 1): void {
    const cell = queue * HISTOGRAM_LENGTH + HISTOGRAM_OFFSET[histogram]! + bin;
    const before = this.#bins[cell]!;
    const after = before + count;
    this.#bins[cell] = after;
    if (before === 0) this.#filled += 1;
    if (after === 0) this.#filled -= 1;
    const at = queue * HISTOGRAMS.length + histogram;
    if (bin > this.#highest[at]!) this.#highest[at] = bin;
  }

  /** Queue and slice, of the cells of a queue in a slice. */
  #placeOf(base: number): number {
    return (base - this.layout.queueAt) / QUEUE_CELLS.length;
  }

  #countStays(): void {
    const { queues, waits, ends } = this.#stays;
    const order = this.#stays.sorted();
    this.#waits.pack(this.#stays, order);
    this.#stays.length = 0;
    for (const at of order) {
      const queue = queues[at]!;
      const wait = waits[at]!;
      const end = ends[at]!;
      if (end === STAY_ENDS.optedIn) {
        this.#count(queue, H.stayOptedIn, stepOf(wait, STAY_STEP));
        continue;
      }
      const isAnswered = end !== STAY_ENDS.abandoned;
      this.#count(queue, isAnswered ? H.waitsAnswered : H.waitsAbandoned, binOf(wait));
      this.#count(
        queue,
        isAnswered ? H.stayAnswered : H.stayAbandoned,
        end === STAY_ENDS.atOnce ? 0 : stepOf(wait, STAY_STEP),
      );
    }
  }

  #countMove(queue: QueueId, when: string, to: QueueId): void {
    const { edges, edgeAt } = this.layout;
    const edge = edges.findIndex((each) => each.queue === queue && each.when === when && each.to === to);
    // A move that the setup does not know: the sums of the queue will say so.
    if (edge >= 0) this.#add(edgeAt + edge, 1);
  }

  /** Milliseconds from one instant to the present one, each to the slice in which it passed. `base` is the cell of slice 0. */
  #addSpan(base: number, stride: number, from: Instant, now: Instant, weight: number): void {
    const since = from > this.#measureFrom ? from : this.#measureFrom;
    if (since >= now) return;
    if (since >= this.#sliceStart) this.#add(base + this.#slice * stride, (now - since) * weight);
    else this.#addLongSpan(base, stride, since, now, weight);
  }

  #addLongSpan(base: number, stride: number, from: Instant, now: Instant, weight: number): void {
    const { intervals, interval } = this.layout;
    let since = from;
    while (since < now) {
      const at = this.#sliceAt(since);
      const isInside = at < intervals;
      const edge = isInside
        ? Math.min(this.#gridStart + (at + 1) * interval, this.#dayEnd)
        : since < this.#dayStart
          ? this.#dayStart
          : Infinity;
      const until = edge < now ? edge : now;
      this.#add(base + at * stride, (until - since) * weight);
      since = until;
    }
  }

  /** The slice of an instant: an interval of the grid, or the last one when the day has not begun or is over. */
  #sliceAt(instant: Instant): number {
    const { intervals, interval } = this.layout;
    if (instant < this.#dayStart || instant >= this.#dayEnd) return intervals;
    return Math.floor((instant - this.#gridStart) / interval);
  }

  /** Time has passed the edge of its slice. */
  #moveTo(now: Instant): void {
    const { intervals, interval } = this.layout;
    const at = this.#sliceAt(now);
    this.#slice = at;
    if (at < intervals) {
      this.#sliceStart = Math.max(this.#gridStart + at * interval, this.#dayStart);
      this.#sliceEnd = Math.min(this.#gridStart + (at + 1) * interval, this.#dayEnd);
    } else {
      const isEarly = now < this.#dayStart;
      this.#sliceStart = isEarly ? -Infinity : this.#dayEnd;
      this.#sliceEnd = isEarly ? this.#dayStart : Infinity;
    }
  }

  #reach(slot: number): void {
    this.#slots = slot + 1;
    if (slot < this.#segment.length) return;
    const length = Math.max(this.#segment.length * 2, slot + 1);
    this.#segment = longer(this.#segment, new Int32Array(length).fill(NONE));
    this.#segmentOpen = longer(this.#segmentOpen, new Uint8Array(length));
    this.#entered = longer(this.#entered, new Float64Array(length));
    this.#queueOf = longer(this.#queueOf, new Int32Array(length).fill(NONE));
    this.#isServedAtOnce = longer(this.#isServedAtOnce, new Uint8Array(length));
    this.#promise = longer(this.#promise, new Int32Array(length).fill(NONE));
    this.#promiseOpen = longer(this.#promiseOpen, new Uint8Array(length));
    this.#promiseQueue = longer(this.#promiseQueue, new Int32Array(length));
    this.#promiseEntered = longer(this.#promiseEntered, new Float64Array(length));
  }

  /**
   * The dense cells, then of each histogram the filled bins, then the waits by interval. The one array a day allocates. On the way
   * the bins are counted, and held against the cells.
   */
  #record(): Float64Array {
    const { denseLength } = this.layout;
    const histograms = this.#highest.length;
    const { packed, totals: waits } = this.#waits;
    const record = new Float64Array(denseLength + histograms + 2 * this.#filled + packed.length);
    this.#cells[HEADER.kind] = this.#kind;
    this.#cells[HEADER.denseLength] = denseLength;
    record.set(this.#cells);
    let to = denseLength;
    for (let at = 0; at < histograms; at++) {
      const base = histogramAt(at);
      const highest = this.#highest[at]!;
      const countAt = to++;
      let total = 0;
      for (let bin = 0; bin <= highest; bin++) {
        const count = this.#bins[base + bin]!;
        if (count === 0) continue;
        record[countAt]! += 1;
        record[to++] = bin;
        record[to++] = count;
        total += count;
      }
      this.#inBins[at] = total;
      this.#bins.fill(0, base, base + highest + 1);
      this.#highest[at] = -1;
    }
    this.#filled = 0;
    record.set(packed, to);
    assertSums(
      { cells: this.#cells, inBins: this.#inBins, waits },
      this.layout,
      (queue) => this.#setup.routing.queues[queue]!.name,
    );
    return record;
  }
}

/** OV-08: the condition that needs an estimate. */
const asksAverageWait = ({ when }: OverflowSetup): boolean => when === 'averageWait';

function longer<A extends Int32Array | Uint8Array | Float64Array>(from: A, to: A): A {
  to.set(from);
  return to;
}

function activityCell(activity: Activity): number {
  switch (activity) {
    case 'available':
      return G.available;
    case 'talking':
      return G.talking;
    case 'ringing':
      return G.ringing;
    case 'wrapUp':
      return G.wrappingUp;
    case 'dialling':
      return G.dialling;
    case 'inactive':
      return G.inactive;
    case 'unavailable':
      return G.unavailable;
    case 'signedOut':
      return SIGNED_OUT;
  }
}

function conditionIndex(when: string): number {
  return CONDITIONS.indexOf(when as (typeof CONDITIONS)[number]);
}

function actionIndex(action: string): number {
  return ACTIONS.indexOf(action as (typeof ACTIONS)[number]);
}
