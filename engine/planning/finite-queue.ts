/**
 * M/M/c/K, with or without exponential patience: a caller who finds all places taken is turned away, or overflows. It knows one
 * steady state; endless lines are in erlang-c-queue.ts and patience-queue.ts.
 *
 * A birth-death chain, whose probabilities are added up from the state where all agents are busy and nobody waits, in logarithms,
 * so that neither agents nor places overflow.
 */
import { inverseB } from './erlang.ts';
import type { QueueMeasures } from './measures.ts';
import { arrivalRateOf, loadOf, notNegative, positive, whole, type Traffic } from './traffic.ts';

export interface FiniteLine {
  /** A whole number, 1 or more. */
  readonly agents: number;
  /** Places to wait, 0 or more; none makes it Erlang's loss system. */
  readonly maxWaiting: number;
  /** Mean of exponential patience in seconds; null: endless. */
  readonly meanPatienceSec: number | null;
}

/**
 * M/M/c/K+M in steady state. Shares are of the callers let in, `...Offered` of all who called; lengths are seconds; a mean over
 * nobody is NaN.
 */
export class FiniteQueue implements QueueMeasures {
  /** Share of all callers turned away; also the share that overflows under a limit of the line's length. */
  readonly pBlock: number;
  /** Time average of the number waiting. */
  readonly meanQueue: number;
  readonly occupancy: number;
  /** Share of those let in who do not start at once. */
  readonly pWait: number;
  readonly pAbandon: number;
  /** Mean time in queue of those let in. */
  readonly meanWait: number;
  /** Mean wait of those served, and of those who hung up. */
  readonly asa: number;
  readonly meanWaitAbandoned: number;

  readonly #turnRate: number;
  readonly #leaveRate: number;
  /** For j = 0.. before him in line: the chance that a caller let in finds so many. */
  readonly #finds: Float64Array;

  /** @throws {RangeError} naming the argument */
  constructor(traffic: Traffic, { agents, maxWaiting, meanPatienceSec }: FiniteLine) {
    const load = loadOf(traffic);
    const arrivalRate = arrivalRateOf(traffic);
    whole('agents', agents, 1);
    whole('maxWaiting', maxWaiting, 0);
    this.#turnRate = agents / traffic.meanHandleSec;
    this.#leaveRate = meanPatienceSec === null ? 0 : 1 / positive('meanPatienceSec', meanPatienceSec);

    const waiting = this.#waitingProbabilities(load, arrivalRate, agents, maxWaiting);
    this.pBlock = waiting[maxWaiting]!;
    const letIn = 1 - this.pBlock;
    this.#finds = waiting.slice(0, maxWaiting).map((each) => each / letIn);
    this.pWait = this.#finds.reduce((sum, each) => sum + each, 0);
    this.meanQueue = waiting.reduce((sum, each, j) => sum + j * each, 0);
    // Little's law, and as many leave as those in line give up.
    const throughput = arrivalRate * letIn;
    this.meanWait = throughput === 0 ? 0 : this.meanQueue / throughput;
    this.pAbandon = this.meanWait * this.#leaveRate;
    this.occupancy = (load * letIn * (1 - this.pAbandon)) / agents;
    const waitOfServed = this.#waitOfServed();
    this.asa = waitOfServed / (1 - this.pAbandon);
    this.meanWaitAbandoned = (this.meanWait - waitOfServed) / this.pAbandon;
  }

  get pServedOffered(): number {
    return (1 - this.pBlock) * (1 - this.pAbandon);
  }

  get pAbandonOffered(): number {
    return (1 - this.pBlock) * this.pAbandon;
  }

  /** Share of those let in who are served after waiting at most so long. */
  pServedWithin(seconds: number): number {
    return 1 - this.pWait + this.#byTurn(seconds).served;
  }

  /** Share of those let in who have hung up by then. */
  pAbandonWithin(seconds: number): number {
    const { served, beyond } = this.#byTurn(seconds);
    const still = beyond * Math.exp(-this.#leaveRate * seconds);
    return this.#leaveRate === 0 ? 0 : Math.max(0, this.pWait - served - still);
  }

  /** Share of those let in who are still waiting just after. */
  pWaitExceeds(seconds: number): number {
    return this.#byTurn(seconds).beyond * Math.exp(-this.#leaveRate * seconds);
  }

  // That all agents are busy and 0, 1 ... callers wait. Below that, the chain is Erlang's loss system.
  #waitingProbabilities(load: number, arrivalRate: number, agents: number, places: number): Float64Array {
    const logs = new Float64Array(places + 1);
    let top = 0;
    for (let j = 1; j <= places; j++) {
      logs[j] = logs[j - 1]! + Math.log(arrivalRate / (this.#turnRate + j * this.#leaveRate));
      top = Math.max(top, logs[j]!);
    }
    const waiting = logs.map((log) => Math.exp(log - top));
    const notAllBusy = (inverseB(load, agents) - 1) * Math.exp(-top);
    const total = waiting.reduce((sum, each) => sum + each, notAllBusy);
    return waiting.map((each) => each / total);
  }

  /**
   * Of those let in who wait: the share served by then, and the share whose turn would come later if they stayed.
   *
   * Who finds j before him is served after j + 1 steps at the rates c/h + j θ, ..., c/h, so his turn comes after t with the chance
   * of at most j events of a process whose rate grows by θ at each: Poisson or, with patience, negative binomial (a pure birth
   * process, Yule 1924; Riordan, Stochastic Service Systems, 1962, section 6.3). That he is still there then counts as one more
   * of them who leave: the same sum with c/h + θ.
   */
  #byTurn(seconds: number): { readonly served: number; readonly beyond: number } {
    notNegative('seconds', seconds);
    const later = this.#atMost(this.#turnRate, seconds);
    const laterIfServed = this.#atMost(this.#turnRate + this.#leaveRate, seconds);
    let served = 0;
    let beyond = 0;
    for (let j = 0; j < this.#finds.length; j++) {
      const isServed = this.#turnRate / (this.#turnRate + (j + 1) * this.#leaveRate);
      served += this.#finds[j]! * isServed * (1 - laterIfServed[j]!);
      beyond += this.#finds[j]! * later[j]!;
    }
    return { served, beyond };
  }

  // Chances of at most 0, 1, 2 ... events by then, where the rate starts as given and grows by θ at each.
  #atMost(rate: number, seconds: number): Float64Array {
    const grown = this.#leaveRate === 0 ? seconds : -Math.expm1(-this.#leaveRate * seconds) / this.#leaveRate;
    const chances = new Float64Array(this.#finds.length);
    let log = -rate * seconds;
    let sum = 0;
    for (let events = 0; events < chances.length; events++) {
      if (events > 0) log += Math.log(((rate + (events - 1) * this.#leaveRate) * grown) / events);
      sum += Math.exp(log);
      chances[events] = Math.min(1, sum);
    }
    return chances;
  }

  // Over those let in: the wait if served, else 0. Given that he is served, the steps of one who waits are at rates one θ higher.
  #waitOfServed(): number {
    let steps = 0;
    let total = 0;
    for (let j = 0; j < this.#finds.length; j++) {
      steps += 1 / (this.#turnRate + (j + 1) * this.#leaveRate);
      const isServed = this.#turnRate / (this.#turnRate + (j + 1) * this.#leaveRate);
      total += this.#finds[j]! * isServed * steps;
    }
    return total;
  }
}
