/**
 * A callback offered on arrival to whoever finds so many waiting; who accepts keeps the place in the queue, does not
 * leave and is reached at once. An exact Markov chain over the order in which live callers and callbacks wait. Offers
 * after a time of waiting have another law; see the callback offers.
 */
import type { Moves } from './chain.ts';
import { chainOf, ChainError, meanOver } from './chain.ts';
import { steadyState } from './chain-steady.ts';
import type { TeamWithCalls } from './team.ts';
import { checkTeamWithCalls, leavingRate } from './team.ts';
import { share, whole } from './traffic.ts';

/** Patience is that of live callers. */
export interface CallbackThreshold extends TeamWithCalls {
  /** The offer is heard by who finds all agents busy and at least so many waiting, callbacks included. */
  readonly offerWhenWaiting: number;
  readonly acceptProbability: number;
  /** Live callers and callbacks; whoever comes beyond is turned away. */
  readonly maxWaiting: number;
}

/** Shares are of all callers. */
export interface CallbackThresholdResult {
  readonly pCallback: number;
  readonly pBlock: number;
  /** All agents busy, those turned away included. */
  readonly pWait: number;
  readonly pAbandon: number;
  readonly meanQueueLive: number;
  readonly meanQueueCallback: number;
  /** Over live callers who had to queue, served or not. */
  readonly meanWaitLiveSec: number;
  readonly meanWaitCallbackSec: number;
  readonly occupancy: number;
}

/** Each place of the line is a bit: 2^(places + 1) states. */
const PLACES_MAX = 18;

/**
 * State: calls in the system, and the line as bits, 1 for a callback, the next to be served in the highest place.
 * @throws {RangeError} naming the argument
 * @throws {ChainError} for a line of more than 18 places, half a million states
 */
export function callbackThreshold(model: CallbackThreshold): CallbackThresholdResult {
  checkTeamWithCalls(model);
  whole('offerWhenWaiting', model.offerWhenWaiting, 0);
  share('acceptProbability', model.acceptProbability);
  whole('maxWaiting', model.maxWaiting, 0);
  const { agents, meanHandleSec, meanPatienceSec, offerWhenWaiting, acceptProbability, maxWaiting } = model;
  if (maxWaiting > PLACES_MAX)
    throw new ChainError(
      `A line of ${maxWaiting} places has too many orders; up to ${PLACES_MAX} can be solved.`,
    );
  const arrivals = model.arrivalsPerHour / 3600;
  const leave = leavingRate(meanPatienceSec);
  const accepts = (waiting: number): number => (waiting >= offerWhenWaiting ? acceptProbability : 0);
  const moves: Moves = ([inside, line], to) => {
    const waiting = inside! - agents;
    if (waiting < 0) {
      to([inside! + 1, 0], arrivals);
      to([inside! - 1, 0], inside! / meanHandleSec);
      return;
    }
    if (waiting < maxWaiting) {
      to([inside! + 1, 2 * line!], arrivals * (1 - accepts(waiting)));
      to([inside! + 1, 2 * line! + 1], arrivals * accepts(waiting));
    }
    // The next to be served, or nobody.
    to([inside! - 1, waiting === 0 ? 0 : line! & ((1 << (waiting - 1)) - 1)], agents / meanHandleSec);
    for (let place = 0; place < waiting; place++) {
      if (((line! >> place) & 1) === 1) continue;
      const behind = line! & ((1 << place) - 1);
      to([inside! - 1, ((line! >> (place + 1)) << place) | behind], leave);
    }
  };
  const chain = chainOf([[0, 0]], moves);
  const distribution = steadyState(chain);
  const mean = (value: (waiting: number, callbacks: number) => number): number =>
    meanOver(chain, distribution, ([inside, line]) => value(inside! - agents, onesOf(line!)));

  const pWait = mean((waiting) => (waiting >= 0 ? 1 : 0));
  const pBlock = mean((waiting) => (waiting === maxWaiting ? 1 : 0));
  const pCallback = mean((waiting) => (waiting >= 0 && waiting < maxWaiting ? accepts(waiting) : 0));
  const meanQueueCallback = mean((_, callbacks) => callbacks);
  const meanQueueLive = mean((waiting, callbacks) => Math.max(0, waiting) - callbacks);
  // Little's law, for each kind.
  return {
    pCallback,
    pBlock,
    pWait,
    pAbandon: (meanQueueLive * leave) / arrivals,
    meanQueueLive,
    meanQueueCallback,
    meanWaitLiveSec: meanQueueLive / (arrivals * (pWait - pBlock - pCallback)),
    meanWaitCallbackSec: pCallback === 0 ? 0 : meanQueueCallback / (arrivals * pCallback),
    occupancy: mean((waiting) => agents + Math.min(0, waiting)) / agents,
  };
}

function onesOf(line: number): number {
  let count = 0;
  for (let rest = line; rest > 0; rest >>= 1) count += rest & 1;
  return count;
}
