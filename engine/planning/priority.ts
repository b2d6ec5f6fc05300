/**
 * Calls of several classes, the most urgent first, none interrupted: mean waits (Cobham 1954) and, for one handle-time law
 * exponential for all, the share of each class that waits longer than t (Davis 1966; Kella and Yechiali 1985). Within a class in
 * order of arrival, endless patience.
 *
 * Any unit of time will do, the same for rates, handle times and answers.
 */
import type { Law } from '../kernel/distributions.ts';
import { erlangC } from './erlang.ts';
import { rawMoment } from './law-moments.ts';

/** M/M/c: the same exponential handle time for all classes. */
export class PriorityAgents {
  readonly occupancy: number;
  /** The same for all classes: nobody starts at once while all agents are busy. */
  readonly pWait: number;
  /** Over all callers of the class, most urgent first. */
  readonly meanWaits: readonly number[];
  readonly #rates: readonly number[];
  /** Calls completed per unit of time while all agents are busy. */
  readonly #completion: number;

  /**
   * @param arrivalRates of the classes, most urgent first
   * @throws {RangeError} when the agents cannot keep up with all classes together
   */
  constructor(arrivalRates: readonly number[], meanHandle: number, agents: number) {
    this.#rates = arrivalRates;
    this.#completion = agents / meanHandle;
    const load = sum(arrivalRates) * meanHandle;
    keepUp(load, agents);
    this.occupancy = load / agents;
    this.pWait = erlangC(load, agents);
    this.meanWaits = arrivalRates.map((_, at) => {
      const [before, upTo] = this.#occupancies(at);
      return this.pWait / (this.#completion * (1 - before) * (1 - upTo));
    });
  }

  /**
   * P(W > t) of one class, counted from 0, over all its callers.
   *
   * A caller who waits finds an exponential amount of work of his class and the more urgent ones, of rate v = M (1 - σk), with M
   * the rate of completions, and each more urgent call that comes meanwhile puts him back by a busy period of theirs, of rate a.
   * The transform v / (v + s + a (1 - β(s))), β that of the busy period, has a cut on the negative axis between
   * (√M ± √a)² and at most one pole before it: the tail is the pole's exponential and an integral of positive terms along the
   * cut, so a tail of 1e-12 still has its digits. (Inverting the transform along the imaginary axis would lose them.)
   */
  waitTail(at: number, t: number): number {
    if (t < 0) return 1;
    const rate = this.#rates[at];
    if (rate === undefined) throw new RangeError(`There is no class ${at}.`);
    const [before, upTo] = this.#occupancies(at);
    const a = before * this.#completion;
    const v = this.#completion * (1 - upTo);
    // The most urgent class is never put back: an exponential wait.
    if (a === 0) return this.pWait * Math.exp(-v * t);
    return this.pWait * (poleTail(a, this.#completion, v, t) + cutTail(a, this.#completion, v, t));
  }

  /** Occupancy by the more urgent classes, and with this one. */
  #occupancies(at: number): readonly [before: number, upTo: number] {
    const before = sum(this.#rates.slice(0, at)) / this.#completion;
    return [before, before + this.#rates[at]! / this.#completion];
  }
}

/** At s = -x0, x0 = v (M - a - v)/(M - v), when v is small enough that p(x0) = v - (x0 + M - a)/2 is below 0. */
function poleTail(a: number, completion: number, v: number, t: number): number {
  if (v >= completion) return 0;
  const pole = (v * (completion - a - v)) / (completion - v);
  const p = v - (pole + completion - a) / 2;
  if (p >= 0 || pole <= 0) return 0;
  return ((-2 * v * p) / ((completion - v) * pole)) * Math.exp(-pole * t);
}

/**
 * (1/π) ∫ e^(-xt) v r(x)/2 / (q(x) x) dx along the cut, with r² = (x - low)(high - x) and q = v² - v (M - a) + x (M - v). With
 * x = middle - half cos θ the integrand is smooth and periodic, so the midpoint rule gains digits with each doubling.
 */
function cutTail(a: number, completion: number, v: number, t: number): number {
  const low = (Math.sqrt(completion) - Math.sqrt(a)) ** 2;
  const half = 2 * Math.sqrt(completion * a);
  let last = Number.NaN;
  for (let points = 64; points <= POINTS_MAX; points *= 2) {
    let total = 0;
    for (let i = 0; i < points; i++) {
      const angle = (Math.PI * (i + 0.5)) / points;
      // 1 - cos θ, without its cancellation near 0.
      const x = low + 2 * half * Math.sin(angle / 2) ** 2;
      const q = v * v - v * (completion - a) + x * (completion - v);
      total += (Math.exp(-x * t) * v * (half * Math.sin(angle)) ** 2) / (2 * q * x);
    }
    const value = total / points;
    if (Math.abs(value - last) <= CLOSE * value) return value;
    last = value;
  }
  return last;
}

const POINTS_MAX = 2 ** 20;
const CLOSE = 1e-12;

export interface ClassOfCalls {
  readonly arrivalRate: number;
  readonly handle: Law;
}

/**
 * One agent, each class with a handle time of its own (M/G/1): E[W_k] = Σ λ_i E[S_i²] / 2 / ((1 - σ_{k-1}) (1 - σ_k)), over all
 * classes i in the sum, σ_k the occupancy by the k most urgent (Cobham 1954).
 *
 * @returns mean waits over all callers of each class, most urgent first
 * @throws {RangeError} when the agent cannot keep up
 */
export function priorityMeanWaits(classes: readonly ClassOfCalls[]): readonly number[] {
  const loads = classes.map(({ arrivalRate, handle }) => arrivalRate * rawMoment(handle, 1));
  keepUp(sum(loads), 1);
  const residual = sum(classes.map(({ arrivalRate, handle }) => arrivalRate * rawMoment(handle, 2))) / 2;
  return loads.map((load, at) => {
    const before = sum(loads.slice(0, at));
    return residual / ((1 - before) * (1 - before - load));
  });
}

function keepUp(load: number, agents: number): void {
  if (!(load >= 0 && load < agents))
    throw new RangeError(`${agents} agents cannot keep up with a load of ${load} erlang.`);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
