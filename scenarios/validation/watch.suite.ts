/**
 * A listener of the tests' own beside the collector: it counts what the theory speaks of, from the facts alone and
 * by simple means, so that a shared mistake with the metrics is unlikely. Callers are told apart by where they called
 * (entry) and by the queue that got them. It knows no formula.
 */
import { NOBODY, slotOf } from '../../engine/routing/protocol.ts';
import type {
  Activity,
  CloseReason,
  ContactView,
  Facts,
  SegmentOutcome,
} from '../../engine/routing/protocol.ts';
import type { Setup } from '../../engine/index.ts';

/** By stream: entry and queue (the last "queue" is none at all). */
const COUNTS = [
  'calls',
  'lost',
  'waited',
  'served',
  'servedAtOnce',
  'abandoned',
  'balked',
  'callbacks',
  'offersHeard',
  'heardOffer',
  'newcomers',
  'newcomersLost',
  'wait',
  'waitSquares',
  'waitServed',
  'waitAbandoned',
  'waitCallbacks',
  'waitAtAccept',
  'waitedLive',
  'waitLiveWaited',
  'offeredWait',
] as const;
export type Count = (typeof COUNTS)[number];
const AT = Object.fromEntries(COUNTS.map((name, at) => [name, at])) as Readonly<Record<Count, number>>;

/** By stream and threshold. */
const SHARES = ['servedWithin', 'abandonedWithin', 'waitExceeds', 'offeredWaitExceeds'] as const;
export type Share = (typeof SHARES)[number];

const OFFERS = 8;

export interface WatchOptions {
  /** Waits of interest, in milliseconds. */
  readonly thresholds: readonly number[];
  /** Instants of the day at which busy agents are counted, and the length of a period of arrivals. */
  readonly sampleAt?: readonly number[];
  readonly period?: number;
  /** Left out at the end of each day, where calls that never come would have mattered. */
  readonly tail?: number;
}

export interface Where {
  readonly entry?: number;
  readonly queue?: number;
}

/** What was counted in one replicate. */
export class Sums {
  readonly #watch: Watch;
  readonly cells: Float64Array;

  constructor(watch: Watch, cells: Float64Array) {
    this.#watch = watch;
    this.cells = cells;
  }

  add(other: Sums): void {
    other.cells.forEach((value, at) => (this.cells[at]! += value));
  }

  of(what: Count, where: Where = {}): number {
    return this.#sum(AT[what], where);
  }

