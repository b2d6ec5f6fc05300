/**
 * Callback offers by the clock: the first after so many seconds in line, then one every so many; each is accepted with the same
 * chance. Who accepts keeps the place, can no longer leave and is reached at once when the turn comes. For a queue that is one more
 * law of patience, a defective one, so M/M/c+G holds exactly.
 *
 * It knows the law and what it means for callbacks; the queue is patience-queue.ts. Related models, with offers on arrival:
 * Armony and Maglaras (2004), Legros, Jouini and Koole (2016).
 */
import type { Patience } from './patience.ts';
import { PatienceQueue } from './patience-queue.ts';
import { notNegative, share, whole, type Traffic } from './traffic.ts';

export interface OfferSchedule {
  /** Seconds in line until the first offer, 0 or more. */
  readonly firstSec: number;
  /** Seconds between offers, above 0; Infinity: a single offer. */
  readonly everySec: number;
  /** Chance that an offer heard is accepted. */
  readonly acceptProbability: number;
}

/**
 * Patience under callback offers. Of all who have to wait, some are in line to hear the offers, some have accepted and some are
 * gone. Who hangs up at the very moment of an offer does not hear it.
 */
export class PatienceWithOffers implements Patience {
  readonly #patience: Patience;
  readonly #first: number;
  readonly #every: number;
  readonly #accepts: number;
  /** By the number of offers made so far; made as far as they are asked for. */
  readonly #stages: Stage[] = [
    { from: 0, next: 0, waiting: 1, heard: 0, goneSoFar: 0, goneAlone: 0, staySoFar: 0, stayAlone: 0 },
  ];

  /** @throws {RangeError} naming the argument */
  constructor(patience: Patience, schedule: OfferSchedule) {
    this.#patience = patience;
    this.#first = notNegative('firstSec', schedule.firstSec);
    if (!(schedule.everySec > 0)) throw new RangeError(`everySec must be above 0, not ${schedule.everySec}.`);
    this.#every = schedule.everySec;
    this.#accepts = share('acceptProbability', schedule.acceptProbability);
    this.#stages[0]!.next = this.#first;
  }

  gone(seconds: number): number {
    const stage = this.#stageAt(seconds);
    return stage.goneSoFar + stage.waiting * (this.#patience.gone(seconds) - stage.goneAlone);
  }

  stay(seconds: number): number {
    const stage = this.#stageAt(seconds);
    return (
      stage.staySoFar +
      stage.waiting * (this.#patience.stay(seconds) - stage.stayAlone) +
      this.#accepts * stage.heard * (seconds - stage.from)
    );
  }

  kinks(from: number, to: number): readonly number[] {
    const offers: number[] = [];
    for (let stage = this.#stageAt(from); stage.next < to; stage = this.#stageAt(stage.next))
      if (stage.next > from) offers.push(stage.next);
    return [...new Set([...this.#patience.kinks(from, to), ...offers])].sort((a, b) => a - b);
  }

  endless(seconds: number): number {
    const stage = this.#stageAt(seconds);
    return this.#accepts * stage.heard + stage.waiting * this.#patience.endless(seconds);
  }

  /** Mean number of offers heard by a caller who does not start at once and whose turn comes after so many seconds. */
  offersHeardBy(seconds: number): number {
    return this.#stageAt(seconds).heard;
  }

  /** When the offer of that number, from 1, is made, and the share of those who wait that are there to hear it. */
  offer(number: number): { readonly at: number; readonly hears: number } {
    const at = this.#offerAt(whole('number', number, 1));
    if (at === Infinity) return { at, hears: 0 };
    const before = number === 1 ? 0 : this.#stageAt(this.#offerAt(number - 1)).heard;
    return { at, hears: this.#stageAt(at).heard - before };
  }

  #offerAt(number: number): number {
    return number === 1 ? this.#first : this.#first + (number - 1) * this.#every;
  }

  #stageAt(seconds: number): Stage {
    const stages = this.#stages;
    while (stages.at(-1)!.next <= seconds) stages.push(this.#stageAfter(stages.at(-1)!, stages.length));
    let guess = Math.min(
      stages.length - 1,
      Math.max(0, Math.floor((seconds - this.#first) / this.#every) + 1),
    );
    while (stages[guess]!.from > seconds) guess--;
    while (stages[guess]!.next <= seconds) guess++;
    return stages[guess]!;
  }

  #stageAfter(stage: Stage, number: number): Stage {
    const at = stage.next;
    const goneAlone = this.#patience.gone(at);
    const stayAlone = this.#patience.stay(at);
    return {
      from: at,
      next: this.#offerAt(number + 1),
      waiting: stage.waiting * (1 - this.#accepts),
      heard: stage.heard + stage.waiting * (1 - goneAlone),
      goneSoFar: stage.goneSoFar + stage.waiting * (goneAlone - stage.goneAlone),
      goneAlone,
      staySoFar:
        stage.staySoFar +
        stage.waiting * (stayAlone - stage.stayAlone) +
        this.#accepts * stage.heard * (at - stage.from),
      stayAlone,
    };
  }
}

/** From one offer to the next. */
interface Stage {
  readonly from: number;
  next: number;
  /** Chance to have declined every offer so far. */
  readonly waiting: number;
  /** Mean number of offers heard so far. */
  readonly heard: number;
  /** Share gone and mean time in line by `from`, with offers and (`alone`) as if there were none. */
  readonly goneSoFar: number;
  readonly goneAlone: number;
  readonly staySoFar: number;
  readonly stayAlone: number;
}

/** M/M/c+G with callback offers. Waits run from arrival to answer, callbacks included; shares are of all callers. */
export class CallbackOfferQueue extends PatienceQueue {
  readonly #patience: PatienceWithOffers;
  readonly #accepts: number;

  /** @throws {RangeError} naming the argument; see PatienceQueue */
  constructor(traffic: Traffic, agents: number, patience: Patience, schedule: OfferSchedule) {
    const offered = new PatienceWithOffers(patience, schedule);
    super(traffic, agents, offered);
    this.#patience = offered;
    this.#accepts = schedule.acceptProbability;
  }

  /** Offers heard, per caller. */
  get offersPerCall(): number {
    return this.meanOver((turn) => this.#patience.offersHeardBy(turn));
  }

  /** Share of callers who accept, and are served as a callback. */
  get pCallback(): number {
    return this.#accepts * this.offersPerCall;
  }

  /** Share of callers who accept at the offer of that number, from 1. */
  pAcceptAtOffer(number: number): number {
    const { at, hears } = this.#patience.offer(number);
    return at === Infinity ? 0 : this.#accepts * hears * this.pOfferedWaitExceeds(at);
  }

  /** Mean wait from arrival of those served as a callback; NaN if nobody is. */
  get meanWaitCallback(): number {
    return this.#callbackWait / this.pCallback;
  }

  /** Share of callers served who stayed on the line. */
  get pServedLive(): number {
    return 1 - this.pAbandon - this.pCallback;
  }

  get meanWaitServedLive(): number {
    return (this.meanWaitServed * (1 - this.pAbandon) - this.#callbackWait) / this.pServedLive;
  }

  get #callbackWait(): number {
    return this.meanOver((turn) => this.#accepts * this.#patience.offersHeardBy(turn) * turn);
  }
}
