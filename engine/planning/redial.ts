/**
 * Callers who find all places taken, or give up waiting, and call again after a while: a queue with an orbit. An exact
 * Markov chain (Falin and Templeton 1997, "Retrial Queues"). A caller who calls again draws patience and handle time
 * afresh, and is not counted as a new call.
 */
import { ChainError, meanOver } from './chain.ts';
import type { Moves } from './chain.ts';
import { steadyStateOf } from './chain-truncation.ts';
import type { TeamWithCalls } from './team.ts';
import { checkTeamWithCalls, leavingRate } from './team.ts';
import { positive, share, whole } from './traffic.ts';

export interface Redial extends TeamWithCalls {
  /** null: no limit, nobody is blocked. */
  readonly maxWaiting: number | null;
  readonly meanRedialDelaySec: number;
  readonly redialAfterBlock: number;
  readonly redialAfterAbandon: number;
}

export interface RedialResult {
  /** Callers who will call again. */
  readonly meanOrbit: number;
  readonly pBlockNewCall: number;
  readonly attemptsPerNewCall: number;
  /** Share of the new calls that are never served, however often they are tried again. */
  readonly pNeverServed: number;
  readonly meanQueue: number;
  readonly occupancy: number;
  readonly abandonsPerNewCall: number;
}

/**
 * State: calls in the centre, callers in orbit.
 * @throws {RangeError} naming the argument
 * @throws {ChainError} where callers never give up for good and are too many
 */
export function redial(model: Redial): RedialResult {
  checkTeamWithCalls(model);
  positive('meanRedialDelaySec', model.meanRedialDelaySec);
  share('redialAfterBlock', model.redialAfterBlock);
  share('redialAfterAbandon', model.redialAfterAbandon);
  if (model.maxWaiting !== null) whole('maxWaiting', model.maxWaiting, 0);
  const { agents, meanHandleSec, meanPatienceSec, redialAfterBlock, redialAfterAbandon } = model;
  const arrivals = model.arrivalsPerHour / 3600;
  const again = 1 / model.meanRedialDelaySec;
  const leave = leavingRate(meanPatienceSec);
  const most = model.maxWaiting === null ? Infinity : agents + model.maxWaiting;
  const isLostBlocked = most < Infinity && redialAfterBlock < 1;
  const isLostAbandoned = leave > 0 && redialAfterAbandon < 1;
  if (!isLostBlocked && !isLostAbandoned && arrivals * meanHandleSec >= agents)
    throw new ChainError('Nobody gives up for good and the calls are too many: there is no steady state.');

  const moves: Moves = ([inside, orbit], to) => {
    if (inside! < most) {
      to([inside! + 1, orbit!], arrivals);
      to([inside! + 1, orbit! - 1], orbit! * again);
    } else {
      to([inside!, orbit! + 1], arrivals * redialAfterBlock);
      to([inside!, orbit! - 1], orbit! * again * (1 - redialAfterBlock));
    }
    to([inside! - 1, orbit!], Math.min(inside!, agents) / meanHandleSec);
    const abandons = Math.max(0, inside! - agents) * leave;
    to([inside! - 1, orbit! + 1], abandons * redialAfterAbandon);
    to([inside! - 1, orbit!], abandons * (1 - redialAfterAbandon));
  };
  const { chain, distribution } = steadyStateOf({
    start: [0, 0],
    moves,
    unlimited: most === Infinity ? [0, 1] : [1],
  });
  const mean = (value: (inside: number, orbit: number) => number): number =>
    meanOver(chain, distribution, ([inside, orbit]) => value(inside!, orbit!));
  const meanOrbit = mean((_, orbit) => orbit);
  const meanQueue = mean((inside) => Math.max(0, inside - agents));
  const busy = mean((inside) => Math.min(inside, agents));
  return {
    meanOrbit,
    pBlockNewCall: mean((inside) => (inside === most ? 1 : 0)),
    attemptsPerNewCall: 1 + (meanOrbit * again) / arrivals,
    pNeverServed: 1 - busy / meanHandleSec / arrivals,
    meanQueue,
    occupancy: busy / agents,
    abandonsPerNewCall: (meanQueue * leave) / arrivals,
  };
}
