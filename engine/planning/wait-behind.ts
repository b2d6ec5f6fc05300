/**
 * The wait of a caller who finds so many ahead in one queue in order of arrival, all of one patience: those behind do not
 * matter. Each event takes one ahead away, by an answer or because someone gives up (Riordan 1962, "Stochastic Service Systems";
 * Mandelbaum and Zeltyn 2007 for patience). It knows one team and one queue, and not how likely each number is.
 */
import { chainOf } from './chain.ts';
import { expectedAfter } from './chain-transient.ts';
import type { Team } from './team.ts';
import { leavingRate } from './team.ts';

/** By how many wait ahead, all agents being busy: the mean time in queue, ended either way, and the chance to give up. */
export function waitByAhead({ agents, meanHandleSec, meanPatienceSec }: Team): {
  readonly meanWaitSec: (ahead: number) => number;
  readonly pAbandon: (ahead: number) => number;
} {
  const answers = agents / meanHandleSec;
  if (meanPatienceSec === null) {
    return { meanWaitSec: (ahead) => (ahead + 1) / answers, pAbandon: () => 0 };
  }
  // The product over places i of (answers + i leave) / (answers + (i + 1) leave), in which all but the ends cancel.
  const leave = 1 / meanPatienceSec;
  const pAbandon = (ahead: number): number => ((ahead + 1) * leave) / (answers + (ahead + 1) * leave);
  return { pAbandon, meanWaitSec: (ahead) => pAbandon(ahead) * meanPatienceSec };
}

const SERVED = -1;
const GONE = -2;

/** The chance to be served within so many seconds with 0, 1, ... `count` - 1 ahead, all agents being busy. */
export function servedWithinByAhead(team: Team, count: number, seconds: number): number[] {
  if (count === 0) return [];
  const answers = team.agents / team.meanHandleSec;
  const leave = leavingRate(team.meanPatienceSec);
  const chain = chainOf([[count - 1], [SERVED]], ([ahead], to) => {
    if (ahead! < 0) return;
    if (ahead === 0) to([SERVED], answers);
    else to([ahead! - 1], answers + ahead! * leave);
    to([GONE], leave);
  });
  const isServed = Float64Array.from(chain.states, ([ahead]) => (ahead === SERVED ? 1 : 0));
  const served = expectedAfter(chain, isServed, seconds);
  return Array.from({ length: count }, (_, ahead) => served[chain.indexOf([ahead])!]!);
}
