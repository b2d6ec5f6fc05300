/**
 * Steady state of a Markov chain: by elimination where the chain is narrow enough for it, by sweeps on several levels where it
 * is not. Truncation of endless chains is the business of chain-truncation.ts.
 */
import type { Chain } from './chain.ts';
import { ChainError, incomingOf } from './chain.ts';
import { closeOrder, Elimination } from './chain-elimination.ts';
import { multilevelSteadyState } from './chain-multilevel.ts';

/** Multiplications and numbers in memory up to which elimination is used: some seconds, and 120 MB. */
const WORK_MAX = 2e9;
const NUMBERS_MAX = 1.5e7;

/**
 * Long-run share of time in each state.
 * @throws {ChainError} where there is no single steady state: no moves at all, or states that are left for ever
 */
export function steadyState(chain: Chain): Float64Array {
  assertIrreducible(chain);
  const order = closeOrder(chain);
  const size = chain.exit.length;
  return size * order.band ** 2 <= WORK_MAX && size * (2 * order.band + 1) <= NUMBERS_MAX
    ? new Elimination(chain, order).steadyState()
    : multilevelSteadyState(chain);
}

/** The largest flow that comes into a state and does not leave it, or the reverse, by the fastest exit: 0 when solved exactly. */
export function imbalance(chain: Chain, distribution: Float64Array): number {
  const { start, source, rate } = incomingOf(chain);
  let largest = 0;
  let fastest = 0;
  for (let state = 0; state < distribution.length; state++) {
    let flow = -distribution[state]! * chain.exit[state]!;
    for (let at = start[state]!; at < start[state + 1]!; at++) flow += distribution[source[at]!]! * rate[at]!;
    largest = Math.max(largest, Math.abs(flow));
    fastest = Math.max(fastest, chain.exit[state]!);
  }
  return largest / fastest;
}

/** Every state is reachable from a start by construction; here: the first from all. */
export function assertIrreducible(chain: Chain): void {
  const size = chain.states.length;
  if (chain.target.length === 0) throw new ChainError('The chain has no moves.');
  const { start, source } = incomingOf(chain);
  const seen = new Uint8Array(size);
  const path = [0];
  seen[0] = 1;
  let count = 1;
  for (let state = path.pop(); state !== undefined; state = path.pop()) {
    for (let at = start[state]!; at < start[state + 1]!; at++) {
      const from = source[at]!;
      if (seen[from] === 1) continue;
      seen[from] = 1;
      count++;
      path.push(from);
    }
  }
  if (count === size) return;
  const lost = chain.states[seen.indexOf(0)]!;
  throw new ChainError(
    `The chain has no single steady state: from (${lost.join()}) it never comes back to (${chain.states[0]!.join()}).`,
  );
}
