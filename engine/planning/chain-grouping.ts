/**
 * States of a Markov chain put into groups of two to about four, and the chain of the groups: its rates are those of
 * the states in their present shares. It is made once and its rates are renewed as the shares change. It solves
 * nothing: see chain-multilevel.ts.
 */
import type { Matrix } from './chain.ts';

/** A group that has so many is joined by no more. */
const MEMBERS_MAX = 4;

export class Grouping {
  /** Group of each state. */
  readonly of: Int32Array;
  readonly count: number;
  readonly matrix: Matrix;
  readonly #fine: Matrix;
  /** Which move of the groups each move of the states belongs to; -1 within a group. */
  readonly #moves: Int32Array;

  constructor(fine: Matrix, share: Float64Array) {
    this.#fine = fine;
    const { of, count } = grouped(fine, share);
    this.of = of;
    this.count = count;
    const { rowStart, target, moves } = patternOf(fine, of, count);
    this.#moves = moves;
    this.matrix = {
      rowStart,
      target,
      rate: new Float64Array(target.length),
      exit: new Float64Array(count),
    };
    this.gather(share);
  }

  /** The share of each group; sets the rates of the groups by the shares of the states. */
  gather(share: Float64Array): Float64Array {
    const total = new Float64Array(this.count);
    for (let state = 0; state < share.length; state++) total[this.of[state]!]! += share[state]!;
    const { rate, exit } = this.matrix;
    rate.fill(0);
    exit.fill(0);
    for (let state = 0; state < share.length; state++) {
      const group = this.of[state]!;
      // Where a group has lost all probability to underflow its states count alike.
      const weight = total[group]! > 0 ? share[state]! / total[group]! : 1;
      for (let at = this.#fine.rowStart[state]!; at < this.#fine.rowStart[state + 1]!; at++) {
        const move = this.#moves[at]!;
        if (move === -1) continue;
        const flow = weight * this.#fine.rate[at]!;
        rate[move]! += flow;
        exit[group]! += flow;
      }
    }
    return total;
  }
}

/** Each state joins the neighbour to whom it sends most, or from whom it would get it back, while that one's group is small. */
function grouped(fine: Matrix, share: Float64Array): { readonly of: Int32Array; readonly count: number } {
  const { rowStart, target } = fine;
  const of = new Int32Array(share.length).fill(-1);
  const members: number[] = [];
  for (let state = 0; state < share.length; state++) {
    if (of[state] !== -1) continue;
    let best = -1;
    let most = -1;
    for (let at = rowStart[state]!; at < rowStart[state + 1]!; at++) {
      const to = target[at]!;
      if (of[to] !== -1 && members[of[to]!]! >= MEMBERS_MAX) continue;
      const flow = share[state]! * fine.rate[at]! + flowBetween(fine, share, to, state);
      if (flow <= most) continue;
      most = flow;
      best = to;
    }
    if (best !== -1 && of[best] !== -1) {
      of[state] = of[best]!;
      members[of[best]!]!++;
      continue;
    }
    of[state] = members.length;
    if (best !== -1) of[best] = members.length;
    members.push(best === -1 ? 1 : 2);
  }
  return { of, count: members.length };
}

function flowBetween(
  { rowStart, target, rate }: Matrix,
  share: Float64Array,
  from: number,
  to: number,
): number {
  for (let at = rowStart[from]!; at < rowStart[from + 1]!; at++)
    if (target[at] === to) return share[from]! * rate[at]!;
  return 0;
}

/** Which groups have moves to which, and which of these each move of the states is part of. */
function patternOf(
  { rowStart, target }: Matrix,
  of: Int32Array,
  count: number,
): { readonly rowStart: Int32Array; readonly target: Int32Array; readonly moves: Int32Array } {
  const first = new Int32Array(count + 1);
  for (const group of of) first[group + 1]!++;
  for (let group = 0; group < count; group++) first[group + 1]! += first[group]!;
  const filled = first.slice();
  const members = new Int32Array(of.length);
  for (let state = 0; state < of.length; state++) members[filled[of[state]!]!++] = state;

  const starts = new Int32Array(count + 1);
  const targets: number[] = [];
  const moves = new Int32Array(target.length).fill(-1);
  /** The move from the present group to each, where there is one yet. */
  const known = new Int32Array(count).fill(-1);
  for (let group = 0; group < count; group++) {
    const begin = targets.length;
    for (let member = first[group]!; member < first[group + 1]!; member++) {
      const state = members[member]!;
      for (let at = rowStart[state]!; at < rowStart[state + 1]!; at++) {
        const to = of[target[at]!]!;
        if (to === group) continue;
        if (known[to]! < begin) {
          known[to] = targets.length;
          targets.push(to);
        }
        moves[at] = known[to]!;
      }
    }
    starts[group + 1] = targets.length;
  }
  return { rowStart: starts, target: Int32Array.from(targets), moves };
}
