/**
 * Callers who call again, by the approximation that retrials see time averages: first calls and redials together are taken as one
 * Poisson stream, whose rate is the fixed point of "calls = first calls + those who call again". It is exact as redials come ever
 * later, and too kind when they come soon; the exact chain needs the delay as well.
 *
 * B. S. Greenberg and R. W. Wolff (1987), An upper bound on the performance of queues with returning customers, J. Appl. Prob. 24.
 */
import { FiniteQueue, type FiniteLine } from './finite-queue.ts';
import { share, type Traffic } from './traffic.ts';

export interface Redials {
  /** Chance that a caller turned away calls again; and one who hung up. Both below 1. */
  readonly afterBlock: number;
  readonly afterAbandon: number;
}

export interface RetrialsEstimate {
  /** Calls per first call, 1 or more. */
  readonly attemptsPerCall: number;
  /** Share of first calls that give up in the end. */
  readonly pNeverServed: number;
  /** The queue under the calls of both kinds. */
  readonly queue: FiniteQueue;
}

/**
 * @param traffic the first calls only
 * @throws {RangeError} naming the argument
 */
export function retrialsSeeTimeAverages(
  traffic: Traffic,
  line: FiniteLine,
  redials: Redials,
): RetrialsEstimate {
  for (const [argument, chance] of Object.entries(redials) as [string, number][])
    if (share(argument, chance) === 1)
      throw new RangeError(`${argument} must be below 1: nobody would ever give up.`);
  // The share that comes back grows with the calls, but stays below the larger chance, so one crossing lies in between.
  let [low, high] = [1, 1 / (1 - Math.max(redials.afterBlock, redials.afterAbandon))];
  const under = (attempts: number): FiniteQueue =>
    new FiniteQueue({ ...traffic, arrivalsPerHour: traffic.arrivalsPerHour * attempts }, line);
  const comesBack = (queue: FiniteQueue): number =>
    queue.pBlock * redials.afterBlock + queue.pAbandonOffered * redials.afterAbandon;
  for (;;) {
    const attempts = low + (high - low) / 2;
    if (attempts <= low || attempts >= high) break;
    if (attempts * (1 - comesBack(under(attempts))) < 1) low = attempts;
    else high = attempts;
  }
  const queue = under(low);
  return { attemptsPerCall: low, pNeverServed: 1 - low * queue.pServedOffered, queue };
}
