/**
 * Direct solution of a Markov chain by taking its states out one by one, the chain watched only while in the others (Grassmann,
 * Taksar and Heyman 1985, "Regenerative analysis and steady state distributions for Markov chains", Operations Research 33). No
 * number is ever subtracted, so every probability, however small, keeps nearly all its digits. It knows matrices, no models.
 *
 * States are first put into an order that keeps neighbours close (Cuthill and McKee 1969); the work is size x band^2.
 */
import type { Matrix } from './chain.ts';
import { incomingOf } from './chain.ts';

/** Weights that grow beyond are all divided by it. */
const LARGE = 1e200;

/** An order of the states and how far apart in it neighbours are at most. */
export interface Order {
  /** State at each place. */
  readonly states: Int32Array;
  /** Place of each state. */
  readonly places: Int32Array;
  readonly band: number;
}

/** Breadth first over neighbours in either direction, from state 0 on, those with few neighbours first. */
export function closeOrder(matrix: Matrix): Order {
  const size = matrix.exit.length;
  const { rowStart, target } = matrix;
  const { start, source } = incomingOf(matrix);
  const degree = (state: number): number =>
    rowStart[state + 1]! - rowStart[state]! + start[state + 1]! - start[state]!;
  const states = new Int32Array(size);
  const places = new Int32Array(size).fill(-1);
  let count = 0;
  const add = (state: number): void => {
    places[state] = count;
    states[count++] = state;
  };
  for (let root = 0, read = 0; root < size; root++) {
    if (places[root] !== -1) continue;
    add(root);
    for (; read < count; read++) {
      const state = states[read]!;
      const near = new Set<number>();
      for (let at = rowStart[state]!; at < rowStart[state + 1]!; at++) near.add(target[at]!);
      for (let at = start[state]!; at < start[state + 1]!; at++) near.add(source[at]!);
      const fresh = [...near].filter((each) => places[each] === -1);
      for (const each of fresh.sort((a, b) => degree(a) - degree(b) || a - b)) add(each);
    }
  }
  let band = 1;
  for (let state = 0; state < size; state++) {
    for (let at = rowStart[state]!; at < rowStart[state + 1]!; at++)
      band = Math.max(band, Math.abs(places[state]! - places[target[at]!]!));
  }
  return { states, places, band };
}

/** The chain after elimination, ready to give its steady state and the solution of Poisson's equation. */
export class Elimination {
  readonly #order: Order;
  // Row k holds columns k - band .. k + band. Left of the diagonal: the rate at which the chain, seen only in places 0 .. k, goes
  // from k to each. Right of it: rate into that place divided by the rate at which the place is left downwards.
  readonly #rows: Float64Array;
  readonly #down: Float64Array;

  /** @param matrix of an irreducible chain: of another the result is meaningless */
  constructor(matrix: Matrix, order = closeOrder(matrix)) {
    this.#order = order;
    const { states, places, band } = order;
    const size = states.length;
    const width = 2 * band + 1;
    const rows = new Float64Array(size * width);
    for (let state = 0; state < size; state++) {
      const k = places[state]!;
      for (let at = matrix.rowStart[state]!; at < matrix.rowStart[state + 1]!; at++)
        rows[k * width + places[matrix.target[at]!]! - k + band]! += matrix.rate[at]!;
    }
    const down = new Float64Array(size);
    for (let k = size - 1; k > 0; k--) {
      const first = Math.max(0, k - band);
      const ofK = k * width - k + band;
      let sum = 0;
      for (let j = first; j < k; j++) sum += rows[ofK + j]!;
      down[k] = sum;
      for (let i = first; i < k; i++) {
        const ofI = i * width - i + band;
        if (rows[ofI + k] === 0) continue;
        const share = rows[ofI + k]! / sum;
        rows[ofI + k] = share;
        // The diagonal gathers a number that nobody reads.
        for (let j = first; j < k; j++) rows[ofI + j]! += share * rows[ofK + j]!;
      }
    }
    this.#rows = rows;
    this.#down = down;
  }

  /** Probability of each state in the long run. */
  steadyState(): Float64Array {
    const { states, band } = this.#order;
    const width = 2 * band + 1;
    const weights = new Float64Array(states.length);
    weights[0] = 1;
    for (let k = 1; k < states.length; k++) {
      const first = Math.max(0, k - band);
      let weight = 0;
      for (let i = first; i < k; i++) weight += weights[i]! * this.#rows[i * width - i + k + band]!;
      weights[k] = weight;
      // Of 1,000 busy agents on average, none busy is e^-1000 as likely: by the first state alone the others would overflow.
      if (weight > LARGE) for (let i = 0; i <= k; i++) weights[i]! /= LARGE;
    }
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const distribution = new Float64Array(states.length);
    for (let k = 0; k < states.length; k++) distribution[states[k]!] = weights[k]! / total;
    return distribution;
  }

  /**
   * g with Q g = -reward, where the mean of `reward` in the steady state is 0: how much more of it is to come from each state
   * than from state 0 (Poisson's equation; Asmussen and Glynn 2007, chapter IV). In seconds times the unit of the reward.
   */
  bias(reward: Float64Array): Float64Array {
    const { states, band } = this.#order;
    const width = 2 * band + 1;
    const gained = Float64Array.from(states, (state) => reward[state]!);
    for (let k = states.length - 1; k > 0; k--) {
      for (let i = Math.max(0, k - band); i < k; i++)
        gained[i]! += this.#rows[i * width - i + k + band]! * gained[k]!;
    }
    gained[0] = 0;
    for (let k = 1; k < states.length; k++) {
      let sum = gained[k]!;
      for (let j = Math.max(0, k - band); j < k; j++)
        sum += this.#rows[k * width - k + j + band]! * gained[j]!;
      gained[k] = sum / this.#down[k]!;
    }
    const bias = new Float64Array(states.length);
    for (let k = 0; k < states.length; k++) bias[states[k]!] = gained[k]!;
    return bias;
  }
}
