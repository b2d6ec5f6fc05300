/**
 * Several agents and a handle time that is the same for every call: M/D/c, exactly (Crommelin 1932). Whoever is in service now
 * is done a handle time D later, so the number in the system obeys n' = max(n - c, 0) + Poisson(λD), and the number waiting is
 * the maximum of a random walk with steps Poisson(λD) - c. Spitzer's identity (1956) then gives everything as sums of positive
 * terms: no roots, no linear system, no digits lost.
 *
 * Any unit of time will do, the same for rate, handle time and answers.
 */
import { gammaTails, logGammaTerm } from '../kernel/special-functions.ts';

export class ConstantHandle {
  readonly occupancy: number;
  /** An arriving caller does not start at once. */
  readonly pWait: number;
  readonly meanQueue: number;
  /** Over all callers. */
  readonly meanWait: number;
  readonly #load: number;
  readonly #handle: number;
  readonly #agents: number;
  readonly #pNoneWaiting: number;
  /** P(so many wait), as far as it was asked for. */
  readonly #waiting: number[];
  readonly #jumps: number[] = [0];

  /** @throws {RangeError} when the agents cannot keep up, or their number is not whole */
  constructor(arrivalRate: number, handle: number, agents: number) {
    const load = arrivalRate * handle;
    if (!(Number.isInteger(agents) && agents >= 1))
      throw new RangeError(`The number of agents must be a whole number from 1, not ${agents}.`);
    if (!(load >= 0 && load < agents))
      throw new RangeError(`${agents} agents cannot keep up with a load of ${load} erlang.`);
    this.#load = load;
    this.#handle = handle;
    this.#agents = agents;
    this.occupancy = load / agents;
    const { reach, exceed, excess } = walkSums(load, agents);
    this.pWait = -Math.expm1(-reach);
    this.#pNoneWaiting = Math.exp(-exceed);
    this.#waiting = [this.#pNoneWaiting];
    this.meanQueue = excess;
    this.meanWait = arrivalRate > 0 ? excess / arrivalRate : 0;
  }

  /**
   * P(W > t): with k = floor(t/D) + 1 a caller waits no longer than t when those waiting now and those who come within kD - t
   * are fewer than kc (Franx 2001, Operations Research Letters 29, 221-229).
   */
  waitTail(t: number): number {
    if (t < 0 || this.#load === 0) return t < 0 ? 1 : 0;
    const k = Math.floor(t / this.#handle) + 1;
    const places = k * this.#agents;
    const mean = this.#load * (k - t / this.#handle);
    let within = 0;
    let waitingAtMost = 0;
    for (let waiting = 0; waiting < places; waiting++) {
      waitingAtMost += this.#pWaiting(waiting);
      within += waitingAtMost * poisson(mean, places - 1 - waiting);
    }
    return Math.max(0, 1 - within);
  }

  /** n q(n) = Σ j κ(j) q(n-j), with κ(j) = Σ over l of P(l steps lead to j) / l: the walk's maximum is compound Poisson. */
  #pWaiting(count: number): number {
    for (let n = this.#waiting.length; n <= count; n++) {
      this.#jumps.push(jumpsTo(n, this.#load, this.#agents));
      let sum = 0;
      for (let j = 1; j <= n; j++) sum += j * this.#jumps[j]! * this.#waiting[n - j]!;
      this.#waiting.push(sum / n);
    }
    return this.#waiting[count]!;
  }
}

// A term this small, relative to the sum, ends it: the ratio of terms tends to a constant below 1, so the rest is a few of them.
const NEGLIGIBLE = 1e-17;
/** At an occupancy of 0.999 and 10 agents some ten thousand terms count. */
const TERMS_MAX = 5_000_000;

/** Σ P(S_l >= 0)/l, Σ P(S_l > 0)/l and Σ E[S_l^+]/l of the walk S_l = Poisson(l load) - l agents. */
function walkSums(load: number, agents: number): { reach: number; exceed: number; excess: number } {
  let reach = 0;
  let exceed = 0;
  let excess = 0;
  if (load === 0) return { reach, exceed, excess };
  for (let l = 1; l <= TERMS_MAX; l++) {
    const mean = l * load;
    const level = l * agents;
    const atLeast = gammaTails(level, mean).lower;
    const at = poisson(mean, level);
    // E[(N - m)^+] = mean P(N >= m) - m P(N > m)
    const beyond = (mean - level) * atLeast + level * at;
    reach += atLeast / l;
    exceed += Math.max(0, atLeast - at) / l;
    excess += Math.max(0, beyond) / l;
    if (beyond <= NEGLIGIBLE * excess * l && atLeast <= NEGLIGIBLE * reach * l) break;
  }
  return { reach, exceed, excess };
}

function jumpsTo(level: number, load: number, agents: number): number {
  let sum = 0;
  let largest = 0;
  for (let l = 1; l <= TERMS_MAX; l++) {
    const term = poisson(l * load, l * agents + level) / l;
    sum += term;
    // The terms grow to where l (agents - load) is about the level, and fall from there.
    if (term < largest && term <= NEGLIGIBLE * sum) break;
    largest = Math.max(largest, term);
  }
  return sum;
}

function poisson(mean: number, count: number): number {
  return Math.exp(logGammaTerm(count, mean, Math.log(mean)));
}
