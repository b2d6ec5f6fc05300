/**
 * Steady state of large Markov chains by iteration: sweeps of Gauss and Seidel, and between them the same on coarser
 * and coarser chains whose states are groups of states, in the shares found so far (Horton and Leutenegger 1994, "A
 * multi-level solution algorithm for steady-state Markov chains"; Stewart 1994, section 6.3). Sweeps alone spread
 * probability one state at a time, and a long queue would need thousands; groups carry it far at once. It takes an
 * irreducible chain and does not check that it is one.
 */
import type { Incoming, Matrix } from './chain.ts';
import { ChainError, incomingOf } from './chain.ts';
import { Grouping } from './chain-grouping.ts';
import { Elimination } from './chain-elimination.ts';

/** Flow that does not balance, as a share of all flow: below it an answer is exact to about ten digits or more. */
const GOOD = 1e-14;
const GOOD_ENOUGH = 1e-12;
const CYCLES_MAX = 400;
/** Cycles that gain nothing after which, below that, rounding is taken to be all that is left. */
const IDLE_MAX = 10;
/** Chains of so few states are solved by elimination. */
const SMALL = 300;
const SWEEPS = 2;
/** Cycles before which states are grouped anew, by what is known of the shares by then. */
const GROUPED_AT: readonly number[] = [0, 2, 5];
/** Groups are of no use where sweeps alone gain a digit in ten. */
const TRIAL = 10;
const QUICK = 0.1;

/**
 * @throws {ChainError} where 400 cycles do not balance the flows to 1e-12 of their sum
 */
export function multilevelSteadyState(matrix: Matrix): Float64Array {
  const level = new Level(matrix);
  const { share } = level;
  share.fill(1 / share.length);
  let isQuick = true;
  let best = Infinity;
  let found = share.slice();
  for (let cycle = 0, idle = 0; cycle < CYCLES_MAX && best > GOOD; cycle++) {
    if (best < GOOD_ENOUGH && idle > IDLE_MAX) break;
    if (isQuick) {
      const before = level.unbalanced();
      for (let sweep = 0; sweep < TRIAL; sweep++) level.sweep();
      isQuick = level.unbalanced() < QUICK * before;
    } else level.improve();
    const rest = level.unbalanced();
    idle = rest < 0.9 * best ? 0 : idle + 1;
    if (rest >= best) continue;
    best = rest;
    found = share.slice();
  }
  if (best > GOOD_ENOUGH)
    throw new ChainError(
      `The steady state of ${share.length} states is not found: ${best} of the flow does not balance.`,
    );
  return found;
}

/** A chain and the coarser one below it. */
class Level {
  readonly share: Float64Array;
  readonly #matrix: Matrix;
  readonly #into: Incoming;
  #cycle = 0;
  #groups: Grouping | undefined;
  #coarse: Level | undefined;

  constructor(matrix: Matrix) {
    this.#matrix = matrix;
    this.#into = incomingOf(matrix);
    this.share = new Float64Array(matrix.exit.length);
  }

  improve(): void {
    const { share } = this;
    if (share.length <= SMALL) {
      share.set(new Elimination(this.#matrix).steadyState());
      return;
    }
    for (let sweep = 0; sweep < SWEEPS; sweep++) this.sweep();
    if (GROUPED_AT.includes(this.#cycle++)) this.#group();
    if (this.#coarse !== undefined) this.#throughGroups(this.#groups!, this.#coarse);
    for (let sweep = 0; sweep < SWEEPS; sweep++) this.sweep();
  }

  /** In the order of the states and back: what flows one way is carried all the way by one of the two. */
  sweep(): void {
    const { share } = this;
    const { exit } = this.#matrix;
    for (let state = 0; state < share.length; state++) share[state] = this.#inflow(state) / exit[state]!;
    let total = 0;
    for (let state = share.length - 1; state >= 0; state--) {
      share[state] = this.#inflow(state) / exit[state]!;
      total += share[state]!;
    }
    for (let state = 0; state < share.length; state++) share[state]! /= total;
  }

  /** Sum over the states of what comes in less what goes out, as a share of all that goes out. */
  unbalanced(): number {
    let off = 0;
    let total = 0;
    for (let state = 0; state < this.share.length; state++) {
      const out = this.share[state]! * this.#matrix.exit[state]!;
      off += Math.abs(this.#inflow(state) - out);
      total += out;
    }
    return off / total;
  }

  #inflow(state: number): number {
    const { start, source, rate } = this.#into;
    const { share } = this;
    let sum = 0;
    for (let at = start[state]!, end = start[state + 1]!; at < end; at++)
      sum += share[source[at]!]! * rate[at]!;
    return sum;
  }

  #group(): void {
    this.#groups = new Grouping(this.#matrix, this.share);
    // Nothing is gained where hardly any states find another.
    const isCoarser = this.#groups.count < 0.8 * this.share.length;
    this.#coarse = isCoarser ? new Level(this.#groups.matrix) : undefined;
  }

  #throughGroups(groups: Grouping, coarse: Level): void {
    const before = groups.gather(this.share);
    coarse.#refresh();
    coarse.share.set(before);
    // Twice: once alone leaves the slowest errors of long queues nearly as they were.
    coarse.improve();
    coarse.improve();
    for (let state = 0; state < this.share.length; state++) {
      const of = groups.of[state]!;
      if (before[of]! > 0) this.share[state]! *= coarse.share[of]! / before[of]!;
    }
  }

  /** The rates have changed, the moves have not. */
  #refresh(): void {
    const { rowStart, target, rate } = this.#matrix;
    const filled = this.#into.start.slice();
    for (let from = 0; from < this.share.length; from++) {
      for (let at = rowStart[from]!; at < rowStart[from + 1]!; at++)
        this.#into.rate[filled[target[at]!]!++] = rate[at]!;
    }
  }
}