  share(what: Share, threshold: number, where: Where = {}): number {
    const at = this.#watch.options.thresholds.indexOf(threshold);
    if (at < 0) throw new Error(`${threshold} ms is not among the thresholds`);
    return this.#sum(
      COUNTS.length + SHARES.indexOf(what) * this.#watch.options.thresholds.length + at,
      where,
    );
  }

  acceptedAt(offer: number): number {
    return this.#sum(this.#watch.perStream - OFFERS - this.#watch.groups * 2 + offer - 1, {});
  }

  servedBy(group: number, where: Where = {}): number {
    return this.#sum(this.#watch.perStream - this.#watch.groups * 2 + group, where);
  }

  servedAtOnceBy(group: number, where: Where = {}): number {
    return this.#sum(this.#watch.perStream - this.#watch.groups + group, where);
  }

  /** Contacts x milliseconds in queue: all, or of one queue. */
  queueArea(kind: 'live' | 'callbacks' | 'all', queue?: number): number {
    const { queues, queueAt } = this.#watch;
    let sum = 0;
    for (let at = queue ?? 0; at < (queue === undefined ? queues : queue + 1); at++) {
      if (kind !== 'callbacks') sum += this.cells[queueAt + at]!;
      if (kind !== 'live') sum += this.cells[queueAt + queues + at]!;
    }
    return sum;
  }

  busyArea(group?: number): number {
    const { groups, groupAt } = this.#watch;
    let sum = 0;
    for (let at = group ?? 0; at < (group === undefined ? groups : group + 1); at++)
      sum += this.cells[groupAt + at]!;
    return sum;
  }

  /** The same without the window: work after closing counts. */
  busyTotal(): number {
    const { groups, groupAt } = this.#watch;
    let sum = 0;
    for (let at = 0; at < groups; at++) sum += this.cells[groupAt + 2 * groups + at]!;
    return sum;
  }

  busySquaresArea(group: number): number {
    return this.cells[this.#watch.groupAt + this.#watch.groups + group]!;
  }

  get window(): number {
    return this.cells[this.#watch.restAt]!;
  }

  get orbitArea(): number {
    return this.cells[this.#watch.restAt + 1]!;
  }

  get sampleAt(): readonly number[] {
    return this.#watch.options.sampleAt ?? [];
  }

  busyAt(sample: number): number {
    return this.cells[this.#watch.restAt + 2 + sample]!;
  }

  arrivalsIn(period: number): number {
    return this.cells[this.#watch.restAt + 2 + this.#watch.samples + period]!;
  }

  #sum(column: number, { entry, queue }: Where): number {
    const { entries, queues, perStream } = this.#watch;
    let sum = 0;
    for (let e = entry ?? 0; e < (entry === undefined ? entries : entry + 1); e++)
      for (let q = queue ?? 0; q < (queue === undefined ? queues + 1 : queue + 1); q++)
        sum += this.cells[(e * (queues + 1) + q) * perStream + column]!;
    return sum;
  }
}

/** A caller who has left before his turn: when would it have come? First come, first served. */
interface Ghost {
  readonly order: number;
  readonly arrivedAt: number;
  readonly stream: number;
}

export class Watch implements Facts {
  readonly options: WatchOptions;
  readonly entries: number;
  readonly queues: number;
  readonly groups: number;
  readonly perStream: number;
  readonly queueAt: number;
  readonly groupAt: number;
  readonly restAt: number;
  readonly samples: number;
  readonly #length: number;
  readonly #periods: number;
  readonly #setup: Setup;
  readonly #groupOf: readonly number[];

  #cells: Float64Array;
  /** Callers count by their arrival, over all blocks of a run; time counts in the block in which it passes. */
  #countFrom = 0;
  #from = 0;
  #to = 0;
  #start = 0;
  #last = 0;
  #nextSample = 0;
  // What the contact in a pool slot was found to be when it arrived, and has done since.
  #order = new Map<number, number>();
  #orders = 0;
  #isNew = new Map<number, boolean>();
  #newest: number[];
  #acceptedAt = new Map<number, number>();
  #orbit = new Map<number, number>();
  #ghosts: Ghost[] = [];
  #live: Int32Array;
  #callbacks: Int32Array;
  #activity: Activity[];
  #busy: Int32Array;
  #idle = 0;
  #idleSince = 0;

  constructor(setup: Setup, options: WatchOptions) {
    const { entries, queues, agents } = setup.routing;
    const { world } = setup;
    this.#setup = setup;
    this.options = options;
    this.entries = entries.length;
    this.queues = queues.length;
    this.groups = world.groups.length;
    this.#groupOf = agents.map(({ group }) => group);
    this.perStream = COUNTS.length + SHARES.length * options.thresholds.length + OFFERS + 2 * this.groups;
    this.queueAt = this.entries * (this.queues + 1) * this.perStream;
    this.groupAt = this.queueAt + 2 * this.queues;
    this.restAt = this.groupAt + 3 * this.groups;
    this.samples = options.sampleAt?.length ?? 0;
    const kind = world.kinds[0]!;
    this.#periods = options.period === undefined ? 0 : Math.ceil((kind.to - kind.from) / options.period);
    this.#length = this.restAt + 2 + this.samples + this.#periods;
    this.#cells = new Float64Array(this.#length);
    this.#live = new Int32Array(this.queues);
    this.#callbacks = new Int32Array(this.queues);
    this.#activity = agents.map(() => 'signedOut');
    this.#busy = new Int32Array(this.groups);
    this.#newest = entries.map(() => NOBODY);
  }

  /** A day or a block begins. `continues`: who waits, works and will call again is carried over. */
  begin(start: number, close: number, continues: boolean): void {
    const warmUp = continues ? 0 : this.#setup.world.warmUp;
    this.#cells = new Float64Array(this.#length);
    this.#start = start;
    this.#to = close - (this.options.tail ?? 0);
    this.#last = start;
    this.#nextSample = 0;
    if (continues) {
      this.#from = Math.max(this.#from, start);
      return;
    }
    this.#from = this.#countFrom = start + warmUp;
    this.#orders = 0;
    for (const map of [this.#order, this.#isNew, this.#acceptedAt, this.#orbit]) map.clear();
    this.#ghosts = [];
    this.#newest.fill(NOBODY);
    this.#live.fill(0);
    this.#callbacks.fill(0);
    this.#busy.fill(0);
    this.#activity.fill('signedOut');
    this.#idle = 0;
  }

  end(now: number): Sums {
    this.#advance(now);
    this.#sampleUpTo(Infinity);
    this.#cells[this.restAt] = Math.max(0, this.#to - this.#from);
    return new Sums(this, this.#cells);
  }

  // ------------------------------------------------------------------ time

  #advance(now: number): void {
    const last = this.#last;
    if (now === last) return;
    this.#sampleUpTo(now);
    if (this.#idle > 0 && this.#ghosts.length > 0) this.#release(this.#idleSince, Infinity);
    this.#last = now;
    const cells = this.#cells;
    const span = Math.min(now, this.#to) - Math.max(last, this.#from);
    for (let group = 0; group < this.groups; group++) {
      const busy = this.#busy[group]!;
      if (busy === 0) continue;
      cells[this.groupAt + 2 * this.groups + group]! += busy * (now - last);
      if (span <= 0) continue;
      cells[this.groupAt + group]! += busy * span;
      cells[this.groupAt + this.groups + group]! += busy * busy * span;
    }
    if (span <= 0) return;
    for (let queue = 0; queue < this.queues; queue++) {
      cells[this.queueAt + queue]! += this.#live[queue]! * span;
      cells[this.queueAt + this.queues + queue]! += this.#callbacks[queue]! * span;
    }
  }

  #sampleUpTo(now: number): void {
    const { sampleAt = [] } = this.options;
    for (; this.#nextSample < sampleAt.length; this.#nextSample++) {
      if (this.#start + sampleAt[this.#nextSample]! >= now) return;
      this.#cells[this.restAt + 2 + this.#nextSample] = this.#busy.reduce((sum, each) => sum + each, 0);
    }
  }

  // ------------------------------------------------------------------ contacts

  #stream(contact: ContactView): number {
    const queue = contact.queueIndex === NOBODY ? this.queues : contact.queueIndex;
    return (contact.entry * (this.queues + 1) + queue) * this.perStream;
  }

  #counts(contact: ContactView): boolean {
    return contact.arrivedAt >= this.#countFrom && contact.arrivedAt < this.#to;
  }

  #add(stream: number, what: Count, value: number): void {
    this.#cells[stream + AT[what]]! += value;
  }

  arrived(now: number, contact: ContactView): void {
    this.#advance(now);
    const slot = slotOf(contact.id);
    this.#order.set(slot, this.#orders++);
    this.#acceptedAt.delete(slot);
    const isNew = contact.caller > this.#newest[contact.entry]!;
    if (isNew) this.#newest[contact.entry] = contact.caller;
    this.#isNew.set(slot, isNew);
    const since = isNew ? undefined : this.#orbit.get(contact.caller);
    if (since !== undefined) {
      this.#orbit.delete(contact.caller);
      const span = Math.min(now, this.#to) - Math.max(since, this.#from);
      if (span > 0) this.#cells[this.restAt + 1]! += span;
    }
    if (this.options.period === undefined) return;
    const period = Math.floor((now - this.#start) / this.options.period);
    this.#cells[this.restAt + 2 + this.samples + period]! += 1;
  }

  queued(now: number, contact: ContactView): void {
    this.#advance(now);
    this.#live[contact.queueIndex]! += 1;
  }

  left(now: number, contact: ContactView, outcome: SegmentOutcome): void {
    this.#advance(now);
    this.#live[contact.queueIndex]! -= 1;
    if (outcome === 'answered') this.#served(now, contact);
    else if (outcome === 'abandoned') this.#gone(now, contact);
    else if (outcome === 'optedIn') {
      this.#callbacks[contact.queueIndex]! += 1;
      this.#acceptedAt.set(slotOf(contact.id), now);
    }
  }

  joined(now: number, contact: ContactView): void {
    this.#advance(now);
    if (!contact.isCallback) return;
    this.#callbacks[contact.queueIndex]! -= 1;
    this.#served(now, contact);
  }

  closed(now: number, contact: ContactView, reason: CloseReason): void {
    this.#advance(now);
    if (reason !== 'capacity-exceeded' && reason !== 'queue-full') return;
    this.#orbit.set(contact.caller, now);
    if (!this.#counts(contact)) return;
    const stream = this.#stream(contact);
    this.#began(stream, contact);
    this.#add(stream, 'lost', 1);
    this.#add(stream, 'waited', 1);
    if (this.#isNew.get(slotOf(contact.id)) === true) this.#add(stream, 'newcomersLost', 1);
  }

  #began(stream: number, contact: ContactView): void {
    this.#add(stream, 'calls', 1);
    if (this.#isNew.get(slotOf(contact.id)) === true) this.#add(stream, 'newcomers', 1);
  }

  #served(now: number, contact: ContactView): void {
    const order = this.#order.get(slotOf(contact.id))!;
    if (this.#ghosts.length > 0) this.#release(now, order);
    if (!this.#counts(contact)) return;
    const stream = this.#stream(contact);
    const wait = now - contact.arrivedAt;
    this.#ended(stream, contact, wait, wait > 0);
    this.#add(stream, 'served', 1);
    this.#add(stream, 'waitServed', wait);
    const group = this.#groupOf[contact.agentIndex]!;
    const bySecond = stream + this.perStream - 2 * this.groups;
    this.#cells[bySecond + group]! += 1;
    if (wait === 0) {
      this.#add(stream, 'servedAtOnce', 1);
      this.#cells[bySecond + this.groups + group]! += 1;
    }
    this.#bookShares(stream, 'servedWithin', wait, true);
    this.#offeredWait(stream, wait);
    if (!contact.isCallback) return;
    this.#add(stream, 'callbacks', 1);
    this.#add(stream, 'waitCallbacks', wait);
    this.#add(stream, 'waitAtAccept', this.#acceptedAt.get(slotOf(contact.id))! - contact.arrivedAt);
    const { offers } = contact;
    if (offers >= 1 && offers <= OFFERS) this.#cells[bySecond - OFFERS + offers - 1]! += 1;
  }

  #gone(now: number, contact: ContactView): void {
    this.#orbit.set(contact.caller, now);
    if (!this.#counts(contact)) return;
    const stream = this.#stream(contact);
    const wait = now - contact.arrivedAt;
    this.#ended(stream, contact, wait, true);
    this.#add(stream, 'abandoned', 1);
    if (wait === 0) this.#add(stream, 'balked', 1);
    this.#add(stream, 'waitAbandoned', wait);
    this.#bookShares(stream, 'abandonedWithin', wait, true);
    const order = this.#order.get(slotOf(contact.id))!;
    this.#ghosts.push({ order, arrivedAt: contact.arrivedAt, stream });
  }

  #ended(stream: number, contact: ContactView, wait: number, hasWaited: boolean): void {
    this.#began(stream, contact);
    this.#add(stream, 'wait', wait);
    this.#add(stream, 'waitSquares', wait * wait);
    if (contact.offers > 0) {
      this.#add(stream, 'offersHeard', contact.offers);
      this.#add(stream, 'heardOffer', 1);
    }
    this.#bookShares(stream, 'waitExceeds', wait, false);
    if (!hasWaited) return;
    this.#add(stream, 'waited', 1);
    if (contact.isCallback) return;
    this.#add(stream, 'waitedLive', 1);
    this.#add(stream, 'waitLiveWaited', wait);
  }

  #bookShares(stream: number, share: Share, wait: number, isWithin: boolean): void {
    const { thresholds } = this.options;
    const base = stream + COUNTS.length + SHARES.indexOf(share) * thresholds.length;
    for (let at = 0; at < thresholds.length; at++)
      if (wait <= thresholds[at]! === isWithin) this.#cells[base + at]! += 1;
  }

  #offeredWait(stream: number, wait: number): void {
    this.#add(stream, 'offeredWait', wait);
    this.#bookShares(stream, 'offeredWaitExceeds', wait, false);
  }

  /** Their turn would have come now: somebody who called after them is taken, or an agent stands idle. */
  #release(now: number, taken: number): void {
    const kept: Ghost[] = [];
    for (const ghost of this.#ghosts) {
      if (ghost.order < taken) this.#offeredWait(ghost.stream, Math.max(0, now - ghost.arrivedAt));
      else kept.push(ghost);
    }
    this.#ghosts = kept;
  }

  // ------------------------------------------------------------------ agents

  activity(now: number, agent: number, activity: Activity): void {
    this.#advance(now);
    const group = this.#groupOf[agent]!;
    const before = this.#activity[agent]!;
    if (isBusy(before)) this.#busy[group]! -= 1;
    if (before === 'available') this.#idle -= 1;
    if (isBusy(activity)) this.#busy[group]! += 1;
    if (activity === 'available') {
      this.#idle += 1;
      this.#idleSince = now;
    }
    this.#activity[agent] = activity;
  }

  overflowed(): void {}
  rang(): void {}
  ringEnded(): void {}
  offerPlayed(): void {}
  offerSkipped(): void {}
  optedIn(): void {}
  dialled(): void {}
  dialEnded(): void {}
  handled(): void {}
  announced(): void {}
  refused(): void {}
}

function isBusy(activity: Activity): boolean {
  return activity === 'ringing' || activity === 'dialling' || activity === 'talking' || activity === 'wrapUp';
}

/** Both hear everything, in this order. */
export function both(first: Facts, second: Facts): Facts {
  return {
    arrived(now, contact) {
      first.arrived(now, contact);
      second.arrived(now, contact);
    },
    queued(now, contact, how) {
      first.queued(now, contact, how);
      second.queued(now, contact, how);
    },
    left(now, contact, outcome) {
      first.left(now, contact, outcome);
      second.left(now, contact, outcome);
    },
    overflowed(now, contact, from, when, action, to) {
      first.overflowed(now, contact, from, when, action, to);
      second.overflowed(now, contact, from, when, action, to);
    },
    rang(now, contact, agent) {
      first.rang(now, contact, agent);
      second.rang(now, contact, agent);
    },
    ringEnded(now, contact, agent, outcome) {
      first.ringEnded(now, contact, agent, outcome);
      second.ringEnded(now, contact, agent, outcome);
    },
    offerPlayed(now, contact) {
      first.offerPlayed(now, contact);
      second.offerPlayed(now, contact);
    },
    offerSkipped(now, contact, rule) {
      first.offerSkipped(now, contact, rule);
      second.offerSkipped(now, contact, rule);
    },
    optedIn(now, contact) {
      first.optedIn(now, contact);
      second.optedIn(now, contact);
    },
    dialled(now, contact, agent) {
      first.dialled(now, contact, agent);
      second.dialled(now, contact, agent);
    },
    dialEnded(now, contact, agent, outcome) {
      first.dialEnded(now, contact, agent, outcome);
      second.dialEnded(now, contact, agent, outcome);
    },
    joined(now, contact, agent) {
      first.joined(now, contact, agent);
      second.joined(now, contact, agent);
    },
    handled(now, contact, agent) {
      first.handled(now, contact, agent);
      second.handled(now, contact, agent);
    },
    closed(now, contact, reason) {
      first.closed(now, contact, reason);
      second.closed(now, contact, reason);
    },
    announced(now, contact, what, value, isApproximate) {
      first.announced(now, contact, what, value, isApproximate);
      second.announced(now, contact, what, value, isApproximate);
    },
    activity(now, agent, activity) {
      first.activity(now, agent, activity);
      second.activity(now, agent, activity);
    },
    refused(now, agent, contact, refusal) {
      first.refused(now, agent, contact, refusal);
      second.refused(now, agent, contact, refusal);
    },
  };
}
