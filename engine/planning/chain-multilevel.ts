/**
 * Steady state of large Markov chains by iteration: sweeps of Gauss and Seidel, and between them the same on coarser and coarser
 * chains whose states are groups of states, in the shares found so far (Horton and Leutenegger 1994, "A multi-level solution
 * algorithm for steady-state Markov chains"; Stewart 1994, section 6.3). Sweeps alone spread probability one state at a time, and a long
 * queue would need thousands; groups carry it far at once. It takes an irreducible chain and does not check that it is one.
 */
import type { Incoming, Matrix } from './chain.ts';
import { ChainError, incomingOf } from './chain.ts';
import { closeOrder, Elimination } from './chain-elimination.ts';

/** Flow that does not balance, as a share of all flow: below it an answer is exact to about ten digits or more. */
const GOOD = 1e-14;
const GOOD_ENOUGH = 1e-12;
const CYCLES_MAX = 400;
/** Cycles without a better balance after which rounding is taken to be all that is left. */
const PATIENCE = 12;
/** Chains of so few states are solved by elimination. */
const SMALL = 400;
const SWEEPS = 2;

/**
 * @throws {ChainError} where 400 cycles do not balance the flows to 1e-12 of their sum
 */
export function multilevelSteadyState(matrix: Matrix): Float64Array {
  const into = incomingOf(matrix);
  const share = new Float64Array(matrix.exit.length).fill(1 / matrix.exit.length);
  let best = Infinity;
  let found = share.slice();
  for (let cycle = 0, since = 0; cycle < CYCLES_MAX && since < PATIENCE; cycle++, since++) {
    improve(matrix, into, share);
    const rest = unbalanced(matrix, into, share);
    if (rest < best) {
      if (rest < best * 0.9) since = 0;
      best = rest;
      found = share.slice();
    }
    if (best < GOOD) break;
  }
  if (best > GOOD_ENOUGH)
    throw new ChainError(
      `The steady state of ${share.length} states is not found: ${best} of the flow does not balance.`,
    );
  return found;
}

function improve(matrix: Matrix, into: Incoming, share: Float64Array): void {
  if (share.length <= SMALL) {
    share.set(new Elimination(matrix, closeOrder(matrix)).steadyState());
    return;
  }
  for (let sweep = 0; sweep < SWEEPS; sweep++) sweepUp(matrix, into, share);
  const group = grouped(matrix, share);
  const groups = 1 + group.reduce((most, each) => Math.max(most, each), 0);
  // Nothing to gather where all states are alone.
  if (groups < share.length) {
    const before = new Float64Array(groups);
    for (let state = 0; state < share.length; state++) before[group[state]!]! += share[state]!;
    const coarse = coarser(matrix, share, group, before);
    const after = before.slice();
    const intoCoarse = incomingOf(coarse);
    // Twice: once alone leaves the slowest errors of long queues nearly as they were.
    for (let round = 0; round < 2; round++) improve(coarse, intoCoarse, after);
    for (let state = 0; state < share.length; state++) {
      const of = group[state]!;
      if (before[of]! > 0) share[state]! *= after[of]! / before[of]!;
    }
  }
  for (let sweep = 0; sweep < SWEEPS; sweep++) sweepDown(matrix, into, share);
  normalise(share);
}

// In the order of the states and in the reverse: what flows one way is carried all the way by one of the two.
function sweepUp({ exit }: Matrix, into: Incoming, share: Float64Array): void {
  for (let state = 0; state < share.length; state++) share[state] = inflow(into, share, state) / exit[state]!;
}

function sweepDown({ exit }: Matrix, into: Incoming, share: Float64Array): void {
  for (let state = share.length - 1; state >= 0; state--)
    share[state] = inflow(into, share, state) / exit[state]!;
}

function inflow({ start, source, rate }: Incoming, share: Float64Array, state: number): number {
  let sum = 0;
  for (let at = start[state]!; at < start[state + 1]!; at++) sum += share[source[at]!]! * rate[at]!;
  return sum;
}

function normalise(share: Float64Array): void {
  let total = 0;
  for (const each of share) total += each;
  for (let state = 0; state < share.length; state++) share[state]! /= total;
}

/** Groups of two to about four: each state joins the neighbour with whom it exchanges most, as long as that one's group is small. */
function grouped({ rowStart, target, rate }: Matrix, share: Float64Array): Int32Array {
  const size = share.length;
  const group = new Int32Array(size).fill(-1);
  const members: number[] = [];
  for (let state = 0; state < size; state++) {
    if (group[state] !== -1) continue;
    let best = -1;
    let most = -1;
    for (let at = rowStart[state]!; at < rowStart[state + 1]!; at++) {
      const to = target[at]!;
      if (group[to] !== -1 && members[group[to]!]! > 3) continue;
      const flow = share[state]! * rate[at]! + backFlow(to, state);
      if (flow > most) {
        most = flow;
        best = to;
      }
    }
    if (best !== -1 && group[best] !== -1) {
      group[state] = group[best]!;
      members[group[best]!]!++;
      continue;
    }
    group[state] = members.length;
    if (best !== -1) group[best] = members.length;
    members.push(best === -1 ? 1 : 2);
  }
  return group;

  function backFlow(from: number, to: number): number {
    for (let at = rowStart[from]!; at < rowStart[from + 1]!; at++)
      if (target[at] === to) return share[from]! * rate[at]!;
    return 0;
  }
}

/** The chain of the groups: rates out of a group in the present shares of its states. */
function coarser(
  { rowStart, target, rate }: Matrix,
  share: Float64Array,
  group: Int32Array,
  total: Float64Array,
): Matrix {
  const groups = total.length;
  const size = group.length;
  const first = new Int32Array(groups + 1);
  for (const each of group) first[each + 1]!++;
  for (let at = 0; at < groups; at++) first[at + 1]! += first[at]!;
  const filled = first.slice();
  const members = new Int32Array(size);
  for (let state = 0; state < size; state++) members[filled[group[state]!]!++] = state;

  const starts = new Int32Array(groups + 1);
  const targets = new Int32Array(target.length);
  const rates = new Float64Array(target.length);
  const exit = new Float64Array(groups);
  const place = new Int32Array(groups).fill(-1);
  let count = 0;
  for (let from = 0; from < groups; from++) {
    const begin = count;
    for (let at = first[from]!; at < first[from + 1]!; at++) {
      const state = members[at]!;
      // Where a group has no probability yet its states count alike.
      const weight = total[from]! > 0 ? share[state]! / total[from]! : 1 / (first[from + 1]! - first[from]!);
      for (let move = rowStart[state]!; move < rowStart[state + 1]!; move++) {
        const to = group[target[move]!]!;
        if (to === from) continue;
        if (place[to]! < begin) {
          place[to] = count;
          targets[count++] = to;
        }
        rates[place[to]!]! += weight * rate[move]!;
        exit[from]! += weight * rate[move]!;
      }
    }
    starts[from + 1] = count;
  }
  return { rowStart: starts, target: targets.subarray(0, count), rate: rates.subarray(0, count), exit };
}

/** Sum over the states of what comes in less what goes out, as a share of all that goes out. */
function unbalanced({ exit }: Matrix, into: Incoming, share: Float64Array): number {
  let off = 0;
  let total = 0;
  for (let state = 0; state < share.length; state++) {
    const out = share[state]! * exit[state]!;
    off += Math.abs(inflow(into, share, state) - out);
    total += out;
  }
  return off / total;
}
