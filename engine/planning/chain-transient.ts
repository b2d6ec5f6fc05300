/**
 * A Markov chain over a length of time, by uniformisation: all states are left at the same rate, some moves lead back
 * to where they came from, and the number of moves in a time is a Poisson number (Grassmann 1977, "Transient solutions
 * in Markovian queueing systems", Computers and Operations Research 4; Stewart 1994, section 8.2). Sums of products of
 * numbers above 0 only: no digits are lost.
 */
import type { Chain } from './chain.ts';
import { poissonWeights } from './poisson-weights.ts';

/** A step that changes no probability by more than this is taken for equilibrium: a million more would not be seen. */
const SETTLED = 1e-17;
/** What is less likely counts for nothing, and numbers near 1e-308 take processors a hundred times as long. */
const NOTHING = 1e-100;

/**
 * Probability of each state after `seconds`, from the probabilities at their beginning (any weights: 3 calls stay 3 calls).
 * @throws {RangeError} for a negative time
 */
export function after(chain: Chain, from: Float64Array, seconds: number): Float64Array {
  return over(chain, from, seconds).end;
}

/**
 * The same, with the time spent in each state in between: its integral, in seconds.
 * The integral of the k-th step is P(more than k moves) / rate (Grassmann 1977).
 */
export function over(
  chain: Chain,
  from: Float64Array,
  seconds: number,
): { readonly end: Float64Array; readonly time: Float64Array } {
  const rate = fastest(chain);
  const { first, weights } = poissonWeights(rate * seconds);
  const size = from.length;
  const end = new Float64Array(size);
  const time = new Float64Array(size);
  if (rate === 0) return { end: from.slice(), time: from.map((each) => each * seconds) };
  const tails = tailsOf(weights);
  let now = from.slice();
  let next = new Float64Array(size);
  const { rowStart, target } = chain;
  const chances = chain.rate.map((each) => each / rate);
  const stays = chain.exit.map((each) => 1 - each / rate);
  const last = first + weights.length - 1;
  for (let step = 0; step <= last; step++) {
    const weight = step < first ? 0 : weights[step - first]!;
    const more = (step < first ? 1 : tails[step - first]!) / rate;
    next.fill(0);
    for (let state = 0; state < size; state++) {
      const share = now[state]!;
      if (share < NOTHING) continue;
      end[state]! += weight * share;
      time[state]! += more * share;
      next[state]! += stays[state]! * share;
      for (let at = rowStart[state]!; at < rowStart[state + 1]!; at++)
        next[target[at]!]! += chances[at]! * share;
    }
    // In equilibrium each further step is the same: what is left is added at once.
    if (step % 16 === 0 && step < last && isSame(now, next)) {
      const rest = step < first ? 1 : tails[step - first]!;
      let restTime = Math.max(0, first - step - 1);
      for (let k = Math.max(0, step + 1 - first); k < tails.length; k++) restTime += tails[k]!;
      for (let state = 0; state < size; state++) {
        end[state]! += rest * next[state]!;
        time[state]! += (restTime / rate) * next[state]!;
      }
      break;
    }
    [now, next] = [next, now];
  }
  return { end, time };
}

/**
 * Mean, from each state, of a value of the state that holds after `seconds`: with 1 for "served" and 0 otherwise, the
 * probability to be served by then, from all states at once.
 */
export function expectedAfter(chain: Chain, value: Float64Array, seconds: number): Float64Array {
  const rate = fastest(chain);
  if (rate === 0) return value.slice();
  const { first, weights } = poissonWeights(rate * seconds);
  const mean = new Float64Array(value.length);
  let now = value.slice();
  let next = new Float64Array(value.length);
  const last = first + weights.length - 1;
  for (let step = 0; step <= last; step++) {
    const weight = step < first ? 0 : weights[step - first]!;
    if (weight > 0) for (let state = 0; state < mean.length; state++) mean[state]! += weight * now[state]!;
    if (step === last) break;
    backward(chain, rate, now, next);
    [now, next] = [next, now];
  }
  return mean;
}

function fastest({ exit }: Chain): number {
  let rate = 0;
  for (const each of exit) rate = Math.max(rate, each);
  return rate;
}

/** P(more than first + k moves). */
function tailsOf(weights: Float64Array): Float64Array {
  const tails = new Float64Array(weights.length);
  for (let k = weights.length - 2; k >= 0; k--) tails[k] = tails[k + 1]! + weights[k + 1]!;
  return tails;
}

function backward(chain: Chain, rate: number, now: Float64Array, next: Float64Array): void {
  const { rowStart, target, rate: rates, exit } = chain;
  for (let state = 0; state < now.length; state++) {
    let sum = now[state]! * (rate - exit[state]!);
    for (let at = rowStart[state]!; at < rowStart[state + 1]!; at++) sum += rates[at]! * now[target[at]!]!;
    next[state] = sum / rate;
  }
}

function isSame(now: Float64Array, next: Float64Array): boolean {
  for (let state = 0; state < now.length; state++) {
    if (Math.abs(now[state]! - next[state]!) > SETTLED) return false;
  }
  return true;
}
