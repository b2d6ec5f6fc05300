/**
 * Waits of M/M/c, where everybody waits as long as it takes: Erlang C. It knows one steady state; patience is in patience-queue.ts.
 */
import { erlangC } from './erlang.ts';
import type { QueueMeasures } from './measures.ts';
import { arrivalRateOf, loadOf, notNegative, positive, type Traffic } from './traffic.ts';

/**
 * M/M/c in steady state. Who waits, waits an exponential time of mean h / (c - a): the first agent of c to be free, as many times
 * as there are callers before him and one more (Erlang 1917; Cooper, Introduction to Queueing Theory, 1981, section 3.4).
 *
 * Where the load is not below the number of agents there is no steady state: everybody waits, and waits are Infinity.
 * Lengths are seconds, shares fractions of 1.
 */
export class ErlangCQueue implements QueueMeasures {
  /** Share of callers who do not start at once. */
  readonly pWait: number;
  /** Share of agent time spent on calls. */
  readonly occupancy: number;
  /** Mean wait of those who wait. */
  readonly meanWaitGivenWait: number;
  /** Mean wait of all callers, the average speed of answer. */
  readonly asa: number;
  /** Time average of the number waiting (Little 1961). */
  readonly meanQueue: number;
  readonly pAbandon = 0;
  readonly pBlock = 0;

  /**
   * @param agents above 0, whole or not
   * @throws {RangeError} naming the argument
   */
  constructor(traffic: Traffic, agents: number) {
    const load = loadOf(traffic);
    this.pWait = erlangC(load, agents);
    this.occupancy = Math.min(1, load / agents);
    this.meanWaitGivenWait = load < agents ? traffic.meanHandleSec / (agents - load) : Infinity;
    this.asa = this.pWait * this.meanWaitGivenWait;
    this.meanQueue = load === 0 ? 0 : arrivalRateOf(traffic) * this.asa;
  }

  /** Share of all callers still waiting just after `seconds`. */
  pWaitExceeds(seconds: number): number {
    notNegative('seconds', seconds);
    return this.pWait * Math.exp(-seconds / this.meanWaitGivenWait);
  }

  /** Share of all callers answered within `seconds`: the service level, whichever its formula, since nobody leaves. */
  pServedWithin(seconds: number): number {
    notNegative('seconds', seconds);
    const within = -Math.expm1(-seconds / this.meanWaitGivenWait);
    return 1 - this.pWait + this.pWait * within;
  }

  pAbandonWithin(): number {
    return 0;
  }

  /** The wait in seconds that no more than 1 - `p` of all callers exceed; 0 if so many do not wait at all. */
  waitQuantile(p: number): number {
    if (!(p >= 0 && p < 1)) throw new RangeError(`p must be 0 or more and below 1, not ${p}.`);
    const beyond = positive('1 - p', 1 - p);
    return beyond >= this.pWait ? 0 : this.meanWaitGivenWait * Math.log(this.pWait / beyond);
  }
}
