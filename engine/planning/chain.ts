/**
 * Continuous-time Markov chains as sparse matrices: a model says from each state where the next event leads and at what rate, and
 * all states reachable from the start are numbered and stored. It solves nothing (see chain-steady.ts, chain-transient.ts,
 * chain-absorbing.ts) and knows no queues.
 */

/** What a model must know of its present: whole numbers, such as busy agents and waiting callers. */
export type State = readonly number[];

/** Calls `to` for each event possible in `state`, with the state after it and its rate per second. A rate of 0 is no event. */
export type Moves = (state: State, to: (next: State, ratePerSec: number) => void) => void;

/** Transition rates by rows, compressed: the moves of state i are at rowStart[i] .. rowStart[i + 1] - 1. */
export interface Chain {
  /** In breadth-first order from the start, which comes first. */
  readonly states: readonly State[];
  readonly rowStart: Int32Array;
  readonly target: Int32Array;
  /** Per second. */
  readonly rate: Float64Array;
  /** Sum of the rates of a row: 0 for a state that is never left. */
  readonly exit: Float64Array;
  /** Number of a state, undefined where it cannot be reached. */
  indexOf(state: State): number | undefined;
}

/** A chain has not what is asked of it: no steady state, too many states, no end. */
export class ChainError extends Error {
  override readonly name = 'ChainError';
}

/** Some 100 bytes a state: beyond this a chain is a mistake in the model or a case for the simulator. */
const STATES_MAX = 1_500_000;

/**
 * The chain of all states reachable from `starts`.
 * @throws {ChainError} without a start, and beyond 1.5 million states
 * @throws {RangeError} for a rate that is negative or not finite
 */
export function chainOf(starts: readonly State[], moves: Moves): Chain {
  if (starts.length === 0) throw new ChainError('A chain needs a state to start from.');
  const states: State[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (state: State): number => {
    const key = state.join();
    const known = numbers.get(key);
    if (known !== undefined) return known;
    if (states.length === STATES_MAX) throw new ChainError(`The chain has over ${STATES_MAX} states.`);
    numbers.set(key, states.length);
    return states.push(state) - 1;
  };
  for (const start of starts) numberOf(start);

  const rowStart = [0];
  const target: number[] = [];
  const rate: number[] = [];
  const exit: number[] = [];
  // `states` grows as it is read: breadth first.
  for (let from = 0; from < states.length; from++) {
    let total = 0;
    moves(states[from]!, (next, perSec) => {
      if (!(perSec >= 0 && perSec < Infinity))
        throw new RangeError(`From (${states[from]!.join()}) to (${next.join()}) at ${perSec} a second.`);
      if (perSec === 0) return;
      const to = numberOf(next);
      // An event that changes nothing is no event.
      if (to === from) return;
      target.push(to);
      rate.push(perSec);
      total += perSec;
    });
    rowStart.push(target.length);
    exit.push(total);
  }
  return {
    states,
    rowStart: Int32Array.from(rowStart),
    target: Int32Array.from(target),
    rate: Float64Array.from(rate),
    exit: Float64Array.from(exit),
    indexOf: (state) => numbers.get(state.join()),
  };
}

/** The same matrix by columns: who comes into state j, at `start[j]` .. `start[j + 1] - 1`. */
export interface Incoming {
  readonly start: Int32Array;
  readonly source: Int32Array;
  readonly rate: Float64Array;
}

export type Matrix = Pick<Chain, 'rowStart' | 'target' | 'rate' | 'exit'>;

export function incomingOf({ rowStart, target, rate, exit }: Matrix): Incoming {
  const size = exit.length;
  const start = new Int32Array(size + 1);
  for (const to of target) start[to + 1]!++;
  for (let at = 0; at < size; at++) start[at + 1]! += start[at]!;
  const filled = start.slice();
  const source = new Int32Array(target.length);
  const back = new Float64Array(target.length);
  for (let from = 0; from < size; from++) {
    for (let at = rowStart[from]!; at < rowStart[from + 1]!; at++) {
      const place = filled[target[at]!]!++;
      source[place] = from;
      back[place] = rate[at]!;
    }
  }
  return { start, source, rate: back };
}

/** Mean of a value of the state under a distribution over the states. */
export function meanOver(chain: Chain, distribution: Float64Array, value: (state: State) => number): number {
  let sum = 0;
  for (let at = 0; at < distribution.length; at++) {
    if (distribution[at] !== 0) sum += distribution[at]! * value(chain.states[at]!);
  }
  return sum;
}
