/**
 * What the validation's own listener (watch.ts) counted, laid out in one row of numbers for each replicate, so that a worker can
 * hand it over as it is, and named access to it. It counts nothing itself and knows no formula.
 *
 * Callers are told apart by where they called (entry) and by the queue that got them; time by queue and by group of agents.
 */
import type { Setup } from '../config/setup.ts';
import { invariant } from '../kernel/invariant.ts';

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
export const AT = Object.fromEntries(COUNTS.map((count, at) => [count, at])) as Readonly<
  Record<Count, number>
>;

/** By stream and threshold. */
export const SHARES = ['servedWithin', 'abandonedWithin', 'waitExceeds', 'offeredWaitExceeds'] as const;
export type Share = (typeof SHARES)[number];

/** Acceptances are told by the number of the offer up to this one. */
export const OFFERS = 12;

export interface WatchOptions {
  /** Waits of interest, in milliseconds. */
  readonly thresholds: readonly number[];
  /** Instants of the day at which busy agents are counted. */
  readonly sampleAt?: readonly number[];
  /** Length of a period of arrivals, in milliseconds. */
  readonly period?: number;
  /** Milliseconds left out before the end, where calls that never come would have mattered. */
  readonly tail?: number;
  /** Whether to follow who left until his turn would have come. Right for one queue, first come, first served. */
  readonly offeredWaits?: boolean;
  /** Whether to follow who is lost or leaves until he calls again. */
  readonly orbit?: boolean;
}

export interface Where {
  readonly entry?: number;
  readonly queue?: number;
}

/** Where each number stands in a row. */
export class WatchLayout {
  readonly options: WatchOptions;
  readonly entries: number;
  readonly queues: number;
  readonly groups: number;
  readonly perStream: number;
  readonly offerAt: number;
  readonly servedByAt: number;
  readonly queueAt: number;
  readonly groupAt: number;
  readonly restAt: number;
  readonly samples: number;
  readonly length: number;

  constructor({ routing, world }: Setup, options: WatchOptions) {
    const { thresholds, sampleAt = [], period } = options;
    const kind = world.kinds[0];
    invariant(kind !== undefined, 'a setup has a kind of day');
    this.options = options;
    this.entries = routing.entries.length;
    this.queues = routing.queues.length;
    this.groups = world.groups.length;
    this.offerAt = COUNTS.length + SHARES.length * thresholds.length;
    this.servedByAt = this.offerAt + OFFERS;
    this.perStream = this.servedByAt + 2 * this.groups;
    this.queueAt = this.entries * (this.queues + 1) * this.perStream;
    this.groupAt = this.queueAt + 2 * this.queues;
    this.restAt = this.groupAt + 3 * this.groups;
    this.samples = sampleAt.length;
    const periods = period === undefined ? 0 : Math.ceil((kind.to - kind.from) / period);
    this.length = this.restAt + 2 + this.samples + periods;
  }

  shareAt(share: Share, threshold: number): number {
    const { thresholds } = this.options;
    return COUNTS.length + SHARES.indexOf(share) * thresholds.length + threshold;
  }
}

/** One replicate by name; lengths of time are milliseconds. */
export interface Sums {
  of(what: Count, where?: Where): number;
  share(what: Share, threshold: number, where?: Where): number;
  /** Callers who accepted the first, second, ... offer they heard. */
  acceptedAt(offer: number): number;
  servedBy(group: number, where?: Where): number;
  servedAtOnceBy(group: number, where?: Where): number;
  /** Contacts x milliseconds in queue: all, or of one queue. */
  queueArea(kind: 'live' | 'callbacks' | 'all', queue?: number): number;
  /** Agents x milliseconds at work within the window. */
  busyArea(group?: number): number;
  busySquaresArea(group: number): number;
  /** The same without the window: work after closing counts. */
  busyTotal(): number;
  /** Milliseconds that were measured. */
  readonly window: number;
  /** Callers x milliseconds between two attempts. */
  readonly orbitArea: number;
  /** Agents busy at an instant of the day. */
  busyAt(instant: number): number;
  arrivalsIn(period: number): number;
}

/** A row read by name. */
export class Row implements Sums {
  readonly #layout: WatchLayout;
  readonly #cells: Float64Array;

  constructor(layout: WatchLayout, cells: Float64Array) {
    this.#layout = layout;
    this.#cells = cells;
  }

  of(what: Count, where: Where = {}): number {
    return this.#sum(AT[what], where);
  }

  share(what: Share, threshold: number, where: Where = {}): number {
    const at = this.#layout.options.thresholds.indexOf(threshold);
    invariant(at >= 0, `${threshold} ms is among the thresholds`);
    return this.#sum(this.#layout.shareAt(what, at), where);
  }

  acceptedAt(offer: number): number {
    return offer >= 1 && offer <= OFFERS ? this.#sum(this.#layout.offerAt + offer - 1, {}) : 0;
  }

  servedBy(group: number, where: Where = {}): number {
    return this.#sum(this.#layout.servedByAt + group, where);
  }

  servedAtOnceBy(group: number, where: Where = {}): number {
    return this.#sum(this.#layout.servedByAt + this.#layout.groups + group, where);
  }

  queueArea(kind: 'live' | 'callbacks' | 'all', queue?: number): number {
    const { queues, queueAt } = this.#layout;
    let sum = 0;
    for (let at = queue ?? 0; at < (queue === undefined ? queues : queue + 1); at++) {
      if (kind !== 'callbacks') sum += this.#at(queueAt + at);
      if (kind !== 'live') sum += this.#at(queueAt + queues + at);
    }
    return sum;
  }

  busyArea(group?: number): number {
    return this.#groups(0, group);
  }

  busySquaresArea(group: number): number {
    return this.#groups(1, group);
  }

  busyTotal(): number {
    return this.#groups(2);
  }

  get window(): number {
    return this.#at(this.#layout.restAt);
  }

  get orbitArea(): number {
    return this.#at(this.#layout.restAt + 1);
  }

  busyAt(instant: number): number {
    const sample = this.#layout.options.sampleAt?.indexOf(instant) ?? -1;
    invariant(sample >= 0, `busy agents are counted at ${instant} ms`);
    return this.#at(this.#layout.restAt + 2 + sample);
  }

  arrivalsIn(period: number): number {
    return this.#at(this.#layout.restAt + 2 + this.#layout.samples + period);
  }

  #groups(row: number, group?: number): number {
    const { groups, groupAt } = this.#layout;
    let sum = 0;
    for (let at = group ?? 0; at < (group === undefined ? groups : group + 1); at++)
      sum += this.#at(groupAt + row * groups + at);
    return sum;
  }

  #sum(column: number, { entry, queue }: Where): number {
    const { entries, queues, perStream } = this.#layout;
    let sum = 0;
    for (let e = entry ?? 0; e < (entry === undefined ? entries : entry + 1); e++)
      for (let q = queue ?? 0; q < (queue === undefined ? queues + 1 : queue + 1); q++)
        sum += this.#at((e * (queues + 1) + q) * perStream + column);
    return sum;
  }

  #at(cell: number): number {
    return this.#cells[cell] ?? 0;
  }
}
