/**
 * Chains that end: how long they stay in each state before they do. With the states in which a caller waits that is the
 * mean wait; the chance to have ended by a time is in chain-transient.ts.
 */
import type { Chain } from './chain.ts';
import { ChainError, incomingOf } from './chain.ts';

const SWEEPS_MAX = 100_000;
const SETTLED = 1e-15;

/**
 * Mean seconds in each state from a start by weights until a state is reached that is never left (there 0 is given). x
 * = start + x P over the states that are left, by sweeps of Gauss and Seidel (Stewart 1994, section 3.2): one sweep is
 * enough where states are numbered so that moves lead to later ones.
 * @throws {ChainError} where the end is not reached
 */
export function timeUntilEnd(chain: Chain, start: Float64Array): Float64Array {
  const { start: first, source, rate } = incomingOf(chain);
  const time = new Float64Array(start.length);
  for (let sweep = 0; sweep < SWEEPS_MAX; sweep++) {
    let change = 0;
    for (let state = 0; state < time.length; state++) {
      const exit = chain.exit[state]!;
      if (exit === 0) continue;
      let flow = start[state]!;
      for (let at = first[state]!; at < first[state + 1]!; at++) flow += time[source[at]!]! * rate[at]!;
      const value = flow / exit;
      change = Math.max(change, value - time[state]! - SETTLED * value);
      time[state] = value;
    }
    if (change <= 0) return time;
  }
  throw new ChainError('The chain does not come to an end.');
}
