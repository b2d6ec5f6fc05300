/**
 * A listener of the validation's own beside the collector of the reports: it counts what the theory speaks of, from the facts
 * alone and by simple means, so that a mistake shared with the metrics is unlikely. It knows no formula and no interval.
 *
 * A caller counts in the replicate in which his wait ends, if he called after the warm-up; time counts as it passes.
 */
import type { Setup } from '../config/setup.ts';
import { NOBODY } from '../routing/protocol.ts';
import type { Activity, CloseReason, ContactView, Facts, SegmentOutcome } from '../routing/protocol.ts';
import { Ghosts } from './ghosts.ts';
import { Memory } from './memory.ts';
import { AT, OFFERS, WatchLayout, type Count, type Share, type WatchOptions } from './watch-cells.ts';

export class Watch implements Facts {
  readonly layout: WatchLayout;
  readonly #options: WatchOptions;
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
  readonly #memory: Memory;
  readonly #ghosts: Ghosts | null;
  readonly #live: number[];
  readonly #callbacks: number[];
  readonly #activity: Activity[];
  readonly #busy: number[];
  #idle = 0;
  #idleSince = 0;

  constructor(setup: Setup, options: WatchOptions) {
    const { entries, queues, agents } = setup.routing;
    this.layout = new WatchLayout(setup, options);
    this.#options = options;
    this.#setup = setup;
    this.#groupOf = agents.map(({ group }) => group);
    this.#cells = new Float64Array(this.layout.length);
    this.#memory = new Memory(entries.length);
    this.#ghosts = options.offeredWaits === true ? new Ghosts() : null;
    this.#live = queues.map(() => 0);
    this.#callbacks = queues.map(() => 0);
    this.#activity = agents.map(() => 'signedOut');
    this.#busy = setup.world.groups.map(() => 0);
  }

  /**
   * A day or a day of a long run begins.
   * @param continues who waits, works and will call again is carried over
   * @param end when the last day closes: nobody calls after it, and the tail before it is left out
   */
  begin(start: number, close: number, continues: boolean, end: number): void {
    this.#cells = new Float64Array(this.layout.length);
    this.#start = start;
    this.#to = Math.min(close, end - (this.#options.tail ?? 0));
    this.#last = start;
    this.#nextSample = 0;
    if (continues) {
      this.#from = Math.max(this.#from, start);
      return;
    }
    this.#from = this.#countFrom = start + this.#setup.world.warmUp;
    this.#memory.clear();
    this.#ghosts?.clear();
    this.#live.fill(0);
    this.#callbacks.fill(0);
    this.#busy.fill(0);
    this.#activity.fill('signedOut');
    this.#idle = 0;
  }

  /** The row of this day. */
  end(now: number): Float64Array {
    this.#advance(now);
    this.#sampleUpTo(Infinity);
    this.#cells[this.layout.restAt] = Math.max(0, this.#to - this.#from);
    return this.#cells;
  }

  // ------------------------------------------------------------------ time

  #advance(now: number): void {
    const last = this.#last;
    if (now === last) return;
    this.#sampleUpTo(now);
    // Whoever left would have been taken by an agent who stands idle for any time at all.
    if (this.#idle > 0) this.#ghosts?.release(Infinity, this.#idleSince, this.#offeredWait);
    this.#last = now;
    const { groupAt, groups, queueAt, queues } = this.layout;
    const cells = this.#cells;
    const span = Math.min(now, this.#to) - Math.max(last, this.#from);
    for (let group = 0; group < groups; group++) {
      const busy = this.#busy[group]!;
      if (busy === 0) continue;
      cells[groupAt + 2 * groups + group]! += busy * (now - last);
      if (span <= 0) continue;
      cells[groupAt + group]! += busy * span;
      cells[groupAt + groups + group]! += busy * busy * span;
    }
    if (span <= 0) return;
    for (let queue = 0; queue < queues; queue++) {
      const live = this.#live[queue]!;
      const callbacks = this.#callbacks[queue]!;
      if (live > 0) cells[queueAt + queue]! += live * span;
      if (callbacks > 0) cells[queueAt + queues + queue]! += callbacks * span;
    }
  }

  #sampleUpTo(now: number): void {
    const { sampleAt } = this.#options;
    if (sampleAt === undefined) return;
    for (; this.#nextSample < sampleAt.length; this.#nextSample++) {
      if (this.#start + sampleAt[this.#nextSample]! >= now) return;
      this.#cells[this.layout.restAt + 2 + this.#nextSample] = this.#busy.reduce(
        (sum, each) => sum + each,
        0,
      );
    }
  }

  // ------------------------------------------------------------------ contacts

