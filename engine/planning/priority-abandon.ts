/**
 * One team, several classes of calls, callers with patience: whoever is most urgent goes first, a call in hand is never
 * broken off. An exact Markov chain, M/M/c+M with head-of-line priorities. Without patience there are formulas (Cobham
 * 1954); see there.
 */
import { ChainError, meanOver } from './chain.ts';
import type { Moves, State } from './chain.ts';
import { steadyStateOf } from './chain-truncation.ts';
import type { TeamWithCalls } from './team.ts';
import { checkTeamWithCalls, leavingRate } from './team.ts';

/** The most urgent class comes first. */
export type PriorityClass = Omit<TeamWithCalls, 'agents'>;

export interface PriorityResult {
  /** Share of all callers who cannot start at once. */
  readonly pWait: number;
  readonly occupancy: number;
  readonly classes: readonly {
    /** Time in queue over all callers, served or not. */
    readonly meanWaitAllSec: number;
    readonly meanQueue: number;
    readonly pAbandon: number;
  }[];
}

/**
 * State: busy agents by handle time, waiting callers by class.
 * @throws {RangeError} naming the argument
 * @throws {ChainError} where patient classes alone are too much for the team
 */
export function priorityWithPatience(agents: number, classes: readonly PriorityClass[]): PriorityResult {
  for (const each of classes) checkTeamWithCalls({ ...each, agents });
  const patient = classes.filter(({ meanPatienceSec }) => meanPatienceSec === null);
  if (loadOf(patient) >= agents)
    throw new ChainError(
      'The classes with endless patience are too much for the team: there is no steady state.',
    );
  // Classes of the same handle time are one kind of work: fewer states.
  const handles = [...new Set(classes.map(({ meanHandleSec }) => meanHandleSec))];
  const kinds = handles.length;
  const kindOf = classes.map(({ meanHandleSec }) => handles.indexOf(meanHandleSec));
  const busyIn = (state: State): number => state.slice(0, kinds).reduce((sum, each) => sum + each, 0);

  const moves: Moves = (state, to) => {
    const isFull = busyIn(state) === agents;
    for (const [at, { arrivalsPerHour, meanPatienceSec }] of classes.entries()) {
      const place = kinds + at;
      to(changed(state, isFull ? place : kindOf[at]!, 1), arrivalsPerHour / 3600);
      to(changed(state, place, -1), state[place]! * leavingRate(meanPatienceSec));
    }
    const next = classes.findIndex((_, at) => state[kinds + at]! > 0);
    for (const [kind, handle] of handles.entries()) {
      if (state[kind] === 0) continue;
      const freed = changed(state, kind, -1);
      const after = next === -1 ? freed : changed(changed(freed, kindOf[next]!, 1), kinds + next, -1);
      to(after, state[kind]! / handle);
    }
  };
  const { chain, distribution } = steadyStateOf({
    start: Array.from({ length: kinds + classes.length }, () => 0),
    moves,
    unlimited: classes.map((_, at) => kinds + at),
  });
  return {
    pWait: meanOver(chain, distribution, (state) => (busyIn(state) === agents ? 1 : 0)),
    occupancy: meanOver(chain, distribution, busyIn) / agents,
    classes: classes.map(({ arrivalsPerHour, meanPatienceSec }, at) => {
      const meanQueue = meanOver(chain, distribution, (state) => state[kinds + at]!);
      const meanWaitAllSec = (meanQueue * 3600) / arrivalsPerHour;
      return {
        meanWaitAllSec,
        meanQueue,
        pAbandon: meanWaitAllSec * leavingRate(meanPatienceSec),
      };
    }),
  };
}

function loadOf(classes: readonly PriorityClass[]): number {
  return classes.reduce((sum, each) => sum + (each.arrivalsPerHour * each.meanHandleSec) / 3600, 0);
}

function changed(state: State, place: number, by: number): State {
  const next = state.slice();
  next[place]! += by;
  return next;
}
