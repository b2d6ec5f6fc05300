/**
 * M/M/c+G: Poisson calls, exponential handle times, several agents, first come first served, and callers who hang up after a
 * patience of any law. Erlang A is the exponential law. It knows one steady state; finite lines are in finite-queue.ts.
 *
 * F. Baccelli and G. Hebuterne (1981), On queues with impatient customers; S. Zeltyn and A. Mandelbaum (2005), Call centers with
 * impatient customers, Queueing Systems 51, 361-402. The offered wait V (of a caller of endless patience) has mass at 0 and beyond
 * it the density
 *
 *     λ p(c-1) exp(g(x)),   g(x) = λ H(x) - c x / h,   H(x) = E min(patience, x)
 *
 * and the probabilities of 0..c-1 busy add up to p(c-1) / B(c-1, load). H is concave, so g has one top; everything is measured
 * from there, and thousands of agents overflow nothing. Of a double's sixteen digits, those of the number of calls that come in one
 * patience are lost: 72 a second and ten minutes leave eleven.
 */
import { inverseB } from './erlang.ts';
import type { QueueMeasures } from './measures.ts';
import type { Patience } from './patience.ts';
import { addIntegrals, type Integrands } from './quadrature.ts';
import { arrivalRateOf, loadOf, notNegative, whole, type Traffic } from './traffic.ts';

/** Beyond a fall of g by so much, e^-50 of the top, nothing is left that a double could hold. */
const FALL = 50;

/** Integrals, over some of the offered waits, of exp(g - g(top)) times ... */
const MASS = 0; // 1
const GONE = 1; // the share gone before their turn
const STAY = 2; // the time in line, H
const LEFT = 3; // the time in line of those who leave, H(x) - x (1 - gone(x))
const TURN = 4; // the offered wait, x
const INTEGRALS = 5;
const MEASURED_BY = [MASS, GONE, STAY, STAY, TURN];

/** The integrals on either side of a threshold, which is what the last questions were about. */
interface Cut {
  readonly at: number;
  readonly below: Float64Array;
  readonly above: Float64Array;
}

/**
 * M/M/c+G in steady state. A caller who balks, or has no patience, leaves only if no agent is free, and counts as abandoned after
 * no wait. Lengths are seconds; shares are of all callers. A mean over nobody is NaN.
 */
export class PatienceQueue implements QueueMeasures {
  readonly pBlock = 0;
  readonly #arrivalRate: number;
  readonly #load: number;
  readonly #agents: number;
  /** The rate at which turns come while all agents are busy, c / h. */
  readonly #turnRate: number;
  readonly #patience: Patience;
  readonly #top: number;
  readonly #height: number;
  readonly #add: Integrands;
  #oddsOfNoWait: number | undefined;
  #whole: Float64Array | undefined;
  #cut: Cut | undefined;