  #stream({ entry, queueIndex }: ContactView): number {
    const { queues, perStream } = this.layout;
    return (entry * (queues + 1) + (queueIndex === NOBODY ? queues : queueIndex)) * perStream;
  }

  #counts({ arrivedAt }: ContactView): boolean {
    return arrivedAt >= this.#countFrom && arrivedAt < this.#to;
  }

  #add(stream: number, what: Count, value: number): void {
    this.#cells[stream + AT[what]]! += value;
  }

  arrived(now: number, contact: ContactView): void {
    this.#advance(now);
    const away = this.#memory.arrived(contact);
    if (away !== null) {
      const span = Math.min(now, this.#to) - Math.max(away, this.#from);
      if (span > 0) this.#cells[this.layout.restAt + 1]! += span;
    }
    const { period } = this.#options;
    if (period === undefined) return;
    const { restAt, samples } = this.layout;
    this.#cells[restAt + 2 + samples + Math.floor((now - this.#start) / period)]! += 1;
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
      this.#memory.accepted(contact, now);
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
    if (this.#options.orbit === true) this.#memory.left(contact, now);
    if (!this.#counts(contact)) return;
    const stream = this.#stream(contact);
    this.#began(stream, contact);
    this.#add(stream, 'lost', 1);
    this.#add(stream, 'waited', 1);
    if (this.#memory.isNew(contact)) this.#add(stream, 'newcomersLost', 1);
  }

  #began(stream: number, contact: ContactView): void {
    this.#add(stream, 'calls', 1);
    if (this.#memory.isNew(contact)) this.#add(stream, 'newcomers', 1);
  }

  #served(now: number, contact: ContactView): void {
    this.#ghosts?.release(this.#memory.order(contact), now, this.#offeredWait);
    if (!this.#counts(contact)) return;
    const stream = this.#stream(contact);
    const wait = now - contact.arrivedAt;
    this.#ended(stream, contact, wait, wait > 0);
    this.#add(stream, 'served', 1);
    this.#add(stream, 'waitServed', wait);
    const { servedByAt, offerAt, groups } = this.layout;
    const group = stream + servedByAt + this.#groupOf[contact.agentIndex]!;
    this.#cells[group]! += 1;
    if (wait === 0) {
      this.#add(stream, 'servedAtOnce', 1);
      this.#cells[group + groups]! += 1;
    }
    this.#bookShares(stream, 'servedWithin', wait, true);
    this.#offeredWait(stream, wait);
    if (!contact.isCallback) return;
    this.#add(stream, 'callbacks', 1);
    this.#add(stream, 'waitCallbacks', wait);
    this.#add(stream, 'waitAtAccept', this.#memory.acceptedAt(contact) - contact.arrivedAt);
    const { offers } = contact;
    if (offers >= 1 && offers <= OFFERS) this.#cells[stream + offerAt + offers - 1]! += 1;
  }

  #gone(now: number, contact: ContactView): void {
    if (this.#options.orbit === true) this.#memory.left(contact, now);
    if (!this.#counts(contact)) return;
    const stream = this.#stream(contact);
    const wait = now - contact.arrivedAt;
    this.#ended(stream, contact, wait, true);
    this.#add(stream, 'abandoned', 1);
    if (wait === 0) this.#add(stream, 'balked', 1);
    this.#add(stream, 'waitAbandoned', wait);
    this.#bookShares(stream, 'abandonedWithin', wait, true);
    this.#ghosts?.add(this.#memory.order(contact), contact.arrivedAt, stream);
  }

  #ended(stream: number, contact: ContactView, wait: number, hasWaited: boolean): void {
    this.#began(stream, contact);
    if (contact.offers > 0) {
      this.#add(stream, 'offersHeard', contact.offers);
      this.#add(stream, 'heardOffer', 1);
    }
    if (!hasWaited) return;
    this.#add(stream, 'wait', wait);
    this.#add(stream, 'waitSquares', wait * wait);
    this.#bookShares(stream, 'waitExceeds', wait, false);
    this.#add(stream, 'waited', 1);
    if (contact.isCallback) return;
    this.#add(stream, 'waitedLive', 1);
    this.#add(stream, 'waitLiveWaited', wait);
  }

  #bookShares(stream: number, share: Share, wait: number, isWithin: boolean): void {
    const { thresholds } = this.#options;
    const base = stream + this.layout.shareAt(share, 0);
    for (let at = 0; at < thresholds.length; at++)
      if (wait <= thresholds[at]! === isWithin) this.#cells[base + at]! += 1;
  }

  readonly #offeredWait = (stream: number, wait: number): void => {
    if (this.#ghosts === null) return;
    this.#add(stream, 'offeredWait', wait);
    this.#bookShares(stream, 'offeredWaitExceeds', wait, false);
  };

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
