/**
 * One queue in order of arrival, groups of agents that need different times for a call: who comes when several are free
 * goes to the first group that has one. An exact Markov chain (Larsen and Agrawala 1983 for the preference of the
 * fast).
 */
import { ChainError, meanOver } from './chain.ts';
import type { Moves, State } from './chain.ts';
import { steadyStateOf } from './chain-truncation.ts';
import { checkTeamWithCalls, leavingRate } from './team.ts';

/** The preferred group comes first. */
export interface AgentGroup {
  readonly agents: number;
  readonly meanHandleSec: number;
}

export interface GroupsResult {
  readonly pWait: number;
  readonly meanQueue: number;
  /** Time in queue over all callers. */
  readonly meanWaitSec: number;
  readonly pAbandon: number;
  /** By group. */
  readonly occupancy: readonly number[];
  /** Of the calls served, by group. */
  readonly shareServed: readonly number[];
}

/**
 * State: busy agents by group, waiting callers.
 * @param meanPatienceSec null: endless
 * @throws {RangeError} naming the argument
 * @throws {ChainError} where callers never leave and all groups together are too slow
 */
export function groupsBySpeed(
  arrivalsPerHour: number,
  groups: readonly AgentGroup[],
  meanPatienceSec: number | null,
): GroupsResult {
  for (const group of groups) checkTeamWithCalls({ ...group, arrivalsPerHour, meanPatienceSec });
  const leave = leavingRate(meanPatienceSec);
  const arrivals = arrivalsPerHour / 3600;
  const capacity = groups.reduce((sum, { agents, meanHandleSec }) => sum + agents / meanHandleSec, 0);
  if (meanPatienceSec === null && arrivals >= capacity)
    throw new ChainError('Callers never leave and more come than are served: there is no steady state.');
  const queue = groups.length;
  const freeIn = (state: State): number => groups.findIndex(({ agents }, at) => state[at]! < agents);
  const moves: Moves = (state, to) => {
    const free = freeIn(state);
    to(changed(state, free === -1 ? queue : free, 1), arrivals);
    for (const [at, { meanHandleSec }] of groups.entries()) {
      // Who gets free takes the next caller and stays busy.
      if (state[at]! > 0) to(changed(state, state[queue]! > 0 ? queue : at, -1), state[at]! / meanHandleSec);
    }
    to(changed(state, queue, -1), state[queue]! * leave);
  };
  const { chain, distribution } = steadyStateOf({
    start: Array.from({ length: queue + 1 }, () => 0),
    moves,
    unlimited: [queue],
  });
  const meanQueue = meanOver(chain, distribution, (state) => state[queue]!);
  const busy = groups.map((_, at) => meanOver(chain, distribution, (state) => state[at]!));
  const served = busy.map((mean, at) => mean / groups[at]!.meanHandleSec);
  const allServed = served.reduce((sum, each) => sum + each, 0);
  return {
    pWait: meanOver(chain, distribution, (state) => (freeIn(state) === -1 ? 1 : 0)),
    meanQueue,
    meanWaitSec: meanQueue / arrivals,
    pAbandon: (meanQueue * leave) / arrivals,
    occupancy: busy.map((mean, at) => mean / groups[at]!.agents),
    shareServed: served.map((each) => each / allServed),
  };
}

function changed(state: State, place: number, by: number): State {
  const next = state.slice();
  next[place]! += by;
  return next;
}