  /**
   * @param agents a whole number, 1 or more
   * @throws {RangeError} naming the argument; also if those who never leave are more than the agents can serve, for then no steady
   *   state exists (`growsWithoutEnd`)
   */
  constructor(traffic: Traffic, agents: number, patience: Patience) {
    this.#arrivalRate = arrivalRateOf(traffic);
    this.#load = loadOf(traffic);
    this.#agents = whole('agents', agents, 1);
    this.#turnRate = agents / traffic.meanHandleSec;
    this.#patience = patience;
    const top = topOf(this.#arrivalRate, this.#turnRate, patience);
    if (top === null)
      throw new RangeError(
        `agents: ${agents} cannot serve those who never leave; the queue grows without end.`,
      );
    this.#top = top;
    this.#height = this.#exponent(top);
    this.#add = (x, weight, sums) => {
      const gone = patience.gone(x);
      const stay = patience.stay(x);
      const density = weight * Math.exp(this.#arrivalRate * stay - this.#turnRate * x - this.#height);
      sums[MASS] = sums[MASS]! + density;
      sums[GONE] = sums[GONE]! + density * gone;
      sums[STAY] = sums[STAY]! + density * stay;
      sums[LEFT] = sums[LEFT]! + density * (stay - x * (1 - gone));
      sums[TURN] = sums[TURN]! + density * x;
    };
  }

  /** Share of callers who do not start at once: 1 / (1 + exp(-g(top)) / (B(c-1) λ ∫ exp(g - g(top)))). */
  get pWait(): number {
    return 1 / (1 + this.#odds);
  }

  get pAbandon(): number {
    return this.pWait * this.#given(GONE);
  }

  /** Mean time in queue of all callers: served at once, served later, abandoned. */
  get meanWaitAll(): number {
    return this.pWait * this.#given(STAY);
  }

  /** Mean time in queue of those served, the average speed of answer (rule K-02). */
  get meanWaitServed(): number {
    return (this.pWait * (this.#given(STAY) - this.#given(LEFT))) / (1 - this.pAbandon);
  }

  get asa(): number {
    return this.meanWaitServed;
  }

  get meanWaitAbandoned(): number {
    return this.#given(GONE) === 0 ? NaN : this.#given(LEFT) / this.#given(GONE);
  }

  /** Mean time in queue of those who did not start at once. */
  get meanWaitGivenWait(): number {
    return this.#given(STAY);
  }

  /** Mean wait of a caller who would never hang up. */
  get meanOfferedWait(): number {
    return this.pWait * this.#given(TURN);
  }

  /** Time average of the number waiting (Little 1961). */
  get meanQueue(): number {
    return this.#arrivalRate * this.meanWaitAll;
  }

  /** Share of agent time spent on calls. */
  get occupancy(): number {
    return (this.#load * (1 - this.pAbandon)) / this.#agents;
  }

  /** Share of all callers served after waiting at most so long. */
  pServedWithin(seconds: number): number {
    const { below } = this.#cutAt(seconds);
    const whole = this.#sums[MASS]!;
    const atOnce = this.#odds === Infinity ? 1 : this.#odds * this.pWait;
    return atOnce + (this.pWait * (below[MASS]! - below[GONE]!)) / whole;
  }

  /** Share of all callers who have hung up by then. */
  pAbandonWithin(seconds: number): number {
    const { below, above } = this.#cutAt(seconds);
    const gone = below[GONE]! + this.#patience.gone(seconds) * above[MASS]!;
    return (this.pWait * gone) / this.#sums[MASS]!;
  }

  /** Share of all callers still waiting just after. */
  pWaitExceeds(seconds: number): number {
    return (1 - this.#patience.gone(seconds)) * this.pOfferedWaitExceeds(seconds);
  }

  /** Share of all callers who would wait longer if they never hung up. */
  pOfferedWaitExceeds(seconds: number): number {
    const { above } = this.#cutAt(seconds);
    return (this.pWait * above[MASS]!) / this.#sums[MASS]!;
  }

  /** The mean, over all callers, of a function of the offered wait that is 0 for who does not wait; it may bend where patience does. */
  meanOver(of: (offeredWait: number) => number): number {
    const sums = new Float64Array(1);
    this.#integrate(0, Infinity, sums, (x, weight, all) => {
      all[0] = all[0]! + weight * of(x) * Math.exp(this.#exponent(x) - this.#height);
    });
    return (this.pWait * sums[0]!) / this.#sums[MASS]!;
  }

  /** Of not having to wait; kept as such, since next to nobody may be served at once. */
  get #odds(): number {
    return (this.#oddsOfNoWait ??= this.#oddsFromIntegral());
  }

  #oddsFromIntegral(): number {
    const offered = this.#arrivalRate * this.#sums[MASS]!;
    return offered === 0
      ? Infinity
      : (inverseB(this.#load, this.#agents - 1) / offered) * Math.exp(-this.#height);
  }

  #given(which: number): number {
    return this.#sums[which]! / this.#sums[MASS]!;
  }

  get #sums(): Float64Array {
    return (this.#whole ??= this.#over(0, Infinity));
  }

  // Both sides are integrated: a tail made by subtraction would have no digits far out. Together they are the whole.
  #cutAt(seconds: number): Cut {
    if (this.#cut?.at === seconds) return this.#cut;
    notNegative('seconds', seconds);
    const below = this.#over(0, seconds);
    const above = this.#over(seconds, Infinity);
    this.#whole ??= below.map((part, i) => part + above[i]!);
    this.#cut = { at: seconds, below, above };
    return this.#cut;
  }

  #over(from: number, to: number): Float64Array {
    const sums = new Float64Array(INTEGRALS);
    this.#integrate(from, to, sums, this.#add);
    return sums;
  }

  // From the highest point in reach to where g has fallen by FALL on either side, cut where patience bends.
  #integrate(from: number, to: number, sums: Float64Array, integrands: Integrands): void {
    const start = Math.min(Math.max(from, this.#top), to);
    const floor = this.#exponent(start) - FALL;
    const first = this.#left(from, start, floor);
    const last = this.#right(start, to, floor);
    const noise = 8 * Number.EPSILON * (this.#turnRate * last);
    const ends = [...this.#patience.kinks(first, last), last];
    if (start > first)
      ends.splice(
        ends.findIndex((end) => end >= start),
        0,
        start,
      );
    let piece = first;
    for (const end of ends) {
      addIntegrals(integrands, piece, end, sums, noise, sums.length === INTEGRALS ? MEASURED_BY : undefined);
      piece = end;
    }
  }

  #exponent(x: number): number {
    return this.#arrivalRate * this.#patience.stay(x) - this.#turnRate * x;
  }

  #left(from: number, start: number, floor: number): number {
    if (this.#exponent(from) >= floor) return from;
    let [low, high] = [from, start];
    for (let step = 0; step < 6; step++) {
      const middle = (low + high) / 2;
      if (this.#exponent(middle) < floor) low = middle;
      else high = middle;
    }
    return low;
  }

  #right(start: number, to: number, floor: number): number {
    let reach = 1 / this.#turnRate;
    while (start + reach < to && this.#exponent(start + reach) >= floor) reach *= 2;
    return Math.min(start + reach, to);
  }
}

/** Whether M/M/c+G has no steady state: those who never leave offer as much as the agents can take. */
export function growsWithoutEnd(traffic: Traffic, agents: number, patience: Patience): boolean {
  return topOf(arrivalRateOf(traffic), agents / traffic.meanHandleSec, patience) === null;
}

// Where calls still in line come in just as fast as turns do; 0 if they never come faster, null if they always do.
function topOf(arrivalRate: number, turnRate: number, patience: Patience): number | null {
  const rises = (x: number): boolean => arrivalRate * (1 - patience.gone(x)) > turnRate;
  // Without patience at all the top is 0 also where load equals agents; but then the line must end.
  const never = (x: number): boolean => arrivalRate * patience.endless(x) >= turnRate;
  if (never(0)) return null;
  if (!rises(0)) return 0;
  let [low, high] = [0, 1 / turnRate];
  for (; rises(high); high *= 2) {
    if (never(high)) return null;
    low = high;
  }
  // Near enough: it only cuts a piece, and g is flat there.
  for (let step = 0; step < 30; step++) {
    const middle = (low + high) / 2;
    if (rises(middle)) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
